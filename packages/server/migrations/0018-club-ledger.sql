-- The ledger of the customer club: everything that is owed to people and on gift cards, in whole units.
--
-- An entry is a posting with both its sides: what the account of the holder gets, the account of the programme named in
-- `against` gives, so that every transaction sums to zero by its form. Accounts of the programme have no rows: there is
-- none that every till would wait for. Transactions and entries can be added to and nothing else; lots, accounts and
-- counters are what they come to, and `nardeban check` counts them anew.
--
-- Who writes takes locks in one order: accounts (by number), then counters (by key, person and slot).

-- What one holder has in one wallet, and the row that is locked while it changes.
CREATE TABLE club_accounts (
  business_id integer NOT NULL,
  account_id  bigint GENERATED ALWAYS AS IDENTITY,
  -- 0: the account is a gift card's.
  person_id   bigint NOT NULL,
  -- 0: the account is a person's.
  card_id     bigint NOT NULL,
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  balance     bigint NOT NULL DEFAULT 0,
  -- What of the balance is owed to the business, as a positive number.
  debt        bigint NOT NULL DEFAULT 0 CHECK (debt >= 0),
  PRIMARY KEY (business_id, account_id),
  UNIQUE (business_id, person_id, card_id, wallet),
  CHECK ((person_id = 0) <> (card_id = 0)),
  CHECK (balance + debt >= 0)
) WITH (fillfactor = 80);

-- What was got at once and is spent, expires and is taken back as one. A negative amount is a debt.
CREATE TABLE club_lots (
  business_id    integer NOT NULL,
  lot_id         bigint GENERATED ALWAYS AS IDENTITY,
  account_id     bigint NOT NULL,
  transaction_id bigint NOT NULL,
  amount         bigint NOT NULL CHECK (amount <> 0),
  remaining      bigint NOT NULL,
  -- What of the remaining is kept aside by open holds.
  held           bigint NOT NULL DEFAULT 0,
  -- What of the amount expired, was taken back by whoever gave it, and was written off.
  expired        bigint NOT NULL DEFAULT 0 CHECK (expired >= 0),
  reversed       bigint NOT NULL DEFAULT 0 CHECK (reversed >= 0),
  written_off    bigint NOT NULL DEFAULT 0 CHECK (written_off >= 0),
  -- The account of the programme that gave it.
  source         text COLLATE "C" NOT NULL CHECK (source IN ('issued', 'sold', 'adjusted', 'transferred', 'settled')),
  -- Of a debt: the lot that was taken back after it was spent.
  for_lot        bigint,
  at             timestamptz NOT NULL,
  available_from timestamptz NOT NULL,
  expires_at     timestamptz,
  -- The remaining is not nothing. A column of its own, so that a lot of which a part is spent stays where it is in the indexes.
  is_open        boolean NOT NULL,
  PRIMARY KEY (business_id, lot_id),
  CHECK (is_open = (remaining <> 0)),
  CHECK (CASE WHEN amount > 0 THEN held >= 0 AND remaining BETWEEN held AND amount AND reversed <= amount
              ELSE remaining BETWEEN amount AND 0 AND held = 0 AND expires_at IS NULL END)
) WITH (fillfactor = 85);
CREATE INDEX club_lots_open ON club_lots (business_id, account_id, expires_at) WHERE is_open;
CREATE INDEX club_lots_due ON club_lots (business_id, expires_at, account_id) WHERE is_open AND expires_at IS NOT NULL;

