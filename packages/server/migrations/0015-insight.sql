-- What a run of insight found: who will buy again, what everybody is worth, and the answers to the questions about all
-- buyers together (docs/decisions/0030-insight-runs.md).

-- How far ahead a business looks and how it discounts. No row: nobody has said anything yet.
CREATE TABLE insight_settings (
  business_id integer NOT NULL,
  horizon     integer NOT NULL CHECK (horizon BETWEEN 7 AND 365),
  -- How much less a year later is worth, 0.15 for fifteen percent.
  discount    double precision NOT NULL CHECK (discount > 0 AND discount <= 2),
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

CREATE TABLE insight_runs (
  business_id integer NOT NULL,
  run_id      bigint GENERATED ALWAYS AS IDENTITY,
  state       text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'running', 'stopped', 'failed', 'done')),
  -- The last day that is seen, whole (counted from 1970-01-01); null until it began.
  as_of       integer,
  -- The day it was asked for, in the zone of the business: by the clock, once a day is enough.
  made_on     date NOT NULL,
  stop_asked  boolean NOT NULL DEFAULT false,
  phase       text COLLATE "C" CHECK (phase IN ('reading', 'fitting', 'writing', 'telling')),
  looked      bigint NOT NULL DEFAULT 0,
  -- How many there will be as far as is known; an estimate.
  total       bigint,
  -- What was found of everybody together, and what was missing; null until it is done.
  outcome     jsonb,
  -- Everybody up to this person was told of their new band; null: told to the end, or there is nothing to tell.
  told_through bigint,
  told        bigint NOT NULL DEFAULT 0,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz,
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, run_id)
);

-- Every model that was ever fitted: as of the day of its run, and at the cut of the trial on the past.
CREATE TABLE insight_models (
  business_id    integer NOT NULL,
  run_id         bigint NOT NULL,
  fitted_to      text COLLATE "C" NOT NULL CHECK (fitted_to IN ('today', 'cut')),
  name           text COLLATE "C" NOT NULL,
  days_per_unit  smallint NOT NULL,
  parameters     jsonb NOT NULL,
  standard_errors jsonb NOT NULL,
  log_likelihood double precision NOT NULL,
  gain           double precision NOT NULL,
  verdict        text COLLATE "C" NOT NULL,
  -- What came after the cut beside what was foretold; null for one that was fitted to all there is.
  holdout        jsonb,
  PRIMARY KEY (business_id, run_id, fitted_to, name)
);

-- One answer to each question about all buyers, as it is shown.
CREATE TABLE insight_results (
  business_id integer NOT NULL,
  run_id      bigint NOT NULL,
  question    text COLLATE "C" NOT NULL,
  result      jsonb NOT NULL,
  PRIMARY KEY (business_id, run_id, question)
);

-- What a run says of each buyer. Instants are days counted from 1970-01-01, amounts minor units. Where there was too
-- little to go by, what is foretold is null.
CREATE TABLE person_scores (
  business_id integer NOT NULL,
  run_id      bigint NOT NULL,
  person_id   bigint NOT NULL,
  first_day   integer NOT NULL,
  last_day    integer NOT NULL,
  order_days  integer NOT NULL,
  spent       bigint NOT NULL,
  band        text COLLATE "C" CHECK (band IN ('safe', 'watch', 'leaving', 'gone')),
  -- Chances of no order in the horizon and in a year.
  quiet       real,
  quiet_year  real,
  orders_90        real,
  orders_90_low    integer,
  orders_90_high   integer,
  orders_year      real,
  orders_year_low  integer,
  orders_year_high integer,
  value_90         bigint,
  value_90_low     bigint,
  value_90_high    bigint,
  value_year       bigint,
  value_year_low   bigint,
  value_year_high  bigint,
  -- Margin of all orders to come, each discounted.
  residual    bigint,
  -- What a year at their own pace would bring beyond what is foretold.
  at_risk     bigint,
  segment     text COLLATE "C",
  type        text COLLATE "C",
  rhythm      text COLLATE "C",
  -- What segment, type and rhythm were decided by.
  evidence    json,
  PRIMARY KEY (business_id, run_id, person_id)
);

-- The people of a class in the order in which they are shown, a thousand to a row: an index over everybody would cost as
-- much as everything else together and be read a few times a day.
CREATE TABLE insight_lists (
  business_id integer NOT NULL,
  run_id      bigint NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  class       text COLLATE "C" NOT NULL,
  place       integer NOT NULL,
  people      bigint[] NOT NULL,
  PRIMARY KEY (business_id, run_id, kind, class, place)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['insight_settings', 'insight_runs', 'insight_models', 'insight_results', 'person_scores', 'insight_lists'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- Businesses for which nobody has asked for a run since this instant, for the job that serves all.
CREATE POLICY doors ON insight_runs FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_without_run(since timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE NOT EXISTS (SELECT FROM insight_runs r WHERE r.business_id = b.business_id AND r.made_at >= since)
$$;
REVOKE EXECUTE ON FUNCTION businesses_without_run(timestamptz) FROM PUBLIC;
