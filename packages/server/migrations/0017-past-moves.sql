-- What publishing finds of the years before is written a row a person (docs/decisions/0029-past-moves.md).

-- The moves of one person before the instant from which moves are listed, as publishing found them: an array of
-- [at, from, from since, to, cause, measured], instants in epoch milliseconds. As soon as one of them turns out not to
-- have happened so, all of them become rows of `moves`, and this row goes.
CREATE TABLE past_moves (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  person_id   bigint NOT NULL,
  told        json NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, ladder_id, version, person_id)
);
ALTER TABLE past_moves ALTER COLUMN business_id SET STATISTICS 0;
ALTER TABLE past_moves ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_moves FORCE ROW LEVEL SECURITY;
CREATE POLICY own_business ON past_moves USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()));

-- The same a row a move, and every move, however it is kept. `moves` alone has those that are listed in order of time.
CREATE VIEW past_moves_told WITH (security_invoker = true) AS
  SELECT p.business_id, p.ladder_id, p.version, p.person_id, to_timestamp((m ->> 0)::float8 / 1000) AS at,
         (m ->> 1)::smallint AS from_rung, to_timestamp((m ->> 2)::float8 / 1000) AS from_since, (m ->> 3)::smallint AS to_rung,
         (m ->> 4) COLLATE "C" AS cause, (m -> 5)::jsonb AS measured, p.recorded_at, NULL::timestamptz AS superseded_at
  FROM past_moves p, json_array_elements(p.told) AS m;
CREATE VIEW all_moves WITH (security_invoker = true) AS
  SELECT business_id, ladder_id, version, person_id, at, from_rung, from_since, to_rung, cause, measured, recorded_at,
         superseded_at, false AS is_past
  FROM moves
  UNION ALL
  SELECT *, true FROM past_moves_told;

-- The new table is among those that are analysed when they have grown.
CREATE OR REPLACE FUNCTION take_statistics() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  grown name;
  taken integer := 0;
BEGIN
  FOR grown IN
    SELECT s.relname FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'public'
      AND s.relname IN ('people', 'identifiers', 'facts', 'climb_queue', 'standings', 'moves', 'past_moves')
      AND s.n_mod_since_analyze >= greatest(c.reltuples, 1000)
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %I', grown);
    taken := taken + 1;
  END LOOP;
  RETURN taken;
END $$;
