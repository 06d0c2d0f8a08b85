-- Follow-ups: what is to be done next, by whom and when; the hours in which the business works; series of touches; and the
-- links under which a calendar reads what somebody has to do (docs/decisions/0032-sales.md).

-- The hours in which a business works, its days off and its own days: every version stays, since clocks that run and
-- instants that were worked out name the one they went by. No row: the week as it is for a new business.
CREATE TABLE working_calendars (
  business_id integer NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  definition  jsonb NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, version)
);

CREATE TABLE follow_ups (
  business_id   integer NOT NULL,
  follow_up_id  bigint GENERATED ALWAYS AS IDENTITY,
  person_id     bigint NOT NULL,
  deal_id       bigint,
  lead_id       bigint,
  kind          text COLLATE "C" NOT NULL CHECK (kind IN ('call', 'meeting', 'message', 'visit', 'task', 'reminder', 'promise')),
  about         text NOT NULL CHECK (length(about) <= 1000),
  -- Whose it is, by the number of their account; null: nobody's yet.
  owner         text COLLATE "C" CHECK (length(owner) <= 100),
  -- When it was to be by those who planned it, and when it is to be: not on a day on which nobody works.
  planned_at    timestamptz NOT NULL,
  due_at        timestamptz NOT NULL,
  -- Some time of that day, of which `due_at` is the beginning.
  whole_day     boolean NOT NULL,
  -- Agreed with somebody: it stays where it is, also on a day on which nobody works.
  fixed         boolean NOT NULL,
  minutes       smallint NOT NULL DEFAULT 30 CHECK (minutes BETWEEN 5 AND 1440),
  -- From when on it counts as missed, and by which working calendar that was worked out; 0: by none of the business's own.
  miss_at       timestamptz NOT NULL,
  calendar_version integer NOT NULL DEFAULT 0,
  state         text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'missed', 'cancelled')),
  outcome       text COLLATE "C" CHECK (length(outcome) <= 40),
  note          text CHECK (length(note) <= 1000),
  origin        text COLLATE "C" NOT NULL CHECK (origin IN
    ('staff', 'cadence', 'promise', 'agreement', 'deal', 'recommendation', 'lead')),
  origin_ref    text COLLATE "C" CHECK (length(origin_ref) <= 100),
  -- What makes it the same when it is planned again.
  key           text COLLATE "C" CHECK (length(key) BETWEEN 1 AND 200),
  -- How often it was given another time, and how often it was done: a done one can be opened again.
  moves         integer NOT NULL DEFAULT 0,
  dones         integer NOT NULL DEFAULT 0,
  done_at       timestamptz,
  made_by       text NOT NULL CHECK (length(made_by) <= 300),
  made_at       timestamptz NOT NULL,
  revision      integer NOT NULL DEFAULT 1,
  changed_by    text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at    timestamptz NOT NULL,
  PRIMARY KEY (business_id, follow_up_id)
);
CREATE UNIQUE INDEX follow_ups_once ON follow_ups (business_id, key) WHERE key IS NOT NULL;
CREATE INDEX follow_ups_of_owner ON follow_ups (business_id, owner, due_at) WHERE state IN ('open', 'missed');
CREATE INDEX follow_ups_of_deal ON follow_ups (business_id, deal_id, due_at) WHERE deal_id IS NOT NULL;
CREATE INDEX follow_ups_of_lead ON follow_ups (business_id, lead_id, due_at) WHERE lead_id IS NOT NULL;
CREATE INDEX follow_ups_of_person ON follow_ups (business_id, person_id, due_at);
CREATE INDEX follow_ups_of_origin ON follow_ups (business_id, origin, origin_ref) WHERE origin_ref IS NOT NULL;
CREATE INDEX follow_ups_to_miss ON follow_ups (business_id, miss_at) WHERE state = 'open';
CREATE INDEX follow_ups_due ON follow_ups (business_id, due_at) WHERE state = 'open';

-- What became of a follow-up, one row a change, with the reason. It can be added to and nothing else.
CREATE TABLE follow_up_changes (
  business_id   integer NOT NULL,
  follow_up_id  bigint NOT NULL,
  place         integer NOT NULL,
  deed          text COLLATE "C" NOT NULL CHECK (deed IN ('moved', 'shifted', 'done', 'reopened', 'missed', 'cancelled', 'changed')),
  due_from      timestamptz,
  due_to        timestamptz,
  reason        text CHECK (length(reason) <= 1000),
  by            text NOT NULL CHECK (length(by) <= 300),
  at            timestamptz NOT NULL,
  PRIMARY KEY (business_id, follow_up_id, place)
);

