-- A sign that was told only under a number that was merged away is news for sales as one that was told under the number
-- that stayed: the queue names whoever they are now, and their facts stay under the number they were told of. Else the
-- function does what 0026 says.
CREATE OR REPLACE FUNCTION tell_leads() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  agreed boolean := EXISTS (SELECT FROM qualification_versions v WHERE v.business_id = this_business());
BEGIN
  IF NOT agreed AND NOT EXISTS (SELECT FROM leads l WHERE l.business_id = this_business()) THEN
    RETURN NULL;
  END IF;
  INSERT INTO lead_news (business_id, person_id)
  SELECT DISTINCT t.business_id, t.person_id FROM told t
  WHERE t.business_id = this_business() AND (
    EXISTS (SELECT FROM leads l WHERE l.business_id = this_business() AND l.person_id = t.person_id AND l.state <> 'closed')
    OR EXISTS (SELECT FROM people p JOIN leads l ON l.business_id = p.business_id AND l.person_id = p.person_id AND l.state <> 'closed'
               WHERE p.business_id = this_business() AND p.merged_into = t.person_id)
    OR (agreed AND (
      EXISTS (
        SELECT FROM facts f WHERE f.business_id = this_business() AND f.person_id = t.person_id AND f.at > now() - interval '400 days'
          AND f.type IN ('lead.captured', 'price.asked', 'demo.asked'))
      OR EXISTS (
        SELECT FROM people p, LATERAL (
          SELECT FROM facts f WHERE f.business_id = this_business() AND f.person_id = p.person_id AND f.at > now() - interval '400 days'
            AND f.type IN ('lead.captured', 'price.asked', 'demo.asked') LIMIT 1) s
        WHERE p.business_id = this_business() AND p.merged_into = t.person_id))))
  ORDER BY t.person_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- The link on which somebody writes what they think can be sent to their mobile; what came of it is told with the rest.
ALTER TABLE testimonial_records DROP CONSTRAINT testimonial_records_kind_check;
ALTER TABLE testimonial_records ADD CONSTRAINT testimonial_records_kind_check
  CHECK (kind IN ('asked', 'texted', 'not_texted', 'given', 'consented', 'refused', 'withdrawn', 'published', 'hidden'));
