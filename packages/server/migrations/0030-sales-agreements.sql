-- Agreements on a deal: the wants read back and confirmed, quotations, what was accepted, and the money that was taken
-- (docs/decisions/0032-sales.md).

-- What stands at the head and the foot of papers, and what a quotation begins with. No row: nobody has said anything yet.
CREATE TABLE sales_papers (
  business_id integer NOT NULL,
  paper       jsonb NOT NULL DEFAULT '{}' CHECK (length(paper::text) <= 40000),
  -- By its hash, in sales_logos; null: none.
  logo        bytea CHECK (length(logo) = 32),
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

-- Every logo there ever was: a paper that was sent under one keeps it.
CREATE TABLE sales_logos (
  business_id integer NOT NULL,
  hash        bytea NOT NULL CHECK (length(hash) = 32),
  type        text COLLATE "C" NOT NULL CHECK (type IN ('image/png', 'image/jpeg')),
  content     bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 204800),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, hash)
);

-- The last number of each kind of paper: one row, so that no number is left out and none is given twice.
CREATE TABLE agreement_numbers (
  business_id integer NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('wants', 'quotation', 'order')),
  last        integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (business_id, kind)
);

-- Something that is to be agreed on. What it says stands in its versions.
CREATE TABLE agreements (
  business_id  integer NOT NULL,
  agreement_id bigint GENERATED ALWAYS AS IDENTITY,
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('wants', 'quotation')),
  -- Given when it is sent first; null: it never was.
  number       integer CHECK (number > 0),
  deal_id      bigint NOT NULL,
  person_id    bigint NOT NULL,
  -- The version that is worked on, or was sent last.
  version      integer NOT NULL DEFAULT 1 CHECK (version > 0),
  state        text COLLATE "C" NOT NULL DEFAULT 'draft'
               CHECK (state IN ('draft', 'sent', 'accepted', 'declined', 'withdrawn')),
  -- Of its guard: whether a manager was asked. Kept here too, for the list of what waits for one.
  waits_for_approval boolean NOT NULL DEFAULT false,
  revision     integer NOT NULL DEFAULT 1,
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  made_at      timestamptz NOT NULL,
  changed_by   text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, agreement_id)
);
CREATE UNIQUE INDEX agreements_number ON agreements (business_id, kind, number) WHERE number IS NOT NULL;
CREATE INDEX agreements_of_deal ON agreements (business_id, deal_id, agreement_id);
CREATE INDEX agreements_of_person ON agreements (business_id, person_id, agreement_id);
CREATE INDEX agreements_waiting ON agreements (business_id, agreement_id) WHERE waits_for_approval;

-- What an agreement said at a time. Once it was sent, what it says never changes: a change is another version.
CREATE TABLE agreement_versions (
  business_id  integer NOT NULL,
  agreement_id bigint NOT NULL,
  version      integer NOT NULL CHECK (version > 0),
  state        text COLLATE "C" NOT NULL DEFAULT 'draft'
               CHECK (state IN ('draft', 'sent', 'replaced', 'accepted', 'declined', 'withdrawn')),
  language     text COLLATE "C" NOT NULL CHECK (language IN ('fa', 'en')),
  -- As it is shown and hashed, letter by letter; so not jsonb.
  content      json NOT NULL CHECK (length(content::text) <= 1000000),
  amount       bigint CHECK (amount >= 0),
  valid_until  date,
  -- What the guard of the offers said of the discounts, and what a manager said to that.
  guard        json,
  approval     text COLLATE "C" NOT NULL DEFAULT 'none' CHECK (approval IN ('none', 'asked', 'given', 'refused')),
  approval_reason text NOT NULL DEFAULT '' CHECK (length(approval_reason) <= 500),
  approval_by  text CHECK (length(approval_by) <= 300),
  approval_at  timestamptz,
  -- SHA-256 of what was sent: number, version, both sides and the content.
  hash         bytea CHECK (length(hash) = 32),
  -- The same text that was hashed.
  document     text CHECK (length(document) <= 1200000),
  sent_by      text CHECK (length(sent_by) <= 300),
  sent_at      timestamptz,
  opened_at    timestamptz,
  opened       integer NOT NULL DEFAULT 0,
  -- What the customer said: their answer, name, address on the network, the words beside the button, and a proof.
  answer       json CHECK (length(answer::text) <= 200000),
  answered_at  timestamptz,
  PRIMARY KEY (business_id, agreement_id, version),
  CHECK ((sent_at IS NULL) = (hash IS NULL) AND (sent_at IS NULL) = (document IS NULL))
);

