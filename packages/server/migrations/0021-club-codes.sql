-- Codes: vouchers, gift cards, and what rewards hand out (docs/decisions/0031-club.md). How often a code was used and what is
-- on a card stand in the ledger (0018); here stands which codes there are and what they are good for.

-- Codes that were made together and bring the same offer. Of a code only a hash is kept; with the seed all codes of a batch
-- can be made out again, to be printed or to be made on when the making was interrupted. Sealing takes the seed away: from
-- then on nobody can print them, and they are good all the same.
CREATE TABLE voucher_batches (
  business_id integer NOT NULL,
  batch_id    bigint GENERATED ALWAYS AS IDENTITY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  -- The offer that a code brings.
  offer       text COLLATE "C" NOT NULL CHECK (offer ~ '^[a-z][a-z0-9-]{0,62}$'),
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('drawn', 'word', 'reward')),
  -- The word itself, which is meant to be known.
  word        text CHECK (length(word) BETWEEN 3 AND 40),
  state       text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'making', 'stopped', 'done')),
  stop_asked  boolean NOT NULL DEFAULT false,
  -- How many are to be made, how many there are, and how far the numbers are used up from which they are drawn.
  asked       integer NOT NULL CHECK (asked BETWEEN 0 AND 1000000),
  made        integer NOT NULL DEFAULT 0,
  drawn       integer NOT NULL DEFAULT 0,
  -- Signs of chance in each code.
  payload     smallint NOT NULL CHECK (payload BETWEEN 0 AND 18),
  seed        bytea CHECK (length(seed) = 32),
  sealed_at   timestamptz,
  -- How often each code may be used, by everybody together and by one person; null: without limit.
  uses        bigint CHECK (uses > 0),
  uses_each   bigint CHECK (uses_each > 0),
  -- From the first instant on, up to but without the second.
  valid_from  timestamptz,
  valid_until timestamptz CHECK (valid_until > valid_from),
  disabled_at timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, batch_id),
  CHECK ((kind = 'word') = (word IS NOT NULL))
);

-- One code. It is looked up by its hash, in one probe; 16 bytes of it fit the type that is compared fastest.
CREATE TABLE vouchers (
  business_id integer NOT NULL,
  hash        uuid NOT NULL,
  voucher_id  bigint GENERATED ALWAYS AS IDENTITY,
  batch_id    bigint NOT NULL,
  -- From which number of its batch it was drawn.
  ordinal     bigint NOT NULL,
  -- Good for this person alone; null: for whoever has it.
  person_id   bigint,
  -- Where it ends before its batch does.
  valid_until timestamptz,
  disabled_at timestamptz,
  PRIMARY KEY (business_id, hash)
);
CREATE UNIQUE INDEX vouchers_of_batch ON vouchers (business_id, batch_id, voucher_id);
CREATE INDEX vouchers_of_person ON vouchers (business_id, person_id, voucher_id) WHERE person_id IS NOT NULL;

-- Codes that were tried and are none, by who tried them. After some of them whoever tries has to wait.
CREATE TABLE code_guesses (
  business_id  integer NOT NULL,
  -- `staff …`, `key …`, `person …`, or `all` of the business together.
  subject      text COLLATE "C" NOT NULL CHECK (length(subject) BETWEEN 1 AND 320),
  wrong        integer NOT NULL,
  last_at      timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (business_id, subject)
);
CREATE INDEX code_guesses_age ON code_guesses (business_id, last_at);

-- A gift card. What is on it stands in the ledger. The seed is kept only while it belongs to a person, who is to see the
-- code among their own things; of any other card the code is told once.
CREATE TABLE gift_cards (
  business_id integer NOT NULL,
  card_id     bigint GENERATED ALWAYS AS IDENTITY,
  hash        uuid NOT NULL,
  seed        bytea CHECK (length(seed) = 32),
  -- Its last four signs, by which people tell their cards apart.
  tail        text COLLATE "C" NOT NULL CHECK (length(tail) = 4),
  state       text COLLATE "C" NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'frozen', 'refunded')),
  person_id   bigint,
  expires_at  timestamptz,
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, card_id)
);
CREATE UNIQUE INDEX gift_cards_by_hash ON gift_cards (business_id, hash);
CREATE INDEX gift_cards_of_person ON gift_cards (business_id, person_id, card_id) WHERE person_id IS NOT NULL;
CREATE INDEX gift_cards_by_tail ON gift_cards (business_id, tail, card_id);

-- What was paid onto a card, and what of it was given back. The first is the purchase of the card itself.
CREATE TABLE gift_card_loads (
  business_id integer NOT NULL,
  card_id     bigint NOT NULL,
  place       integer NOT NULL CHECK (place > 0),
  amount      bigint NOT NULL CHECK (amount > 0),
  -- What was sold at the till, and on which line; null: given or sold by the business itself.
  order_number text COLLATE "C" CHECK (length(order_number) BETWEEN 1 AND 200),
  line        integer,
  -- Whether money was taken for it; what is given for nothing is a cost of marketing.
  paid        boolean NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  -- What was still there when it was given back, and went off the card.
  refunded    bigint CHECK (refunded BETWEEN 0 AND amount),
  refunded_by text CHECK (length(refunded_by) <= 300),
  refunded_at timestamptz,
  PRIMARY KEY (business_id, card_id, place)
);
CREATE INDEX gift_card_loads_of_order ON gift_card_loads (business_id, order_number, line) WHERE order_number IS NOT NULL;

