-- Long periods are as quick to read as short ones, and an export goes on where it was (docs/decisions/0024-blocks-stops-and-parts.md).

-- ── Steps by day, and by blocks of 32 days ────────────────────────────────────────────────────────────────────────
-- The same steps stand twice: on their day (`span` 1), and in the block of 32 days that it belongs to. Whoever reads a
-- long time reads whole blocks and the single days at their ends.

ALTER TABLE ladder_days DROP CONSTRAINT ladder_days_pkey;
ALTER TABLE ladder_days RENAME COLUMN day TO starts;
ALTER TABLE ladder_days ADD COLUMN span smallint NOT NULL DEFAULT 1 CHECK (span IN (1, 32));
ALTER TABLE ladder_days ALTER COLUMN span DROP DEFAULT;
ALTER TABLE ladder_days NO FORCE ROW LEVEL SECURITY;
INSERT INTO ladder_days (business_id, ladder_id, version, span, starts, from_rung, to_rung, live, people)
  SELECT business_id, ladder_id, version, 32, (floor(starts::float8 / 32) * 32)::int AS block, from_rung, to_rung, live, sum(people)
  FROM ladder_days GROUP BY business_id, ladder_id, version, block, from_rung, to_rung, live;
ALTER TABLE ladder_days FORCE ROW LEVEL SECURITY;
ALTER TABLE ladder_days ADD PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, live);

-- ── An export that had to begin anew says why ─────────────────────────────────────────────────────────────────────
-- What it was asked for had changed, or the part of the file that was written was no longer there.

ALTER TABLE people_jobs ADD COLUMN restarted text CHECK (restarted IN ('changed', 'part_lost'));