-- Series of touches. A run goes by the version it began with.
CREATE TABLE cadences (
  business_id integer NOT NULL,
  cadence     text COLLATE "C" NOT NULL CHECK (cadence ~ '^[a-z][a-z0-9-]{0,62}$'),
  definition  jsonb NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  archived_at timestamptz,
  -- The fact that begins it by itself, and since when it does: what was told before begins nothing.
  starts_on   text COLLATE "C" CHECK (length(starts_on) <= 60),
  rule_since  timestamptz,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, cadence)
);
CREATE TABLE cadence_versions (
  business_id integer NOT NULL,
  cadence     text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  definition  jsonb NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, cadence, revision)
);
CREATE TABLE cadence_runs (
  business_id integer NOT NULL,
  run_id      bigint GENERATED ALWAYS AS IDENTITY,
  cadence     text COLLATE "C" NOT NULL,
  revision    integer NOT NULL,
  person_id   bigint NOT NULL,
  deal_id     bigint,
  lead_id     bigint,
  owner       text COLLATE "C" CHECK (length(owner) <= 100),
  -- What makes it the same when it is begun again, such as the fact that a rule met.
  key         text COLLATE "C" CHECK (length(key) BETWEEN 1 AND 200),
  state       text COLLATE "C" NOT NULL CHECK (state IN ('running', 'finished', 'stopped')),
  started_at  timestamptz NOT NULL,
  started_by  text NOT NULL CHECK (length(started_by) <= 300),
  -- The next touch, from 0 on, and when it is to be made a follow-up; the calendar by which the touches fall.
  touch       smallint NOT NULL DEFAULT 0,
  next_at     timestamptz NOT NULL,
  calendar_version integer NOT NULL,
  -- Why it stopped: what they did, such as `answered`, or `staff`; and the fact.
  stopped     text COLLATE "C" CHECK (length(stopped) <= 40),
  stop_fact   bigint,
  ended_at    timestamptz,
  PRIMARY KEY (business_id, run_id)
);
CREATE UNIQUE INDEX cadence_runs_at_once ON cadence_runs (business_id, cadence, person_id) WHERE state = 'running';
CREATE UNIQUE INDEX cadence_runs_once ON cadence_runs (business_id, key) WHERE key IS NOT NULL;
CREATE INDEX cadence_runs_of_person ON cadence_runs (business_id, person_id, run_id);
CREATE INDEX cadence_runs_running ON cadence_runs (business_id, next_at, run_id) WHERE state = 'running';

-- Of whom something new was told that may begin or end a series.
CREATE TABLE cadence_news (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  PRIMARY KEY (business_id, person_id)
);

-- The secret links under which a calendar reads what somebody has to do; of a link only its hash.
CREATE TABLE calendar_links (
  business_id integer NOT NULL,
  link_id     bigint GENERATED ALWAYS AS IDENTITY,
  user_id     text COLLATE "C" NOT NULL CHECK (length(user_id) <= 100),
  hash        bytea NOT NULL CHECK (length(hash) = 32),
  -- How much it tells of whom: the kind of the deed alone, the name too, or all that is to be done.
  shows       text COLLATE "C" NOT NULL CHECK (shows IN ('kind', 'name', 'all')),
  language    text COLLATE "C" NOT NULL CHECK (language IN ('fa', 'en')),
  made_at     timestamptz NOT NULL,
  seen_at     timestamptz,
  revoked_at  timestamptz,
  PRIMARY KEY (business_id, link_id)
);
CREATE UNIQUE INDEX calendar_links_by_hash ON calendar_links (business_id, hash);
CREATE INDEX calendar_links_of_user ON calendar_links (business_id, user_id) WHERE revoked_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['working_calendars', 'follow_ups', 'follow_up_changes', 'cadences', 'cadence_versions',
                           'cadence_runs', 'cadence_news', 'calendar_links'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- Whoever leaves the climb queue is news where a series of theirs runs, or where a fact may begin one. A business without
-- either pays two looks for as many people as come at once.
CREATE FUNCTION tell_cadences() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ruled boolean := EXISTS (SELECT FROM cadences c
    WHERE c.business_id = this_business() AND c.starts_on IS NOT NULL AND c.archived_at IS NULL);
BEGIN
  IF NOT ruled AND NOT EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = this_business() AND r.state = 'running') THEN
    RETURN NULL;
  END IF;
  INSERT INTO cadence_news (business_id, person_id)
  SELECT DISTINCT t.business_id, t.person_id FROM told t
  WHERE t.business_id = this_business() AND (
    EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = this_business() AND r.person_id = t.person_id AND r.state = 'running')
    OR EXISTS (SELECT FROM people p JOIN cadence_runs r ON r.business_id = p.business_id AND r.person_id = p.person_id
               WHERE p.business_id = this_business() AND p.merged_into = t.person_id AND r.state = 'running')
    OR (ruled AND EXISTS (
      SELECT FROM facts f JOIN cadences c ON c.business_id = f.business_id AND c.starts_on = f.type
      WHERE f.business_id = this_business() AND f.person_id = t.person_id AND f.at > now() - interval '2 days'
        AND c.archived_at IS NULL)))
  ORDER BY t.person_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_cadences AFTER DELETE ON climb_queue REFERENCING OLD TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION tell_cadences();

CREATE POLICY doors ON follow_ups FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON cadence_news FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON cadence_runs FOR SELECT TO CURRENT_USER USING (true);

-- The businesses in which something was not done in its time, and those of whose series one is to go on or to be looked at.
CREATE FUNCTION businesses_with_missed_follow_ups(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM follow_ups f WHERE f.business_id = b.business_id AND f.state = 'open' AND f.miss_at <= as_of)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_missed_follow_ups(timestamptz) FROM PUBLIC;
CREATE FUNCTION businesses_with_cadences(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM cadence_news n WHERE n.business_id = b.business_id)
     OR EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = b.business_id AND r.state = 'running' AND r.next_at <= as_of)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_cadences(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_follow_ups(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON working_calendars, follow_up_changes, cadence_versions FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_follow_ups(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_follow_ups(name) FROM PUBLIC;
