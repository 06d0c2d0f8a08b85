-- What tills do at once goes through the ledger in one pass (programme/ledger/together.ts). What that cannot do fails as this, with
-- the code of a transaction that met another, and is done one by one.
CREATE FUNCTION club_apart() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'to be done one by one' USING ERRCODE = 'serialization_failure';
END $$;

-- Keeps aside what is asked for and answers the number of the hold. For whoever has nothing else to do: what is refused, or in
-- use at this moment, fails with the code of a transaction that met another, and is to be asked for again with what is left.
-- Counters alone, of somebody who is one with nobody, are kept aside without it.
CREATE OR REPLACE FUNCTION club_held(asked jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  answer CONSTANT jsonb := club_hold(asked);
BEGIN
  IF answer ? 'refused' THEN
    RAISE EXCEPTION 'what was to be kept aside was taken' USING ERRCODE = 'serialization_failure', DETAIL = answer->>'refused';
  END IF;
  RETURN (answer->'value'->>'hold')::bigint;
END $$;
