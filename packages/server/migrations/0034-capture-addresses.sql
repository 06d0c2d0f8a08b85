-- The network addresses that what was sent in came from: they are kept to tell robots from people, and erased once that is of
-- no use any more.
CREATE INDEX capture_submissions_addressed ON capture_submissions (business_id, at) WHERE address IS NOT NULL;

-- The businesses that keep what was discarded, or counted, or where somebody was, longer than it is good for.
DROP FUNCTION businesses_with_old_captures(timestamptz, timestamptz);
CREATE FUNCTION businesses_with_old_captures(discarded_before timestamptz, counted_before timestamptz, addressed_before timestamptz)
RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM capture_submissions s
                WHERE s.business_id = b.business_id AND s.state = 'discarded' AND s.decided_at < discarded_before)
     OR EXISTS (SELECT FROM capture_submissions s
                WHERE s.business_id = b.business_id AND s.address IS NOT NULL AND s.at < addressed_before)
     OR EXISTS (SELECT FROM (VALUES (1), (10), (60), (1440)) AS w (minutes), LATERAL (
                  SELECT FROM capture_tries t
                  WHERE t.business_id = b.business_id AND t.minutes = w.minutes
                    AND t.slot < extract(epoch FROM counted_before) / 60 / w.minutes - 1 LIMIT 1) old)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_old_captures(timestamptz, timestamptz, timestamptz) FROM PUBLIC;
