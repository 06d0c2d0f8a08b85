-- What a business declares in its own words, and how somebody likes their digits (docs/decisions/0023-declared-words.md).

-- ── Facts of its own: no more told once archived, and still read ──────────────────────────────────────────────────

ALTER TABLE custom_facts
  ADD COLUMN archived_at timestamptz,
  ADD COLUMN changed_by  text,
  ADD COLUMN changed_at  timestamptz;

-- ── Traits: what a value must be to be told; whatever was told before stays as it is ──────────────────────────────

CREATE TABLE declared_traits (
  business_id integer NOT NULL,
  -- As it stands in the facts, in whatever letters.
  trait       text COLLATE "C" NOT NULL CHECK (length(trait) BETWEEN 1 AND 100),
  title_fa    text NOT NULL,
  title_en    text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('text', 'number', 'money', 'flag', 'day')),
  -- The only values there are, in the order in which they are offered; null: any.
  choices     text[],
  archived_at timestamptz,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, trait)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['declared_traits'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;

-- Whether a trait that nobody declared is refused.
ALTER TABLE businesses ADD COLUMN only_declared_traits boolean NOT NULL DEFAULT false;

-- ── Digits, for one person on every device ────────────────────────────────────────────────────────────────────────

ALTER TABLE sign_in."user" ADD COLUMN digits text NOT NULL DEFAULT 'language'
  CHECK (digits IN ('language', 'persian', 'latin'));
