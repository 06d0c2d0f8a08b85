-- A sale at the till in still fewer statements; what the functions do, answer and refuse is what 0018 and 0033 say of them.

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
  -- All accounts of the person: what they earn in the same transaction then comes after no counter. Where no counter is come to
  -- and nothing is taken of an account, whoever earns locks them.
  IF held.person_id > 0 AND (held.lots <> '[]' OR NOT asked ? 'claimsLater') THEN
    PERFORM club_lock(club_people(held.person_id), '{}');
  END IF;
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

-- Makes the order of a quote that the caller has locked: captures its hold, posts what is earned (null: nothing), commits
-- the quote and writes the order down. What the ledger refuses fails as `CLUB1`, the refusal as its detail. The person is
-- there and stays there until the transaction ends, so that facts can be told of them.
CREATE OR REPLACE FUNCTION till_sell(p_quote bigint, p_hold bigint, captured jsonb, earning jsonb, p_number text, p_person bigint, p_due bigint,
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
  WITH q AS (
    UPDATE till_quotes t SET state = 'committed' WHERE t.business_id = b AND t.quote_id = p_quote
    RETURNING t.quote_id, t.asked, t.priced
  )
  INSERT INTO till_orders (business_id, number, person_id, quote_id, basket, priced, posted, due, method, at, posted_at, returned, made_by)
  SELECT b, p_number, p_person, q.quote_id, q.asked->'basket', q.priced, json_build_object('spends', spends, 'earned', earned),
         p_due, p_method, p_at, p_posted_at, p_returned, p_made_by
  FROM q;
  IF p_person IS NOT NULL THEN
    PERFORM FROM people p WHERE p.business_id = b AND p.person_id = p_person FOR KEY SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'person % was taken off', p_person USING ERRCODE = 'serialization_failure';
    END IF;
  END IF;
END $$;
