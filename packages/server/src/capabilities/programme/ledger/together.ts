/**
 * What tills do most, for as many of them as do it at once: parts of a `WITH` before whoever writes down what it was for. Each
 * goes through all of it in one pass, where a function for each of them prepares every statement again. Only what is nearly
 * always so is done here; all else fails as `club_apart`, and is done one by one by the functions of the ledger.
 */

/**
 * Keeps counters aside, as `club_held` does, of everybody `asking (hold, holding)`: numbers for the holds, and what
 * `holdStatement` is told. Whoever asks is one with nobody, asks no wallet and no card, and is there once. `held.fits`
 * says whether all of it is kept: else nothing may be.
 */
export const HOLDING_TOGETHER = `
  claimed AS MATERIALIZED (
    SELECT a.hold, w.key, w.of = 'person' AS own, w.add, w.limit AS most,
      CASE w.of WHEN 'person' THEN coalesce((a.holding->>'person')::bigint, 0) ELSE 0 END AS person_id
    FROM asking a, jsonb_to_recordset(a.holding->'claims') AS w (key text, of text, add bigint, "limit" bigint) WHERE w.add <> 0
  ), room AS MATERIALIZED (
    SELECT w.*, CASE WHEN w.own THEN 0 ELSE coalesce((
        SELECT c.slot FROM club_counters c
        WHERE c.business_id = this_business() AND c.key = w.key AND c.person_id = 0 AND c.slot = pg_backend_pid() & 63
          AND c.dealt IS NOT DISTINCT FROM w.most AND (c.quota IS NULL OR c.quota - c.used - c.held >= w.add)
        LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED), (
        SELECT c.slot FROM club_counters c
        WHERE c.business_id = this_business() AND c.key = w.key AND c.person_id = 0
          AND c.dealt IS NOT DISTINCT FROM w.most AND (c.quota IS NULL OR c.quota - c.used - c.held >= w.add)
        -- As club_free_slot has it.
        ORDER BY c.slot # (pg_backend_pid() & 63) LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)) END AS slot
    FROM (SELECT key, person_id, own, most, sum(add)::bigint AS add, min(add) AS least FROM claimed
          GROUP BY key, person_id, own, most ORDER BY key, person_id) w
  ), taken AS (
    INSERT INTO club_counters AS c (business_id, key, person_id, slot, held)
    SELECT this_business(), r.key, r.person_id, r.slot, r.add FROM room r WHERE r.slot IS NOT NULL
    ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held + excluded.held
    RETURNING c.key, c.person_id, c.used + c.held AS reached
  ), kept AS (
    INSERT INTO club_holds (business_id, hold_id, person_id, state, until, purpose, key, lots, claims) OVERRIDING SYSTEM VALUE
    SELECT this_business(), a.hold, coalesce((a.holding->>'person')::bigint, 0), 'open', coalesce(club_instant(a.holding->'until'), 'infinity'),
      a.holding->>'purpose', a.holding->>'key', '[]',
      coalesce((SELECT jsonb_agg(jsonb_build_object('k', w.key, 'p', w.person_id, 's', r.slot, 'n', w.add))
                FROM claimed w JOIN room r ON r.key = w.key AND r.person_id = w.person_id AND r.most IS NOT DISTINCT FROM w.most
                WHERE w.hold = a.hold), '[]')
    FROM asking a
  ), held AS MATERIALIZED (
    SELECT NOT EXISTS (
        SELECT FROM room r WHERE r.slot IS NULL OR r.least < 0 OR r.own AND (r.person_id = 0 OR r.most < (
          SELECT t.reached FROM taken t WHERE t.key = r.key AND t.person_id = r.person_id)))
      AND NOT EXISTS (
        SELECT FROM (SELECT (a.holding->>'person')::bigint AS id FROM asking a) w WHERE w.id > 0 AND NOT (
          coalesce((SELECT p.merged_into IS NULL FROM people p WHERE p.business_id = this_business() AND p.person_id = w.id), false)
          AND (SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = w.id LIMIT 1) IS NULL)) AS fits
  )`;

/**
 * Captures holds that keep nothing but counters aside, which stay as they are (`captureClaimsStatement`), and posts what is
 * earned, as `club_capture` and `club_earn` do, of everybody `selling (turn, hold, person, earning, at, posted_at)`.
 * `earned (turn, n, rule, wallet, key, units)` is what was earned by whom. `posted.fits` says whether all of it was done, and
 * that every person is there and stays until the transaction ends: else nothing may be.
 */
