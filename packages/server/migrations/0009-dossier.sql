-- What members of staff keep about a person: notes, files, and who belongs to whom. People carry no foreign keys
-- (0001); a merged person's papers are read with those of the person they became.

CREATE TABLE notes (
  business_id integer NOT NULL,
  note_id     bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  changed_by  text,
  changed_at  timestamptz,
  -- Who changes a note says which text they saw.
  revision    integer NOT NULL DEFAULT 1,
  removed_by  text,
  removed_at  timestamptz,
  PRIMARY KEY (business_id, note_id)
);
CREATE INDEX notes_of_person ON notes (business_id, person_id, note_id) WHERE removed_at IS NULL;

CREATE TABLE files (
  business_id integer NOT NULL,
  file_id     bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  bytes       integer NOT NULL,
  -- Null once the file was removed: the line stays, its content does not.
  content     bytea,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  removed_by  text,
  removed_at  timestamptz,
  PRIMARY KEY (business_id, file_id)
);
-- Pictures and documents are compressed already.
ALTER TABLE files ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX files_of_person ON files (business_id, person_id, file_id) WHERE removed_at IS NULL;

CREATE TABLE relations (
  business_id integer NOT NULL,
  relation_id bigint GENERATED ALWAYS AS IDENTITY,
  kind        text NOT NULL CHECK (kind IN ('buys_for', 'works_at', 'household', 'knows')),
  -- "from buys for to", "from works at to"; the other two kinds go both ways.
  from_person bigint NOT NULL,
  to_person   bigint NOT NULL,
  role        text CHECK (length(role) BETWEEN 1 AND 100),
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL,
  ended_by    text,
  ended_at    timestamptz,
  PRIMARY KEY (business_id, relation_id),
  CHECK (from_person <> to_person)
);
CREATE UNIQUE INDEX relations_from ON relations (business_id, from_person, kind, to_person) WHERE ended_at IS NULL;
CREATE INDEX relations_to ON relations (business_id, to_person) WHERE ended_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['notes', 'files', 'relations'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;
