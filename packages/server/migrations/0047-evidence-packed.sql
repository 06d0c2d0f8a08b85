-- What segment, rhythm and type of a person were decided by, as four bytes a figure: written as JSON, with or without the
-- names, it took longer than all the rest of a person's row. Rows of the run before keep theirs until the next one.
ALTER TABLE person_scores ADD COLUMN evidence_packed bytea;
