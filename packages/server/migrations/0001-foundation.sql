-- The tables of Nardeban. Every table belongs to a business: business_id is first in its primary key and in every
-- index, row level security is forced, and the policy compares it with the business of the session. The tables of
-- the sign-in (schema "sign_in", 0002) are the one exception: a member of staff may work for several businesses.
--
-- Nothing here may be written that a table distributed on business_id cannot do: no unique constraint or foreign key
-- without business_id. People, facts, standings and moves carry no foreign keys: they are written by the million, and
-- `nardeban check` proves what a foreign key would (docs/decisions/0003-storage.md).

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The business of this session; null, and so nothing at all, when none was set.
CREATE FUNCTION this_business() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('nardeban.business', true), '')::integer;

-- ── Text: the twins of searchKey and looseKey in core/values/text.ts; one fixture file is run against both ─────────
-- The white space that NFKC leaves is written out: what \s means depends on the locale of the database.

CREATE FUNCTION fa_norm(raw text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace(
  translate(
    regexp_replace(lower(normalize(raw, NFKC)),
      '[\u0640\u064B-\u0655\u0670\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]', '', 'g'),
    'يىئكةۀەؤأإٱ' || '٠١٢٣٤٥٦٧٨٩' || '۰۱۲۳۴۵۶۷۸۹',
    'یییکهههوااا' || '0123456789' || '0123456789'),
  '[\t\n\v\f\r \u001C-\u001F\u0085\u1680\u2028\u2029]+', ' ', 'g'));

CREATE FUNCTION fa_loose(raw text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(translate(fa_norm(raw), 'آ', 'ا'), ' ', '');

-- ── Businesses ────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE businesses (
  business_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug        text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'),
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  currency    text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
  unit        text NOT NULL CHECK (unit IN ('rial', 'toman', 'major')),
  zone        text NOT NULL,
  calendar    text NOT NULL CHECK (calendar IN ('jalali', 'gregorian')),
  language    text NOT NULL CHECK (language IN ('fa', 'en')),
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- ── People: who the business may have to do with, and what they are recognised by ─────────────────────────────────

CREATE TABLE people (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  kind        text NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'organisation')),
  name        text CHECK (length(name) <= 300),
  -- What a search compares, worked out once and not for every row that a search looks at.
  name_key    text COLLATE "C" GENERATED ALWAYS AS (fa_loose(name)) STORED,
  -- The present value of every trait, for lists and search; the history of traits is in the facts.
  traits      jsonb NOT NULL DEFAULT '{}',
  -- The first instant the business had to do with this person: their first fact, else the day they were entered.
  known_since timestamptz NOT NULL,
  created_at  timestamptz NOT NULL DEFAULT now(),
  -- The person this one was merged into; always the last of a chain, so one step leads home.
  merged_into bigint,
  PRIMARY KEY (business_id, person_id)
);
CREATE SEQUENCE person_ids AS bigint;
CREATE INDEX people_merged ON people (business_id, merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX people_name_order ON people (business_id, name COLLATE "fa-x-icu", person_id);
-- A name that begins so, whatever the length of the beginning; and a name that holds it, from three letters up.
CREATE INDEX people_name_start ON people (business_id, name_key, person_id);
CREATE INDEX people_name_search ON people USING gin (business_id, name_key gin_trgm_ops);

CREATE TABLE identifiers (
  business_id integer NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('mobile', 'email', 'external', 'anonymous')),
  value       text COLLATE "C" NOT NULL CHECK (length(value) BETWEEN 1 AND 254),
  person_id   bigint NOT NULL,
  learnt_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, kind, value),
  CHECK (kind <> 'mobile' OR value ~ '^\+[1-9][0-9]{6,14}$')
);
CREATE INDEX identifiers_of_person ON identifiers (business_id, person_id);
-- A cashier knows the last four digits.
CREATE INDEX identifiers_by_ending ON identifiers (business_id, reverse(value) COLLATE "C");