CREATE TABLE club_transactions (
  business_id    integer NOT NULL,
  transaction_id bigint GENERATED ALWAYS AS IDENTITY,
  kind           text COLLATE "C" NOT NULL
    CHECK (kind IN ('earn', 'spend', 'give-back', 'take-back', 'expire', 'adjust', 'transfer')),
  wallet         text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  -- What was asked for, seen from the holder.
  units          bigint NOT NULL CHECK (units <> 0),
  -- When it happened, and when it was written.
  at             timestamptz NOT NULL,
  posted_at      timestamptz NOT NULL,
  -- By which a repeat is known. Null: what has its own guard against repeats (a hold is captured once, a lot expires once).
  key            text COLLATE "C" CHECK (length(key) BETWEEN 1 AND 300),
  -- The transaction that this one gives or takes back.
  reverses       bigint,
  hold_id        bigint,
  cause          jsonb NOT NULL CHECK (pg_column_size(cause) <= 4000),
  PRIMARY KEY (business_id, transaction_id)
);
CREATE UNIQUE INDEX club_transactions_once ON club_transactions (business_id, key) WHERE key IS NOT NULL;
CREATE INDEX club_transactions_reversing ON club_transactions (business_id, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX club_transactions_posted ON club_transactions (business_id, posted_at);

CREATE TABLE club_entries (
  business_id    integer NOT NULL,
  transaction_id bigint NOT NULL,
  place          integer NOT NULL,
  account_id     bigint NOT NULL,
  lot_id         bigint NOT NULL,
  -- Positive: the holder gets it.
  units          bigint NOT NULL CHECK (units <> 0),
  -- The account of the programme on the other side. What moves between lots ('settled') or holders ('transferred') sums
  -- to zero within its transaction.
  against        text COLLATE "C" NOT NULL
    CHECK (against IN ('issued', 'sold', 'adjusted', 'redeemed', 'expired', 'written-off', 'transferred', 'settled')),
  -- For what lot this one had to pay: that one was spent when it was taken back.
  for_lot        bigint,
  PRIMARY KEY (business_id, transaction_id, place)
);
CREATE INDEX club_entries_of_account ON club_entries (business_id, account_id, transaction_id);
CREATE INDEX club_entries_for ON club_entries (business_id, for_lot) WHERE for_lot IS NOT NULL;

-- What is kept aside until an instant.
CREATE TABLE club_holds (
  business_id  integer NOT NULL,
  hold_id      bigint GENERATED ALWAYS AS IDENTITY,
  -- 0: nobody's.
  person_id    bigint NOT NULL,
  state        text COLLATE "C" NOT NULL CHECK (state IN ('open', 'captured', 'released')),
  until        timestamptz NOT NULL,
  purpose      text NOT NULL CHECK (length(purpose) <= 100),
  key          text COLLATE "C" CHECK (length(key) BETWEEN 1 AND 300),
  -- [{w: wallet, c: card or 0, u: units, p: [[lot, account, units]]}], the lots in the order of spending
  lots         jsonb NOT NULL,
  -- [{k: key, p: person or 0, s: slot, n: how many}]
  claims       jsonb NOT NULL,
  -- What was posted when it was captured.
  transactions bigint[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (business_id, hold_id)
) WITH (fillfactor = 80);
CREATE INDEX club_holds_due ON club_holds (business_id, until) WHERE state = 'open';
CREATE INDEX club_holds_done ON club_holds (business_id, until) WHERE state = 'released';
CREATE UNIQUE INDEX club_holds_once ON club_holds (business_id, key) WHERE key IS NOT NULL;

-- How much of something that is bounded has been used and is kept aside: budgets, caps, uses of codes, stock. The counter
-- of everybody grows slots when tills would wait for each other: each slot may give away its quota without looking at the
-- others, and the quotas of all slots together never exceed the limit.
CREATE TABLE club_counters (
  business_id integer NOT NULL,
  key         text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  -- 0: everybody's.
  person_id   bigint NOT NULL,
  slot        smallint NOT NULL,
  used        bigint NOT NULL DEFAULT 0 CHECK (used >= 0),
  held        bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
  -- Null: without a limit, or a person's.
  quota       bigint CHECK (used + held <= quota),
  -- The limit under which the quotas were dealt out.
  dealt       bigint,
  PRIMARY KEY (business_id, key, person_id, slot)
) WITH (fillfactor = 50);

-- What was given back to counters. It can be added to and nothing else.
CREATE TABLE club_uncounts (
  business_id integer NOT NULL,
  key         text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 300),
  -- [{k: key, p: person or 0, n: how many}]
  claims      jsonb NOT NULL,
  posted_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, key)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['club_accounts', 'club_lots', 'club_transactions', 'club_entries', 'club_holds', 'club_counters',
                           'club_uncounts'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- ── Who, and what they have ───────────────────────────────────────────────────────────────────────────────────────

-- An instant as core counts it.
CREATE FUNCTION club_instant(ms jsonb) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_timestamp(nullif(ms, 'null')::float8 / 1000);

CREATE FUNCTION club_refusal(code text, field text, detail jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN jsonb_build_object('refused', jsonb_strip_nulls(jsonb_build_object('code', code, 'field', field, 'detail', detail)));

-- Everybody who is one with this person, their canonical person first; null when nobody is known by the number.
CREATE FUNCTION club_people(person bigint) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  ids bigint[];
BEGIN
  SELECT coalesce(p.merged_into, p.person_id) || ARRAY(
      SELECT o.person_id FROM people o WHERE o.business_id = b AND o.merged_into = coalesce(p.merged_into, p.person_id) ORDER BY 1)
    INTO ids FROM people p WHERE p.business_id = b AND p.person_id = person;
  RETURN ids;
END $$;

-- Locks all accounts of these people and cards.
CREATE FUNCTION club_lock(people bigint[], cards bigint[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
BEGIN
  IF cardinality(people) > 0 THEN
    PERFORM FROM club_accounts a WHERE a.business_id = b AND a.person_id = ANY(people) AND a.card_id = 0
    ORDER BY a.account_id FOR NO KEY UPDATE;
  END IF;
  IF cardinality(cards) > 0 THEN
    PERFORM FROM club_accounts a WHERE a.business_id = b AND a.person_id = 0 AND a.card_id = ANY(cards)
    ORDER BY a.account_id FOR NO KEY UPDATE;
  END IF;
END $$;

-- The account, made when it is not there; and what is owed on it. From then on it holds the person (an undone import
-- takes nobody off whom a table names); until then the person's own row is held.
CREATE FUNCTION club_account(p_person bigint, p_card bigint, p_wallet text, OUT id bigint, OUT owed bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
BEGIN
  SELECT a.account_id, a.debt INTO id, owed FROM club_accounts a
  WHERE a.business_id = b AND a.person_id = p_person AND a.card_id = p_card AND a.wallet = p_wallet;
  IF FOUND THEN RETURN; END IF;
  IF p_person > 0 THEN
    PERFORM FROM people p WHERE p.business_id = b AND p.person_id = p_person FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'person % was taken off', p_person USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
  INSERT INTO club_accounts (business_id, person_id, card_id, wallet) VALUES (b, p_person, p_card, p_wallet)
  ON CONFLICT (business_id, person_id, card_id, wallet) DO NOTHING;
  SELECT a.account_id, a.debt INTO id, owed FROM club_accounts a
  WHERE a.business_id = b AND a.person_id = p_person AND a.card_id = p_card AND a.wallet = p_wallet FOR NO KEY UPDATE;
END $$;

-- Which lots give these units: soonest expiring first, then oldest; with `p_pending`, what has not vested comes last.
-- `available` is what there is, less what is owed; `lots` is null when it is not enough. The accounts are locked.
CREATE FUNCTION club_pick(p_people bigint[], p_card bigint, p_wallet text, p_units bigint, p_now timestamptz, p_pending boolean,
                          OUT lots bigint[], OUT accounts bigint[], OUT units bigint[], OUT available bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  ids bigint[];
  owed bigint;
  lot record;
  missing bigint := p_units;
BEGIN
  SELECT array_agg(a.account_id), coalesce(sum(a.debt), 0) INTO ids, owed FROM club_accounts a
  WHERE a.business_id = b AND a.person_id = ANY(p_people) AND a.card_id = p_card AND a.wallet = p_wallet;
  lots := '{}'; accounts := '{}'; units := '{}'; available := 0;
  FOR lot IN
    SELECT l.lot_id, l.account_id, l.remaining - l.held AS free FROM club_lots l
    WHERE l.business_id = b AND l.account_id = ANY(ids) AND l.is_open AND l.amount > 0 AND l.remaining > l.held
      AND (l.expires_at IS NULL OR l.expires_at > p_now) AND (p_pending OR l.available_from <= p_now)
    ORDER BY l.available_from > p_now, l.expires_at, l.at, l.lot_id
  LOOP
    available := available + lot.free;
    IF missing > 0 THEN
      lots := lots || lot.lot_id;
      accounts := accounts || lot.account_id;
      units := units || least(missing, lot.free);
      missing := missing - least(missing, lot.free);
    END IF;
    EXIT WHEN missing = 0 AND available >= p_units + owed;
  END LOOP;
  available := greatest(0, available - owed);
  IF available < p_units THEN lots := NULL; END IF;
END $$;

-- ── Writing ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION club_enter(t bigint, p_account bigint, p_lot bigint, p_units bigint, p_against text, p_for bigint)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_units = 0 THEN RETURN; END IF;
  INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against, for_lot)
  SELECT this_business(), t, coalesce(max(e.place) + 1, 0), p_account, p_lot, p_units, p_against, p_for
  FROM club_entries e WHERE e.business_id = this_business() AND e.transaction_id = t;
END $$;

-- A lot without anything in it: entries fill it.
CREATE FUNCTION club_new_lot(t bigint, p_account bigint, p_amount bigint, p_source text, p_for bigint, p_at timestamptz,
                             p_from timestamptz, p_until timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  id bigint;
BEGIN
  INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, for_lot, at, available_from, expires_at, is_open)
  VALUES (this_business(), p_account, t, p_amount, 0, p_source, p_for, p_at, p_from, p_until, false) RETURNING lot_id INTO id;
  RETURN id;
END $$;

-- Brings lots and accounts to what the entries of the transaction say.
CREATE FUNCTION club_apply(t bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
BEGIN
  WITH told AS MATERIALIZED (
    SELECT e.lot_id, sum(e.units)::bigint AS units,
           coalesce(sum(e.units) FILTER (WHERE e.against = 'expired'), 0)::bigint AS lapsed,
           coalesce(sum(e.units) FILTER (WHERE e.against = 'written-off'), 0)::bigint AS forgiven
    FROM club_entries e WHERE e.business_id = b AND e.transaction_id = t GROUP BY e.lot_id
  ), changed AS (
    UPDATE club_lots l SET remaining = l.remaining + told.units, expired = l.expired - told.lapsed,
                           written_off = l.written_off + told.forgiven, is_open = l.remaining + told.units <> 0
    FROM told WHERE l.business_id = b AND l.lot_id = told.lot_id RETURNING l.account_id, l.amount, told.units
  )
  UPDATE club_accounts a SET balance = a.balance + s.units, debt = a.debt - s.owed
  FROM (SELECT c.account_id, sum(c.units)::bigint AS units, coalesce(sum(c.units) FILTER (WHERE c.amount < 0), 0)::bigint AS owed
        FROM changed c GROUP BY c.account_id) s
  WHERE a.business_id = b AND a.account_id = s.account_id;
END $$;

-- What a transaction came to, as whoever asked for it reads it.
CREATE FUNCTION club_posted(t bigint, is_new boolean) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object('transaction', x.transaction_id, 'wallet', x.wallet, 'units', x.units, 'isNew', is_new,
    'holder', (SELECT CASE WHEN a.card_id > 0 THEN jsonb_build_object('kind', 'card', 'id', a.card_id)
                           ELSE jsonb_build_object('kind', 'person', 'id', a.person_id) END
               FROM club_entries e JOIN club_accounts a ON a.business_id = e.business_id AND a.account_id = e.account_id
               WHERE e.business_id = x.business_id AND e.transaction_id = t ORDER BY e.place LIMIT 1),
    'expired', s.expired, 'debt', s.debt, 'writtenOff', s.written_off)
  FROM club_transactions x, LATERAL (
    SELECT greatest(0, -coalesce(sum(e.units) FILTER (WHERE e.against = 'expired'), 0)) AS expired,
           greatest(0, coalesce(sum(e.units) FILTER (WHERE e.against = 'written-off'), 0)) AS written_off,
           -coalesce(sum(e.units) FILTER (WHERE e.units < 0 AND l.amount < 0), 0) AS debt
    FROM club_entries e JOIN club_lots l ON l.business_id = e.business_id AND l.lot_id = e.lot_id
    WHERE e.business_id = x.business_id AND e.transaction_id = t) s
  WHERE x.business_id = this_business() AND x.transaction_id = t
$$;

-- What was posted under a key, or null.
CREATE FUNCTION club_posted_before(p_key text) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  t bigint;
BEGIN
  SELECT x.transaction_id INTO t FROM club_transactions x WHERE x.business_id = this_business() AND x.key = p_key;
  RETURN CASE WHEN t IS NOT NULL THEN club_posted(t, false) END;
END $$;

-- Pays what is owed in these accounts out of a lot that was just filled; answers what is left of it.
CREATE FUNCTION club_absorb(t bigint, ids bigint[], p_account bigint, p_lot bigint, p_free bigint) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
  due record;
  part bigint;
BEGIN
  FOR due IN
    SELECT l.lot_id, l.account_id, l.for_lot, -l.remaining AS owed FROM club_lots l
    WHERE l.business_id = this_business() AND l.account_id = ANY(ids) AND l.is_open AND l.amount < 0 ORDER BY l.lot_id
  LOOP
    -- Entries of this very transaction may have paid of it.
    due.owed := due.owed - coalesce((SELECT sum(e.units) FROM club_entries e WHERE e.business_id = this_business()
                                       AND e.transaction_id = t AND e.lot_id = due.lot_id), 0);
    part := least(p_free, due.owed);
    CONTINUE WHEN part <= 0;
    PERFORM club_enter(t, p_account, p_lot, -part, 'settled', due.for_lot);
    PERFORM club_enter(t, due.account_id, due.lot_id, part, 'settled', due.for_lot);
    p_free := p_free - part;
  END LOOP;
  RETURN p_free;
END $$;

-- The accounts of a wallet of these people or this card, and what is owed on them.
CREATE FUNCTION club_wallet(p_people bigint[], p_card bigint, p_wallet text, OUT ids bigint[], OUT owed bigint)
LANGUAGE plpgsql AS $$
BEGIN
  SELECT array_agg(a.account_id ORDER BY a.account_id), coalesce(sum(a.debt), 0) INTO ids, owed FROM club_accounts a
  WHERE a.business_id = this_business() AND a.person_id = ANY(p_people) AND a.card_id = p_card AND a.wallet = p_wallet;
END $$;

-- One credit as a lot of its own. The accounts of the holder are locked.
CREATE FUNCTION club_credit(p_kind text, p_source text, p_person bigint, p_card bigint, p_people bigint[], p_wallet text, p_units bigint,
                            p_from timestamptz, p_until timestamptz, p_at timestamptz, p_now timestamptz, p_cause jsonb, p_key text)
RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  t bigint;
  lot bigint;
  account record;
  all_of record;
  is_owed boolean;
BEGIN
  IF p_units <= 0 THEN RAISE EXCEPTION 'a credit of % units', p_units; END IF;
  INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
  VALUES (b, p_kind, p_wallet, p_units, p_at, p_now, p_key, p_cause)
  ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
  IF t IS NULL THEN RETURN club_posted_before(p_key); END IF;
  account := club_account(p_person, p_card, p_wallet);
  is_owed := account.owed > 0;
  IF cardinality(p_people) > 1 THEN
    all_of := club_wallet(p_people, p_card, p_wallet);
    is_owed := all_of.owed > 0;
  END IF;
  IF is_owed THEN
    IF cardinality(p_people) <= 1 THEN all_of := club_wallet(ARRAY[p_person], p_card, p_wallet); END IF;
    lot := club_new_lot(t, account.id, p_units, p_source, NULL, p_at, p_from, p_until);
    PERFORM club_enter(t, account.id, lot, p_units, p_source, NULL);
    PERFORM club_absorb(t, all_of.ids, account.id, lot, p_units);
    PERFORM club_apply(t);
  ELSE
    INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
    VALUES (b, account.id, t, p_units, p_units, p_source, p_at, p_from, p_until, true) RETURNING lot_id INTO lot;
    INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
    VALUES (b, t, 0, account.id, lot, p_units, p_source);
    UPDATE club_accounts a SET balance = a.balance + p_units WHERE a.business_id = b AND a.account_id = account.id;
  END IF;
  RETURN jsonb_build_object('transaction', t, 'wallet', p_wallet, 'units', p_units, 'isNew', true,
    'holder', CASE WHEN p_card > 0 THEN jsonb_build_object('kind', 'card', 'id', p_card)
                   ELSE jsonb_build_object('kind', 'person', 'id', p_person) END,
    'expired', 0, 'debt', 0, 'writtenOff', 0);
END $$;

-- The number of a holder {kind, id} if it is of this kind, else 0.
CREATE FUNCTION club_number(holder jsonb, kind text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN holder->>'kind' = kind THEN (holder->>'id')::bigint ELSE 0 END;

-- ── Counters ──────────────────────────────────────────────────────────────────────────────────────────────────────

-- Finds room for `p_add` in the counter of everybody and locks the slot that has it; null and what room there is, when
-- there is not enough. A slot that nobody works on is taken without looking at the rest. Only where there is none, the
-- first slot is locked and then all of them: what is used is counted, and what is left is dealt out anew, over more slots
-- where tills met and there is enough for many more like this one.
CREATE FUNCTION club_room(p_key text, p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  most_slots CONSTANT integer := 64;
  taken bigint;
  slots integer;
  met boolean;
  wanted integer;
BEGIN
  SELECT c.slot INTO place FROM club_counters c
  WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM p_limit
    AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
  ORDER BY c.slot LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF FOUND THEN RETURN; END IF;
  -- Full already, as far as everybody who has committed goes: nobody has to wait to hear it.
  SELECT p_limit - sum(c.used + c.held) INTO room FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0;
  IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
  INSERT INTO club_counters (business_id, key, person_id, slot, quota, dealt) VALUES (b, p_key, 0, 0, p_limit, p_limit)
  ON CONFLICT (business_id, key, person_id, slot) DO NOTHING;
  -- Slots are added by whoever holds the first one, so what the next statement sees is all of them.
  PERFORM FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0 AND c.slot = 0 FOR NO KEY UPDATE;
  SELECT count(*), sum(s.used + s.held), bool_or(s.dealt IS NOT DISTINCT FROM p_limit AND (s.quota IS NULL OR s.quota - s.used - s.held >= p_add))
    INTO slots, taken, met
  FROM (SELECT c.* FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0 ORDER BY c.slot FOR NO KEY UPDATE) s;
  room := p_limit - taken;
  IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
  wanted := CASE WHEN met AND taken > 0 THEN 2 * slots ELSE slots END;
  wanted := greatest(1, least(most_slots, wanted, coalesce(room / (8 * greatest(p_add, 1)), most_slots)));
  INSERT INTO club_counters (business_id, key, person_id, slot)
  SELECT b, p_key, 0, g FROM generate_series(slots, wanted - 1) AS g;
  UPDATE club_counters c SET dealt = p_limit,
    quota = c.used + c.held + CASE WHEN c.slot < wanted THEN room / wanted + CASE WHEN c.slot = 0 THEN room % wanted ELSE 0 END ELSE 0 END
  WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0;
  place := 0;
END $$;

-- The same for the counter of a person, which is that of everybody who is one with them.
CREATE FUNCTION club_own_room(p_key text, p_people bigint[], p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  taken bigint;
BEGIN
  INSERT INTO club_counters (business_id, key, person_id, slot) VALUES (b, p_key, p_people[1], 0)
  ON CONFLICT (business_id, key, person_id, slot) DO NOTHING;
  SELECT sum(s.used + s.held) INTO taken
  FROM (SELECT c.used, c.held FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = ANY(p_people)
        ORDER BY c.person_id FOR NO KEY UPDATE) s;
  room := p_limit - taken;
  IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
  place := 0;
END $$;

-- ── Holds ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION club_release(p_hold bigint) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  held club_holds;
  part record;
BEGIN
  SELECT * INTO held FROM club_holds h WHERE h.business_id = b AND h.hold_id = p_hold AND h.state = 'open' FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  FOR part IN
    SELECT (p->>0)::bigint AS lot, (p->>2)::bigint AS units FROM jsonb_array_elements(held.lots) AS g, jsonb_array_elements(g->'p') AS p
    ORDER BY 1
  LOOP
    UPDATE club_lots l SET held = l.held - part.units WHERE l.business_id = b AND l.lot_id = part.lot;
  END LOOP;
  FOR part IN SELECT * FROM jsonb_to_recordset(held.claims) AS p (k text, p bigint, s smallint, n bigint) LOOP
    UPDATE club_counters c SET held = c.held - part.n
    WHERE c.business_id = b AND c.key = part.k AND c.person_id = part.p AND c.slot = part.s;
  END LOOP;
  UPDATE club_holds h SET state = 'released' WHERE h.business_id = b AND h.hold_id = p_hold;
END $$;

-- Frees some of the holds whose time is over; answers how many. Whoever works on one of them is left alone.
CREATE FUNCTION club_release_due(p_now timestamptz, p_most integer) RETURNS integer LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  due bigint;
  freed integer := 0;
BEGIN
  FOR due IN
    SELECT h.hold_id FROM club_holds h WHERE h.business_id = this_business() AND h.state = 'open' AND h.until <= p_now
    ORDER BY h.until LIMIT p_most FOR NO KEY UPDATE SKIP LOCKED
  LOOP
    PERFORM club_release(due);
    freed := freed + 1;
  END LOOP;
  RETURN freed;
END $$;

-- Keeps aside what is asked for, all of it or nothing. What others held for too long is freed before anything is refused.
-- Each wallet, card and counter is named once, and counters come in one order for everybody (holds.ts sees to both).
CREATE FUNCTION club_hold(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  present CONSTANT timestamptz := club_instant(asked->'now');
  person CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
  wallets CONSTANT integer := jsonb_array_length(asked->'wallets');
  cards CONSTANT integer := jsonb_array_length(asked->'cards');
  people bigint[] := '{}';
  want jsonb;
  of_wallet text;
  of_card bigint;
  count_of bigint;
  got record;
  refused jsonb;
  parts jsonb;
  lots jsonb;
  claims jsonb;
  held_lots bigint[];
  held_units bigint[];
  id bigint;
BEGIN
  IF person > 0 THEN
    people := club_people(person);
    IF people IS NULL THEN RETURN club_refusal('person_unknown', 'person', jsonb_build_object('id', person)); END IF;
  END IF;
  IF cards > 0 THEN
    PERFORM club_lock(people, ARRAY(SELECT (c->>'card')::bigint FROM jsonb_array_elements(asked->'cards') AS c));
  ELSIF wallets > 0 THEN
    PERFORM club_lock(people, '{}');
  END IF;
  FOR attempt IN 1..2 LOOP
    refused := NULL;
    lots := '[]';
    claims := '[]';
    held_lots := '{}';
    held_units := '{}';
    FOR n IN 0..wallets + cards - 1 LOOP
      IF n < wallets THEN
        want := asked->'wallets'->n;
        of_wallet := want->>'wallet';
        of_card := 0;
        count_of := (want->>'units')::bigint;
      ELSE
        want := asked->'cards'->(n - wallets);
        of_wallet := 'gift-card';
        of_card := (want->>'card')::bigint;
        count_of := (want->>'amount')::bigint;
      END IF;
      CONTINUE WHEN count_of = 0;
      IF count_of < 0 THEN RAISE EXCEPTION 'a hold of % units', count_of; END IF;
      got := club_pick(CASE WHEN of_card > 0 THEN '{0}'::bigint[] ELSE people END, of_card, of_wallet, count_of, present, false);
      IF got.lots IS NULL THEN
        refused := CASE
          WHEN of_card > 0 THEN club_refusal('card_insufficient', 'cards',
            jsonb_build_object('card', of_card, 'available', got.available, 'missing', count_of - got.available))
          ELSE club_refusal('units_insufficient', 'wallets',
            jsonb_build_object('wallet', of_wallet, 'available', got.available, 'missing', count_of - got.available)) END;
        EXIT;
      END IF;
      parts := '[]';
      FOR i IN 1..cardinality(got.lots) LOOP
        parts := parts || jsonb_build_array(jsonb_build_array(got.lots[i], got.accounts[i], got.units[i]));
      END LOOP;
      lots := lots || jsonb_build_object('w', of_wallet, 'c', of_card, 'u', count_of, 'p', parts);
      held_lots := held_lots || got.lots;
      held_units := held_units || got.units;
    END LOOP;
    IF refused IS NULL THEN
      FOR n IN 0..jsonb_array_length(asked->'claims') - 1 LOOP
        want := asked->'claims'->n;
        count_of := (want->>'add')::bigint;
        CONTINUE WHEN count_of = 0;
        IF count_of < 0 OR (want->>'of' = 'person' AND person = 0) THEN RAISE EXCEPTION 'a claim of nobody or of nothing: %', want; END IF;
        IF want->>'of' = 'person' THEN got := club_own_room(want->>'key', people, count_of, (want->>'limit')::bigint);
        ELSE got := club_room(want->>'key', count_of, (want->>'limit')::bigint); END IF;
        IF got.place IS NULL THEN
          refused := club_refusal('counter_full', 'claims', jsonb_build_object('key', want->>'key', 'left', got.room));
          EXIT;
        END IF;
        claims := claims || jsonb_build_object('k', want->>'key', 'p', CASE WHEN want->>'of' = 'person' THEN people[1] ELSE 0 END,
                                               's', got.place, 'n', count_of);
      END LOOP;
    END IF;
    EXIT WHEN refused IS NULL OR attempt = 2 OR club_release_due(present, 100) = 0;
  END LOOP;
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  FOR i IN 1..cardinality(held_lots) LOOP
    UPDATE club_lots l SET held = l.held + held_units[i] WHERE l.business_id = b AND l.lot_id = held_lots[i];
  END LOOP;
  FOR n IN 0..jsonb_array_length(claims) - 1 LOOP
    want := claims->n;
    UPDATE club_counters c SET held = c.held + (want->>'n')::bigint
    WHERE c.business_id = b AND c.key = want->>'k' AND c.person_id = (want->>'p')::bigint AND c.slot = (want->>'s')::smallint;
  END LOOP;
  INSERT INTO club_holds (business_id, person_id, state, until, purpose, key, lots, claims)
  VALUES (b, person, 'open', coalesce(club_instant(asked->'until'), 'infinity'), asked->>'purpose', asked->>'key', lots, claims)
  RETURNING hold_id INTO id;
  RETURN jsonb_build_object('value', jsonb_build_object('hold', id));
END $$;

-- How much of what a hold keeps aside in this wallet or on this card is to be taken: all of it, unless told.
CREATE FUNCTION club_wanted(asked jsonb, of_wallet text, of_card bigint, all_of bigint) RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  IF of_card > 0 AND asked ? 'cards' THEN
    RETURN (SELECT coalesce(sum((x->>'amount')::bigint), 0) FROM jsonb_array_elements(asked->'cards') AS x WHERE (x->>'card')::bigint = of_card);
  ELSIF of_card = 0 AND asked ? 'wallets' THEN
    RETURN (SELECT coalesce(sum((x->>'units')::bigint), 0) FROM jsonb_array_elements(asked->'wallets') AS x WHERE x->>'wallet' = of_wallet);
  END IF;
  RETURN all_of;
END $$;

-- Spends what is held: one transaction for each wallet and card.
CREATE FUNCTION club_capture(p_hold bigint, asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  happened CONSTANT timestamptz := club_instant(asked->'at');
  present CONSTANT timestamptz := club_instant(asked->'now');
  held club_holds;
  of_one jsonb;
  part jsonb;
  wanted bigint;
  units bigint;
  taken bigint;
  place integer;
  t bigint;
  account record;
  owner record;
  made bigint[] := '{}';
  answer jsonb := '[]';
BEGIN
  SELECT * INTO held FROM club_holds h WHERE h.business_id = b AND h.hold_id = p_hold FOR NO KEY UPDATE;
  IF NOT FOUND THEN RETURN club_refusal('hold_unknown', 'hold', jsonb_build_object('hold', p_hold)); END IF;
  IF held.state = 'captured' THEN
    RETURN jsonb_build_object('value', coalesce((SELECT jsonb_agg(club_posted(x, false) ORDER BY n)
                                                 FROM unnest(held.transactions) WITH ORDINALITY AS o (x, n)), '[]'));
  END IF;
  IF held.until <= present THEN RETURN club_refusal('hold_expired', 'hold', jsonb_build_object('hold', p_hold)); END IF;
  IF held.state = 'released' THEN RETURN club_refusal('hold_released', 'hold', jsonb_build_object('hold', p_hold)); END IF;
  IF asked ? 'wallets' OR asked ? 'cards' THEN
    IF EXISTS (
      SELECT FROM (
        SELECT w.wallet, 0::bigint AS card, w.units FROM jsonb_to_recordset(asked->'wallets') AS w (wallet text, units bigint)
        UNION ALL SELECT 'gift-card', c.card, c.amount FROM jsonb_to_recordset(asked->'cards') AS c (card bigint, amount bigint)) w
      GROUP BY w.wallet, w.card
      HAVING min(w.units) < 0 OR sum(w.units) > coalesce((SELECT sum(g.u) FROM jsonb_to_recordset(held.lots) AS g (w text, c bigint, u bigint)
                                                          WHERE g.w = w.wallet AND g.c = w.card), 0)
    ) THEN
      RETURN club_refusal('capture_exceeds_hold', 'wallets', jsonb_build_object('hold', p_hold));
    END IF;
  END IF;
  -- All accounts of the person: what they earn in the same transaction then comes after no counter.
  IF held.person_id > 0 THEN PERFORM club_lock(club_people(held.person_id), '{}'); END IF;
  IF held.lots @> '[{"w": "gift-card"}]' THEN
    PERFORM club_lock('{}', ARRAY(SELECT (g->>'c')::bigint FROM jsonb_array_elements(held.lots) AS g));
  END IF;
  FOR n IN 0..jsonb_array_length(held.lots) - 1 LOOP
    of_one := held.lots->n;
    wanted := club_wanted(asked, of_one->>'w', (of_one->>'c')::bigint, (of_one->>'u')::bigint);
    IF wanted > 0 THEN
      INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, hold_id, cause)
      VALUES (b, 'spend', of_one->>'w', -wanted, happened, present, p_hold, asked->'cause') RETURNING transaction_id INTO t;
      made := made || t;
    END IF;
    -- Taken in the order in which the lots were held; the rest is freed.
    units := wanted;
    place := 0;
    FOR i IN 0..jsonb_array_length(of_one->'p') - 1 LOOP
      part := of_one->'p'->i;
      taken := least(units, (part->>2)::bigint);
      UPDATE club_lots l SET remaining = l.remaining - taken, held = l.held - (part->>2)::bigint, is_open = l.remaining - taken <> 0
      WHERE l.business_id = b AND l.lot_id = (part->>0)::bigint;
      CONTINUE WHEN taken = 0;
      INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
      VALUES (b, t, place, (part->>1)::bigint, (part->>0)::bigint, -taken, 'redeemed');
      UPDATE club_accounts a SET balance = a.balance - taken WHERE a.business_id = b AND a.account_id = (part->>1)::bigint
      RETURNING a.person_id, a.card_id INTO account;
      IF place = 0 THEN owner := account; END IF;
      place := place + 1;
      units := units - taken;
    END LOOP;
    IF wanted > 0 THEN
      answer := answer || jsonb_build_object('transaction', t, 'wallet', of_one->>'w', 'units', -wanted, 'isNew', true,
        'holder', CASE WHEN owner.card_id > 0 THEN jsonb_build_object('kind', 'card', 'id', owner.card_id)
                       ELSE jsonb_build_object('kind', 'person', 'id', owner.person_id) END,
        'expired', 0, 'debt', 0, 'writtenOff', 0);
    END IF;
  END LOOP;
  FOR n IN 0..jsonb_array_length(held.claims) - 1 LOOP
    part := held.claims->n;
    UPDATE club_counters c SET held = c.held - (part->>'n')::bigint, used = c.used + (part->>'n')::bigint
    WHERE c.business_id = b AND c.key = part->>'k' AND c.person_id = (part->>'p')::bigint AND c.slot = (part->>'s')::smallint;
  END LOOP;
  UPDATE club_holds h SET state = 'captured', transactions = made WHERE h.business_id = b AND h.hold_id = p_hold;
  RETURN jsonb_build_object('value', answer);
END $$;

-- Holds and captures in one step; the key is the hold's.
CREATE FUNCTION club_spend(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  before bigint;
  held jsonb;
BEGIN
  -- Who asks a second time at the same moment waits for the first, and then finds what it did.
  PERFORM pg_advisory_xact_lock(this_business(), hashtext(asked->>'key'));
  SELECT h.hold_id INTO before FROM club_holds h WHERE h.business_id = this_business() AND h.key = asked->>'key';
  IF before IS NULL THEN
    held := club_hold(asked);
    IF held ? 'refused' THEN RETURN held; END IF;
    before := (held->'value'->>'hold')::bigint;
  END IF;
  RETURN club_capture(before, asked - 'wallets' - 'cards');
END $$;

-- ── Earning, giving back, taking back ─────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION club_earn(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  happened CONSTANT timestamptz := club_instant(asked->'at');
  present CONSTANT timestamptz := club_instant(asked->'now');
  who_person CONSTANT bigint := club_number(asked->'holder', 'person');
  who_card CONSTANT bigint := club_number(asked->'holder', 'card');
  people bigint[] := '{0}';
  credit jsonb;
  answer jsonb := '[]';
BEGIN
  IF who_person > 0 THEN
    people := club_people(who_person);
    IF people IS NULL THEN
      RAISE EXCEPTION 'person % was taken off', who_person USING ERRCODE = 'serialization_failure';
    END IF;
    PERFORM club_lock(people, '{}');
  ELSE
    PERFORM club_lock('{}', ARRAY[who_card]);
  END IF;
  FOR credit IN SELECT c FROM jsonb_array_elements(asked->'credits') AS c LOOP
    answer := answer || club_credit('earn', coalesce(credit->>'from', 'issued'), who_person, who_card, people, credit->>'wallet',
      (credit->>'units')::bigint, club_instant(credit->'availableFrom'), club_instant(credit->'expiresAt'), happened, present,
      credit->'cause', credit->>'key');
  END LOOP;
  RETURN jsonb_build_object('value', answer);
END $$;

-- Locks the accounts of everybody who is one with whoever a transaction was about.
CREATE FUNCTION club_lock_of(t bigint, OUT people bigint[], OUT card bigint) LANGUAGE plpgsql AS $$
DECLARE
  owner record;
BEGIN
  people := '{0}';
  card := 0;
  FOR owner IN
    SELECT DISTINCT a.person_id, a.card_id FROM club_entries e
    JOIN club_accounts a ON a.business_id = e.business_id AND a.account_id = e.account_id
    WHERE e.business_id = this_business() AND e.transaction_id = t
  LOOP
    IF owner.card_id > 0 THEN card := owner.card_id; ELSE people := people || club_people(owner.person_id); END IF;
  END LOOP;
  people := ARRAY(SELECT DISTINCT p FROM unnest(people) AS p ORDER BY 1);
  PERFORM club_lock(people, CASE WHEN card > 0 THEN ARRAY[card] ELSE '{}' END);
END $$;

-- What becomes of units that have come back into a lot. If its credit was taken back while they were gone, others paid for
-- it, a debt was left or it was written off: now it pays itself, and whoever gets it back does the same in turn. In a lot
-- that has expired the rest expires; else it pays what is owed in the wallet.
CREATE FUNCTION club_fill(t bigint, p_lot bigint, p_free bigint, p_now timestamptz, ids bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  lot club_lots;
  charge record;
  moved bigint;
BEGIN
  SELECT * INTO lot FROM club_lots l WHERE l.business_id = b AND l.lot_id = p_lot;
  FOR charge IN
    SELECT l.lot_id, l.account_id, l.amount, c.paid FROM (
      SELECT e.lot_id, -sum(e.units)::bigint AS paid FROM club_entries e
      WHERE e.business_id = b AND e.for_lot = p_lot GROUP BY e.lot_id HAVING sum(e.units) < 0) c
    JOIN club_lots l ON l.business_id = b AND l.lot_id = c.lot_id
    ORDER BY l.amount > 0, l.lot_id DESC
  LOOP
    moved := least(p_free, charge.paid);
    EXIT WHEN moved = 0;
    PERFORM club_enter(t, lot.account_id, p_lot, -moved, 'settled', NULL);
    PERFORM club_enter(t, charge.account_id, charge.lot_id, moved, 'settled', p_lot);
    IF charge.amount > 0 THEN PERFORM club_fill(t, charge.lot_id, moved, p_now, ids); END IF;
    p_free := p_free - moved;
  END LOOP;
  -- The same lot may be come to twice in one transaction.
  moved := least(p_free, lot.written_off + (
    SELECT coalesce(sum(e.units), 0) FROM club_entries e
    WHERE e.business_id = b AND e.transaction_id = t AND e.lot_id = p_lot AND e.against = 'written-off'));
  PERFORM club_enter(t, lot.account_id, p_lot, -moved, 'written-off', NULL);
  p_free := p_free - moved;
  IF lot.expires_at <= p_now THEN
    PERFORM club_enter(t, lot.account_id, p_lot, -p_free, 'expired', NULL);
  ELSIF p_free > 0 THEN
    PERFORM club_absorb(t, ids, lot.account_id, p_lot, p_free);
  END IF;
END $$;

CREATE FUNCTION club_give_back(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  spent_by CONSTANT bigint := (asked->>'spend')::bigint;
  rest bigint := (asked->>'units')::bigint;
  present CONSTANT timestamptz := club_instant(asked->'now');
  spent club_transactions;
  who record;
  all_of record;
  repeated jsonb;
  given bigint;
  t bigint;
  part record;
  free bigint;
BEGIN
  IF rest <= 0 THEN RAISE EXCEPTION 'a giving back of % units', rest; END IF;
  SELECT * INTO spent FROM club_transactions x WHERE x.business_id = b AND x.transaction_id = spent_by AND x.kind = 'spend';
  IF NOT FOUND THEN RETURN club_refusal('spend_unknown', 'spend', jsonb_build_object('spend', spent_by)); END IF;
  who := club_lock_of(spent_by);
  repeated := club_posted_before(asked->>'key');
  IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
  SELECT coalesce(sum(x.units), 0) INTO given FROM club_transactions x
  WHERE x.business_id = b AND x.reverses = spent_by AND x.kind = 'give-back';
  IF given + rest > -spent.units THEN
    RETURN club_refusal('give_back_exceeds_spent', 'units', jsonb_build_object('left', -spent.units - given));
  END IF;
  INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, reverses, cause)
  VALUES (b, 'give-back', spent.wallet, rest, club_instant(asked->'at'), present, asked->>'key', spent_by, asked->'cause')
  ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
  IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
  all_of := club_wallet(who.people, who.card, spent.wallet);
  -- What was given back before filled the lots taken last, so the same units are passed over here.
  FOR part IN
    SELECT l.lot_id, l.account_id, least(-e.units, greatest(0, e.upto - given)) AS room
    FROM (SELECT x.lot_id, x.units, -sum(x.units) OVER (ORDER BY x.place DESC) AS upto, x.place
          FROM club_entries x WHERE x.business_id = b AND x.transaction_id = spent_by) e
    JOIN club_lots l ON l.business_id = b AND l.lot_id = e.lot_id
    ORDER BY e.place DESC
  LOOP
    free := least(rest, part.room);
    CONTINUE WHEN free <= 0;
    rest := rest - free;
    PERFORM club_enter(t, part.account_id, part.lot_id, free, 'redeemed', NULL);
    PERFORM club_fill(t, part.lot_id, free, present, all_of.ids);
    EXIT WHEN rest = 0;
  END LOOP;
  PERFORM club_apply(t);
  RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
END $$;

CREATE FUNCTION club_take_back(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  units CONSTANT bigint := (asked->>'units')::bigint;
  present CONSTANT timestamptz := club_instant(asked->'now');
  happened CONSTANT timestamptz := club_instant(asked->'at');
  earned club_transactions;
  lot club_lots;
  who record;
  all_of record;
  other record;
  repeated jsonb;
  t bigint;
  debt bigint;
  part bigint;
  rest bigint;
BEGIN
  IF units <= 0 THEN RAISE EXCEPTION 'a taking back of % units', units; END IF;
  SELECT * INTO earned FROM club_transactions x WHERE x.business_id = b AND x.key = asked->>'earned' AND x.kind IN ('earn', 'adjust') AND x.units > 0;
  IF NOT FOUND THEN RETURN club_refusal('credit_unknown', 'earned', jsonb_build_object('key', left(asked->>'earned', 300))); END IF;
  who := club_lock_of(earned.transaction_id);
  repeated := club_posted_before(asked->>'key');
  IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
  -- What was held for too long is there to be taken, and is neither owed nor written off.
  PERFORM club_release_due(present, 100);
  SELECT l.* INTO lot FROM club_lots l WHERE l.business_id = b AND l.lot_id = (
    SELECT e.lot_id FROM club_entries e WHERE e.business_id = b AND e.transaction_id = earned.transaction_id AND e.place = 0);
  IF lot.reversed + units > lot.amount THEN
    RETURN club_refusal('take_back_exceeds_earned', 'units', jsonb_build_object('left', lot.amount - lot.reversed));
  END IF;
  INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, reverses, cause)
  VALUES (b, 'take-back', earned.wallet, -units, happened, present, asked->>'key', earned.transaction_id, asked->'cause')
  ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
  IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
  UPDATE club_lots l SET reversed = l.reversed + units WHERE l.business_id = b AND l.lot_id = lot.lot_id;
  PERFORM club_enter(t, lot.account_id, lot.lot_id, -units, lot.source, NULL);
  rest := units - least(units, lot.remaining - lot.held);
  -- What has expired is gone already: it counts as taken back and no longer as expired.
  part := least(rest, lot.expired);
  PERFORM club_enter(t, lot.account_id, lot.lot_id, part, 'expired', NULL);
  rest := rest - part;
  all_of := club_wallet(who.people, who.card, earned.wallet);
  IF rest > 0 THEN
    FOR other IN
      SELECT l.lot_id, l.account_id, l.remaining - l.held AS free FROM club_lots l
      WHERE l.business_id = b AND l.account_id = ANY(all_of.ids) AND l.is_open AND l.amount > 0 AND l.remaining > l.held
        AND l.lot_id <> lot.lot_id AND (l.expires_at IS NULL OR l.expires_at > present)
      ORDER BY l.available_from > present, l.expires_at, l.at, l.lot_id
    LOOP
      part := least(rest, other.free);
      PERFORM club_enter(t, lot.account_id, lot.lot_id, part, 'settled', NULL);
      PERFORM club_enter(t, other.account_id, other.lot_id, -part, 'settled', lot.lot_id);
      rest := rest - part;
      EXIT WHEN rest = 0;
    END LOOP;
  END IF;
  IF rest > 0 AND asked->>'negative' = 'allow' THEN
    debt := club_new_lot(t, lot.account_id, -rest, 'settled', lot.lot_id, happened, happened, NULL);
    PERFORM club_enter(t, lot.account_id, lot.lot_id, rest, 'settled', NULL);
    PERFORM club_enter(t, lot.account_id, debt, -rest, 'settled', lot.lot_id);
  ELSE
    PERFORM club_enter(t, lot.account_id, lot.lot_id, rest, 'written-off', NULL);
  END IF;
  PERFORM club_apply(t);
  RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
END $$;

-- ── By hand, and between holders ──────────────────────────────────────────────────────────────────────────────────

CREATE FUNCTION club_adjust(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  units CONSTANT bigint := (asked->>'units')::bigint;
  present CONSTANT timestamptz := club_instant(asked->'now');
  happened CONSTANT timestamptz := club_instant(asked->'at');
  who_person CONSTANT bigint := club_number(asked->'holder', 'person');
  who_card CONSTANT bigint := club_number(asked->'holder', 'card');
  people bigint[] := '{0}';
  repeated jsonb;
  got record;
  part record;
  t bigint;
BEGIN
  IF who_person > 0 THEN people := club_people(who_person); END IF;
  IF people IS NULL THEN RETURN club_refusal('person_unknown', 'holder', jsonb_build_object('id', who_person)); END IF;
  PERFORM club_lock(people, CASE WHEN who_card > 0 THEN ARRAY[who_card] ELSE '{}' END);
  IF units > 0 THEN
    RETURN jsonb_build_object('value', jsonb_build_array(club_credit('adjust', 'adjusted', who_person, who_card, people, asked->>'wallet', units,
      coalesce(club_instant(asked->'availableFrom'), happened), club_instant(asked->'expiresAt'), happened, present, asked->'cause', asked->>'key')));
  END IF;
  repeated := club_posted_before(asked->>'key');
  IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
  got := club_pick(people, who_card, asked->>'wallet', -units, present, true);
  IF got.lots IS NULL THEN
    RETURN club_refusal('units_insufficient', 'units',
      jsonb_build_object('wallet', asked->>'wallet', 'available', got.available, 'missing', -units - got.available));
  END IF;
  INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
  VALUES (b, 'adjust', asked->>'wallet', units, happened, present, asked->>'key', asked->'cause')
  ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
  IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
  FOR part IN SELECT * FROM unnest(got.lots, got.accounts, got.units) AS p (lot, account, units) LOOP
    PERFORM club_enter(t, part.account, part.lot, -part.units, 'adjusted', NULL);
  END LOOP;
  PERFORM club_apply(t);
  RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
END $$;

CREATE FUNCTION club_transfer(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  units CONSTANT bigint := (asked->>'units')::bigint;
  present CONSTANT timestamptz := club_instant(asked->'now');
  giver_person CONSTANT bigint := club_number(asked->'from', 'person');
  giver_card CONSTANT bigint := club_number(asked->'from', 'card');
  taker_person CONSTANT bigint := club_number(asked->'to', 'person');
  taker_card CONSTANT bigint := club_number(asked->'to', 'card');
  givers bigint[] := '{0}';
  takers bigint[] := '{0}';
  account record;
  all_of record;
  got record;
  part record;
  repeated jsonb;
  t bigint;
  lot bigint;
BEGIN
  IF units <= 0 THEN RAISE EXCEPTION 'a transfer of % units', units; END IF;
  IF giver_person > 0 THEN givers := club_people(giver_person); END IF;
  IF givers IS NULL THEN RETURN club_refusal('person_unknown', 'from', jsonb_build_object('id', giver_person)); END IF;
  IF taker_person > 0 THEN takers := club_people(taker_person); END IF;
  IF takers IS NULL THEN RETURN club_refusal('person_unknown', 'to', jsonb_build_object('id', taker_person)); END IF;
  IF giver_card = taker_card AND givers[1] = takers[1] THEN RETURN club_refusal('transfer_to_oneself', 'to', NULL); END IF;
  PERFORM club_lock(givers || takers, ARRAY[giver_card, taker_card]);
  repeated := club_posted_before(asked->>'key');
  IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
  got := club_pick(givers, giver_card, asked->>'wallet', units, present, false);
  IF got.lots IS NULL THEN
    RETURN club_refusal('units_insufficient', 'units',
      jsonb_build_object('wallet', asked->>'wallet', 'available', got.available, 'missing', units - got.available));
  END IF;
  INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
  VALUES (b, 'transfer', asked->>'wallet', -units, club_instant(asked->'at'), present, asked->>'key', asked->'cause')
  ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
  IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
  account := club_account(taker_person, taker_card, asked->>'wallet');
  all_of := club_wallet(takers, taker_card, asked->>'wallet');
  FOR part IN
    SELECT p.lot, p.account, p.units, l.at, l.available_from, l.expires_at
    FROM unnest(got.lots, got.accounts, got.units) WITH ORDINALITY AS p (lot, account, units, n)
    JOIN club_lots l ON l.business_id = b AND l.lot_id = p.lot ORDER BY p.n
  LOOP
    PERFORM club_enter(t, part.account, part.lot, -part.units, 'transferred', NULL);
    lot := club_new_lot(t, account.id, part.units, 'transferred', NULL, part.at, part.available_from, part.expires_at);
    PERFORM club_enter(t, account.id, lot, part.units, 'transferred', NULL);
    PERFORM club_absorb(t, all_of.ids, account.id, lot, part.units);
  END LOOP;
  PERFORM club_apply(t);
  RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
END $$;

CREATE FUNCTION club_prolong(asked jsonb) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  who_person CONSTANT bigint := club_number(asked->'holder', 'person');
  who_card CONSTANT bigint := club_number(asked->'holder', 'card');
  people bigint[] := '{0}';
BEGIN
  IF who_person > 0 THEN people := coalesce(club_people(who_person), '{}'); END IF;
  PERFORM club_lock(people, ARRAY[who_card]);
  UPDATE club_lots l SET expires_at = club_instant(asked->'expiresAt')
  WHERE l.business_id = this_business() AND l.is_open AND l.amount > 0
    AND l.account_id = ANY((club_wallet(people, who_card, asked->>'wallet')).ids)
    AND l.expires_at > club_instant(asked->'now') AND l.expires_at < club_instant(asked->'expiresAt');
END $$;

-- Gives room back to counters. A slot that nobody works on gives it back where it can; else all of them are locked.
CREATE FUNCTION club_uncount(asked jsonb) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  person CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
  whose bigint[];
  want record;
  counter record;
  part bigint;
  given jsonb := '[]';
BEGIN
  PERFORM pg_advisory_xact_lock(b, hashtext(asked->>'key'));
  PERFORM FROM club_uncounts u WHERE u.business_id = b AND u.key = asked->>'key';
  IF FOUND THEN RETURN; END IF;
  FOR want IN
    SELECT c.key, c.of, sum(c.subtract)::bigint AS units FROM jsonb_to_recordset(asked->'claims') AS c (key text, of text, subtract bigint)
    GROUP BY c.key, c.of ORDER BY c.key COLLATE "C", c.of
  LOOP
    whose := CASE WHEN want.of = 'all' THEN '{0}' ELSE club_people(person) END;
    SELECT c.person_id, c.slot INTO counter FROM club_counters c
    WHERE c.business_id = b AND c.key = want.key AND c.person_id = ANY(whose) AND c.used >= want.units
    ORDER BY c.person_id, c.slot LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN
      UPDATE club_counters c SET used = c.used - want.units
      WHERE c.business_id = b AND c.key = want.key AND c.person_id = counter.person_id AND c.slot = counter.slot;
      given := given || jsonb_build_object('k', want.key, 'p', counter.person_id, 'n', want.units);
      CONTINUE;
    END IF;
    PERFORM FROM club_counters c WHERE c.business_id = b AND c.key = want.key AND c.person_id = ANY(whose) AND c.slot = 0
    ORDER BY c.person_id FOR NO KEY UPDATE;
    FOR counter IN
      SELECT c.person_id, c.slot, c.used FROM club_counters c WHERE c.business_id = b AND c.key = want.key AND c.person_id = ANY(whose)
      ORDER BY c.person_id, c.slot FOR NO KEY UPDATE
    LOOP
      part := least(want.units, counter.used);
      CONTINUE WHEN part <= 0;
      UPDATE club_counters c SET used = c.used - part
      WHERE c.business_id = b AND c.key = want.key AND c.person_id = counter.person_id AND c.slot = counter.slot;
      given := given || jsonb_build_object('k', want.key, 'p', counter.person_id, 'n', part);
      want.units := want.units - part;
    END LOOP;
  END LOOP;
  INSERT INTO club_uncounts (business_id, key, claims, posted_at) VALUES (b, asked->>'key', given, club_instant(asked->'now'));
END $$;

-- ── What the clock does ───────────────────────────────────────────────────────────────────────────────────────────

-- Posts the expiry of some of the lots that are due, those of one account together; what is held is left to its hold.
-- Answers one row for each transaction. Fewer lots than `p_most` in all: there are no more.
CREATE FUNCTION club_expire(p_now timestamptz, p_most integer)
RETURNS TABLE (posted bigint, person bigint, card bigint, of_wallet text, expired bigint, lots bigint, ended timestamptz)
LANGUAGE plpgsql SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b integer := this_business();
  chosen bigint[];
  touched bigint[];
BEGIN
  SELECT array_agg(d.lot_id), array_agg(DISTINCT d.account_id) INTO chosen, touched FROM (
    SELECT l.lot_id, l.account_id FROM club_lots l
    WHERE l.business_id = b AND l.is_open AND l.expires_at <= p_now AND l.remaining > l.held
    ORDER BY l.expires_at, l.account_id LIMIT p_most) d;
  IF chosen IS NULL THEN RETURN; END IF;
  PERFORM FROM club_accounts a WHERE a.business_id = b AND a.account_id = ANY(touched) ORDER BY a.account_id FOR NO KEY UPDATE;
  RETURN QUERY
  WITH numbered AS (
    SELECT l.lot_id, l.account_id, l.expires_at, l.remaining - l.held AS units,
           row_number() OVER (PARTITION BY l.account_id, l.expires_at ORDER BY l.lot_id) - 1 AS place
    FROM club_lots l
    -- In a form that leaves no choice but the primary key: the index of what is due would lead through all of it again.
    WHERE l.business_id = b AND l.lot_id = ANY(chosen) AND (l.expires_at <= p_now) IS TRUE AND l.remaining > l.held
  ), drawn AS MATERIALIZED (
    SELECT n.*, CASE WHEN n.place = 0 THEN nextval('club_transactions_transaction_id_seq') END AS own FROM numbered n
  ), due AS MATERIALIZED (
    SELECT d.lot_id, d.account_id, d.expires_at, d.units, d.place, max(d.own) OVER (PARTITION BY d.account_id, d.expires_at) AS t
    FROM drawn d
  ), deeds AS MATERIALIZED (
    SELECT d.t, d.account_id, d.expires_at, sum(d.units)::bigint AS units, count(*) AS lots FROM due d
    GROUP BY d.t, d.account_id, d.expires_at
  ), lowered AS (
    UPDATE club_lots l SET remaining = l.remaining - d.units, expired = l.expired + d.units, is_open = l.remaining - d.units <> 0
    FROM due d WHERE l.business_id = b AND l.lot_id = d.lot_id
  ), entered AS (
    INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
    SELECT b, d.t, d.place, d.account_id, d.lot_id, -d.units, 'expired' FROM due d
  ), balanced AS (
    UPDATE club_accounts a SET balance = a.balance - s.units
    FROM (SELECT x.account_id, sum(x.units)::bigint AS units FROM deeds x GROUP BY x.account_id) s
    WHERE a.business_id = b AND a.account_id = s.account_id
  ), told AS (
    INSERT INTO club_transactions (business_id, transaction_id, kind, wallet, units, at, posted_at, cause)
    OVERRIDING SYSTEM VALUE
    SELECT b, x.t, 'expire', a.wallet, -x.units, x.expires_at, p_now, '{"kind": "expiry"}'
    FROM deeds x JOIN club_accounts a ON a.business_id = b AND a.account_id = x.account_id
  )
  SELECT x.t, a.person_id, a.card_id, a.wallet, x.units, x.lots, x.expires_at
  FROM deeds x JOIN club_accounts a ON a.business_id = b AND a.account_id = x.account_id ORDER BY x.t;
END $$;

-- Businesses in which a lot or a hold is due, or a hold is old enough to be forgotten, for the job that serves all.
CREATE POLICY doors ON club_lots FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON club_holds FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_club_due(present timestamptz, forgotten timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM club_lots l WHERE l.business_id = b.business_id AND l.is_open AND l.expires_at <= present AND l.remaining > l.held)
     OR EXISTS (SELECT FROM club_holds h WHERE h.business_id = b.business_id AND h.state = 'open' AND h.until <= present)
     OR EXISTS (SELECT FROM club_holds h WHERE h.business_id = b.business_id AND h.state = 'released' AND h.until <= forgotten)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_club_due(timestamptz, timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_club_ledger(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON club_transactions, club_entries, club_uncounts FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON club_accounts, club_lots, club_counters FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_ledger(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_club_ledger(name) FROM PUBLIC;
