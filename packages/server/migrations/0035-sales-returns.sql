-- Agreed orders that are called off before they are paid for, or come back afterwards (docs/decisions/0032-sales.md).

ALTER TABLE agreement_orders
  -- What came back of it, as it was paid for.
  ADD COLUMN returned bigint NOT NULL DEFAULT 0,
  -- When nothing of it stayed with the customer any more.
  ADD COLUMN returned_at timestamptz,
  -- When it was called off, before all of it was paid for.
  ADD COLUMN cancelled_at timestamptz,
  -- The promises that were made with it, which end with it.
  ADD COLUMN promises bigint[] NOT NULL DEFAULT '{}' CHECK (cardinality(promises) <= 100),
  ADD CONSTRAINT agreement_orders_returned CHECK (returned BETWEEN 0 AND paid),
  ADD CONSTRAINT agreement_orders_over CHECK (cancelled_at IS NULL OR (paid_at IS NULL AND returned = 0 AND returned_at IS NULL));

-- Every time an order was called off or something of it came back. It can be added to and nothing else.
CREATE TABLE agreement_returns (
  business_id  integer NOT NULL,
  agreement_id bigint NOT NULL,
  place        integer NOT NULL CHECK (place > 0),
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('cancelled', 'returned')),
  -- What is to be paid back: what had been paid of what was called off, what was paid for what came back.
  amount       bigint NOT NULL CHECK (amount >= 0),
  -- [{line, quantity, amount}]: which lines came back, in thousandths and minor units.
  lines        jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(lines) = 'array' AND length(lines::text) <= 60000),
  reason       text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- How it is paid back.
  method       text NOT NULL DEFAULT '' CHECK (length(method) <= 100),
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  at           timestamptz NOT NULL,
  PRIMARY KEY (business_id, agreement_id, place)
);
ALTER TABLE agreement_returns ALTER COLUMN business_id SET STATISTICS 0;
ALTER TABLE agreement_returns ENABLE ROW LEVEL SECURITY;
ALTER TABLE agreement_returns FORCE ROW LEVEL SECURITY;
CREATE POLICY own_business ON agreement_returns
  USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()));

-- What came back of what a deal was won with: it stays won, and its worth is what is left.
ALTER TABLE deals ADD COLUMN returned bigint NOT NULL DEFAULT 0 CHECK (returned >= 0);
ALTER TABLE deal_changes DROP CONSTRAINT deal_changes_what_check;
ALTER TABLE deal_changes ADD CONSTRAINT deal_changes_what_check CHECK (what IN ('opened', 'title', 'amount', 'products', 'owner',
  'close', 'won', 'lost', 'reopened', 'finished', 'known', 'step', 'returned'));

CREATE FUNCTION grant_agreement_returns(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON agreement_returns FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_agreement_returns(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_agreement_returns(name) FROM PUBLIC;
