-- What was learnt of deals from the past of the business (docs/decisions/0032-sales.md).

CREATE TABLE sales_models (
  business_id integer NOT NULL,
  pipeline    text COLLATE "C" NOT NULL CHECK (length(pipeline) <= 63),
  learnt_at   timestamptz NOT NULL,
  -- Null: too little was decided.
  model       jsonb CHECK (length(model::text) <= 2000000),
  -- What was said in the past beside what came: of single deals, and of whole months.
  test        jsonb NOT NULL CHECK (length(test::text) <= 20000),
  months      jsonb NOT NULL CHECK (length(months::text) <= 20000),
  PRIMARY KEY (business_id, pipeline)
);

-- Deals by when they began, for reports.
CREATE INDEX deals_opened ON deals (business_id, opened_at, deal_id);

ALTER TABLE sales_models ALTER COLUMN business_id SET STATISTICS 0;
ALTER TABLE sales_models ENABLE ROW LEVEL SECURITY;
ALTER TABLE sales_models FORCE ROW LEVEL SECURITY;
CREATE POLICY own_business ON sales_models USING (business_id = (SELECT this_business()))
  WITH CHECK (business_id = (SELECT this_business()));
