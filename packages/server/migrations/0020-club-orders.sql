-- Offers under guard, and the till: what was asked and priced, what was bought, what came back
-- (docs/decisions/0031-club.md).

-- A discount or a perk for chosen people. Its key is what entries, counters and facts name it by, and never changes.
CREATE TABLE offers (
  business_id integer NOT NULL,
  key         text COLLATE "C" NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 60000),
  state       text COLLATE "C" NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'archived')),
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, key)
);

-- For whom an offer is that is for chosen people.
CREATE TABLE offer_people (
  business_id integer NOT NULL,
  offer_key   text COLLATE "C" NOT NULL CHECK (length(offer_key) <= 63),
  person_id   bigint NOT NULL,
  chosen_by   text NOT NULL CHECK (length(chosen_by) <= 300),
  chosen_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, offer_key, person_id)
);
CREATE INDEX offer_people_person ON offer_people (business_id, person_id);

-- The guard, the weights of appreciation and the base of the month. No row: nobody has said anything yet. `stamp` rises
-- with every change of an offer, its people or these settings: prices made under another one are not the prices of now.
CREATE TABLE offer_settings (
  business_id integer NOT NULL,
  definition  jsonb NOT NULL DEFAULT '{}' CHECK (length(definition::text) <= 60000),
  revision    integer NOT NULL DEFAULT 0,
  stamp       bigint NOT NULL DEFAULT 0,
  -- What loyal customers bought in each of the last whole months, the newest last, as it was counted last.
  from_loyal  bigint[],
  counted_at  timestamptz,
  changed_by  text CHECK (length(changed_by) <= 300),
  changed_at  timestamptz,
  PRIMARY KEY (business_id)
);

-- A basket that was priced for the till, with everything that is to be posted when it is paid.
CREATE TABLE till_quotes (
  business_id  integer NOT NULL,
  quote_id     bigint GENERATED ALWAYS AS IDENTITY,
  person_id    bigint,
  order_number text COLLATE "C" CHECK (length(order_number) BETWEEN 1 AND 100),
  state        text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'committed', 'released')),
  asked        json NOT NULL,
  priced       json NOT NULL,
  -- Under which version of the programme and which stamp of the offers.
  rests_on     text COLLATE "C" NOT NULL CHECK (length(rests_on) <= 200),
  programme_version integer,
  hold_id      bigint,
  -- What asks for proof of who they are, and whether they showed a code of their own.
  proof_for    text[] NOT NULL,
  is_proven    boolean NOT NULL,
  until        timestamptz NOT NULL,
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (business_id, quote_id)
);
CREATE INDEX till_quotes_old ON till_quotes (business_id, until) WHERE state <> 'committed';
CREATE INDEX till_quotes_number ON till_quotes (business_id, order_number, quote_id) WHERE state = 'open';

-- What was bought. Everything about it but its state and how much of it has come back stays as it was committed.
CREATE TABLE till_orders (
  business_id integer NOT NULL,
  order_id    bigint GENERATED ALWAYS AS IDENTITY,
  number      text COLLATE "C" NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  person_id   bigint,
  quote_id    bigint,
  state       text COLLATE "C" NOT NULL DEFAULT 'closed'
              CHECK (state IN ('closed', 'partially_returned', 'returned', 'cancelled')),
  basket      json NOT NULL,
  priced      json NOT NULL,
  -- What the ledger gave for it: the numbers by which points and money are given back and taken back.
  posted      json NOT NULL,
  due         bigint NOT NULL CHECK (due >= 0),
  method      text CHECK (length(method) <= 200),
  -- By the clock of the till, and by ours.
  at          timestamptz NOT NULL,
  posted_at   timestamptz NOT NULL,
  -- Pieces of each line that have come back.
  returned    integer[] NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  device_id   integer,
  slip        bigint,
  PRIMARY KEY (business_id, order_id)
);
CREATE UNIQUE INDEX till_orders_number ON till_orders (business_id, number);
CREATE UNIQUE INDEX till_orders_slip ON till_orders (business_id, device_id, slip) WHERE device_id IS NOT NULL;
CREATE UNIQUE INDEX till_orders_quote ON till_orders (business_id, quote_id) WHERE quote_id IS NOT NULL;
CREATE INDEX till_orders_person ON till_orders (business_id, person_id, order_id) WHERE person_id IS NOT NULL;