CREATE TABLE merges (
  business_id integer NOT NULL,
  merge_id    bigint GENERATED ALWAYS AS IDENTITY,
  loser_id    bigint NOT NULL,
  winner_id   bigint NOT NULL,
  reason      text,
  merged_by   text NOT NULL,
  merged_at   timestamptz NOT NULL DEFAULT now(),
  undone_by   text,
  undone_at   timestamptz,
  PRIMARY KEY (business_id, merge_id),
  CHECK (loser_id <> winner_id)
);
CREATE UNIQUE INDEX merges_in_force ON merges (business_id, loser_id) WHERE undone_at IS NULL;
CREATE INDEX merges_of_winner ON merges (business_id, winner_id) WHERE undone_at IS NULL;

-- One fact, two people: kept for a person to decide, never guessed. The facts stand on nobody until then.
CREATE TABLE conflicts (
  business_id  integer NOT NULL,
  conflict_id  bigint GENERATED ALWAYS AS IDENTITY,
  -- 'two_people': identifiers of one fact lead to different people. 'shared_identifier': a new external id came with
  -- a mobile or e-mail that another person holds; the fact went to the new person, the identifier stayed.
  kind         text NOT NULL CHECK (kind IN ('two_people', 'shared_identifier')),
  candidates   bigint[] NOT NULL,
  identifiers  jsonb NOT NULL,
  fingerprint  text NOT NULL,
  noticed_at   timestamptz NOT NULL DEFAULT now(),
  resolved_at  timestamptz,
  resolved_by  text,
  resolution   text CHECK (resolution IN ('assigned', 'merged', 'dismissed')),
  PRIMARY KEY (business_id, conflict_id)
);
CREATE UNIQUE INDEX conflicts_open_once ON conflicts (business_id, fingerprint) WHERE resolved_at IS NULL;
-- A possible duplicate is shown once: somebody who put it aside is not asked again.
CREATE INDEX conflicts_by_fingerprint ON conflicts (business_id, fingerprint);
CREATE INDEX conflicts_open ON conflicts (business_id, conflict_id) WHERE resolved_at IS NULL;

-- ── Facts: append-only; the application may not change or delete one (grants below) ───────────────────────────────

CREATE TABLE sources (
  business_id integer NOT NULL,
  source_id   integer NOT NULL,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  PRIMARY KEY (business_id, source_id),
  UNIQUE (business_id, name)
);

CREATE TABLE facts (
  business_id integer NOT NULL,
  fact_id     bigint NOT NULL,
  -- Null: nobody is known to stand behind it (an anonymous receipt), or a conflict waits to be decided.
  person_id   bigint,
  conflict_id bigint,
  type        text COLLATE "C" NOT NULL,
  at          timestamptz NOT NULL,
  learnt_at   timestamptz NOT NULL DEFAULT now(),
  source_id   integer NOT NULL,
  key         text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
  -- Two fields that nearly every reader wants stand in columns; the rest of the flat record in data.
  amount      bigint,
  ref         text COLLATE "C",
  data        jsonb,
  PRIMARY KEY (business_id, fact_id)
);
CREATE SEQUENCE fact_ids AS bigint CACHE 100;
ALTER TABLE facts ALTER COLUMN fact_id SET DEFAULT nextval('fact_ids');
CREATE UNIQUE INDEX facts_once ON facts (business_id, source_id, key);
-- Holds what the usual ladder reads, so that a history is read from the index alone; the number leads to the record of
-- the few facts of which more is read.
CREATE INDEX facts_history ON facts (business_id, person_id, at) INCLUDE (type, amount, ref, fact_id);
CREATE INDEX facts_in_conflict ON facts (business_id, conflict_id) WHERE conflict_id IS NOT NULL;

-- What a business invents beside the vocabulary: custom.<name>, with the kinds of its fields.
CREATE TABLE custom_facts (
  business_id integer NOT NULL,
  name        text NOT NULL CHECK (name ~ '^[a-z][a-z0-9_]{0,62}$'),
  fields      jsonb NOT NULL,
  title_fa    text NOT NULL,
  title_en    text NOT NULL,
  PRIMARY KEY (business_id, name)
);

-- ── Ladders and typologies ────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE ladders (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  key         text NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  kind        text NOT NULL CHECK (kind IN ('ladder', 'typology')),
  -- The version everybody reads. Publishing writes a whole new version beside it and then turns this over.
  version     integer,
  PRIMARY KEY (business_id, ladder_id),
  UNIQUE (business_id, key)
);

