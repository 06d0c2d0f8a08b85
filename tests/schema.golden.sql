-- Written by tests/schema.test.ts from the catalogue of a migrated database; not to be edited or run.

EXTENSION btree_gin
EXTENSION pg_trgm
SCHEMA public GRANT USAGE
SCHEMA sign_in GRANT USAGE

TABLE api_keys
  business_id integer NOT NULL
  key_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  name text NOT NULL
  hash bytea NOT NULL
  scopes text[] NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  revoked_at timestamp with time zone
  last_used_at timestamp with time zone
  CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  PRIMARY KEY (business_id, key_id)
  INDEX api_keys_by_hash unique btree (business_id, hash)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE businesses
  business_id integer NOT NULL GENERATED ALWAYS AS IDENTITY
  slug text NOT NULL
  name text NOT NULL
  currency text NOT NULL
  unit text NOT NULL
  zone text NOT NULL
  calendar text NOT NULL
  language text NOT NULL
  created_at timestamp with time zone NOT NULL DEFAULT now()
  kind text NOT NULL DEFAULT 'shop'::text
  fiscal_year_start text NOT NULL DEFAULT '01-01'::text
  weekend smallint[] NOT NULL DEFAULT '{6}'::smallint[]
  revision integer NOT NULL DEFAULT 1
  only_declared_traits boolean NOT NULL DEFAULT false
  CHECK (((cardinality(weekend) <= 6) AND (weekend <@ '{0,1,2,3,4,5,6}'::smallint[])))
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CHECK ((calendar = ANY (ARRAY['jalali'::text, 'gregorian'::text])))
  CHECK ((currency ~ '^[A-Z]{3}$'::text))
  CHECK ((fiscal_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'::text))
  CHECK ((kind = ANY (ARRAY['shop'::text, 'online_shop'::text, 'cafe'::text, 'restaurant'::text, 'beauty'::text, 'clinic'::text, 'gym'::text, 'education'::text, 'services'::text, 'wholesale'::text, 'other'::text])))
  CHECK ((language = ANY (ARRAY['fa'::text, 'en'::text])))
  CHECK ((slug ~ '^[a-z0-9](-?[a-z0-9]){0,62}$'::text))
  CHECK ((unit = ANY (ARRAY['rial'::text, 'toman'::text, 'major'::text])))
  PRIMARY KEY (business_id)
  UNIQUE (slug)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY doors_create INSERT TO owner WITH CHECK true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT SELECT, UPDATE

TABLE climb_queue
  business_id integer NOT NULL
  person_id bigint NOT NULL
  asked_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE conflicts
  business_id integer NOT NULL
  conflict_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  kind text NOT NULL
  candidates bigint[] NOT NULL
  identifiers jsonb NOT NULL
  fingerprint text NOT NULL
  noticed_at timestamp with time zone NOT NULL DEFAULT now()
  resolved_at timestamp with time zone
  resolved_by text
  resolution text
  reasons jsonb
  assigned_to bigint
  CHECK ((kind = ANY (ARRAY['two_people'::text, 'shared_identifier'::text, 'likely'::text])))
  CHECK ((resolution = ANY (ARRAY['assigned'::text, 'merged'::text, 'dismissed'::text])))
  PRIMARY KEY (business_id, conflict_id)
  INDEX conflicts_by_fingerprint btree (business_id, fingerprint)
  INDEX conflicts_open btree (business_id, conflict_id) WHERE (resolved_at IS NULL)
  INDEX conflicts_open_once unique btree (business_id, fingerprint) WHERE (resolved_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE costs
  business_id integer NOT NULL
  cost_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  channel text COLLATE "C"
  campaign text COLLATE "C"
  kind text COLLATE "C" NOT NULL
  from_day integer NOT NULL
  to_day integer NOT NULL
  amount bigint NOT NULL
  note text NOT NULL DEFAULT ''::text
  line_key bytea
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((length(campaign) >= 1) AND (length(campaign) <= 80)))
  CHECK (((length(channel) >= 1) AND (length(channel) <= 80)))
  CHECK ((amount > 0))
  CHECK ((length(kind) <= 20))
  CHECK ((length(note) <= 200))
  PRIMARY KEY (business_id, cost_id)
  INDEX costs_in_order btree (business_id, from_day, cost_id)
  INDEX costs_line unique btree (business_id, line_key) WHERE (line_key IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE custom_facts
  business_id integer NOT NULL
  name text NOT NULL
  fields jsonb NOT NULL
  title_fa text NOT NULL
  title_en text NOT NULL
  archived_at timestamp with time zone
  changed_by text
  changed_at timestamp with time zone
  CHECK ((name ~ '^[a-z][a-z0-9_]{0,62}$'::text))
  PRIMARY KEY (business_id, name)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE declared_traits
  business_id integer NOT NULL
  trait text COLLATE "C" NOT NULL
  title_fa text NOT NULL
  title_en text NOT NULL
  kind text NOT NULL
  choices text[]
  archived_at timestamp with time zone
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((length(trait) >= 1) AND (length(trait) <= 100)))
  CHECK ((kind = ANY (ARRAY['text'::text, 'number'::text, 'money'::text, 'flag'::text, 'day'::text])))
  PRIMARY KEY (business_id, trait)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE deeds
  business_id integer NOT NULL
  deed_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  at timestamp with time zone NOT NULL DEFAULT now()
  by_kind text NOT NULL
  by_name text COLLATE "C" NOT NULL
  deed text COLLATE "C" NOT NULL
  about_kind text
  about_id text
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
  CHECK ((by_kind = ANY (ARRAY['staff'::text, 'key'::text, 'program'::text])))
  PRIMARY KEY (business_id, deed_id)
  INDEX deeds_by btree (business_id, by_name, deed_id)
  INDEX deeds_in_time btree (business_id, at)
  INDEX deeds_of_kind btree (business_id, deed, deed_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE experiment_assignments
  business_id integer NOT NULL
  experiment_id bigint NOT NULL
  person_id bigint NOT NULL
  treated boolean NOT NULL
  bucket smallint NOT NULL
  at timestamp with time zone NOT NULL
  PRIMARY KEY (business_id, experiment_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE experiment_readings
  business_id integer NOT NULL
  experiment_id bigint NOT NULL
  day integer NOT NULL
  read_at timestamp with time zone NOT NULL
  result jsonb NOT NULL
  PRIMARY KEY (business_id, experiment_id, day)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE experiments
  business_id integer NOT NULL
  experiment_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  definition jsonb NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  salt text COLLATE "C" NOT NULL
  started_at timestamp with time zone
  stopped_at timestamp with time zone
  held integer NOT NULL DEFAULT 0
  treated integer NOT NULL DEFAULT 0
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'stopped'::text])))
  PRIMARY KEY (business_id, experiment_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE facts
  business_id integer NOT NULL
  fact_id bigint NOT NULL DEFAULT nextval('fact_ids'::regclass)
  person_id bigint
  conflict_id bigint
  type text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  learnt_at timestamp with time zone NOT NULL DEFAULT now()
  source_id integer NOT NULL
  key text COLLATE "C" NOT NULL
  amount bigint
  ref text COLLATE "C"
  data jsonb
  import_id bigint
  CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  PRIMARY KEY (business_id, fact_id)
  INDEX facts_history btree (business_id, person_id, at) INCLUDE (type, amount, ref, fact_id)
  INDEX facts_in_conflict btree (business_id, conflict_id) WHERE (conflict_id IS NOT NULL)
  INDEX facts_once unique btree (business_id, source_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT
  GRANT UPDATE (conflict_id, person_id)

TABLE feed
  business_id integer NOT NULL
  feed_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  facts bigint[]
  moves jsonb
  told_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, feed_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE files
  business_id integer NOT NULL
  file_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  name text NOT NULL
  bytes integer NOT NULL
  content bytea
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  removed_by text
  removed_at timestamp with time zone
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  PRIMARY KEY (business_id, file_id)
  INDEX files_of_person btree (business_id, person_id, file_id) WHERE (removed_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE hook_attempts
  business_id integer NOT NULL
  message_id bigint NOT NULL
  attempt integer NOT NULL
  at timestamp with time zone NOT NULL
  took_ms integer NOT NULL
  status smallint
  error text COLLATE "C"
  response text
  PRIMARY KEY (business_id, message_id, attempt)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE hook_messages
  business_id integer NOT NULL
  message_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  hook_id bigint NOT NULL
  token text COLLATE "C" NOT NULL
  event text COLLATE "C" NOT NULL
  person_id bigint
  body text NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'waiting'::text
  attempts integer NOT NULL DEFAULT 0
  tries smallint NOT NULL DEFAULT 0
  next_at timestamp with time zone
  status smallint
  error text COLLATE "C"
  made_at timestamp with time zone NOT NULL
  done_at timestamp with time zone
  CHECK ((state = ANY (ARRAY['waiting'::text, 'delivered'::text, 'failed'::text])))
  PRIMARY KEY (business_id, message_id)
  INDEX hook_messages_due btree (business_id, hook_id, next_at) WHERE (next_at IS NOT NULL)
  INDEX hook_messages_log btree (business_id, hook_id, message_id)
  INDEX hook_messages_undelivered btree (business_id, hook_id, state, message_id) WHERE (state <> 'delivered'::text)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE hooks
  business_id integer NOT NULL
  hook_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  url text NOT NULL
  description text NOT NULL
  events text[] COLLATE "C" NOT NULL
  enabled boolean NOT NULL DEFAULT true
  off_because text COLLATE "C"
  off_at timestamp with time zone
  secret text NOT NULL
  old_secret text
  old_secret_until timestamp with time zone
  failing_since timestamp with time zone
  delivered_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  removed_at timestamp with time zone
  CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
  CHECK ((cardinality(events) <= 100))
  CHECK ((length(description) <= 200))
  CHECK ((off_because = ANY (ARRAY['staff'::text, 'gone'::text, 'failing'::text])))
  PRIMARY KEY (business_id, hook_id)
  INDEX hooks_active btree (business_id) WHERE (enabled AND (removed_at IS NULL))
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE idempotency_keys
  business_id integer NOT NULL
  endpoint text NOT NULL
  key text NOT NULL
  body_hash bytea NOT NULL
  status integer NOT NULL
  answer jsonb
  made_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((length(key) >= 1) AND (length(key) <= 255)))
  PRIMARY KEY (business_id, endpoint, key)
  INDEX idempotency_keys_age btree (business_id, made_at)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE identifiers
  business_id integer NOT NULL
  kind text NOT NULL
  value text COLLATE "C" NOT NULL
  person_id bigint NOT NULL
  learnt_at timestamp with time zone NOT NULL DEFAULT now()
  only_imports bigint[]
  CHECK (((kind <> 'mobile'::text) OR (value ~ '^\+[1-9][0-9]{6,14}$'::text)))
  CHECK (((length(value) >= 1) AND (length(value) <= 254)))
  CHECK ((kind = ANY (ARRAY['mobile'::text, 'email'::text, 'external'::text, 'anonymous'::text])))
  PRIMARY KEY (business_id, kind, value)
  INDEX identifiers_by_ending btree (business_id, reverse(value))
  INDEX identifiers_of_person btree (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE import_mappings
  business_id integer NOT NULL
  headers_key text NOT NULL
  mapping jsonb NOT NULL
  saved_at timestamp with time zone NOT NULL DEFAULT now()
  mapping_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  name text NOT NULL DEFAULT ''::text
  headers text[] NOT NULL DEFAULT '{}'::text[]
  CHECK ((length(name) <= 200))
  PRIMARY KEY (business_id, headers_key)
  INDEX import_mappings_by_number unique btree (business_id, mapping_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE import_refusals
  business_id integer NOT NULL
  import_id bigint NOT NULL
  line bigint NOT NULL
  code text NOT NULL
  field text
  detail jsonb
  raw text NOT NULL
  PRIMARY KEY (business_id, import_id, line)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE imports
  business_id integer NOT NULL
  import_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  file_name text NOT NULL
  file_path text
  sha256 text NOT NULL
  bytes bigint NOT NULL
  mapping jsonb NOT NULL
  state text NOT NULL
  stop_asked boolean NOT NULL DEFAULT false
  progress jsonb NOT NULL DEFAULT '{}'::jsonb
  summary jsonb
  refusal jsonb
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  look jsonb
  file_is_ours boolean NOT NULL DEFAULT false
  undo jsonb
  CHECK ((state = ANY (ARRAY['proposed'::text, 'running'::text, 'stopped'::text, 'done'::text, 'failed'::text, 'undoing'::text, 'undone'::text])))
  PRIMARY KEY (business_id, import_id)
  INDEX imports_of_file btree (business_id, sha256)
  INDEX imports_with_files btree (business_id, changed_at) WHERE (file_is_ours AND (file_path IS NOT NULL))
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE insight_lists
  business_id integer NOT NULL
  run_id bigint NOT NULL
  kind text COLLATE "C" NOT NULL
  class text COLLATE "C" NOT NULL
  place integer NOT NULL
  people bigint[] NOT NULL
  PRIMARY KEY (business_id, run_id, kind, class, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE insight_models
  business_id integer NOT NULL
  run_id bigint NOT NULL
  fitted_to text COLLATE "C" NOT NULL
  name text COLLATE "C" NOT NULL
  days_per_unit smallint NOT NULL
  parameters jsonb NOT NULL
  standard_errors jsonb NOT NULL
  log_likelihood double precision NOT NULL
  gain double precision NOT NULL
  verdict text COLLATE "C" NOT NULL
  holdout jsonb
  CHECK ((fitted_to = ANY (ARRAY['today'::text, 'cut'::text])))
  PRIMARY KEY (business_id, run_id, fitted_to, name)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE insight_results
  business_id integer NOT NULL
  run_id bigint NOT NULL
  question text COLLATE "C" NOT NULL
  result jsonb NOT NULL
  PRIMARY KEY (business_id, run_id, question)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE insight_runs
  business_id integer NOT NULL
  run_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  state text COLLATE "C" NOT NULL
  as_of integer
  made_on date NOT NULL
  stop_asked boolean NOT NULL DEFAULT false
  phase text COLLATE "C"
  looked bigint NOT NULL DEFAULT 0
  total bigint
  outcome jsonb
  told_through bigint
  told bigint NOT NULL DEFAULT 0
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  started_at timestamp with time zone
  finished_at timestamp with time zone
  changed_at timestamp with time zone NOT NULL
  CHECK ((phase = ANY (ARRAY['reading'::text, 'fitting'::text, 'writing'::text, 'telling'::text])))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'stopped'::text, 'failed'::text, 'done'::text])))
  PRIMARY KEY (business_id, run_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE insight_settings
  business_id integer NOT NULL
  horizon integer NOT NULL
  discount double precision NOT NULL
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((discount > (0)::double precision) AND (discount <= (2)::double precision)))
  CHECK (((horizon >= 7) AND (horizon <= 365)))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE invitations
  business_id integer NOT NULL
  invitation_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  hash bytea NOT NULL
  role text NOT NULL
  invitee text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  expires_at timestamp with time zone NOT NULL
  accepted_at timestamp with time zone
  accepted_by text
  withdrawn_at timestamp with time zone
  CHECK (((length(invitee) >= 1) AND (length(invitee) <= 200)))
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'sales'::text, 'support'::text, 'cashier'::text, 'analyst'::text])))
  PRIMARY KEY (business_id, invitation_id)
  INDEX invitations_by_hash unique btree (business_id, hash)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE ladder_days
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  starts integer NOT NULL
  from_rung smallint NOT NULL
  to_rung smallint NOT NULL
  live boolean NOT NULL
  people integer NOT NULL
  span smallint NOT NULL
  CHECK ((span = ANY (ARRAY[1, 32])))
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, live)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE ladder_money
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  day integer NOT NULL
  rung smallint NOT NULL
  orders integer NOT NULL
  net bigint NOT NULL
  PRIMARY KEY (business_id, ladder_id, version, day, rung)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE ladder_versions
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  state text NOT NULL
  definition jsonb NOT NULL
  note text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  published_by text
  published_at timestamp with time zone
  done_through bigint NOT NULL DEFAULT 0
  people_done bigint NOT NULL DEFAULT 0
  counted_zone text
  listed_from timestamp with time zone
  money_asked_at timestamp with time zone
  money_counted_at timestamp with time zone
  money_took_ms integer
  money_zone text
  revision integer NOT NULL DEFAULT 1
  base_version integer
  restores integer
  CHECK ((state = ANY (ARRAY['draft'::text, 'publishing'::text, 'published'::text, 'retired'::text])))
  PRIMARY KEY (business_id, ladder_id, version)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE ladder_waits
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  span smallint NOT NULL
  starts integer NOT NULL
  from_rung smallint NOT NULL
  to_rung smallint NOT NULL
  stood smallint NOT NULL
  live boolean NOT NULL
  people integer NOT NULL
  CHECK ((span = ANY (ARRAY[1, 32])))
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood, live)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE ladders
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  key text NOT NULL
  kind text NOT NULL
  version integer
  archived_at timestamp with time zone
  archived_by text
  CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((kind = ANY (ARRAY['ladder'::text, 'typology'::text, 'segment'::text])))
  PRIMARY KEY (business_id, ladder_id)
  UNIQUE (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE merges
  business_id integer NOT NULL
  merge_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  loser_id bigint NOT NULL
  winner_id bigint NOT NULL
  reason text
  merged_by text NOT NULL
  merged_at timestamp with time zone NOT NULL DEFAULT now()
  undone_by text
  undone_at timestamp with time zone
  CHECK ((loser_id <> winner_id))
  PRIMARY KEY (business_id, merge_id)
  INDEX merges_in_force unique btree (business_id, loser_id) WHERE (undone_at IS NULL)
  INDEX merges_newest btree (business_id, merge_id) WHERE (undone_at IS NULL)
  INDEX merges_of_winner btree (business_id, winner_id) WHERE (undone_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE money_results
  business_id integer NOT NULL
  question text COLLATE "C" NOT NULL
  counted_at timestamp with time zone NOT NULL
  result jsonb NOT NULL
  PRIMARY KEY (business_id, question)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE money_settings
  business_id integer NOT NULL
  margin_rate double precision NOT NULL
  assumed jsonb NOT NULL DEFAULT '{}'::jsonb
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((margin_rate >= (0)::double precision) AND (margin_rate <= (1)::double precision)))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE moves
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  person_id bigint NOT NULL
  at timestamp with time zone NOT NULL
  from_rung smallint NOT NULL
  from_since timestamp with time zone NOT NULL
  to_rung smallint NOT NULL
  cause text COLLATE "C" NOT NULL
  measured jsonb NOT NULL
  recorded_at timestamp with time zone NOT NULL DEFAULT now()
  superseded_at timestamp with time zone
  listed boolean NOT NULL DEFAULT true
  CHECK ((cause = ANY (ARRAY['fact'::text, 'time'::text, 'pin'::text, 'unpin'::text])))
  PRIMARY KEY (business_id, ladder_id, version, person_id, at, recorded_at)
  INDEX moves_listed btree (business_id, ladder_id, version, at, person_id) INCLUDE (from_rung, to_rung) WHERE (listed AND (superseded_at IS NULL))
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT
  GRANT UPDATE (superseded_at)

TABLE nardeban_migrations
  name text NOT NULL
  sha256 text NOT NULL
  applied_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (name)
  ROW LEVEL SECURITY none
  GRANT SELECT

TABLE notes
  business_id integer NOT NULL
  note_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  text text NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text
  changed_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  removed_by text
  removed_at timestamp with time zone
  CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
  PRIMARY KEY (business_id, note_id)
  INDEX notes_of_person btree (business_id, person_id, note_id) WHERE (removed_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE past_moves
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  person_id bigint NOT NULL
  told json NOT NULL
  recorded_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, ladder_id, version, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE people
  business_id integer NOT NULL
  person_id bigint NOT NULL
  kind text NOT NULL DEFAULT 'person'::text
  name text
  name_key text COLLATE "C" GENERATED ALWAYS AS (fa_loose(name)) STORED
  traits jsonb NOT NULL DEFAULT '{}'::jsonb
  known_since timestamp with time zone NOT NULL
  created_at timestamp with time zone NOT NULL DEFAULT now()
  merged_into bigint
  made_by_import bigint
  named_by_import bigint
  CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
  CHECK ((length(name) <= 300))
  PRIMARY KEY (business_id, person_id)
  INDEX people_known_order btree (business_id, known_since, person_id)
  INDEX people_merged btree (business_id, merged_into) WHERE (merged_into IS NOT NULL)
  INDEX people_name_order btree (business_id, name COLLATE "fa-x-icu", person_id)
  INDEX people_name_search gin (business_id, name_key gin_trgm_ops)
  INDEX people_name_start btree (business_id, name_key, person_id)
  INDEX people_traits gin (business_id, traits jsonb_path_ops) WHERE (traits <> '{}'::jsonb)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE people_jobs
  business_id integer NOT NULL
  job_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  kind text NOT NULL
  state text NOT NULL
  asked jsonb NOT NULL
  stop_asked boolean NOT NULL DEFAULT false
  place jsonb
  looked bigint NOT NULL DEFAULT 0
  done bigint NOT NULL DEFAULT 0
  total bigint
  undone_by bigint
  file_path text
  file_bytes bigint
  expires_at timestamp with time zone
  refusal jsonb
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  restarted text
  CHECK ((kind = ANY (ARRAY['tagging'::text, 'untagging'::text, 'export'::text, 'duplicates'::text])))
  CHECK ((restarted = ANY (ARRAY['changed'::text, 'part_lost'::text])))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'stopped'::text, 'done'::text, 'failed'::text, 'expired'::text])))
  PRIMARY KEY (business_id, job_id)
  INDEX people_jobs_expiring btree (business_id, expires_at) WHERE (expires_at IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE person_scores
  business_id integer NOT NULL
  run_id bigint NOT NULL
  person_id bigint NOT NULL
  first_day integer NOT NULL
  last_day integer NOT NULL
  order_days integer NOT NULL
  spent bigint NOT NULL
  band text COLLATE "C"
  quiet real
  quiet_year real
  orders_90 real
  orders_90_low integer
  orders_90_high integer
  orders_year real
  orders_year_low integer
  orders_year_high integer
  value_90 bigint
  value_90_low bigint
  value_90_high bigint
  value_year bigint
  value_year_low bigint
  value_year_high bigint
  residual bigint
  at_risk bigint
  segment text COLLATE "C"
  type text COLLATE "C"
  rhythm text COLLATE "C"
  evidence json
  CHECK ((band = ANY (ARRAY['safe'::text, 'watch'::text, 'leaving'::text, 'gone'::text])))
  PRIMARY KEY (business_id, run_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE relations
  business_id integer NOT NULL
  relation_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  kind text NOT NULL
  from_person bigint NOT NULL
  to_person bigint NOT NULL
  role text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  ended_by text
  ended_at timestamp with time zone
  CHECK (((length(role) >= 1) AND (length(role) <= 100)))
  CHECK ((from_person <> to_person))
  CHECK ((kind = ANY (ARRAY['buys_for'::text, 'works_at'::text, 'household'::text, 'knows'::text])))
  PRIMARY KEY (business_id, relation_id)
  INDEX relations_from unique btree (business_id, from_person, kind, to_person) WHERE (ended_at IS NULL)
  INDEX relations_to btree (business_id, to_person) WHERE (ended_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE segments
  business_id integer NOT NULL
  segment_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  ladder_id integer
  name text NOT NULL
  criteria jsonb NOT NULL
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  PRIMARY KEY (business_id, segment_id)
  UNIQUE (business_id, ladder_id)
  UNIQUE (business_id, name)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in."twoFactor"
  id text NOT NULL
  secret text NOT NULL
  "backupCodes" text NOT NULL
  "userId" text NOT NULL
  verified boolean NOT NULL DEFAULT true
  "failedVerificationCount" integer NOT NULL DEFAULT 0
  "lockedUntil" timestamp with time zone
  FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  INDEX two_factor_of_user unique btree ("userId")
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in."user"
  id text NOT NULL
  name text NOT NULL
  email text NOT NULL
  "emailVerified" boolean NOT NULL DEFAULT false
  image text
  language text NOT NULL DEFAULT 'fa'::text
  "createdAt" timestamp with time zone NOT NULL DEFAULT now()
  "updatedAt" timestamp with time zone NOT NULL DEFAULT now()
  "twoFactorEnabled" boolean NOT NULL DEFAULT false
  digits text NOT NULL DEFAULT 'language'::text
  CHECK ((digits = ANY (ARRAY['language'::text, 'persian'::text, 'latin'::text])))
  PRIMARY KEY (id)
  UNIQUE (email)
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.account
  id text NOT NULL
  "accountId" text NOT NULL
  "providerId" text NOT NULL
  "userId" text NOT NULL
  "accessToken" text
  "refreshToken" text
  "idToken" text
  "accessTokenExpiresAt" timestamp with time zone
  "refreshTokenExpiresAt" timestamp with time zone
  scope text
  password text
  "createdAt" timestamp with time zone NOT NULL DEFAULT now()
  "updatedAt" timestamp with time zone NOT NULL DEFAULT now()
  FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  INDEX account_user btree ("userId")
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.failures
  kind text NOT NULL
  subject bytea NOT NULL
  failures integer NOT NULL
  last_at timestamp with time zone NOT NULL
  locked_until timestamp with time zone
  CHECK ((kind = ANY (ARRAY['account'::text, 'address'::text])))
  PRIMARY KEY (kind, subject)
  INDEX failures_age btree (last_at)
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.memberships
  business_id integer NOT NULL
  user_id text NOT NULL
  role text NOT NULL
  joined_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK ((role = ANY (ARRAY['owner'::text, 'manager'::text, 'sales'::text, 'support'::text, 'cashier'::text, 'analyst'::text])))
  FOREIGN KEY (user_id) REFERENCES sign_in."user"(id) ON DELETE CASCADE
  PRIMARY KEY (business_id, user_id)
  INDEX memberships_of_user btree (user_id, business_id)
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.session
  id text NOT NULL
  token text NOT NULL
  "userId" text NOT NULL
  "expiresAt" timestamp with time zone NOT NULL
  "ipAddress" text
  "userAgent" text
  "createdAt" timestamp with time zone NOT NULL DEFAULT now()
  "updatedAt" timestamp with time zone NOT NULL DEFAULT now()
  FOREIGN KEY ("userId") REFERENCES sign_in."user"(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token)
  INDEX session_of_user btree ("userId")
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.setup_tokens
  hash bytea NOT NULL
  made_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (hash)
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sign_in.verification
  id text NOT NULL
  identifier text NOT NULL
  value text NOT NULL
  "expiresAt" timestamp with time zone NOT NULL
  "createdAt" timestamp with time zone NOT NULL DEFAULT now()
  "updatedAt" timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (id)
  INDEX verification_identifier btree (identifier)
  ROW LEVEL SECURITY none
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sources
  business_id integer NOT NULL
  source_id integer NOT NULL
  name text NOT NULL
  CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  PRIMARY KEY (business_id, source_id)
  UNIQUE (business_id, name)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE standings
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  person_id bigint NOT NULL
  rung smallint NOT NULL
  highest smallint NOT NULL
  since timestamp with time zone NOT NULL
  until timestamp with time zone
  pinned boolean NOT NULL
  known_since timestamp with time zone NOT NULL
  PRIMARY KEY (business_id, ladder_id, version, person_id)
  INDEX standings_due btree (business_id, until) WHERE (until IS NOT NULL)
  INDEX standings_in_order btree (business_id, ladder_id, version, rung, since, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE unit_costs
  business_id integer NOT NULL
  item text COLLATE "C" NOT NULL
  cost bigint NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK (((length(item) >= 1) AND (length(item) <= 200)))
  CHECK ((cost >= 0))
  PRIMARY KEY (business_id, item)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE withdrawn_facts
  business_id integer NOT NULL
  import_id bigint NOT NULL
  fact_id bigint NOT NULL
  person_id bigint
  conflict_id bigint
  type text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  learnt_at timestamp with time zone NOT NULL
  source_id integer NOT NULL
  key text COLLATE "C" NOT NULL
  amount bigint
  ref text COLLATE "C"
  data jsonb
  withdrawn_by text NOT NULL
  withdrawn_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, import_id, fact_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE withdrawn_identifiers
  business_id integer NOT NULL
  import_id bigint NOT NULL
  kind text NOT NULL
  value text COLLATE "C" NOT NULL
  person_id bigint NOT NULL
  learnt_at timestamp with time zone NOT NULL
  withdrawn_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, import_id, kind, value)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE withdrawn_people
  business_id integer NOT NULL
  import_id bigint NOT NULL
  person_id bigint NOT NULL
  kind text NOT NULL
  name text
  known_since timestamp with time zone NOT NULL
  created_at timestamp with time zone NOT NULL
  merged_into bigint
  withdrawn_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, import_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

SEQUENCE api_keys_key_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE businesses_business_id_seq integer CACHE 1 GRANT SELECT, USAGE
SEQUENCE conflicts_conflict_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE costs_cost_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE deeds_deed_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE experiments_experiment_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE fact_ids bigint CACHE 100 GRANT SELECT, USAGE
SEQUENCE feed_feed_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE files_file_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE hook_messages_message_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE hooks_hook_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE import_mappings_mapping_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE imports_import_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE insight_runs_run_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE invitations_invitation_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE merges_merge_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE notes_note_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE people_jobs_job_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE person_ids bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE relations_relation_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE segments_segment_id_seq bigint CACHE 1 GRANT SELECT, USAGE

VIEW all_moves AS  SELECT moves.business_id,
    moves.ladder_id,
    moves.version,
    moves.person_id,
    moves.at,
    moves.from_rung,
    moves.from_since,
    moves.to_rung,
    moves.cause,
    moves.measured,
    moves.recorded_at,
    moves.superseded_at,
    false AS is_past
   FROM moves
UNION ALL
 SELECT past_moves_told.business_id,
    past_moves_told.ladder_id,
    past_moves_told.version,
    past_moves_told.person_id,
    past_moves_told.at,
    past_moves_told.from_rung,
    past_moves_told.from_since,
    past_moves_told.to_rung,
    past_moves_told.cause,
    past_moves_told.measured,
    past_moves_told.recorded_at,
    past_moves_told.superseded_at,
    true AS is_past
   FROM past_moves_told;
VIEW past_moves_told AS  SELECT p.business_id,
    p.ladder_id,
    p.version,
    p.person_id,
    to_timestamp((((m.value ->> 0))::double precision / (1000)::double precision)) AS at,
    ((m.value ->> 1))::smallint AS from_rung,
    to_timestamp((((m.value ->> 2))::double precision / (1000)::double precision)) AS from_since,
    ((m.value ->> 3))::smallint AS to_rung,
    ((m.value ->> 4) COLLATE "C") AS cause,
    ((m.value -> 5))::jsonb AS measured,
    p.recorded_at,
    NULL::timestamp with time zone AS superseded_at
   FROM past_moves p,
    LATERAL json_array_elements(p.told) m(value);

FUNCTION add_job(task text, payload json, job_key text) granted
  CREATE OR REPLACE FUNCTION public.add_job(task text, payload json, job_key text)
   RETURNS void
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
  BEGIN
    -- A job is for the business of the session that asks for it, whatever the payload says.
    IF this_business() IS NULL THEN RAISE EXCEPTION 'a job belongs to a business'; END IF;
    PERFORM graphile_worker.add_job(
      task,
      (payload::jsonb || jsonb_build_object('business', this_business()))::json,
      job_key := 'business ' || this_business() || ' ' || job_key,
      max_attempts := 10
    );
  END $function$

FUNCTION business_id_of(wanted_slug text) granted
  CREATE OR REPLACE FUNCTION public.business_id_of(wanted_slug text)
   RETURNS integer
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$ SELECT business_id FROM businesses WHERE slug = wanted_slug $function$

FUNCTION businesses_with_climbs(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_climbs(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM climb_queue q WHERE q.business_id = b.business_id)
       OR EXISTS (SELECT FROM standings s WHERE s.business_id = b.business_id AND s.until <= as_of)
       OR EXISTS (SELECT FROM ladder_versions v WHERE v.business_id = b.business_id AND (v.state = 'publishing'
            OR v.state = 'published' AND v.counted_zone IS DISTINCT FROM b.zone))
  $function$

FUNCTION businesses_with_hooks(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_hooks(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT h.business_id FROM (SELECT DISTINCT o.business_id FROM hooks o) h
    WHERE EXISTS (SELECT FROM feed f WHERE f.business_id = h.business_id)
       OR EXISTS (SELECT FROM hooks a JOIN hook_messages m ON m.business_id = a.business_id AND m.hook_id = a.hook_id
                  WHERE a.business_id = h.business_id AND a.enabled AND a.removed_at IS NULL AND m.next_at <= as_of)
  $function$

FUNCTION businesses_with_old_files(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_old_files(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$ SELECT DISTINCT j.business_id FROM people_jobs j WHERE j.expires_at <= as_of $function$

FUNCTION businesses_with_old_imports(untouched_since timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_old_imports(untouched_since timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b WHERE EXISTS (
      SELECT FROM imports i WHERE i.business_id = b.business_id AND i.file_is_ours AND i.file_path IS NOT NULL
        AND i.changed_at < untouched_since)
  $function$

FUNCTION businesses_with_old_messages(older_than timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_old_messages(older_than timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT h.business_id FROM (SELECT DISTINCT o.business_id FROM hooks o) h, LATERAL (
      SELECT m.made_at FROM hook_messages m WHERE m.business_id = h.business_id ORDER BY m.message_id LIMIT 1) first
    WHERE first.made_at < older_than
  $function$

FUNCTION businesses_without_run(since timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_without_run(since timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE NOT EXISTS (SELECT FROM insight_runs r WHERE r.business_id = b.business_id AND r.made_at >= since)
  $function$

FUNCTION create_business(new_slug text, new_name text, new_currency text, new_unit text, new_zone text, new_calendar text, new_language text) granted
  CREATE OR REPLACE FUNCTION public.create_business(new_slug text, new_name text, new_currency text, new_unit text, new_zone text, new_calendar text, new_language text)
   RETURNS integer
   LANGUAGE sql
   SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    INSERT INTO businesses (slug, name, currency, unit, zone, calendar, language)
    VALUES (new_slug, new_name, new_currency, new_unit, new_zone, new_calendar, new_language)
    ON CONFLICT (slug) DO NOTHING RETURNING business_id
  $function$

FUNCTION fa_loose(raw text) granted
  CREATE OR REPLACE FUNCTION public.fa_loose(raw text)
   RETURNS text
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE STRICT
  RETURN replace(translate(fa_norm(raw), 'آ'::text, 'ا'::text), ' '::text, ''::text)

FUNCTION fa_norm(raw text) granted
  CREATE OR REPLACE FUNCTION public.fa_norm(raw text)
   RETURNS text
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE STRICT
  RETURN TRIM(BOTH FROM regexp_replace(translate(regexp_replace(lower(NORMALIZE(raw, NFKC)), '[\u0640\u064B-\u0655\u0670\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]'::text, ''::text, 'g'::text), (('يىئكةۀەؤأإٱ'::text || '٠١٢٣٤٥٦٧٨٩'::text) || '۰۱۲۳۴۵۶۷۸۹'::text), (('یییکهههوااا'::text || '0123456789'::text) || '0123456789'::text)), '[\t\n\v\f\r \u001C-\u001F\u0085\u1680\u2028\u2029]+'::text, ' '::text, 'g'::text))

FUNCTION grant_application(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_application(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
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
  END $function$

FUNCTION grant_audit(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_audit(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON deeds FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON invitations FROM %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION is_first_business(integer) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_audit(name) FROM %I', app_role);
  END $function$

FUNCTION grant_experiments(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_experiments(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON experiment_assignments FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_experiments(name) FROM %I', app_role);
  END $function$

FUNCTION grant_imports(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_imports(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON withdrawn_facts, withdrawn_people, withdrawn_identifiers FROM %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION withdraw_facts(bigint, bigint, bigint, integer, text) TO %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_old_imports(timestamptz) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_imports(name) FROM %I', app_role);
  END $function$

FUNCTION grant_jobs(app_role name) granted
  CREATE OR REPLACE FUNCTION public.grant_jobs(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION add_job(text, json, text) TO %I', app_role);
  END $function$

FUNCTION grant_sign_in(app_role name) granted
  CREATE OR REPLACE FUNCTION public.grant_sign_in(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('GRANT USAGE ON SCHEMA sign_in TO %I', app_role);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sign_in TO %I', app_role);
  END $function$

FUNCTION grant_statistics(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_statistics(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION take_statistics() TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_statistics(name) FROM %I', app_role);
  END $function$

FUNCTION identifiers_like(beginnings text[], endings text[], most integer) granted
  CREATE OR REPLACE FUNCTION public.identifiers_like(beginnings text[], endings text[], most integer)
   RETURNS TABLE(person_id bigint, kind text, value text)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
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
  $function$

FUNCTION is_first_business(mine integer) granted
  CREATE OR REPLACE FUNCTION public.is_first_business(mine integer)
   RETURNS boolean
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT NOT EXISTS (SELECT FROM sign_in."user")
       AND NOT EXISTS (SELECT FROM businesses WHERE business_id IS DISTINCT FROM mine)
  $function$

FUNCTION people_named_like(key text, most integer) granted
  CREATE OR REPLACE FUNCTION public.people_named_like(key text, most integer)
   RETURNS TABLE(person_id bigint, at_start boolean)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
   SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
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
  END $function$

FUNCTION people_with_traits(wanted jsonb, most integer) granted
  CREATE OR REPLACE FUNCTION public.people_with_traits(wanted jsonb, most integer)
   RETURNS TABLE(person_id bigint)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT coalesce(p.merged_into, p.person_id) FROM people p
      WHERE p.business_id = this_business() AND p.traits <> '{}' AND p.traits @> wanted LIMIT least(most, 20000);
  END $function$

FUNCTION take_statistics() granted
  CREATE OR REPLACE FUNCTION public.take_statistics()
   RETURNS integer
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
  DECLARE
    grown name;
    taken integer := 0;
  BEGIN
    FOR grown IN
      SELECT s.relname FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
      WHERE s.schemaname = 'public'
        AND s.relname IN ('people', 'identifiers', 'facts', 'climb_queue', 'standings', 'moves', 'past_moves')
        AND s.n_mod_since_analyze >= greatest(c.reltuples, 1000)
    LOOP
      EXECUTE format('ANALYZE (SKIP_LOCKED) %I', grown);
      taken := taken + 1;
    END LOOP;
    RETURN taken;
  END $function$

FUNCTION this_business() granted
  CREATE OR REPLACE FUNCTION public.this_business()
   RETURNS integer
   LANGUAGE sql
   STABLE PARALLEL SAFE
  RETURN (NULLIF(current_setting('nardeban.business'::text, true), ''::text))::integer

FUNCTION withdraw_facts(undone bigint, after bigint, through bigint, most integer, who text) granted
  CREATE OR REPLACE FUNCTION public.withdraw_facts(undone bigint, after bigint, through bigint, most integer, who text)
   RETURNS TABLE(reached bigint, withdrawn integer, people bigint[])
   LANGUAGE plpgsql
   SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
   SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
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
  END $function$
