-- The columns of a fact hold two more of the fields that ladders ask for: the score of a review and of an answer in `amount`,
-- where facts with money have theirs, and the question, the friend and the offer in `ref`. They stand in the index of histories, so a
-- climb reads them without looking for one fact in twelve in the table. What does not go into a column keeps the whole record
-- in `data`, with -(2^53 - 1) as its amount (columns.ts).

-- Facts are never edited; how they are kept is another matter. The owner is let past the policies for as long as this takes.
ALTER TABLE facts NO FORCE ROW LEVEL SECURITY;

UPDATE facts f SET
  amount = CASE WHEN t.fits THEN coalesce(t.figure, f.amount) ELSE -9007199254740991 END,
  ref = CASE WHEN t.fits THEN t.ref END,
  data = CASE
    WHEN t.fits THEN nullif(f.data - t.named - coalesce(t.counted, ''), '{}')
    WHEN f.amount IS NULL THEN f.data
    ELSE f.data || jsonb_build_object('amount', f.amount) END
FROM (
  SELECT o.business_id, o.fact_id, k.named, k.counted,
    CASE WHEN k.counted IS NOT NULL AND jsonb_typeof(o.data -> k.counted) = 'number' THEN
      CASE WHEN abs((o.data ->> k.counted)::numeric) < 9007199254740991 AND (o.data ->> k.counted)::numeric % 1 = 0
        THEN (o.data ->> k.counted)::numeric::bigint END END AS figure,
    o.data ->> k.named AS ref,
    coalesce(length(o.data ->> k.named), 0) <= 200 AND (k.counted IS NULL OR NOT o.data ? k.counted OR
      jsonb_typeof(o.data -> k.counted) = 'number' AND abs((o.data ->> k.counted)::numeric) < 9007199254740991
      AND (o.data ->> k.counted)::numeric % 1 = 0) AS fits
  FROM facts o JOIN (VALUES
    ('survey.answered', 'question', 'score'),
    ('review.written', '', 'score'),
    ('referral.made', 'friend', NULL),
    ('referral.converted', 'friend', NULL),
    ('referral.undone', 'friend', NULL),
    ('offer.given', 'offer', NULL)) AS k (type, named, counted) ON k.type = o.type
  WHERE o.data IS NOT NULL
) t
WHERE f.business_id = t.business_id AND f.fact_id = t.fact_id;

ALTER TABLE facts FORCE ROW LEVEL SECURITY;
