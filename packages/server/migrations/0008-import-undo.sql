-- Undoing an import: its facts are withdrawn, and rungs come out as if it had never been
-- (docs/decisions/0020-undoing-an-import.md).

-- ── What came by which import ─────────────────────────────────────────────────────────────────────────────────────
-- Written with the row itself and by no index: an undo walks the numbers between the import's first fact and its last.

ALTER TABLE facts ADD COLUMN import_id bigint;
-- The imports that alone tell of this identifier; null: somebody else has told of it as well.
ALTER TABLE identifiers ADD COLUMN only_imports bigint[];
-- The import that brought this person, and the one whose word alone their name is.
ALTER TABLE people ADD COLUMN made_by_import bigint, ADD COLUMN named_by_import bigint;

ALTER TABLE imports DROP CONSTRAINT imports_state_check;
ALTER TABLE imports ADD CONSTRAINT imports_state_check
  CHECK (state IN ('proposed', 'running', 'stopped', 'done', 'failed', 'undoing', 'undone'));
ALTER TABLE imports
  -- Headers, sample rows and what they were taken for: what the page shows without reading the file again.
  ADD COLUMN look jsonb,
  -- Whether the file is a copy of ours, removed when its time is over, and not one of somebody's own.
  ADD COLUMN file_is_ours boolean NOT NULL DEFAULT false,
  -- How far the undo is, and who asked for it; null: nobody did.
  ADD COLUMN undo jsonb;
CREATE INDEX imports_with_files ON imports (business_id, changed_at) WHERE file_is_ours AND file_path IS NOT NULL;

ALTER TABLE import_mappings
  ADD COLUMN mapping_id bigint GENERATED ALWAYS AS IDENTITY,
  ADD COLUMN name text NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  ADD COLUMN headers text[] NOT NULL DEFAULT '{}';
CREATE UNIQUE INDEX import_mappings_by_number ON import_mappings (business_id, mapping_id);

-- ── What was withdrawn: nothing is lost, and all of it can be looked at ───────────────────────────────────────────

CREATE TABLE withdrawn_facts (
  business_id  integer NOT NULL,
  import_id    bigint NOT NULL,
  fact_id      bigint NOT NULL,
  person_id    bigint,
  conflict_id  bigint,
  type         text COLLATE "C" NOT NULL,
  at           timestamptz NOT NULL,
  learnt_at    timestamptz NOT NULL,
  source_id    integer NOT NULL,
  key          text COLLATE "C" NOT NULL,
  amount       bigint,
  ref          text COLLATE "C",
  data         jsonb,
  withdrawn_by text NOT NULL,
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, import_id, fact_id)
);

-- People who came with the import alone and have nothing left.
CREATE TABLE withdrawn_people (
  business_id  integer NOT NULL,
  import_id    bigint NOT NULL,
  person_id    bigint NOT NULL,
  kind         text NOT NULL,
  name         text,
  known_since  timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  merged_into  bigint,
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, import_id, person_id)
);

CREATE TABLE withdrawn_identifiers (
  business_id  integer NOT NULL,
  import_id    bigint NOT NULL,
  kind         text NOT NULL,
  value        text COLLATE "C" NOT NULL,
  person_id    bigint NOT NULL,
  learnt_at    timestamptz NOT NULL,
  withdrawn_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, import_id, kind, value)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['withdrawn_facts', 'withdrawn_people', 'withdrawn_identifiers'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;

-- ── The one way by which a fact leaves the facts ──────────────────────────────────────────────────────────────────
-- Moves the facts of an import among the next `most` numbers after `after`; those of an import that is being undone,
-- and no others. Answers how far it looked (null: there was nothing left to look at) and whose facts they were.

CREATE FUNCTION withdraw_facts(undone bigint, after bigint, through bigint, most integer, who text)
RETURNS TABLE (reached bigint, withdrawn integer, people bigint[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
DECLARE last bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM imports i
      WHERE i.business_id = this_business() AND i.import_id = undone AND i.state = 'undoing') THEN
    RAISE EXCEPTION 'only the facts of an import that is being undone can be withdrawn';
  END IF;
  SELECT max(f.fact_id) INTO last FROM (
    SELECT o.fact_id FROM facts o
    WHERE o.business_id = this_business() AND o.fact_id > after AND o.fact_id <= through
    ORDER BY o.business_id, o.fact_id LIMIT most) f;
  IF last IS NULL THEN
    RETURN QUERY SELECT NULL::bigint, 0, '{}'::bigint[];
    RETURN;
  END IF;
  RETURN QUERY
    WITH gone AS (
      DELETE FROM facts f
      WHERE f.business_id = this_business() AND f.fact_id > after AND f.fact_id <= last AND f.import_id = undone
      RETURNING f.*
    ), kept AS (
      INSERT INTO withdrawn_facts (business_id, import_id, fact_id, person_id, conflict_id, type, at, learnt_at,
        source_id, key, amount, ref, data, withdrawn_by)
      SELECT g.business_id, undone, g.fact_id, g.person_id, g.conflict_id, g.type, g.at, g.learnt_at,
        g.source_id, g.key, g.amount, g.ref, g.data, who
      FROM gone g
    )
    SELECT last, count(*)::integer,
      coalesce(array_agg(DISTINCT g.person_id) FILTER (WHERE g.person_id IS NOT NULL), '{}') FROM gone g;
END $$;
REVOKE EXECUTE ON FUNCTION withdraw_facts(bigint, bigint, bigint, integer, text) FROM PUBLIC;

-- The businesses that keep uploaded files nobody has touched since.
CREATE POLICY doors ON imports FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_old_imports(untouched_since timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b WHERE EXISTS (
    SELECT FROM imports i WHERE i.business_id = b.business_id AND i.file_is_ours AND i.file_path IS NOT NULL
      AND i.changed_at < untouched_since)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_old_imports(timestamptz) FROM PUBLIC;

-- Runs after grant_application, whose rights to all tables it narrows: what was withdrawn can be neither changed nor removed.
CREATE FUNCTION grant_imports(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON withdrawn_facts, withdrawn_people, withdrawn_identifiers FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION withdraw_facts(bigint, bigint, bigint, integer, text) TO %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_old_imports(timestamptz) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_imports(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_imports(name) FROM PUBLIC;
