-- Whose rows a statement may see and write is asked once for the statement and no longer for each of its rows: as a
-- function it was called for every row that is written (docs/decisions/0014-round-trips.md).

DO $$
DECLARE
  walled regclass;
BEGIN
  FOR walled IN SELECT polrelid::regclass FROM pg_policy WHERE polname = 'own_business' LOOP
    EXECUTE format(
      'ALTER POLICY own_business ON %s USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))',
      walled);
  END LOOP;
END
$$;
