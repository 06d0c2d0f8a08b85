-- Every connection has a slot of a counter that it likes best, so that whoever captures later meets few. It is now looked for by its
-- key before all others are: of a budget shared by all tills there are sixty-four, each with what is left of its last versions.
-- Else the functions do, answer and refuse what 0039 and 0044 say of them.

-- A slot of the counter of everybody with room for `p_add`, locked; null, and nothing locked, where nobody sees one that is free.
CREATE OR REPLACE FUNCTION club_free_slot(p_key text, p_add bigint, p_limit bigint) RETURNS smallint LANGUAGE plpgsql AS $$
DECLARE
  mine CONSTANT integer := pg_backend_pid() & 63;
  place smallint;
BEGIN
  SELECT c.slot INTO place FROM club_counters c
  WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = 0 AND c.slot = mine AND c.dealt IS NOT DISTINCT FROM p_limit
    AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
  LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF FOUND THEN RETURN place; END IF;
  SELECT c.slot INTO place FROM club_counters c
  WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM p_limit
    AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
  ORDER BY c.slot # mine LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
  IF NOT FOUND THEN RAISE EXCEPTION 'no slot is free' USING ERRCODE = 'CLUB2'; END IF;
  RETURN place;
EXCEPTION WHEN SQLSTATE 'CLUB2' THEN RETURN NULL;
END $$;

-- Keeps aside what is asked for and answers the number of the hold. For whoever has nothing else to do: what is refused, or in
-- use at this moment, fails with the code of a transaction that met another, and is to be asked for again with what is left.
-- `alone` says that nobody is one with the person, as far as the caller has seen.
CREATE OR REPLACE FUNCTION club_held(asked jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  b CONSTANT integer := this_business();
  mine CONSTANT integer := pg_backend_pid() & 63;
  whose CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
  answer jsonb;
  id bigint;
  fits boolean;
BEGIN
  IF asked->'alone' = 'true' AND asked->'wallets' = '[]' AND asked->'cards' = '[]' THEN
    WITH want AS MATERIALIZED (
      SELECT w.key, w.add, w.limit, w.of = 'person' AS own, CASE w.of WHEN 'person' THEN whose ELSE 0 END AS person_id,
        CASE w.of WHEN 'person' THEN 0 ELSE coalesce((
          SELECT c.slot FROM club_counters c
          WHERE c.business_id = b AND c.key = w.key AND c.person_id = 0 AND c.slot = mine AND c.dealt IS NOT DISTINCT FROM w.limit
            AND (c.quota IS NULL OR c.quota - c.used - c.held >= w.add)
          LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED), (
          SELECT c.slot FROM club_counters c
          WHERE c.business_id = b AND c.key = w.key AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM w.limit
            AND (c.quota IS NULL OR c.quota - c.used - c.held >= w.add)
          ORDER BY c.slot # mine LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED)) END AS slot
      FROM jsonb_to_recordset(asked->'claims') AS w (key text, of text, add bigint, "limit" bigint) WHERE w.add <> 0
    ), taken AS (
      INSERT INTO club_counters AS c (business_id, key, person_id, slot, held)
      SELECT b, w.key, w.person_id, w.slot, w.add FROM want w WHERE w.slot IS NOT NULL
      ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held + excluded.held
      RETURNING c.key, c.person_id, c.used + c.held AS reached
    ), kept AS (
      INSERT INTO club_holds (business_id, person_id, state, until, purpose, key, lots, claims)
      SELECT b, whose, 'open', coalesce(club_instant(asked->'until'), 'infinity'), asked->>'purpose', asked->>'key', '[]',
        coalesce((SELECT jsonb_agg(jsonb_build_object('k', w.key, 'p', w.person_id, 's', w.slot, 'n', w.add)) FROM want w), '[]')
      RETURNING hold_id
    )
    SELECT k.hold_id,
      NOT EXISTS (SELECT FROM want w WHERE w.add < 0 OR w.slot IS NULL OR w.own AND (whose = 0 OR w.limit < (
                    SELECT t.reached FROM taken t WHERE t.key = w.key AND t.person_id = whose)))
      AND (whose = 0 OR EXISTS (SELECT FROM people p WHERE p.business_id = b AND p.person_id = whose AND p.merged_into IS NULL)
                        AND NOT EXISTS (SELECT FROM people p WHERE p.business_id = b AND p.merged_into = whose))
      INTO id, fits FROM kept k;
    IF fits THEN RETURN id; END IF;
    RAISE EXCEPTION 'what was to be kept aside was taken' USING ERRCODE = 'serialization_failure';
  END IF;
  answer := club_hold(asked);
  IF answer ? 'refused' THEN
    RAISE EXCEPTION 'what was to be kept aside was taken' USING ERRCODE = 'serialization_failure', DETAIL = answer->>'refused';
  END IF;
  RETURN (answer->'value'->>'hold')::bigint;
END $$;