-- Every return and cancellation with what it gave and took. It can be added to and nothing else.
CREATE TABLE till_returns (
  business_id integer NOT NULL,
  order_id    bigint NOT NULL,
  place       integer NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('return', 'cancel')),
  lines       json NOT NULL,
  plan        json NOT NULL,
  reason      text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  at          timestamptz NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  PRIMARY KEY (business_id, order_id, place)
);

-- A till that signs what it sold while the network was away.
CREATE TABLE till_devices (
  business_id integer NOT NULL,
  device_id   integer NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  branch      text COLLATE "C" CHECK (length(branch) BETWEEN 1 AND 200),
  -- A signature made by the receiver is checked with the same key that made it.
  secret      bytea NOT NULL CHECK (length(secret) = 32),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  revoked_by  text CHECK (length(revoked_by) <= 300),
  revoked_at  timestamptz,
  PRIMARY KEY (business_id, device_id)
);

-- With what the codes are made that members show at the till.
CREATE TABLE member_code_keys (
  business_id integer NOT NULL,
  secret      bytea NOT NULL CHECK (length(secret) = 32),
  PRIMARY KEY (business_id)
);

-- What a till sent afterwards, as it sent it: posted, or waiting for somebody to look at it. Nothing of it is lost.
CREATE TABLE till_slips (
  business_id integer NOT NULL,
  device_id   integer NOT NULL,
  sequence    bigint NOT NULL CHECK (sequence > 0),
  body        text NOT NULL CHECK (length(body) <= 500000),
  body_hash   bytea NOT NULL,
  outcome     text COLLATE "C" NOT NULL CHECK (outcome IN ('posted', 'review', 'reviewed')),
  order_number text COLLATE "C" CHECK (length(order_number) <= 100),
  -- What could not be honoured, and why.
  reasons     jsonb NOT NULL DEFAULT '[]',
  received_at timestamptz NOT NULL,
  reviewed_by text CHECK (length(reviewed_by) <= 300),
  reviewed_at timestamptz,
  note        text CHECK (length(note) <= 500),
  PRIMARY KEY (business_id, device_id, sequence)
);
CREATE INDEX till_slips_review ON till_slips (business_id, received_at, device_id, sequence) WHERE outcome = 'review';

-- Who was honoured for a year, at which place, and with what.
CREATE TABLE annual_awards (
  business_id integer NOT NULL,
  year        integer NOT NULL,
  person_id   bigint NOT NULL,
  place       smallint NOT NULL CHECK (place BETWEEN 1 AND 100),
  score       integer NOT NULL,
  title_fa    text NOT NULL CHECK (length(title_fa) BETWEEN 1 AND 200),
  title_en    text NOT NULL CHECK (length(title_en) BETWEEN 1 AND 200),
  is_public   boolean NOT NULL,
  given_by    text NOT NULL CHECK (length(given_by) <= 300),
  given_at    timestamptz NOT NULL,
  PRIMARY KEY (business_id, year, person_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['offers', 'offer_people', 'offer_settings', 'till_quotes', 'till_orders', 'till_returns', 'till_devices',
                           'till_slips', 'member_code_keys', 'annual_awards'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- For the job that serves all: where the base of loyal customers was not counted since, and where quotes ended long ago.
CREATE POLICY doors ON offer_settings FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_base_due(before timestamptz, after integer) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT s.business_id FROM offer_settings s
  WHERE s.business_id > after AND s.revision > 0 AND (s.counted_at IS NULL OR s.counted_at < before) ORDER BY 1
$$;
CREATE POLICY doors ON till_quotes FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_old_quotes(before timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM till_quotes q WHERE q.business_id = b.business_id AND q.state <> 'committed' AND q.until < before)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_base_due(timestamptz, integer) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION businesses_with_old_quotes(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_club_orders(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON till_returns, annual_awards FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON till_orders, till_slips, till_devices FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_base_due(timestamptz, integer) TO %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_old_quotes(timestamptz) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_orders(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_club_orders(name) FROM PUBLIC;
