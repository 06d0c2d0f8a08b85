-- What customers cost, what they leave, and what was tried on them (docs/decisions/0027-cost-advice-experiments.md).

-- Money that was spent, over days that both belong to it (counted from 1970-01-01).
CREATE TABLE costs (
  business_id integer NOT NULL,
  cost_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- Null: of no single channel; shared out over all of them.
  channel     text COLLATE "C" CHECK (length(channel) BETWEEN 1 AND 80),
  campaign    text COLLATE "C" CHECK (length(campaign) BETWEEN 1 AND 80),
  kind        text COLLATE "C" NOT NULL CHECK (length(kind) <= 20),
  from_day    integer NOT NULL,
  to_day      integer NOT NULL,
  amount      bigint NOT NULL CHECK (amount > 0),
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  -- By which an imported line is known again; null: entered by hand.
  line_key    bytea,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT now(),
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, cost_id)
);
CREATE INDEX costs_in_order ON costs (business_id, from_day, cost_id);
CREATE UNIQUE INDEX costs_line ON costs (business_id, line_key) WHERE line_key IS NOT NULL;

-- What one piece of an item costs the business.
CREATE TABLE unit_costs (
  business_id integer NOT NULL,
  item        text COLLATE "C" NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
  cost        bigint NOT NULL CHECK (cost >= 0),
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, item)
);

-- What the business says about its margin and what an advice rests on. No row: nobody has said anything yet.
CREATE TABLE money_settings (
  business_id integer NOT NULL,
  margin_rate double precision NOT NULL CHECK (margin_rate BETWEEN 0 AND 1),
  -- Assumptions of the advisor that somebody has moved and kept.
  assumed     jsonb NOT NULL DEFAULT '{}',
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id)
);

-- What the nightly run counted last: one result for each question, and for the advisor one for each ladder.
CREATE TABLE money_results (
  business_id integer NOT NULL,
  question    text COLLATE "C" NOT NULL,
  counted_at  timestamptz NOT NULL,
  result      jsonb NOT NULL,
  PRIMARY KEY (business_id, question)
);

-- Something that is tried on some people and not on others.
CREATE TABLE experiments (
  business_id   integer NOT NULL,
  experiment_id bigint GENERATED ALWAYS AS IDENTITY,
  definition    jsonb NOT NULL,
  state         text COLLATE "C" NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'running', 'stopped')),
  -- Part of what is hashed; never changed.
  salt          text COLLATE "C" NOT NULL,
  started_at    timestamptz,
  stopped_at    timestamptz,
  -- How many are in each arm, added up as they are assigned.
  held          integer NOT NULL DEFAULT 0,
  treated       integer NOT NULL DEFAULT 0,
  revision      integer NOT NULL DEFAULT 1,
  made_by       text NOT NULL,
  made_at       timestamptz NOT NULL DEFAULT now(),
  changed_by    text NOT NULL,
  changed_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, experiment_id)
);

-- Who was put where, and when. It can be added to and nothing else.
CREATE TABLE experiment_assignments (
  business_id   integer NOT NULL,
  experiment_id bigint NOT NULL,
  person_id     bigint NOT NULL,
  treated       boolean NOT NULL,
  bucket        smallint NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (business_id, experiment_id, person_id)
);

-- What an experiment showed whenever it was read, the latest reading of each day.
CREATE TABLE experiment_readings (
  business_id   integer NOT NULL,
  experiment_id bigint NOT NULL,
  day           integer NOT NULL,
  read_at       timestamptz NOT NULL,
  result        jsonb NOT NULL,
  PRIMARY KEY (business_id, experiment_id, day)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['costs', 'unit_costs', 'money_settings', 'money_results', 'experiments', 'experiment_assignments',
                           'experiment_readings'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

CREATE FUNCTION grant_experiments(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON experiment_assignments FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_experiments(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_experiments(name) FROM PUBLIC;