CREATE TABLE ladder_versions (
  business_id  integer NOT NULL,
  ladder_id    integer NOT NULL,
  version      integer NOT NULL,
  state        text NOT NULL CHECK (state IN ('draft', 'publishing', 'published', 'retired')),
  definition   jsonb NOT NULL,
  note         text,
  made_by      text NOT NULL,
  made_at      timestamptz NOT NULL DEFAULT now(),
  published_by text,
  published_at timestamptz,
  -- Where the background recompute stands: everyone up to this person is done, and how many they were.
  done_through bigint NOT NULL DEFAULT 0,
  people_done  bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, ladder_id, version)
);

-- Where a person stands now. `until` is the instant at which the answer expires with no new fact; null: never.
CREATE TABLE standings (
  business_id integer NOT NULL,
  ladder_id   integer NOT NULL,
  version     integer NOT NULL,
  person_id   bigint NOT NULL,
  rung        smallint NOT NULL,
  highest     smallint NOT NULL,
  since       timestamptz NOT NULL,
  until       timestamptz,
  pinned      boolean NOT NULL,
  PRIMARY KEY (business_id, ladder_id, version, person_id)
);
CREATE INDEX standings_on_rung ON standings (business_id, ladder_id, version, rung, person_id);
CREATE INDEX standings_due ON standings (business_id, until) WHERE until IS NOT NULL;

-- Every step of every person, with the version that made it. A late fact corrects the timeline: the step that turned
-- out not to have happened keeps its row and gets superseded_at; nothing is deleted.
CREATE TABLE moves (
  business_id   integer NOT NULL,
  ladder_id     integer NOT NULL,
  version       integer NOT NULL,
  person_id     bigint NOT NULL,
  at            timestamptz NOT NULL,
  from_rung     smallint NOT NULL,
  -- Since when they had stood there: how long a step took is read from its own row.
  from_since    timestamptz NOT NULL,
  to_rung       smallint NOT NULL,
  cause         text COLLATE "C" NOT NULL CHECK (cause IN ('fact', 'time', 'pin', 'unpin')),
  -- The values measured for the conditions that decided, in the order of the criteria; with the version's definition
  -- they read as the reason.
  measured      jsonb NOT NULL,
  recorded_at   timestamptz NOT NULL DEFAULT now(),
  superseded_at timestamptz,
  PRIMARY KEY (business_id, ladder_id, version, person_id, at, recorded_at)
);
CREATE INDEX moves_in_time ON moves (business_id, ladder_id, version, at) INCLUDE (from_rung, to_rung, from_since)
  WHERE superseded_at IS NULL;

-- People whose answer has to be computed again. A row is written in the transaction of the fact, so nothing is lost.
CREATE TABLE climb_queue (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  asked_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, person_id)
);

-- ── Imports ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE imports (
  business_id integer NOT NULL,
  import_id   bigint GENERATED ALWAYS AS IDENTITY,
  file_name   text NOT NULL,
  file_path   text,
  sha256      text NOT NULL,
  bytes       bigint NOT NULL,
  mapping     jsonb NOT NULL,
  state       text NOT NULL CHECK (state IN ('proposed', 'running', 'stopped', 'done', 'failed')),
  stop_asked  boolean NOT NULL DEFAULT false,
  progress    jsonb NOT NULL DEFAULT '{}',
  summary     jsonb,
  refusal     jsonb,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT now(),
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, import_id)
);
CREATE INDEX imports_of_file ON imports (business_id, sha256);

CREATE TABLE import_refusals (
  business_id integer NOT NULL,
  import_id   bigint NOT NULL,
  line        bigint NOT NULL,
  code        text NOT NULL,
  field       text,
  detail      jsonb,
  raw         text NOT NULL,
  PRIMARY KEY (business_id, import_id, line)
);

-- A mapping the business corrected once is proposed again for a file with the same headers.
CREATE TABLE import_mappings (
  business_id integer NOT NULL,
  headers_key text NOT NULL,
  mapping     jsonb NOT NULL,
  saved_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, headers_key)
);

