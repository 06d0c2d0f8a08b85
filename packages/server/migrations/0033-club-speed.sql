-- What a till does at every sale, in fewer statements. Most of what a statement of a few rows costs is not its rows: the
-- server readies the plan anew, and reads and prepares every CHECK of the table it writes to. What is written several times
-- to one table is therefore written at once. What the functions do, answer and refuse is what 0018 says of them.
--
-- None of these statements joins a table to a list: the server plans them once for a connection, at a time when it may
-- believe that the table is empty, and would walk through all of it for ever. `ON CONFLICT` has no choice but the key.

-- Keeps aside what is asked for, all of it or nothing. What others held for too long is freed before anything is refused.
-- Each wallet, card and counter is named once, and counters come in one order for everybody (holds.ts sees to both).
CREATE OR REPLACE FUNCTION club_hold(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b CONSTANT integer := this_business();
  present CONSTANT timestamptz := club_instant(asked->'now');
  person CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
  wallets CONSTANT integer := jsonb_array_length(asked->'wallets');
  cards CONSTANT integer := jsonb_array_length(asked->'cards');
  people bigint[] := '{}';
  want jsonb;
  of_wallet text;
  of_card bigint;
  count_of bigint;
  bound bigint;
  counter text;
  free smallint;
  mine CONSTANT integer := pg_backend_pid() & 63;
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
        counter := want->>'key';
        bound := (want->>'limit')::bigint;
        IF want->>'of' = 'person' THEN
          got := club_own_room(counter, people, count_of, bound);
        ELSE
          -- As club_room begins, which nearly always is all of it.
          SELECT c.slot INTO free FROM club_counters c
          WHERE c.business_id = b AND c.key = counter AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM bound
            AND (c.quota IS NULL OR c.quota - c.used - c.held >= count_of)
          -- Every connection has a slot that it likes best, so that whoever captures later meets few.
          ORDER BY c.slot # mine LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
          IF FOUND THEN
            claims := claims || jsonb_build_object('k', counter, 'p', 0, 's', free, 'n', count_of);
            CONTINUE;
          END IF;
          got := club_room(counter, count_of, bound);
        END IF;
        IF got.place IS NULL THEN
          refused := club_refusal('counter_full', 'claims', jsonb_build_object('key', counter, 'left', got.room));
          EXIT;
        END IF;
        claims := claims || jsonb_build_object('k', counter, 'p', CASE WHEN want->>'of' = 'person' THEN people[1] ELSE 0 END,
                                               's', got.place, 'n', count_of);
      END LOOP;
    END IF;
    EXIT WHEN refused IS NULL OR attempt = 2 OR club_release_due(present, 100) = 0;
  END LOOP;
  IF refused IS NOT NULL THEN RETURN refused; END IF;
  FOR i IN 1..cardinality(held_lots) LOOP
    UPDATE club_lots l SET held = l.held + held_units[i] WHERE l.business_id = b AND l.lot_id = held_lots[i];
  END LOOP;
  -- All of them are there and locked.
  IF claims <> '[]' THEN
    INSERT INTO club_counters AS c (business_id, key, person_id, slot, held)
    SELECT b, p.k, p.p, p.s, p.n FROM jsonb_to_recordset(claims) AS p (k text, p bigint, s smallint, n bigint)
    ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held + excluded.held;
  END IF;
  INSERT INTO club_holds (business_id, person_id, state, until, purpose, key, lots, claims)
  VALUES (b, person, 'open', coalesce(club_instant(asked->'until'), 'infinity'), asked->>'purpose', asked->>'key', lots, claims)
  RETURNING hold_id INTO id;
  RETURN jsonb_build_object('value', jsonb_build_object('hold', id));
END $$;

-- Finds room in the counter of a person, which is that of everybody who is one with them, and locks all of it. The row that
-- is locked when there is none yet is made.
CREATE OR REPLACE FUNCTION club_own_room(p_key text, p_people bigint[], p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b CONSTANT integer := this_business();
  taken bigint;
  is_there boolean;
BEGIN
  LOOP
    SELECT sum(s.used + s.held), bool_or(s.person_id = p_people[1]) INTO taken, is_there
    FROM (SELECT c.person_id, c.used, c.held FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = ANY(p_people)
          ORDER BY c.person_id FOR NO KEY UPDATE) s;
    EXIT WHEN is_there;
    INSERT INTO club_counters (business_id, key, person_id, slot) VALUES (b, p_key, p_people[1], 0)
    ON CONFLICT (business_id, key, person_id, slot) DO NOTHING;
    -- Whoever made it holds it, and nobody else had any.
    IF FOUND AND cardinality(p_people) = 1 THEN
      taken := 0;
      EXIT;
    END IF;
  END LOOP;
  room := p_limit - taken;
  IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
  place := 0;
END $$;

-- Spends what is held: one transaction for each wallet and card. With `claimsLater` the counters stay as they
-- are, for whoever comes to them as the last of the transaction: every till that commits waits for whoever has them.
CREATE OR REPLACE FUNCTION club_capture(p_hold bigint, asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b CONSTANT integer := this_business();
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
    IF asked ? 'claimsLater' THEN RAISE EXCEPTION 'hold % was captured before', p_hold; END IF;
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
  IF held.claims <> '[]' AND NOT asked ? 'claimsLater' THEN
    INSERT INTO club_counters AS c (business_id, key, person_id, slot, used)
    SELECT b, p.k, p.p, p.s, p.n FROM jsonb_to_recordset(held.claims) AS p (k text, p bigint, s smallint, n bigint)
    ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held - excluded.used, used = c.used + excluded.used;
  END IF;
  UPDATE club_holds h SET state = 'captured', transactions = made WHERE h.business_id = b AND h.hold_id = p_hold;
  RETURN jsonb_build_object('value', answer);
END $$;

-- Posts what somebody gets, each credit as a lot of its own. Where they owe something, or are one with others, credit by
-- credit, as club_credit does it; else all of them at once.
CREATE OR REPLACE FUNCTION club_earn(asked jsonb) RETURNS jsonb LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b CONSTANT integer := this_business();
  happened CONSTANT timestamptz := club_instant(asked->'at');
  present CONSTANT timestamptz := club_instant(asked->'now');
  who_person CONSTANT bigint := club_number(asked->'holder', 'person');
  who_card CONSTANT bigint := club_number(asked->'holder', 'card');
  people bigint[] := '{0}';
  wallets text[];
  owed bigint;
  credit jsonb;
  answer jsonb := '[]';
  repeats boolean;
BEGIN
  IF who_person > 0 THEN
    people := club_people(who_person);
    IF people IS NULL THEN
      RAISE EXCEPTION 'person % was taken off', who_person USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
  IF cardinality(people) > 1 THEN
    PERFORM club_lock(people, '{}');
  ELSE
    SELECT array_agg(o.wallet), coalesce(sum(o.debt), 0) INTO wallets, owed
    FROM (SELECT a.wallet, a.debt FROM club_accounts a WHERE a.business_id = b AND a.person_id = who_person AND a.card_id = who_card
          ORDER BY a.account_id FOR NO KEY UPDATE) o;
  END IF;
  IF cardinality(people) > 1 OR owed > 0 OR asked @? '$.credits[*] ? (@.units <= 0 || !exists(@.key))' THEN
    FOR credit IN SELECT c FROM jsonb_array_elements(asked->'credits') AS c LOOP
      answer := answer || club_credit('earn', coalesce(credit->>'from', 'issued'), who_person, who_card, people, credit->>'wallet',
        (credit->>'units')::bigint, club_instant(credit->'availableFrom'), club_instant(credit->'expiresAt'), happened, present,
        credit->'cause', credit->>'key');
    END LOOP;
    RETURN jsonb_build_object('value', answer);
  END IF;
  -- As club_account has it: until the account is there, the person's own row is held.
  IF who_person > 0 THEN
    FOR n IN 0..jsonb_array_length(asked->'credits') - 1 LOOP
      CONTINUE WHEN asked->'credits'->n->>'wallet' = ANY(wallets);
      PERFORM FROM people p WHERE p.business_id = b AND p.person_id = who_person FOR KEY SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'person % was taken off', who_person USING ERRCODE = 'serialization_failure';
      END IF;
      EXIT;
    END LOOP;
  END IF;
  WITH want AS MATERIALIZED (
    SELECT c.* FROM ROWS FROM (jsonb_to_recordset(asked->'credits')
      AS (wallet text, units bigint, "availableFrom" float8, "expiresAt" float8, cause jsonb, key text, "from" text))
      WITH ORDINALITY AS c (wallet, units, starts, ends, cause, key, source, n)
  ), made AS (
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
    SELECT b, 'earn', w.wallet, w.units, happened, present, w.key, w.cause FROM want w ORDER BY w.n
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id, key
  ), told AS MATERIALIZED (
    SELECT w.*, m.transaction_id AS t FROM want w LEFT JOIN made m
      ON m.key = w.key AND NOT EXISTS (SELECT FROM want x WHERE x.key = w.key AND x.n < w.n)
  ), paid AS (
    INSERT INTO club_accounts AS a (business_id, person_id, card_id, wallet, balance)
    SELECT b, who_person, who_card, w.wallet, sum(w.units) FROM told w WHERE w.t IS NOT NULL GROUP BY w.wallet
    ON CONFLICT (business_id, person_id, card_id, wallet) DO UPDATE SET balance = a.balance + excluded.balance
    RETURNING a.account_id, a.wallet, a.debt
  ), lots AS (
    INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
    SELECT b, p.account_id, w.t, w.units, w.units, coalesce(w.source, 'issued'), happened, to_timestamp(w.starts / 1000),
           to_timestamp(w.ends / 1000), true
    FROM told w JOIN paid p USING (wallet) WHERE w.t IS NOT NULL ORDER BY w.n
    RETURNING lot_id, account_id, transaction_id, amount, source
  ), entered AS (
    INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
    SELECT b, l.transaction_id, 0, l.account_id, l.lot_id, l.amount, l.source FROM lots l
  )
  SELECT coalesce(jsonb_agg(CASE WHEN w.t IS NOT NULL THEN jsonb_build_object(
           'transaction', w.t, 'wallet', w.wallet, 'units', w.units, 'isNew', true,
           'holder', CASE WHEN who_card > 0 THEN jsonb_build_object('kind', 'card', 'id', who_card)
                          ELSE jsonb_build_object('kind', 'person', 'id', who_person) END,
           'expired', 0, 'debt', 0, 'writtenOff', 0) END ORDER BY w.n), '[]'),
         coalesce(bool_or(w.t IS NULL), false), (SELECT sum(p.debt) FROM paid p)
    INTO answer, repeats, owed FROM told w;
  IF owed > 0 THEN
    RAISE EXCEPTION 'an account came to owe something when it was made' USING ERRCODE = 'serialization_failure';
  END IF;
  IF repeats THEN
    FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
      CONTINUE WHEN answer->n <> 'null';
      answer := jsonb_set(answer, ARRAY[n::text], club_posted_before(asked->'credits'->n->>'key'));
    END LOOP;
  END IF;
  RETURN jsonb_build_object('value', answer);
END $$;

-- Keeps aside what is asked for and answers the number of the hold. For whoever has nothing else to do: what is refused
-- fails with the code of a transaction that met another, and is to be asked for again with what is left.
CREATE FUNCTION club_held(asked jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  answer CONSTANT jsonb := club_hold(asked);
BEGIN
  IF answer ? 'refused' THEN
    RAISE EXCEPTION 'what was to be kept aside was taken' USING ERRCODE = 'serialization_failure', DETAIL = answer->>'refused';
  END IF;
  RETURN (answer->'value'->>'hold')::bigint;
END $$;

-- Makes the order of a quote that the caller has locked: captures its hold, posts what is earned (null: nothing), commits
-- the quote and writes the order down. What the ledger refuses fails as `CLUB1`, the refusal as its detail. The person is
-- there and stays there until the transaction ends, so that facts can be told of them.
CREATE FUNCTION till_sell(p_quote bigint, p_hold bigint, captured jsonb, earning jsonb, p_number text, p_person bigint, p_due bigint,
                          p_method text, p_at timestamptz, p_posted_at timestamptz, p_returned integer[], p_made_by text)
RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  b CONSTANT integer := this_business();
  answer jsonb;
  spends jsonb := '[]';
  earned jsonb := '[]';
  one jsonb;
BEGIN
  IF p_hold IS NOT NULL THEN
    answer := club_capture(p_hold, captured);
    IF answer ? 'refused' THEN
      RAISE EXCEPTION 'a hold was not captured' USING ERRCODE = 'CLUB1', DETAIL = answer->>'refused';
    END IF;
    answer := answer->'value';
    FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
      one := answer->n;
      spends := spends || jsonb_build_object('transaction', one->'transaction', 'units', abs((one->>'units')::bigint), 'of',
        CASE WHEN one->'holder'->>'kind' = 'card' AND one->>'wallet' = 'gift-card' THEN jsonb_build_object('card', one->'holder'->'id')
             ELSE jsonb_build_object('wallet', one->'wallet') END);
    END LOOP;
  END IF;
  IF earning IS NOT NULL THEN
    answer := club_earn(earning)->'value';
    FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
      one := earning->'credits'->n;
      -- A credit whose key had been posted before is not this order's to take back.
      CONTINUE WHEN answer->n->'isNew' <> 'true';
      earned := earned || jsonb_build_object('rule', coalesce(one->'cause'->>'rule', ''), 'wallet', one->'wallet',
                                             'key', one->'key', 'units', one->'units');
    END LOOP;
  END IF;
  UPDATE till_quotes q SET state = 'committed' WHERE q.business_id = b AND q.quote_id = p_quote;
  INSERT INTO till_orders (business_id, number, person_id, quote_id, basket, priced, posted, due, method, at, posted_at, returned, made_by)
  SELECT b, p_number, p_person, q.quote_id, q.asked->'basket', q.priced, json_build_object('spends', spends, 'earned', earned),
         p_due, p_method, p_at, p_posted_at, p_returned, p_made_by
  FROM till_quotes q WHERE q.business_id = b AND q.quote_id = p_quote;
  IF p_person IS NOT NULL THEN
    PERFORM FROM people p WHERE p.business_id = b AND p.person_id = p_person FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'person % was taken off', p_person USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
END $$;