export const POSTING_TOGETHER = `
  captured AS (
    UPDATE club_holds h SET state = 'captured'
    WHERE h.business_id = this_business() AND h.hold_id = ANY(ARRAY(SELECT s.hold FROM selling s))
      -- Found by its number and no other way: there may be many that are open.
      AND (h.state || '') = 'open' AND h.lots = '[]' AND h.until + interval '0' > (SELECT max(s.posted_at) FROM selling s)
    RETURNING h.hold_id
  ), buyer AS MATERIALIZED (
    SELECT w.person, p.home FROM (SELECT DISTINCT s.person FROM selling s WHERE s.person IS NOT NULL ORDER BY s.person) w, LATERAL (
      SELECT coalesce(p.merged_into, p.person_id) AS home FROM people p
      WHERE p.business_id = this_business() AND p.person_id = w.person FOR KEY SHARE) p
  ), owing AS MATERIALIZED (
    -- All accounts of whoever is one with them, locked as everybody locks them.
    SELECT a.debt FROM (
      SELECT b.person FROM buyer b UNION SELECT b.home FROM buyer b UNION
      SELECT o.person_id FROM buyer b, LATERAL (
        SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.merged_into = b.home OFFSET 0) o) w, LATERAL (
      SELECT a.debt FROM club_accounts a
      WHERE a.business_id = this_business() AND a.person_id = w.person AND a.card_id = 0 ORDER BY a.account_id FOR NO KEY UPDATE) a
  ), credit AS MATERIALIZED (
    SELECT s.turn, s.person, s.at, s.posted_at, c.* FROM selling s, ROWS FROM (jsonb_to_recordset(s.earning->'credits')
      AS (wallet text, units bigint, "availableFrom" float8, "expiresAt" float8, cause jsonb, key text, "from" text))
      WITH ORDINALITY AS c (wallet, units, starts, ends, cause, key, source, n)
  ), made AS (
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
    SELECT this_business(), 'earn', c.wallet, c.units, c.at, c.posted_at, c.key, c.cause FROM credit c
    -- Who owes something pays first.
    WHERE (SELECT coalesce(sum(o.debt), 0) FROM owing o) = 0 ORDER BY c.turn, c.n
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id, key
  ), told AS MATERIALIZED (
    SELECT c.*, m.transaction_id FROM credit c JOIN made m ON m.key = c.key
  ), paid AS (
    INSERT INTO club_accounts AS a (business_id, person_id, card_id, wallet, balance)
    SELECT this_business(), c.person, 0, c.wallet, sum(c.units) FROM told c GROUP BY c.person, c.wallet ORDER BY c.person, c.wallet
    ON CONFLICT (business_id, person_id, card_id, wallet) DO UPDATE SET balance = a.balance + excluded.balance
    RETURNING a.account_id, a.person_id, a.wallet, a.debt
  ), lot AS (
    INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
    SELECT this_business(), p.account_id, c.transaction_id, c.units, c.units, coalesce(c.source, 'issued'), c.at,
      to_timestamp(c.starts / 1000), to_timestamp(c.ends / 1000), true
    FROM told c JOIN paid p ON p.person_id = c.person AND p.wallet = c.wallet ORDER BY c.turn, c.n
    RETURNING lot_id, account_id, transaction_id, amount, source
  ), entered AS (
    INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
    SELECT this_business(), l.transaction_id, 0, l.account_id, l.lot_id, l.amount, l.source FROM lot l
  ), earned AS (
    SELECT c.turn, c.n, coalesce(c.cause->>'rule', '') AS rule, c.wallet, c.key, c.units FROM credit c
  ), posted AS MATERIALIZED (
    SELECT (SELECT count(*) FROM captured) = (SELECT count(s.hold) FROM selling s)
      AND (SELECT count(*) FROM buyer) = (SELECT count(DISTINCT s.person) FROM selling s)
      AND (SELECT count(*) FROM made) = (SELECT count(*) FROM credit)
      AND NOT EXISTS (SELECT FROM credit c WHERE c.units <= 0 OR c.key IS NULL)
      AND NOT EXISTS (SELECT FROM paid p WHERE p.debt > 0) AS fits
  )`;
