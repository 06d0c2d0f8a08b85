-- Numbers of people hardly shrink, and to press them together took longer than to write everybody's scores.
ALTER TABLE insight_lists ALTER COLUMN people SET STORAGE EXTERNAL;
-- When each person of the list of everybody ordered, some bytes for each (core/insight, presence); of other lists, and of
-- runs before this, null.
ALTER TABLE insight_lists ADD COLUMN marks bytea;
ALTER TABLE insight_lists ALTER COLUMN marks SET STORAGE EXTERNAL;