-- The links under which a version can be seen: of the secret in them only its hash.
CREATE TABLE agreement_links (
  business_id  integer NOT NULL,
  hash         bytea NOT NULL CHECK (length(hash) = 32),
  agreement_id bigint NOT NULL,
  version      integer NOT NULL,
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (business_id, hash)
);
CREATE INDEX agreement_links_of ON agreement_links (business_id, agreement_id, version);

-- What happened with an agreement, for whoever looks it up later. It can be added to and nothing else.
CREATE TABLE agreement_events (
  business_id  integer NOT NULL,
  agreement_id bigint NOT NULL,
  event_id     bigint GENERATED ALWAYS AS IDENTITY,
  version      integer NOT NULL,
  kind         text COLLATE "C" NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
  by           text NOT NULL CHECK (length(by) <= 300),
  at           timestamptz NOT NULL,
  detail       jsonb NOT NULL DEFAULT '{}' CHECK (length(detail::text) <= 4000),
  PRIMARY KEY (business_id, agreement_id, event_id)
);

-- The order that came of an accepted quotation: one.
CREATE TABLE agreement_orders (
  business_id  integer NOT NULL,
  agreement_id bigint NOT NULL,
  version      integer NOT NULL,
  deal_id      bigint NOT NULL,
  person_id    bigint NOT NULL,
  number       text COLLATE "C" NOT NULL CHECK (length(number) BETWEEN 1 AND 100),
  amount       bigint NOT NULL CHECK (amount >= 0),
  paid         bigint NOT NULL DEFAULT 0 CHECK (paid BETWEEN 0 AND amount),
  placed_by    text NOT NULL CHECK (length(placed_by) <= 300),
  placed_at    timestamptz NOT NULL,
  -- When the last of the money was there.
  paid_at      timestamptz,
  PRIMARY KEY (business_id, agreement_id)
);
CREATE UNIQUE INDEX agreement_orders_number ON agreement_orders (business_id, number);

-- Money that was taken for an order. It can be added to and nothing else.
CREATE TABLE agreement_payments (
  business_id  integer NOT NULL,
  agreement_id bigint NOT NULL,
  place        integer NOT NULL CHECK (place > 0),
  amount       bigint NOT NULL CHECK (amount > 0),
  method       text NOT NULL DEFAULT '' CHECK (length(method) <= 100),
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 300),
  -- When it was taken, and when that was written down.
  at           timestamptz NOT NULL,
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  made_at      timestamptz NOT NULL,
  PRIMARY KEY (business_id, agreement_id, place)
);

-- How often somebody at an address on the network came with a link that is none, in an hour.
CREATE TABLE agreement_guesses (
  business_id integer NOT NULL,
  subject     bytea NOT NULL CHECK (length(subject) = 32),
  hour        integer NOT NULL,
  wrong       integer NOT NULL DEFAULT 1,
  PRIMARY KEY (business_id, subject, hour)
);
CREATE INDEX agreement_guesses_age ON agreement_guesses (business_id, hour);

-- A code may also prove who accepts an agreement.
ALTER TABLE one_time_codes DROP CONSTRAINT one_time_codes_purpose_check;
ALTER TABLE one_time_codes ADD CONSTRAINT one_time_codes_purpose_check
  CHECK (purpose IN ('sign-in', 'spend', 'redeem', 'agree'));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sales_papers', 'sales_logos', 'agreement_numbers', 'agreements', 'agreement_versions', 'agreement_links',
                           'agreement_events', 'agreement_orders', 'agreement_payments', 'agreement_guesses'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- What was sent stays as it was, whoever writes.
CREATE FUNCTION keep_sent_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.sent_at IS NOT NULL THEN RAISE EXCEPTION 'What was sent stays as it was'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.sent_at IS NOT NULL AND (NEW.content::text, NEW.language, NEW.amount, NEW.valid_until, NEW.hash, NEW.document,
                                  NEW.sent_at, NEW.sent_by) IS DISTINCT FROM
                                 (OLD.content::text, OLD.language, OLD.amount, OLD.valid_until, OLD.hash, OLD.document,
                                  OLD.sent_at, OLD.sent_by) THEN
    RAISE EXCEPTION 'What was sent stays as it was';
  END IF;
  IF OLD.answered_at IS NOT NULL AND (NEW.answer::text, NEW.answered_at) IS DISTINCT FROM (OLD.answer::text, OLD.answered_at) THEN
    RAISE EXCEPTION 'What was answered stays as it was';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_sent BEFORE UPDATE OR DELETE ON agreement_versions FOR EACH ROW EXECUTE FUNCTION keep_sent_agreement();

CREATE FUNCTION grant_agreements(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON agreement_events, agreement_payments, agreement_links FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON agreements, agreement_orders FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_agreements(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_agreements(name) FROM PUBLIC;
