-- Deals and the steps they go through (docs/decisions/0032-sales.md). What a pipeline asks of each step is a definition that
-- is kept in every version; a deal names its step by the step's key, so that a new name of a step changes no deal.

CREATE TABLE pipelines (
  business_id integer NOT NULL,
  pipeline    text COLLATE "C" NOT NULL CHECK (pipeline ~ '^[a-z][a-z0-9-]{0,62}$'),
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 120000),
  position    smallint NOT NULL DEFAULT 0,
  archived_at timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, pipeline)
);

-- Every definition that was ever in force. It can be added to and no more.
CREATE TABLE pipeline_versions (
  business_id integer NOT NULL,
  pipeline    text COLLATE "C" NOT NULL CHECK (length(pipeline) <= 63),
  revision    integer NOT NULL,
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 120000),
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, pipeline, revision)
);

-- One matter with one person. A won deal has steps after the sale; until the last of them is left it is not finished.
CREATE TABLE deals (
  business_id    integer NOT NULL,
  deal_id        bigint GENERATED ALWAYS AS IDENTITY,
  person_id      bigint NOT NULL,
  pipeline       text COLLATE "C" NOT NULL CHECK (length(pipeline) <= 63),
  step           text COLLATE "C" NOT NULL CHECK (length(step) BETWEEN 1 AND 63),
  title          text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- What a search compares, worked out once.
  title_key      text COLLATE "C" GENERATED ALWAYS AS (fa_loose(title)) STORED,
  -- In minor units of the business; null: not known yet.
  amount         bigint CHECK (amount >= 0),
  -- Names or codes of what they want.
  products       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(products) <= 100),
  -- The member of staff who looks after it; null: nobody.
  owner          text COLLATE "C" CHECK (length(owner) <= 100),
  state          text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'won', 'lost')),
  expected_close date,
  -- What is known of it, by the fields that its steps ask for.
  known          jsonb NOT NULL DEFAULT '{}' CHECK (length(known::text) <= 60000),
  opened_at      timestamptz NOT NULL,
  step_since     timestamptz NOT NULL,
  -- Won or lost.
  closed_at      timestamptz,
  -- Nothing is left to do about it: lost, or won and through the steps after the sale.
  finished_at    timestamptz,
  lost_reason    text COLLATE "C" CHECK (length(lost_reason) <= 63),
  lost_note      text CHECK (length(lost_note) <= 1000),
  source         text CHECK (length(source) <= 200),
  campaign       text CHECK (length(campaign) <= 200),
  -- Who recommended us to them.
  referrer_id    bigint,
  lead_id        bigint,
  -- How likely it is won; null: nobody can tell yet.
  chance         real CHECK (chance BETWEEN 0 AND 1),
  -- What is to be expected of it; as long as nobody can tell the chance, all of it.
  weight         bigint GENERATED ALWAYS AS (round(amount * coalesce(chance, 1)::double precision)::bigint) STORED,
  -- Since when it stands still, and why.
  stalled_at     timestamptz,
  stalled_for    text COLLATE "C" CHECK (stalled_for IN ('overdue', 'no-next-step', 'quiet')),
  revision       integer NOT NULL DEFAULT 1,
  made_by        text NOT NULL CHECK (length(made_by) <= 300),
  changed_by     text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, deal_id),
  CHECK ((state = 'open') = (closed_at IS NULL)),
  CHECK (finished_at IS NULL OR state <> 'open'),
  CHECK (state = 'lost' OR lost_reason IS NULL),
  CHECK ((stalled_at IS NULL) = (stalled_for IS NULL))
);
-- The board: what is under way, by step, whoever came last coming first. It holds what the sums of a step need.
CREATE INDEX deals_on_board ON deals (business_id, pipeline, step, step_since DESC, deal_id DESC)
  INCLUDE (amount, weight, owner, stalled_at, expected_close) WHERE finished_at IS NULL;
CREATE INDEX deals_of_owner ON deals (business_id, owner, pipeline, step, step_since DESC, deal_id DESC)
  INCLUDE (amount, weight) WHERE finished_at IS NULL;
-- What is worth most first, for whoever looks after it.
CREATE INDEX deals_by_weight ON deals (business_id, owner, weight DESC, deal_id) WHERE state = 'open';
CREATE INDEX deals_of_person ON deals (business_id, person_id, deal_id);
CREATE INDEX deals_of_referrer ON deals (business_id, referrer_id, deal_id) WHERE referrer_id IS NOT NULL;
CREATE INDEX deals_of_lead ON deals (business_id, lead_id, deal_id) WHERE lead_id IS NOT NULL;
CREATE INDEX deals_closing ON deals (business_id, expected_close, deal_id) WHERE state = 'open' AND expected_close IS NOT NULL;
CREATE INDEX deals_closed ON deals (business_id, closed_at, deal_id) WHERE closed_at IS NOT NULL;
CREATE INDEX deals_stalled ON deals (business_id, stalled_at, deal_id) WHERE stalled_at IS NOT NULL;

-- Every stay on a step. A deal that is opened again begins a new one.
CREATE TABLE deal_steps (
  business_id integer NOT NULL,
  deal_id     bigint NOT NULL,
  place       integer NOT NULL CHECK (place > 0),
  step        text COLLATE "C" NOT NULL CHECK (length(step) BETWEEN 1 AND 63),
  entered_at  timestamptz NOT NULL,
  left_at     timestamptz,
  -- Who put it there, and who took it away.
  by          text NOT NULL CHECK (length(by) <= 300),
  left_by     text CHECK (length(left_by) <= 300),
  -- What was known when it was left, and what was missing: {known, passed, missing}.
  evidence    jsonb NOT NULL DEFAULT '{}' CHECK (length(evidence::text) <= 60000),
  -- Why it was left all the same, or why it was lost.
  reason      text CHECK (length(reason) <= 1000),
  PRIMARY KEY (business_id, deal_id, place)
);
CREATE INDEX deal_steps_entered ON deal_steps (business_id, step, entered_at, deal_id);

-- What else became of a deal: whose it was, what it was worth, when it was to close. It can be added to and no more.
CREATE TABLE deal_changes (
  business_id integer NOT NULL,
  deal_id     bigint NOT NULL,
  change_id   bigint GENERATED ALWAYS AS IDENTITY,
  what        text COLLATE "C" NOT NULL CHECK (what IN ('opened', 'title', 'amount', 'products', 'owner', 'close', 'won', 'lost', 'reopened', 'finished', 'known', 'step')),
  before      text CHECK (length(before) <= 2000),
  after       text CHECK (length(after) <= 2000),
  note        text CHECK (length(note) <= 1000),
  by          text NOT NULL CHECK (length(by) <= 300),
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, deal_id, change_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['pipelines', 'pipeline_versions', 'deals', 'deal_steps', 'deal_changes'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- The businesses that have deals under way, for the job that looks which of them stand still.
CREATE POLICY doors ON deals FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_deals() RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM deals d WHERE d.business_id = b.business_id AND d.finished_at IS NULL)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_deals() FROM PUBLIC;

CREATE FUNCTION grant_sales_deals(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON pipeline_versions, deal_changes FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON pipelines, deals, deal_steps FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_deals(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sales_deals(name) FROM PUBLIC;
