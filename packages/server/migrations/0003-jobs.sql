-- Jobs are kept by graphile-worker in a schema of its own, which the program brings up to date before these are called.
-- The application may add a job and nothing else: its tables are closed to every role but the owner.
CREATE FUNCTION add_job(task text, payload json, job_key text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  -- A job is for the business of the session that asks for it, whatever the payload says.
  IF this_business() IS NULL THEN RAISE EXCEPTION 'a job belongs to a business'; END IF;
  PERFORM graphile_worker.add_job(
    task,
    (payload::jsonb || jsonb_build_object('business', this_business()))::json,
    job_key := 'business ' || this_business() || ' ' || job_key,
    max_attempts := 10
  );
END $$;
REVOKE EXECUTE ON FUNCTION add_job(text, json, text) FROM PUBLIC;

CREATE FUNCTION grant_jobs(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION add_job(text, json, text) TO %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_jobs(name) FROM PUBLIC;
