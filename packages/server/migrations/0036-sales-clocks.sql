-- What is to be done a while after something else, and the clocks that move when working hours are said anew
-- (docs/decisions/0032-sales.md).

-- As add_job, but not before so many seconds have passed.
CREATE FUNCTION add_job_in(task text, payload json, job_key text, seconds integer) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  -- A job is for the business of the session that asks for it, whatever the payload says.
  IF this_business() IS NULL THEN RAISE EXCEPTION 'a job belongs to a business'; END IF;
  PERFORM graphile_worker.add_job(
    task,
    (payload::jsonb || jsonb_build_object('business', this_business()))::json,
    run_at := now() + make_interval(secs => seconds),
    job_key := 'business ' || this_business() || ' ' || job_key,
    max_attempts := 10
  );
END $$;
REVOKE EXECUTE ON FUNCTION add_job_in(text, json, text, integer) FROM PUBLIC;
CREATE FUNCTION grant_later_jobs(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT EXECUTE ON FUNCTION add_job_in(text, json, text, integer) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_later_jobs(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_later_jobs(name) FROM PUBLIC;

-- Leads that wait for an answer, also those behind another of their person: when the working hours change, theirs do.
CREATE INDEX leads_awaited ON leads (business_id, answer_by, lead_id) WHERE state = 'handed';
