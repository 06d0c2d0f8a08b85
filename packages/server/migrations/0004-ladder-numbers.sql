-- The numbers of a ladder are kept up as moves are written, not counted on reading (docs/decisions/0013-ladder-numbers.md).

-- ── How many moved from where to where on which day ───────────────────────────────────────────────────────────────
-- Days are local days of the business, counted from 1970-01-01. `from_rung` -1 is "not known before": the day on which the
-- business came to know somebody is a step from there to the place everybody begins on. So how many stood on a rung at
-- the end of a day is what came to it up to then less what left it. A number is the sum of two rows: the one that was
-- counted from the moves (`live` false), and the one that every transaction that writes moves since adds to.

CREATE TABLE ladder_days (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  day         integer NOT NULL,
  from_rung   smallint NOT NULL,
  to_rung     smallint NOT NULL,
  live        boolean NOT NULL,
  people      integer NOT NULL,
  PRIMARY KEY (business_id, ladder_id, version, day, from_rung, to_rung, live)
);

-- How long they had stood there before they climbed: steps upward by classes of local days (stood-days.ts), on the days of
-- a stretch of `span` days that begins with `starts`. Long stretches make a long period as quick to read as a short one.
CREATE TABLE ladder_waits (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  span        smallint NOT NULL CHECK (span IN (1, 32)),
  starts      integer NOT NULL,
  from_rung   smallint NOT NULL,
  to_rung     smallint NOT NULL,
  stood       smallint NOT NULL,
  live        boolean NOT NULL,
  people      integer NOT NULL,
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, live)
);

-- Money of orders paid less returns, by the rung the person stood on right after each. Counted from time to time by a walk
-- through everybody: facts that are told late change who stood where, and no counter could follow that.
CREATE TABLE ladder_money (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  day         integer NOT NULL,
  rung        smallint NOT NULL,
  orders      integer NOT NULL,
  -- In the minor unit of the business's currency.
  net         bigint NOT NULL,
  PRIMARY KEY (business_id, ladder_id, version, day, rung)
);

ALTER TABLE ladder_versions
  -- The zone by whose days ladder_days was counted; null, or another than the business's: not counted yet.
  ADD COLUMN counted_zone text,
  -- Moves before this instant that publishing wrote stand in no order of time; null: all do.
  ADD COLUMN listed_from timestamptz,
  ADD COLUMN money_asked_at timestamptz,
  -- As of when, how long it took, and by which zone's days.
  ADD COLUMN money_counted_at timestamptz,
  ADD COLUMN money_took_ms integer,
  ADD COLUMN money_zone text;

-- ── The first instant the business had to do with them, as the climb sees it ──────────────────────────────────────
-- Not read from "people", where it may change with a merge: what a counter once added it must be able to take away.

ALTER TABLE standings ADD COLUMN known_since timestamptz;
ALTER TABLE standings NO FORCE ROW LEVEL SECURITY;
ALTER TABLE people NO FORCE ROW LEVEL SECURITY;
UPDATE standings s SET known_since = least(p.known_since, m.known_since) FROM people p
  LEFT JOIN (SELECT business_id, merged_into, min(known_since) AS known_since FROM people GROUP BY 1, 2) AS m
    ON m.business_id = p.business_id AND m.merged_into = p.person_id
  WHERE p.business_id = s.business_id AND p.person_id = s.person_id;
UPDATE standings SET known_since = since WHERE known_since IS NULL;
ALTER TABLE standings FORCE ROW LEVEL SECURITY;
ALTER TABLE people FORCE ROW LEVEL SECURITY;
ALTER TABLE standings ALTER COLUMN known_since SET NOT NULL;

-- ── Moves in order of time ────────────────────────────────────────────────────────────────────────────────────────
-- Publishing writes the moves of many years in order of person; in an index in order of time each of them lands on another
-- page, which cost as much as all the rest of the row. Only those of the last months before a publishing stand in the
-- index, and all that are written later: counts come from ladder_days, and "who moved" is asked about lately.

ALTER TABLE moves ADD COLUMN listed boolean NOT NULL DEFAULT true;
DROP INDEX moves_in_time;
CREATE INDEX moves_listed ON moves (business_id, ladder_id, version, at, person_id) INCLUDE (from_rung, to_rung)
  WHERE listed AND superseded_at IS NULL;

-- ── Businesses that have something to do: also those of which a version is not counted ────────────────────────────

CREATE OR REPLACE FUNCTION businesses_with_climbs(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM climb_queue q WHERE q.business_id = b.business_id)
     OR EXISTS (SELECT FROM standings s WHERE s.business_id = b.business_id AND s.until <= as_of)
     OR EXISTS (SELECT FROM ladder_versions v WHERE v.business_id = b.business_id AND (v.state = 'publishing'
          OR v.state = 'published' AND v.counted_zone IS DISTINCT FROM b.zone))
$$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ladder_days', 'ladder_waits', 'ladder_money'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
  END LOOP;
END $$;
