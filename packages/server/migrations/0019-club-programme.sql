-- The programme of the customer club: what is being written, what was published, and what it was tried on.

-- Published programmes. The last one is in force; an earlier one comes back as a version of its own. What was earned
-- names its version, so they can be added to and nothing else.
CREATE TABLE club_versions (
  business_id  integer NOT NULL,
  version      integer NOT NULL CHECK (version > 0),
  definition   jsonb NOT NULL,
  note         text CHECK (length(note) <= 2000),
  published_by text NOT NULL CHECK (length(published_by) <= 300),
  published_at timestamptz NOT NULL,
  PRIMARY KEY (business_id, version)
);

-- What somebody is writing: one draft, with the revision that whoever saves it next must have seen.
CREATE TABLE club_drafts (
  business_id  integer NOT NULL,
  definition   jsonb NOT NULL,
  revision     integer NOT NULL CHECK (revision > 0),
  -- The version that was in force when it was begun.
  base_version integer,
  note         text CHECK (length(note) <= 2000),
  -- Published or thrown away: it is kept for its revision, which the next draft goes on counting.
  is_open      boolean NOT NULL,
  edited_by    text NOT NULL CHECK (length(edited_by) <= 300),
  edited_at    timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

-- Drafts tried on what really happened.
CREATE TABLE club_simulations (
  business_id   integer NOT NULL,
  simulation_id bigint GENERATED ALWAYS AS IDENTITY,
  definition    jsonb NOT NULL,
  -- The revision of the draft it was of.
  revision      integer NOT NULL,
  settings      jsonb NOT NULL,
  state         text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'stopped')),
  done          bigint NOT NULL DEFAULT 0,
  total         bigint NOT NULL DEFAULT 0,
  result        jsonb,
  made_by       text NOT NULL CHECK (length(made_by) <= 300),
  made_at       timestamptz NOT NULL,
  ended_at      timestamptz,
  PRIMARY KEY (business_id, simulation_id)
);

-- Where the goals stood, day by day (counted from 1970-01-01).
CREATE TABLE club_evaluations (
  business_id integer NOT NULL,
  day         integer NOT NULL,
  version     integer NOT NULL,
  result      jsonb NOT NULL,
  PRIMARY KEY (business_id, day)
);

-- Whose earnings are looked at next: of whom something new was told, and whoever has a birthday or loses a level by then.
CREATE TABLE club_news (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  look_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, person_id)
);
CREATE INDEX club_news_due ON club_news (business_id, look_at, person_id);

-- How far a publishing has come in having everybody looked at.
CREATE TABLE club_rounds (
  business_id integer NOT NULL,
  -- The last person who was put among the news.
  reached     bigint NOT NULL,
  PRIMARY KEY (business_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['club_versions', 'club_drafts', 'club_simulations', 'club_evaluations', 'club_news', 'club_rounds'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- Everything that is told of people has them climbed again, whoever told it and how; whoever leaves that queue is news for
-- the club, in the same transaction, and so is whoever time alone has moved. A business without a club pays one look for as
-- many people as come at once.
CREATE FUNCTION tell_club() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Asked once for all rows: they are of one business. Moves are news only where a rung is thanked.
  IF NOT EXISTS (
    SELECT FROM club_versions v WHERE v.business_id = this_business()
      AND (TG_TABLE_NAME = 'climb_queue' OR v.definition @> '{"rules": [{"on": {"kind": "rung"}}]}')
  ) THEN
    RETURN NULL;
  END IF;
  INSERT INTO club_news AS n (business_id, person_id, look_at)
  SELECT DISTINCT t.business_id, t.person_id, '-infinity'::timestamptz FROM told t
  WHERE t.business_id = this_business()
  ORDER BY t.person_id
  ON CONFLICT (business_id, person_id) DO UPDATE SET look_at = excluded.look_at WHERE n.look_at > excluded.look_at;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_club AFTER DELETE ON climb_queue REFERENCING OLD TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION tell_club();
CREATE TRIGGER tell_club AFTER INSERT ON moves REFERENCING NEW TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION tell_club();

-- Businesses with news for their club, and those that have one, for the jobs that serve all.
CREATE POLICY doors ON club_news FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON club_rounds FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON club_versions FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_club_news(present timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM club_news n WHERE n.business_id = b.business_id AND n.look_at <= present)
     OR EXISTS (SELECT FROM club_rounds r WHERE r.business_id = b.business_id)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_club_news(timestamptz) FROM PUBLIC;
CREATE FUNCTION businesses_with_club() RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b WHERE EXISTS (SELECT FROM club_versions v WHERE v.business_id = b.business_id)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_club() FROM PUBLIC;

CREATE FUNCTION grant_club_programme(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON club_versions FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_programme(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_club_programme(name) FROM PUBLIC;