-- What happened to a card besides money: frozen, given to somebody else, given a new code. It can be added to and no more.
CREATE TABLE gift_card_changes (
  business_id integer NOT NULL,
  card_id     bigint NOT NULL,
  change_id   bigint GENERATED ALWAYS AS IDENTITY,
  what        text COLLATE "C" NOT NULL CHECK (what IN ('frozen', 'unfrozen', 'transferred', 'recoded', 'refunded')),
  -- Whose it was and whose it is then.
  from_person bigint,
  to_person   bigint,
  reason      text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  by_name     text NOT NULL CHECK (length(by_name) <= 300),
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, card_id, change_id)
);

-- The catalogue of rewards.
CREATE TABLE rewards (
  business_id integer NOT NULL,
  reward_id   bigint GENERATED ALWAYS AS IDENTITY,
  key         text COLLATE "C" NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 60000),
  state       text COLLATE "C" NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'active', 'archived')),
  -- With what the codes it hands out are made out again.
  seed        bytea NOT NULL CHECK (length(seed) = 32),
  -- Its codes that bring an offer; null: there are none yet.
  batch_id    bigint,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, reward_id)
);
CREATE UNIQUE INDEX rewards_by_key ON rewards (business_id, key);

CREATE TABLE reward_images (
  business_id integer NOT NULL,
  reward_id   bigint NOT NULL,
  image_id    bigint GENERATED ALWAYS AS IDENTITY,
  type        text COLLATE "C" NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  content     bytea NOT NULL CHECK (length(content) BETWEEN 1 AND 1048576),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, reward_id, image_id)
);

-- What was redeemed: a reward as it was then, what was spent on it, and what became of it.
CREATE TABLE redemptions (
  business_id   integer NOT NULL,
  redemption_id bigint GENERATED ALWAYS AS IDENTITY,
  reward_id     bigint NOT NULL,
  person_id     bigint NOT NULL,
  state         text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'handed', 'cancelled')),
  definition    jsonb NOT NULL CHECK (length(definition::text) <= 60000),
  wallet        text COLLATE "C" NOT NULL CHECK (length(wallet) <= 63),
  units         bigint NOT NULL CHECK (units > 0),
  -- The posting of the ledger that spent them.
  spend_id      bigint,
  -- The code that was handed out, as its hash, and from which number of the reward's seed it was drawn.
  hash          uuid NOT NULL,
  ordinal       bigint NOT NULL,
  voucher_id    bigint,
  is_proven     boolean NOT NULL,
  ends_at       timestamptz,
  made_by       text NOT NULL CHECK (length(made_by) <= 300),
  made_at       timestamptz NOT NULL,
  ended_by      text CHECK (length(ended_by) <= 300),
  ended_at      timestamptz,
  reason        text NOT NULL DEFAULT '' CHECK (length(reason) <= 200),
  PRIMARY KEY (business_id, redemption_id)
);
CREATE UNIQUE INDEX redemptions_by_hash ON redemptions (business_id, hash);
CREATE INDEX redemptions_of_person ON redemptions (business_id, person_id, redemption_id);
CREATE INDEX redemptions_of_reward ON redemptions (business_id, reward_id, redemption_id);
CREATE INDEX redemptions_of_voucher ON redemptions (business_id, voucher_id) WHERE voucher_id IS NOT NULL;

-- What is owed between partners, in minor units: above 0 we owe them, below 0 they owe us. It can be added to and no more.
CREATE TABLE partner_entries (
  business_id   integer NOT NULL,
  entry_id      bigint GENERATED ALWAYS AS IDENTITY,
  partner       text COLLATE "C" NOT NULL CHECK (length(partner) BETWEEN 1 AND 63),
  name          text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind          text COLLATE "C" NOT NULL CHECK (kind IN ('redeemed', 'cancelled', 'settled')),
  amount        bigint NOT NULL,
  redemption_id bigint,
  note          text NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  by_name       text NOT NULL CHECK (length(by_name) <= 300),
  at            timestamptz NOT NULL,
  PRIMARY KEY (business_id, entry_id)
);
CREATE INDEX partner_entries_of ON partner_entries (business_id, partner, entry_id) INCLUDE (amount);
CREATE UNIQUE INDEX partner_entries_once ON partner_entries (business_id, redemption_id, kind) WHERE redemption_id IS NOT NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['voucher_batches', 'vouchers', 'code_guesses', 'gift_cards', 'gift_card_loads', 'gift_card_changes',
                           'rewards', 'reward_images', 'redemptions', 'partner_entries'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

CREATE FUNCTION grant_club_codes(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON gift_card_changes, partner_entries FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON vouchers, voucher_batches, gift_cards, gift_card_loads, redemptions FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_codes(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_club_codes(name) FROM PUBLIC;
