-- The list of people, saved segments, what is done to many people at once, and likely duplicates
-- (docs/decisions/0019-lists-and-segments.md).

-- A segment is computed and kept up as a typology of two classes is; only it is not shown among the ladders.
ALTER TABLE ladders DROP CONSTRAINT ladders_kind_check;
ALTER TABLE ladders ADD CONSTRAINT ladders_kind_check CHECK (kind IN ('ladder', 'typology', 'segment'));

-- The name a segment is asked for by, and its criteria as somebody last saved it; the version that is read may still be
-- the one before, for as long as the new one is being computed.
CREATE TABLE segments (
  business_id integer NOT NULL,
  segment_id  bigint GENERATED ALWAYS AS IDENTITY,
  -- Its row in ladders; null only between the two statements that make it.
  ladder_id   integer,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  criteria    jsonb NOT NULL,
  -- Grows with every change: whoever saves says which one they saw.
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT now(),
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, segment_id),
  UNIQUE (business_id, name),
  UNIQUE (business_id, ladder_id)
);

-- Something done to many people, or with many, in the background: tagging, undoing one, a file of people, the search for
-- duplicates. The place reached is written in the transaction that did the work up to there.
CREATE TABLE people_jobs (
  business_id integer NOT NULL,
  job_id      bigint GENERATED ALWAYS AS IDENTITY,
  kind        text NOT NULL CHECK (kind IN ('tagging', 'untagging', 'export', 'duplicates')),
  state       text NOT NULL CHECK (state IN ('waiting', 'running', 'stopped', 'done', 'failed', 'expired')),
  -- What was asked, as it was checked: the selection and what is to be done with it.
  asked       jsonb NOT NULL,
  stop_asked  boolean NOT NULL DEFAULT false,
  -- Everything up to this place is done; what a place is depends on the kind.
  place       jsonb,
  looked      bigint NOT NULL DEFAULT 0,
  done        bigint NOT NULL DEFAULT 0,
  -- How many there will be as far as is known; an estimate.
  total       bigint,
  undone_by   bigint,
  file_path   text,
  file_bytes  bigint,
  expires_at  timestamptz,
  refusal     jsonb,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT now(),
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, job_id)
);
CREATE INDEX people_jobs_expiring ON people_jobs (business_id, expires_at) WHERE expires_at IS NOT NULL;

-- On a rung people are listed in order of the instant since which they stand there.
DROP INDEX standings_on_rung;
CREATE INDEX standings_in_order ON standings (business_id, ladder_id, version, rung, since, person_id);

-- The list is walked in the order it is shown in; what is merged into another is in no list.
CREATE INDEX people_known_order ON people (business_id, known_since, person_id);
-- Who has a tag or the value of a trait. People of whom nothing is told stand in no index.
CREATE INDEX people_traits ON people USING gin (business_id, traits jsonb_path_ops) WHERE traits <> '{}';
CREATE INDEX merges_newest ON merges (business_id, merge_id) WHERE undone_at IS NULL;

-- A pair that only looks alike ('likely', with the reasons), and whom the facts of a decided conflict were given to: the
-- same identifiers are theirs from then on and nobody is asked again.
ALTER TABLE conflicts DROP CONSTRAINT conflicts_kind_check;
ALTER TABLE conflicts ADD CONSTRAINT conflicts_kind_check CHECK (kind IN ('two_people', 'shared_identifier', 'likely'));
ALTER TABLE conflicts ADD COLUMN reasons jsonb;
ALTER TABLE conflicts ADD COLUMN assigned_to bigint;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['segments','people_jobs'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;
CREATE POLICY doors ON people_jobs FOR SELECT TO CURRENT_USER USING (true);

-- People whose traits hold this, at most `most` of them in no order: the operator is not leakproof, so under row level
-- security it could not use the index. Takes the business from the session's own setting.
CREATE FUNCTION people_with_traits(wanted jsonb, most integer) RETURNS TABLE (person_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_custom_plan
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT coalesce(p.merged_into, p.person_id) FROM people p
    WHERE p.business_id = this_business() AND p.traits <> '{}' AND p.traits @> wanted LIMIT least(most, 20000);
END $$;
REVOKE EXECUTE ON FUNCTION people_with_traits(jsonb, integer) FROM PUBLIC;

-- The businesses that keep files whose time is over.
CREATE FUNCTION businesses_with_old_files(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT DISTINCT j.business_id FROM people_jobs j WHERE j.expires_at <= as_of $$;
REVOKE EXECUTE ON FUNCTION businesses_with_old_files(timestamptz) FROM PUBLIC;