-- ── Access ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE TABLE api_keys (
  business_id integer NOT NULL,
  key_id      bigint GENERATED ALWAYS AS IDENTITY,
  name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  -- SHA-256 of the key; the key itself is shown once and kept nowhere.
  hash        bytea NOT NULL,
  scopes      text[] NOT NULL,
  made_by     text NOT NULL,
  made_at     timestamptz NOT NULL DEFAULT now(),
  revoked_at  timestamptz,
  PRIMARY KEY (business_id, key_id)
);
-- A key begins with the number of its business, so it is looked up inside that business's wall like all else.
CREATE UNIQUE INDEX api_keys_by_hash ON api_keys (business_id, hash);

CREATE TABLE idempotency_keys (
  business_id integer NOT NULL,
  endpoint    text NOT NULL,
  key         text NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
  body_hash   bytea NOT NULL,
  status      integer NOT NULL,
  answer      jsonb,
  made_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, endpoint, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (business_id, made_at);

-- ── What the planner is told ──────────────────────────────────────────────────────────────────────────────────────
-- Not how many rows each business has: of a business that came since the last ANALYZE it would believe that it has one
-- row, read all of it where an index leads to the few that are wanted, and loop over it for every one of them.

DO $$
DECLARE t regclass;
BEGIN
  FOR t IN SELECT attrelid FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
    WHERE attname = 'business_id' AND relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN business_id SET STATISTICS 0', t);
  END LOOP;
END $$;

-- ── Row level security: deny by default ───────────────────────────────────────────────────────────────────────────

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['businesses','people','identifiers','merges','conflicts','sources','facts','custom_facts',
    'ladders','ladder_versions','standings','moves','climb_queue','imports','import_refusals','import_mappings',
    'api_keys','idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;

-- ── The narrow doors through the wall ─────────────────────────────────────────────────────────────────────────────
-- Each runs as the owner of the tables and says what little it gives away. Row level security is forced on the owner
-- too; these policies let the owner, and so these functions, read the few tables they need.

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['businesses','people','identifiers','climb_queue','standings','ladder_versions'] LOOP
    EXECUTE format('CREATE POLICY doors ON %I FOR SELECT TO CURRENT_USER USING (true)', t);
  END LOOP;
END $$;
CREATE POLICY doors_create ON businesses FOR INSERT TO CURRENT_USER WITH CHECK (true);

CREATE FUNCTION business_id_of(wanted_slug text) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$ SELECT business_id FROM businesses WHERE slug = wanted_slug $$;

CREATE FUNCTION create_business(new_slug text, new_name text, new_currency text, new_unit text, new_zone text,
  new_calendar text, new_language text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  INSERT INTO businesses (slug, name, currency, unit, zone, calendar, language)
  VALUES (new_slug, new_name, new_currency, new_unit, new_zone, new_calendar, new_language)
  ON CONFLICT (slug) DO NOTHING RETURNING business_id
$$;

-- The businesses in which somebody waits to be climbed: asked for by a fact, or due by the clock.
CREATE FUNCTION businesses_with_climbs(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM climb_queue q WHERE q.business_id = b.business_id)
     OR EXISTS (SELECT FROM standings s WHERE s.business_id = b.business_id AND s.until <= as_of)
     OR EXISTS (SELECT FROM ladder_versions v WHERE v.business_id = b.business_id AND v.state = 'publishing')
$$;

-- Search by name needs the trigram index, whose operators are not leakproof and so cannot be used under row level
-- security; these take the business from the session's own setting and from nowhere else. `key` is a fa_loose key.
-- Names that begin with it come first; a key of one or two letters has no trigram and finds beginnings alone. A key
-- that many names hold is found among the newest people, where a walk soon meets enough of them: the index would list
-- every one first. The rest comes from the index: its part for the business is as long as the business is large, and is
-- left out where the business is most of the table, for then it says nothing that a look at the row does not. The
-- materialized queries are planned to be read whole, or the planner would hope to meet the few they need early on in a
-- walk through everybody; they are run no further than they are read. A plan made for any key would not know that few
-- names hold this one, so each key gets its own.
CREATE FUNCTION people_named_like(key text, most integer) RETURNS TABLE (person_id bigint, at_start boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
#variable_conflict use_column
DECLARE
  found_so_far integer;
  inside text := '_%' || regexp_replace(key, '([\\%_])', '\\\1', 'g') || '%';
  last bigint;
  newest bigint[];
BEGIN
  most := least(most, 500);
  RETURN QUERY
    SELECT p.person_id, true FROM people p
    WHERE p.business_id = this_business() AND p.name_key >= key AND p.name_key < key || chr(1114111)
    ORDER BY p.name_key, p.person_id LIMIT most;
  GET DIAGNOSTICS found_so_far = ROW_COUNT;
  -- No name holds a number or an address: whoever types one means an identifier.
  IF found_so_far >= most OR length(key) < 3 OR key ~ '^[0-9()+-]+$|@' THEN RETURN; END IF;
  SELECT p.person_id INTO last FROM people p
    WHERE p.business_id = this_business() ORDER BY p.person_id DESC LIMIT 1;
  newest := ARRAY(
    SELECT n.person_id FROM (
      SELECT p.person_id, p.name_key FROM people p
      WHERE p.business_id = this_business() AND p.person_id > last - 5000 OFFSET 0
    ) n WHERE n.name_key LIKE inside LIMIT most - found_so_far);
  IF cardinality(newest) = most - found_so_far THEN
    RETURN QUERY SELECT unnest(newest), false;
  ELSIF (SELECT count(*) FROM people p WHERE p.business_id = this_business() AND p.person_id > last - 1000) > 500 THEN
    RETURN QUERY
      WITH hits AS MATERIALIZED (
        SELECT p.person_id, p.business_id FROM people p WHERE p.name_key LIKE inside
      ) SELECT h.person_id, false FROM hits h WHERE h.business_id = this_business() LIMIT most - found_so_far;
  ELSE
    RETURN QUERY
      WITH hits AS MATERIALIZED (
        SELECT p.person_id FROM people p WHERE p.business_id = this_business() AND p.name_key LIKE inside
      ) SELECT h.person_id, false FROM hits h LIMIT most - found_so_far;
  END IF;
END $$;

-- Identifiers that begin with one of these or end with one of those; at most `most` of each.
CREATE FUNCTION identifiers_like(beginnings text[], endings text[], most integer)
RETURNS TABLE (person_id bigint, kind text, value text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT i.person_id, i.kind, i.value
  FROM unnest(beginnings) AS beginning, unnest(ARRAY['mobile', 'email', 'external']) AS wanted, LATERAL (
    SELECT * FROM identifiers o
    WHERE o.business_id = this_business() AND o.kind = wanted
      AND o.value >= beginning AND o.value < beginning || chr(1114111)
    ORDER BY o.value LIMIT least(most, 500)) i
  UNION
  SELECT i.person_id, i.kind, i.value
  FROM unnest(endings) AS ending, LATERAL (
    SELECT * FROM identifiers o
    WHERE o.business_id = this_business() AND reverse(o.value) COLLATE "C" >= reverse(ending) COLLATE "C"
      AND reverse(o.value) COLLATE "C" < (reverse(ending) || chr(1114111)) COLLATE "C"
    ORDER BY reverse(o.value) COLLATE "C" LIMIT least(most, 500)) i
$$;

-- ── What the application's role may do ────────────────────────────────────────────────────────────────────────────
-- Called after every migration with the role's name. Facts can be added and, when a conflict is decided, given to the
-- person they belong to; they can be neither changed nor removed. Moves can be superseded, not removed.
CREATE FUNCTION grant_application(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', app_role);
  EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', app_role);
  EXECUTE format('REVOKE UPDATE, DELETE ON facts, moves FROM %I', app_role);
  EXECUTE format('GRANT UPDATE (person_id, conflict_id) ON facts TO %I', app_role);
  EXECUTE format('GRANT UPDATE (superseded_at) ON moves TO %I', app_role);
  EXECUTE format('REVOKE INSERT, DELETE ON businesses FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_application(name) FROM PUBLIC, %I', app_role);
END $$;
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
