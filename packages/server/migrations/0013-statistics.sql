-- Statistics of tables that have just been filled, without waiting for autovacuum to come by
-- (docs/decisions/0025-statistics-in-time.md).

-- Analyses the tables that have at least doubled since they were last analysed. A table that somebody else analyses is
-- passed over. Answers how many were analysed.
CREATE FUNCTION take_statistics() RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  grown name;
  taken integer := 0;
BEGIN
  FOR grown IN
    SELECT s.relname FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
    WHERE s.schemaname = 'public'
      AND s.relname IN ('people', 'identifiers', 'facts', 'climb_queue', 'standings', 'moves')
      AND s.n_mod_since_analyze >= greatest(c.reltuples, 1000)
  LOOP
    EXECUTE format('ANALYZE (SKIP_LOCKED) %I', grown);
    taken := taken + 1;
  END LOOP;
  RETURN taken;
END $$;
REVOKE EXECUTE ON FUNCTION take_statistics() FROM PUBLIC;

CREATE FUNCTION grant_statistics(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION take_statistics() TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_statistics(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_statistics(name) FROM PUBLIC;
