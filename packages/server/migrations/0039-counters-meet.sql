-- Tills that meet at a counter that is nearly full gave each other up as deadlocked: a slot that had room when it was looked
-- for, and none any more when it was locked, stayed locked although it was passed over, and whoever kept it so waited for the
-- first slot of one who waited for this one. Slots are now looked for in a part of the transaction of its own: where nothing
-- is found, all that was locked on the way is free again. Else the functions do, answer and refuse what 0018 and 0033 say.

-- A slot of the counter of everybody with room for `p_add`, locked; null, and nothing locked, where nobody sees one that is free.
CREATE FUNCTION club_free_slot(p_key text, p_add bigint, p_limit bigint) RETURNS smallint LANGUAGE plpgsql AS $$
DECLARE
  mine CONSTANT integer := pg_backend_pid() & 63;
  place smallint;
BEGIN
  SELECT c.slot INTO place FROM club_counters c
  WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM p_limit
    AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
  -- Every connection has a slot that it likes best, so that whoever captures later meets few.
  ORDER BY c.slot # mine LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RAISE EXCEPTION 'no slot is free' USING ERRCODE = 'CLUB2'; END IF;
  RETURN place;
EXCEPTION WHEN SQLSTATE 'CLUB2' THEN RETURN NULL;
END $$;

-- The same for giving back: a slot of one of these people (0: of everybody) of which so much is used, locked.
CREATE FUNCTION club_used_slot(p_key text, p_people bigint[], p_units bigint, OUT person_id bigint, OUT slot smallint) LANGUAGE plpgsql AS $$
BEGIN
  SELECT c.person_id, c.slot INTO person_id, slot FROM club_counters c
  WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = ANY(p_people) AND c.used >= p_units
  ORDER BY c.person_id, c.slot LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RAISE EXCEPTION 'no slot is free' USING ERRCODE = 'CLUB2'; END IF;
EXCEPTION WHEN SQLSTATE 'CLUB2' THEN
  person_id := NULL;
  slot := NULL;
END $$;

-- Finds room for `p_add` in the counter of everybody and locks the slot that has it; null and what room there is, when
-- there is not enough. A slot that nobody works on is taken without looking at the rest. Only where there is none, the
-- first slot is locked and then all of them: what is used is counted, and what is left is dealt out anew, over more slots
-- where tills met and there is enough for many more like this one.
CREATE OR REPLACE FUNCTION club_room(p_key text, p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
LANGUAGE plpgsql AS $$
DECLARE
  b integer := this_business();
  most_slots CONSTANT integer := 64;
  taken bigint;
  slots integer;
  met boolean;
  wanted integer;
BEGIN
  place := club_free_slot(p_key, p_add, p_limit);
  IF place IS NOT NULL THEN RETURN; END IF;
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

-- Gives back room that was used; a key counts once.
CREATE OR REPLACE FUNCTION club_uncount(asked jsonb) RETURNS void LANGUAGE plpgsql
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
    counter := club_used_slot(want.key, whose, want.units);
    IF counter.slot IS NOT NULL THEN
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
