-- Written by tests/schema.test.ts from the catalogue of a migrated database; not to be edited or run.

EXTENSION btree_gin
EXTENSION pg_trgm
SCHEMA public GRANT USAGE
SCHEMA sign_in GRANT USAGE

TABLE agreement_events
  business_id integer NOT NULL
  agreement_id bigint NOT NULL
  event_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  version integer NOT NULL
  kind text COLLATE "C" NOT NULL
  by text NOT NULL
  at timestamp with time zone NOT NULL
  detail jsonb NOT NULL DEFAULT '{}'::jsonb
  CHECK (((length(kind) >= 1) AND (length(kind) <= 40)))
  CHECK ((length((detail)::text) <= 4000))
  CHECK ((length(by) <= 300))
  PRIMARY KEY (business_id, agreement_id, event_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_guesses
  business_id integer NOT NULL
  subject bytea NOT NULL
  hour integer NOT NULL
  wrong integer NOT NULL DEFAULT 1
  CHECK ((length(subject) = 32))
  PRIMARY KEY (business_id, subject, hour)
  INDEX agreement_guesses_age btree (business_id, hour)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_links
  business_id integer NOT NULL
  hash bytea NOT NULL
  agreement_id bigint NOT NULL
  version integer NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK ((length(hash) = 32))
  CHECK ((length(made_by) <= 300))
  PRIMARY KEY (business_id, hash)
  INDEX agreement_links_of btree (business_id, agreement_id, version)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_numbers
  business_id integer NOT NULL
  kind text COLLATE "C" NOT NULL
  last integer NOT NULL
  CHECK ((kind = ANY (ARRAY['wants'::text, 'quotation'::text, 'order'::text])))
  CHECK ((last > 0))
  PRIMARY KEY (business_id, kind)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_orders
  business_id integer NOT NULL
  agreement_id bigint NOT NULL
  version integer NOT NULL
  deal_id bigint NOT NULL
  person_id bigint NOT NULL
  number text COLLATE "C" NOT NULL
  amount bigint NOT NULL
  paid bigint NOT NULL DEFAULT 0
  placed_by text NOT NULL
  placed_at timestamp with time zone NOT NULL
  paid_at timestamp with time zone
  returned bigint NOT NULL DEFAULT 0
  returned_at timestamp with time zone
  cancelled_at timestamp with time zone
  promises bigint[] NOT NULL DEFAULT '{}'::bigint[]
  CHECK (((cancelled_at IS NULL) OR ((paid_at IS NULL) AND (returned = 0) AND (returned_at IS NULL))))
  CHECK (((length(number) >= 1) AND (length(number) <= 100)))
  CHECK (((paid >= 0) AND (paid <= amount)))
  CHECK (((returned >= 0) AND (returned <= paid)))
  CHECK ((amount >= 0))
  CHECK ((cardinality(promises) <= 100))
  CHECK ((length(placed_by) <= 300))
  PRIMARY KEY (business_id, agreement_id)
  INDEX agreement_orders_number unique btree (business_id, number)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_payments
  business_id integer NOT NULL
  agreement_id bigint NOT NULL
  place integer NOT NULL
  amount bigint NOT NULL
  method text NOT NULL DEFAULT ''::text
  note text NOT NULL DEFAULT ''::text
  at timestamp with time zone NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK ((amount > 0))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(method) <= 100))
  CHECK ((length(note) <= 300))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, agreement_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_returns
  business_id integer NOT NULL
  agreement_id bigint NOT NULL
  place integer NOT NULL
  kind text COLLATE "C" NOT NULL
  amount bigint NOT NULL
  lines jsonb NOT NULL DEFAULT '[]'::jsonb
  reason text NOT NULL
  method text NOT NULL DEFAULT ''::text
  made_by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK (((jsonb_typeof(lines) = 'array'::text) AND (length((lines)::text) <= 60000)))
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CHECK ((amount >= 0))
  CHECK ((kind = ANY (ARRAY['cancelled'::text, 'returned'::text])))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(method) <= 100))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, agreement_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreement_versions
  business_id integer NOT NULL
  agreement_id bigint NOT NULL
  version integer NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  language text COLLATE "C" NOT NULL
  content json NOT NULL
  amount bigint
  valid_until date
  guard json
  approval text COLLATE "C" NOT NULL DEFAULT 'none'::text
  approval_reason text NOT NULL DEFAULT ''::text
  approval_by text
  approval_at timestamp with time zone
  hash bytea
  document text
  sent_by text
  sent_at timestamp with time zone
  opened_at timestamp with time zone
  opened integer NOT NULL DEFAULT 0
  answer json
  answered_at timestamp with time zone
  CHECK ((((sent_at IS NULL) = (hash IS NULL)) AND ((sent_at IS NULL) = (document IS NULL))))
  CHECK ((amount >= 0))
  CHECK ((approval = ANY (ARRAY['none'::text, 'asked'::text, 'given'::text, 'refused'::text])))
  CHECK ((language = ANY (ARRAY['fa'::text, 'en'::text])))
  CHECK ((length((answer)::text) <= 200000))
  CHECK ((length((content)::text) <= 1000000))
  CHECK ((length(approval_by) <= 300))
  CHECK ((length(approval_reason) <= 500))
  CHECK ((length(document) <= 1200000))
  CHECK ((length(hash) = 32))
  CHECK ((length(sent_by) <= 300))
  CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'replaced'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, agreement_id, version)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  TRIGGER CREATE TRIGGER keep_sent BEFORE DELETE OR UPDATE ON public.agreement_versions FOR EACH ROW EXECUTE FUNCTION keep_sent_agreement()
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE agreements
  business_id integer NOT NULL
  agreement_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  kind text COLLATE "C" NOT NULL
  number integer
  deal_id bigint NOT NULL
  person_id bigint NOT NULL
  version integer NOT NULL DEFAULT 1
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  waits_for_approval boolean NOT NULL DEFAULT false
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((kind = ANY (ARRAY['wants'::text, 'quotation'::text])))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((number > 0))
  CHECK ((state = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text])))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, agreement_id)
  INDEX agreements_number unique btree (business_id, kind, number) WHERE (number IS NOT NULL)
  INDEX agreements_of_deal btree (business_id, deal_id, agreement_id)
  INDEX agreements_of_person btree (business_id, person_id, agreement_id)
  INDEX agreements_waiting btree (business_id, agreement_id) WHERE waits_for_approval
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE annual_awards
  business_id integer NOT NULL
  year integer NOT NULL
  person_id bigint NOT NULL
  place smallint NOT NULL
  score integer NOT NULL
  title_fa text NOT NULL
  title_en text NOT NULL
  is_public boolean NOT NULL
  given_by text NOT NULL
  given_at timestamp with time zone NOT NULL
  CHECK (((length(title_en) >= 1) AND (length(title_en) <= 200)))
  CHECK (((length(title_fa) >= 1) AND (length(title_fa) <= 200)))
  CHECK (((place >= 1) AND (place <= 100)))
  CHECK ((length(given_by) <= 300))
  PRIMARY KEY (business_id, year, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

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

TABLE belongs_answers
  business_id integer NOT NULL
  answer_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  item text NOT NULL
  other text NOT NULL
  item_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(item)) STORED
  other_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(other)) STORED
  answer text COLLATE "C" NOT NULL
  is_followed boolean NOT NULL DEFAULT false
  follow_up_id bigint
  made_by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK (((length(item) >= 1) AND (length(item) <= 200)))
  CHECK (((length(other) >= 1) AND (length(other) <= 200)))
  CHECK ((answer = ANY (ARRAY['taken'::text, 'refused'::text, 'later'::text])))
  CHECK ((length(made_by) <= 300))
  PRIMARY KEY (business_id, answer_id)
  INDEX belongs_answers_of_pair btree (business_id, item_key, other_key) INCLUDE (answer) WHERE (NOT is_followed)
  INDEX belongs_answers_of_person btree (business_id, person_id, answer_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE belongs_pairs
  business_id integer NOT NULL
  pair_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  item text NOT NULL
  other text NOT NULL
  item_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(item)) STORED
  other_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(other)) STORED
  is_own boolean NOT NULL
  is_hidden boolean NOT NULL DEFAULT false
  sentence_fa text
  sentence_en text
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(item) >= 1) AND (length(item) <= 200)))
  CHECK (((length(other) >= 1) AND (length(other) <= 200)))
  CHECK (((length(sentence_en) >= 1) AND (length(sentence_en) <= 500)))
  CHECK (((length(sentence_fa) >= 1) AND (length(sentence_fa) <= 500)))
  CHECK ((item_key <> other_key))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  PRIMARY KEY (business_id, pair_id)
  INDEX belongs_pairs_once unique btree (business_id, item_key, other_key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE brought_friends
  business_id integer NOT NULL
  friend_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  referrer_id bigint NOT NULL
  ask_id bigint
  deal_id bigint
  lead_id bigint
  in_club boolean NOT NULL
  channel text COLLATE "C" NOT NULL
  note text NOT NULL DEFAULT ''::text
  by text NOT NULL
  at timestamp with time zone NOT NULL
  orders integer NOT NULL DEFAULT 0
  revenue bigint NOT NULL DEFAULT 0
  counted_at timestamp with time zone
  CHECK (((length(channel) >= 1) AND (length(channel) <= 40)))
  CHECK ((length(by) <= 300))
  CHECK ((length(note) <= 500))
  PRIMARY KEY (business_id, friend_id)
  INDEX brought_friends_of btree (business_id, referrer_id, friend_id)
  INDEX brought_friends_once unique btree (business_id, person_id)
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

TABLE cadence_news
  business_id integer NOT NULL
  person_id bigint NOT NULL
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE cadence_runs
  business_id integer NOT NULL
  run_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  cadence text COLLATE "C" NOT NULL
  revision integer NOT NULL
  person_id bigint NOT NULL
  deal_id bigint
  lead_id bigint
  owner text COLLATE "C"
  key text COLLATE "C"
  state text COLLATE "C" NOT NULL
  started_at timestamp with time zone NOT NULL
  started_by text NOT NULL
  touch smallint NOT NULL DEFAULT 0
  next_at timestamp with time zone NOT NULL
  calendar_version integer NOT NULL
  stopped text COLLATE "C"
  stop_fact bigint
  ended_at timestamp with time zone
  CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  CHECK ((length(owner) <= 100))
  CHECK ((length(started_by) <= 300))
  CHECK ((length(stopped) <= 40))
  CHECK ((state = ANY (ARRAY['running'::text, 'finished'::text, 'stopped'::text])))
  PRIMARY KEY (business_id, run_id)
  INDEX cadence_runs_at_once unique btree (business_id, cadence, person_id) WHERE (state = 'running'::text)
  INDEX cadence_runs_of_person btree (business_id, person_id, run_id)
  INDEX cadence_runs_once unique btree (business_id, key) WHERE (key IS NOT NULL)
  INDEX cadence_runs_running btree (business_id, next_at, run_id) WHERE (state = 'running'::text)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE cadence_versions
  business_id integer NOT NULL
  cadence text COLLATE "C" NOT NULL
  revision integer NOT NULL
  definition jsonb NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK ((length(made_by) <= 300))
  PRIMARY KEY (business_id, cadence, revision)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE cadences
  business_id integer NOT NULL
  cadence text COLLATE "C" NOT NULL
  definition jsonb NOT NULL
  revision integer NOT NULL DEFAULT 1
  archived_at timestamp with time zone
  starts_on text COLLATE "C"
  rule_since timestamp with time zone
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((cadence ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(starts_on) <= 60))
  PRIMARY KEY (business_id, cadence)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE calendar_links
  business_id integer NOT NULL
  link_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  user_id text COLLATE "C" NOT NULL
  hash bytea NOT NULL
  shows text COLLATE "C" NOT NULL
  language text COLLATE "C" NOT NULL
  made_at timestamp with time zone NOT NULL
  seen_at timestamp with time zone
  revoked_at timestamp with time zone
  CHECK ((language = ANY (ARRAY['fa'::text, 'en'::text])))
  CHECK ((length(hash) = 32))
  CHECK ((length(user_id) <= 100))
  CHECK ((shows = ANY (ARRAY['kind'::text, 'name'::text, 'all'::text])))
  PRIMARY KEY (business_id, link_id)
  INDEX calendar_links_by_hash unique btree (business_id, hash)
  INDEX calendar_links_of_user btree (business_id, user_id) WHERE (revoked_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_batches
  business_id integer NOT NULL
  batch_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  file_name text NOT NULL
  sha256 bytea NOT NULL
  lines integer NOT NULL
  source text NOT NULL
  medium text
  campaign text
  owner text COLLATE "C"
  hand boolean NOT NULL DEFAULT false
  state text COLLATE "C" NOT NULL DEFAULT 'running'::text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  done_at timestamp with time zone
  CHECK (((length(campaign) >= 1) AND (length(campaign) <= 100)))
  CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255)))
  CHECK (((length(medium) >= 1) AND (length(medium) <= 100)))
  CHECK (((length(source) >= 1) AND (length(source) <= 100)))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(owner) <= 100))
  CHECK ((lines > 0))
  CHECK ((state = ANY (ARRAY['running'::text, 'done'::text])))
  PRIMARY KEY (business_id, batch_id)
  UNIQUE (business_id, sha256)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_counts
  business_id integer NOT NULL
  kind text COLLATE "C" NOT NULL
  subject bigint NOT NULL
  day integer NOT NULL
  slot smallint NOT NULL
  times integer NOT NULL DEFAULT 0
  CHECK ((kind = ANY (ARRAY['view'::text, 'sent'::text, 'lead'::text, 'doubtful'::text, 'scan'::text])))
  PRIMARY KEY (business_id, kind, subject, day, slot)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_form_versions
  business_id integer NOT NULL
  form_id bigint NOT NULL
  revision integer NOT NULL
  definition jsonb NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length(changed_by) <= 300))
  PRIMARY KEY (business_id, form_id, revision)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE capture_forms
  business_id integer NOT NULL
  form_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  key text COLLATE "C" NOT NULL
  definition jsonb NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((octet_length((definition)::text) <= 100000))
  CHECK ((state = ANY (ARRAY['draft'::text, 'open'::text, 'closed'::text])))
  PRIMARY KEY (business_id, form_id)
  UNIQUE (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_links
  business_id integer NOT NULL
  link_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  code text COLLATE "C" NOT NULL
  title text NOT NULL
  form_id bigint
  target text
  source text NOT NULL
  medium text
  campaign text
  closed_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((form_id IS NULL) <> (target IS NULL)))
  CHECK (((length(campaign) >= 1) AND (length(campaign) <= 100)))
  CHECK (((length(medium) >= 1) AND (length(medium) <= 100)))
  CHECK (((length(source) >= 1) AND (length(source) <= 100)))
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK ((code ~ '^[a-z0-9][a-z0-9-]{2,39}$'::text))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(target) <= 1000))
  PRIMARY KEY (business_id, link_id)
  UNIQUE (business_id, code)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_mailboxes
  business_id integer NOT NULL
  mailbox_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  secret text COLLATE "C" NOT NULL
  title text NOT NULL
  source text NOT NULL
  campaign text
  owner text COLLATE "C"
  hand boolean NOT NULL DEFAULT false
  closed_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(campaign) >= 1) AND (length(campaign) <= 100)))
  CHECK (((length(source) >= 1) AND (length(source) <= 100)))
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(owner) <= 100))
  CHECK ((secret ~ '^[a-z2-7]{26}$'::text))
  PRIMARY KEY (business_id, mailbox_id)
  UNIQUE (business_id, secret)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_settings
  business_id integer NOT NULL
  sites text[] NOT NULL DEFAULT '{}'::text[]
  visits boolean NOT NULL DEFAULT false
  visits_ask boolean NOT NULL DEFAULT true
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((cardinality(sites) <= 50))
  CHECK ((length(changed_by) <= 300))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_submissions
  business_id integer NOT NULL
  submission_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  key text COLLATE "C" NOT NULL
  way text COLLATE "C" NOT NULL
  form_id bigint
  revision integer
  mailbox_id bigint
  batch_id bigint
  line integer
  state text COLLATE "C" NOT NULL
  reasons text[] NOT NULL DEFAULT '{}'::text[]
  person_id bigint
  lead_id bigint
  conflict_id bigint
  content jsonb NOT NULL
  source text
  medium text
  campaign text
  address text COLLATE "C"
  at timestamp with time zone NOT NULL
  decided_by text
  decided_at timestamp with time zone
  CHECK (((length(campaign) >= 1) AND (length(campaign) <= 100)))
  CHECK (((length(key) >= 1) AND (length(key) <= 100)))
  CHECK (((length(medium) >= 1) AND (length(medium) <= 100)))
  CHECK (((length(source) >= 1) AND (length(source) <= 100)))
  CHECK ((cardinality(reasons) <= 20))
  CHECK ((length(address) <= 60))
  CHECK ((length(decided_by) <= 300))
  CHECK ((octet_length((content)::text) <= 200000))
  CHECK ((state = ANY (ARRAY['queued'::text, 'taken'::text, 'repeated'::text, 'waiting'::text, 'discarded'::text, 'refused'::text])))
  CHECK ((way = ANY (ARRAY['script'::text, 'page'::text, 'email'::text, 'csv'::text])))
  PRIMARY KEY (business_id, submission_id)
  UNIQUE (business_id, key)
  INDEX capture_submissions_addressed btree (business_id, at) WHERE (address IS NOT NULL)
  INDEX capture_submissions_by_time btree (business_id, at)
  INDEX capture_submissions_of_batch btree (business_id, batch_id, line) WHERE (batch_id IS NOT NULL)
  INDEX capture_submissions_of_form btree (business_id, form_id, submission_id) WHERE (form_id IS NOT NULL)
  INDEX capture_submissions_of_person btree (business_id, person_id, at) WHERE (person_id IS NOT NULL)
  INDEX capture_submissions_to_see btree (business_id, state, submission_id) WHERE (state = ANY (ARRAY['queued'::text, 'waiting'::text, 'discarded'::text, 'refused'::text]))
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE capture_tries
  business_id integer NOT NULL
  kind text COLLATE "C" NOT NULL
  subject bytea NOT NULL
  minutes smallint NOT NULL
  slot integer NOT NULL
  tries integer NOT NULL DEFAULT 0
  CHECK (((minutes >= 1) AND (minutes <= 1440)))
  CHECK ((kind = ANY (ARRAY['address'::text, 'unproved'::text, 'form'::text, 'business'::text, 'doubtful'::text, 'draw'::text, 'visit'::text, 'visitor'::text, 'visitors'::text, 'letter'::text])))
  PRIMARY KEY (business_id, kind, subject, minutes, slot)
  INDEX capture_tries_age btree (business_id, minutes, slot)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE climb_queue
  business_id integer NOT NULL
  person_id bigint NOT NULL
  asked_at timestamp with time zone NOT NULL DEFAULT now()
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  TRIGGER CREATE TRIGGER tell_cadences AFTER DELETE ON public.climb_queue REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_cadences()
  TRIGGER CREATE TRIGGER tell_club AFTER DELETE ON public.climb_queue REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_club()
  TRIGGER CREATE TRIGGER tell_leads AFTER DELETE ON public.climb_queue REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_leads()
  TRIGGER CREATE TRIGGER tell_recommendations AFTER DELETE ON public.climb_queue REFERENCING OLD TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_recommendations()
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_accounts
  business_id integer NOT NULL
  account_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  card_id bigint NOT NULL
  wallet text COLLATE "C" NOT NULL
  balance bigint NOT NULL DEFAULT 0
  debt bigint NOT NULL DEFAULT 0
  CHECK (((balance + debt) >= 0))
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK (((person_id = 0) <> (card_id = 0)))
  CHECK ((debt >= 0))
  PRIMARY KEY (business_id, account_id)
  UNIQUE (business_id, person_id, card_id, wallet)
  INDEX club_accounts_in_debt btree (business_id, account_id) WHERE (debt > 0)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE club_book_causes
  business_id integer NOT NULL
  posted_day integer NOT NULL
  wallet text COLLATE "C" NOT NULL
  aspect text COLLATE "C" NOT NULL
  name text COLLATE "C" NOT NULL
  movement text COLLATE "C" NOT NULL
  units bigint NOT NULL
  entries integer NOT NULL
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK ((aspect = ANY (ARRAY['reason'::text, 'rule'::text, 'rung'::text, 'level'::text])))
  CHECK ((entries > 0))
  CHECK ((length(name) <= 200))
  CHECK ((movement = ANY (ARRAY['earned'::text, 'reversed'::text, 'spent'::text, 'givenBack'::text])))
  PRIMARY KEY (business_id, posted_day, wallet, aspect, name, movement)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_book_closings
  business_id integer NOT NULL
  month integer NOT NULL
  holder text COLLATE "C" NOT NULL
  wallet text COLLATE "C" NOT NULL
  rolled jsonb NOT NULL
  money jsonb NOT NULL
  PRIMARY KEY (business_id, month, holder, wallet)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_book_days
  business_id integer NOT NULL
  posted_day integer NOT NULL
  holder text COLLATE "C" NOT NULL
  wallet text COLLATE "C" NOT NULL
  event_day integer NOT NULL
  cohort integer NOT NULL
  nature text COLLATE "C" NOT NULL
  movement text COLLATE "C" NOT NULL
  units bigint NOT NULL
  entries integer NOT NULL
  owed bigint NOT NULL DEFAULT 0
  price bigint NOT NULL DEFAULT 0
  unpriced integer NOT NULL DEFAULT 0
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK ((entries > 0))
  CHECK ((holder = ANY (ARRAY['person'::text, 'card'::text])))
  CHECK ((movement = ANY (ARRAY['earned'::text, 'reversed'::text, 'spent'::text, 'givenBack'::text, 'expired'::text, 'adjusted'::text, 'transferred'::text, 'writtenOff'::text, 'settled'::text])))
  CHECK ((nature = ANY (ARRAY['sale'::text, 'gift'::text, 'opening'::text, 'paid'::text])))
  PRIMARY KEY (business_id, posted_day, holder, wallet, event_day, cohort, nature, movement)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_book_months
  business_id integer NOT NULL
  month integer NOT NULL
  next_month integer NOT NULL
  note text NOT NULL DEFAULT ''::text
  closed_by text NOT NULL
  closed_at timestamp with time zone NOT NULL
  CHECK ((length(closed_by) <= 300))
  CHECK ((length(note) <= 500))
  CHECK ((next_month > month))
  PRIMARY KEY (business_id, month)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_books
  business_id integer NOT NULL
  rolled_through integer NOT NULL
  rolled_at timestamp with time zone NOT NULL
  proof jsonb NOT NULL
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_counters
  business_id integer NOT NULL
  key text COLLATE "C" NOT NULL
  person_id bigint NOT NULL
  slot smallint NOT NULL
  used bigint NOT NULL DEFAULT 0
  held bigint NOT NULL DEFAULT 0
  quota bigint
  dealt bigint
  CHECK (((length(key) >= 1) AND (length(key) <= 300)))
  CHECK (((used + held) <= quota))
  CHECK ((held >= 0))
  CHECK ((used >= 0))
  PRIMARY KEY (business_id, key, person_id, slot)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE club_drafts
  business_id integer NOT NULL
  definition jsonb NOT NULL
  revision integer NOT NULL
  base_version integer
  note text
  is_open boolean NOT NULL
  edited_by text NOT NULL
  edited_at timestamp with time zone NOT NULL
  CHECK ((length(edited_by) <= 300))
  CHECK ((length(note) <= 2000))
  CHECK ((revision > 0))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_entries
  business_id integer NOT NULL
  transaction_id bigint NOT NULL
  place integer NOT NULL
  account_id bigint NOT NULL
  lot_id bigint NOT NULL
  units bigint NOT NULL
  against text COLLATE "C" NOT NULL
  for_lot bigint
  CHECK ((against = ANY (ARRAY['issued'::text, 'sold'::text, 'adjusted'::text, 'redeemed'::text, 'expired'::text, 'written-off'::text, 'transferred'::text, 'settled'::text])))
  CHECK ((units <> 0))
  PRIMARY KEY (business_id, transaction_id, place)
  INDEX club_entries_for btree (business_id, for_lot) WHERE (for_lot IS NOT NULL)
  INDEX club_entries_of_account btree (business_id, account_id, transaction_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_estimates
  business_id integer NOT NULL
  estimate_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  wallet text COLLATE "C" NOT NULL
  from_month integer NOT NULL
  source text COLLATE "C" NOT NULL
  rate integer NOT NULL
  low integer
  high integer
  remaining jsonb
  reason text NOT NULL
  revenue bigint NOT NULL
  provision bigint NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((high >= 0) AND (high <= 1000000)))
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK (((low >= 0) AND (low <= 1000000)))
  CHECK (((rate >= 0) AND (rate <= 1000000)))
  CHECK ((length(made_by) <= 300))
  CHECK ((source = ANY (ARRAY['stated'::text, 'cohorts'::text])))
  PRIMARY KEY (business_id, estimate_id)
  INDEX club_estimates_of_wallet btree (business_id, wallet, from_month, estimate_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_evaluations
  business_id integer NOT NULL
  day integer NOT NULL
  version integer NOT NULL
  result jsonb NOT NULL
  PRIMARY KEY (business_id, day)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_holds
  business_id integer NOT NULL
  hold_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  state text COLLATE "C" NOT NULL
  until timestamp with time zone NOT NULL
  purpose text NOT NULL
  key text COLLATE "C"
  lots jsonb NOT NULL
  claims jsonb NOT NULL
  transactions bigint[] NOT NULL DEFAULT '{}'::bigint[]
  CHECK (((length(key) >= 1) AND (length(key) <= 300)))
  CHECK ((length(purpose) <= 100))
  CHECK ((state = ANY (ARRAY['open'::text, 'captured'::text, 'released'::text])))
  PRIMARY KEY (business_id, hold_id)
  INDEX club_holds_done btree (business_id, until) WHERE (state = 'released'::text)
  INDEX club_holds_due btree (business_id, until) WHERE (state = 'open'::text)
  INDEX club_holds_once unique btree (business_id, key) WHERE (key IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_journal_accounts
  business_id integer NOT NULL
  accounts jsonb NOT NULL
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length(changed_by) <= 300))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_lots
  business_id integer NOT NULL
  lot_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  account_id bigint NOT NULL
  transaction_id bigint NOT NULL
  amount bigint NOT NULL
  remaining bigint NOT NULL
  held bigint NOT NULL DEFAULT 0
  expired bigint NOT NULL DEFAULT 0
  reversed bigint NOT NULL DEFAULT 0
  written_off bigint NOT NULL DEFAULT 0
  source text COLLATE "C" NOT NULL
  for_lot bigint
  at timestamp with time zone NOT NULL
  available_from timestamp with time zone NOT NULL
  expires_at timestamp with time zone
  is_open boolean NOT NULL
  CHECK (
CASE
    WHEN (amount > 0) THEN ((held >= 0) AND ((remaining >= held) AND (remaining <= amount)) AND (reversed <= amount))
    ELSE (((remaining >= amount) AND (remaining <= 0)) AND (held = 0) AND (expires_at IS NULL))
END)
  CHECK ((amount <> 0))
  CHECK ((expired >= 0))
  CHECK ((is_open = (remaining <> 0)))
  CHECK ((reversed >= 0))
  CHECK ((source = ANY (ARRAY['issued'::text, 'sold'::text, 'adjusted'::text, 'transferred'::text, 'settled'::text])))
  CHECK ((written_off >= 0))
  PRIMARY KEY (business_id, lot_id)
  INDEX club_lots_due btree (business_id, expires_at, account_id) WHERE (is_open AND (expires_at IS NOT NULL))
  INDEX club_lots_open btree (business_id, account_id, expires_at) WHERE is_open
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE club_news
  business_id integer NOT NULL
  person_id bigint NOT NULL
  look_at timestamp with time zone NOT NULL
  PRIMARY KEY (business_id, person_id)
  INDEX club_news_due btree (business_id, look_at, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_rounds
  business_id integer NOT NULL
  reached bigint NOT NULL
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_simulations
  business_id integer NOT NULL
  simulation_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  definition jsonb NOT NULL
  revision integer NOT NULL
  settings jsonb NOT NULL
  state text COLLATE "C" NOT NULL
  done bigint NOT NULL DEFAULT 0
  total bigint NOT NULL DEFAULT 0
  result jsonb
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  ended_at timestamp with time zone
  CHECK ((length(made_by) <= 300))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'stopped'::text])))
  PRIMARY KEY (business_id, simulation_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE club_terms
  business_id integer NOT NULL
  terms_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  wallet text COLLATE "C" NOT NULL
  from_month integer NOT NULL
  cost_points bigint NOT NULL
  cost_amount bigint NOT NULL
  alone_points bigint NOT NULL
  alone_amount bigint NOT NULL
  method text COLLATE "C" NOT NULL
  reason text NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK ((alone_amount >= 0))
  CHECK ((alone_points > 0))
  CHECK ((cost_amount >= 0))
  CHECK ((cost_points > 0))
  CHECK ((length(made_by) <= 300))
  CHECK ((method = ANY (ARRAY['exact'::text, 'whole-percent'::text])))
  PRIMARY KEY (business_id, terms_id)
  INDEX club_terms_of_wallet btree (business_id, wallet, from_month, terms_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_transactions
  business_id integer NOT NULL
  transaction_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  kind text COLLATE "C" NOT NULL
  wallet text COLLATE "C" NOT NULL
  units bigint NOT NULL
  at timestamp with time zone NOT NULL
  posted_at timestamp with time zone NOT NULL
  key text COLLATE "C"
  reverses bigint
  hold_id bigint
  cause jsonb NOT NULL
  CHECK (((length(key) >= 1) AND (length(key) <= 300)))
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK ((kind = ANY (ARRAY['earn'::text, 'spend'::text, 'give-back'::text, 'take-back'::text, 'expire'::text, 'adjust'::text, 'transfer'::text])))
  CHECK ((pg_column_size(cause) <= 4000))
  CHECK ((units <> 0))
  PRIMARY KEY (business_id, transaction_id)
  INDEX club_transactions_once unique btree (business_id, key) WHERE (key IS NOT NULL)
  INDEX club_transactions_posted btree (business_id, posted_at)
  INDEX club_transactions_reversing btree (business_id, reverses) WHERE (reverses IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_uncounts
  business_id integer NOT NULL
  key text COLLATE "C" NOT NULL
  claims jsonb NOT NULL
  posted_at timestamp with time zone NOT NULL
  CHECK (((length(key) >= 1) AND (length(key) <= 300)))
  PRIMARY KEY (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE club_versions
  business_id integer NOT NULL
  version integer NOT NULL
  definition jsonb NOT NULL
  note text
  published_by text NOT NULL
  published_at timestamp with time zone NOT NULL
  CHECK ((length(note) <= 2000))
  CHECK ((length(published_by) <= 300))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, version)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE code_guesses
  business_id integer NOT NULL
  subject text COLLATE "C" NOT NULL
  wrong integer NOT NULL
  last_at timestamp with time zone NOT NULL
  locked_until timestamp with time zone
  CHECK (((length(subject) >= 1) AND (length(subject) <= 320)))
  PRIMARY KEY (business_id, subject)
  INDEX code_guesses_age btree (business_id, last_at)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE code_sends
  business_id integer NOT NULL
  kind text COLLATE "C" NOT NULL
  subject bytea NOT NULL
  minutes smallint NOT NULL
  slot integer NOT NULL
  sends integer NOT NULL DEFAULT 0
  CHECK (((minutes >= 1) AND (minutes <= 1440)))
  CHECK ((kind = ANY (ARRAY['mobile'::text, 'address'::text, 'business'::text])))
  PRIMARY KEY (business_id, kind, subject, minutes, slot)
  INDEX code_sends_age btree (business_id, minutes, slot)
  ROW LEVEL SECURITY forced
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

TABLE consent_records
  business_id integer NOT NULL
  consent_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  purpose text COLLATE "C" NOT NULL
  channel text COLLATE "C" NOT NULL
  given boolean NOT NULL
  wording text NOT NULL
  way text COLLATE "C" NOT NULL
  address text COLLATE "C"
  at timestamp with time zone NOT NULL
  CHECK (((length(channel) >= 1) AND (length(channel) <= 20)))
  CHECK (((length(purpose) >= 1) AND (length(purpose) <= 40)))
  CHECK (((length(way) >= 1) AND (length(way) <= 40)))
  CHECK (((length(wording) >= 1) AND (length(wording) <= 1000)))
  CHECK ((length(address) <= 60))
  PRIMARY KEY (business_id, consent_id)
  INDEX consent_records_of_person btree (business_id, person_id, purpose, channel, consent_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE cost_lines_removed
  business_id integer NOT NULL
  line_key bytea NOT NULL
  removed_by text NOT NULL
  removed_at timestamp with time zone NOT NULL
  PRIMARY KEY (business_id, line_key)
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

TABLE deal_changes
  business_id integer NOT NULL
  deal_id bigint NOT NULL
  change_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  what text COLLATE "C" NOT NULL
  before text
  after text
  note text
  by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((length(after) <= 2000))
  CHECK ((length(before) <= 2000))
  CHECK ((length(by) <= 300))
  CHECK ((length(note) <= 1000))
  CHECK ((what = ANY (ARRAY['opened'::text, 'title'::text, 'amount'::text, 'products'::text, 'owner'::text, 'close'::text, 'won'::text, 'lost'::text, 'reopened'::text, 'finished'::text, 'known'::text, 'step'::text, 'returned'::text])))
  PRIMARY KEY (business_id, deal_id, change_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE deal_steps
  business_id integer NOT NULL
  deal_id bigint NOT NULL
  place integer NOT NULL
  step text COLLATE "C" NOT NULL
  entered_at timestamp with time zone NOT NULL
  left_at timestamp with time zone
  by text NOT NULL
  left_by text
  evidence jsonb NOT NULL DEFAULT '{}'::jsonb
  reason text
  CHECK (((length(step) >= 1) AND (length(step) <= 63)))
  CHECK ((length((evidence)::text) <= 60000))
  CHECK ((length(by) <= 300))
  CHECK ((length(left_by) <= 300))
  CHECK ((length(reason) <= 1000))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, deal_id, place)
  INDEX deal_steps_entered btree (business_id, step, entered_at, deal_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE deals
  business_id integer NOT NULL
  deal_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  pipeline text COLLATE "C" NOT NULL
  step text COLLATE "C" NOT NULL
  title text NOT NULL
  title_key text COLLATE "C" GENERATED ALWAYS AS (fa_loose(title)) STORED
  amount bigint
  products text[] NOT NULL DEFAULT '{}'::text[]
  owner text COLLATE "C"
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  expected_close date
  known jsonb NOT NULL DEFAULT '{}'::jsonb
  opened_at timestamp with time zone NOT NULL
  step_since timestamp with time zone NOT NULL
  closed_at timestamp with time zone
  finished_at timestamp with time zone
  lost_reason text COLLATE "C"
  lost_note text
  source text
  campaign text
  referrer_id bigint
  lead_id bigint
  chance real
  weight bigint GENERATED ALWAYS AS ((round(((amount)::double precision * (COALESCE(chance, (1)::real))::double precision)))::bigint) STORED
  stalled_at timestamp with time zone
  stalled_for text COLLATE "C"
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  returned bigint NOT NULL DEFAULT 0
  CHECK (((chance >= (0)::double precision) AND (chance <= (1)::double precision)))
  CHECK (((finished_at IS NULL) OR (state <> 'open'::text)))
  CHECK (((length(step) >= 1) AND (length(step) <= 63)))
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK (((stalled_at IS NULL) = (stalled_for IS NULL)))
  CHECK (((state = 'lost'::text) OR (lost_reason IS NULL)))
  CHECK (((state = 'open'::text) = (closed_at IS NULL)))
  CHECK ((amount >= 0))
  CHECK ((cardinality(products) <= 100))
  CHECK ((length((known)::text) <= 60000))
  CHECK ((length(campaign) <= 200))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(lost_note) <= 1000))
  CHECK ((length(lost_reason) <= 63))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(owner) <= 100))
  CHECK ((length(pipeline) <= 63))
  CHECK ((length(source) <= 200))
  CHECK ((returned >= 0))
  CHECK ((stalled_for = ANY (ARRAY['overdue'::text, 'no-next-step'::text, 'quiet'::text])))
  CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
  PRIMARY KEY (business_id, deal_id)
  INDEX deals_closed btree (business_id, closed_at, deal_id) WHERE (closed_at IS NOT NULL)
  INDEX deals_closing btree (business_id, expected_close, deal_id) WHERE ((state = 'open'::text) AND (expected_close IS NOT NULL))
  INDEX deals_in_hand btree (business_id, owner, weight DESC, deal_id) INCLUDE (stalled_at) WHERE (state = 'open'::text)
  INDEX deals_of_lead btree (business_id, lead_id, deal_id) WHERE (lead_id IS NOT NULL)
  INDEX deals_of_owner btree (business_id, owner, pipeline, step, step_since DESC, deal_id DESC) INCLUDE (amount, weight) WHERE (finished_at IS NULL)
  INDEX deals_of_person btree (business_id, person_id, deal_id)
  INDEX deals_of_referrer btree (business_id, referrer_id, deal_id) WHERE (referrer_id IS NOT NULL)
  INDEX deals_on_board btree (business_id, pipeline, step, step_since DESC, deal_id DESC) INCLUDE (amount, weight, owner, stalled_at, expected_close) WHERE (finished_at IS NULL)
  INDEX deals_opened btree (business_id, opened_at, deal_id)
  INDEX deals_stalled btree (business_id, stalled_at, deal_id) WHERE (stalled_at IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

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

TABLE follow_up_changes
  business_id integer NOT NULL
  follow_up_id bigint NOT NULL
  place integer NOT NULL
  deed text COLLATE "C" NOT NULL
  due_from timestamp with time zone
  due_to timestamp with time zone
  reason text
  by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((deed = ANY (ARRAY['moved'::text, 'shifted'::text, 'done'::text, 'reopened'::text, 'missed'::text, 'cancelled'::text, 'changed'::text])))
  CHECK ((length(by) <= 300))
  CHECK ((length(reason) <= 1000))
  PRIMARY KEY (business_id, follow_up_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE follow_ups
  business_id integer NOT NULL
  follow_up_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  lead_id bigint
  kind text COLLATE "C" NOT NULL
  about text NOT NULL
  owner text COLLATE "C"
  planned_at timestamp with time zone NOT NULL
  due_at timestamp with time zone NOT NULL
  whole_day boolean NOT NULL
  fixed boolean NOT NULL
  minutes smallint NOT NULL DEFAULT 30
  miss_at timestamp with time zone NOT NULL
  calendar_version integer NOT NULL DEFAULT 0
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  outcome text COLLATE "C"
  note text
  origin text COLLATE "C" NOT NULL
  origin_ref text COLLATE "C"
  key text COLLATE "C"
  moves integer NOT NULL DEFAULT 0
  dones integer NOT NULL DEFAULT 0
  done_at timestamp with time zone
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(key) >= 1) AND (length(key) <= 200)))
  CHECK (((minutes >= 5) AND (minutes <= 1440)))
  CHECK ((kind = ANY (ARRAY['call'::text, 'meeting'::text, 'message'::text, 'visit'::text, 'task'::text, 'reminder'::text, 'promise'::text])))
  CHECK ((length(about) <= 1000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(note) <= 1000))
  CHECK ((length(origin_ref) <= 100))
  CHECK ((length(outcome) <= 40))
  CHECK ((length(owner) <= 100))
  CHECK ((origin = ANY (ARRAY['staff'::text, 'cadence'::text, 'promise'::text, 'agreement'::text, 'deal'::text, 'recommendation'::text, 'lead'::text])))
  CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'missed'::text, 'cancelled'::text])))
  PRIMARY KEY (business_id, follow_up_id)
  INDEX follow_ups_due btree (business_id, due_at) WHERE (state = 'open'::text)
  INDEX follow_ups_of_deal btree (business_id, deal_id, due_at) WHERE (deal_id IS NOT NULL)
  INDEX follow_ups_of_lead btree (business_id, lead_id, due_at) WHERE (lead_id IS NOT NULL)
  INDEX follow_ups_of_origin btree (business_id, origin, origin_ref) WHERE (origin_ref IS NOT NULL)
  INDEX follow_ups_of_person btree (business_id, person_id, due_at)
  INDEX follow_ups_once unique btree (business_id, key) WHERE (key IS NOT NULL)
  INDEX follow_ups_pending btree (business_id, owner, due_at) INCLUDE (deal_id) WHERE (state = ANY (ARRAY['open'::text, 'missed'::text]))
  INDEX follow_ups_to_miss btree (business_id, miss_at) WHERE (state = 'open'::text)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE gift_card_changes
  business_id integer NOT NULL
  card_id bigint NOT NULL
  change_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  what text COLLATE "C" NOT NULL
  from_person bigint
  to_person bigint
  reason text NOT NULL DEFAULT ''::text
  by_name text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((length(by_name) <= 300))
  CHECK ((length(reason) <= 200))
  CHECK ((what = ANY (ARRAY['frozen'::text, 'unfrozen'::text, 'transferred'::text, 'recoded'::text, 'refunded'::text])))
  PRIMARY KEY (business_id, card_id, change_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE gift_card_loads
  business_id integer NOT NULL
  card_id bigint NOT NULL
  place integer NOT NULL
  amount bigint NOT NULL
  order_number text COLLATE "C"
  line integer
  paid boolean NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  refunded bigint
  refunded_by text
  refunded_at timestamp with time zone
  CHECK (((length(order_number) >= 1) AND (length(order_number) <= 200)))
  CHECK (((refunded >= 0) AND (refunded <= amount)))
  CHECK ((amount > 0))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(refunded_by) <= 300))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, card_id, place)
  INDEX gift_card_loads_of_order btree (business_id, order_number, line) WHERE (order_number IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE gift_cards
  business_id integer NOT NULL
  card_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  hash uuid NOT NULL
  seed bytea
  tail text COLLATE "C" NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'active'::text
  person_id bigint
  expires_at timestamp with time zone
  note text NOT NULL DEFAULT ''::text
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(note) <= 200))
  CHECK ((length(seed) = 32))
  CHECK ((length(tail) = 4))
  CHECK ((state = ANY (ARRAY['active'::text, 'frozen'::text, 'refunded'::text])))
  PRIMARY KEY (business_id, card_id)
  INDEX gift_cards_by_hash unique btree (business_id, hash)
  INDEX gift_cards_by_tail btree (business_id, tail, card_id)
  INDEX gift_cards_of_person btree (business_id, person_id, card_id) WHERE (person_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

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
  marks bytea
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
  people integer NOT NULL
  CHECK ((span = ANY (ARRAY[1, 32])))
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung, stood)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE ladder_waits_counted
  business_id integer NOT NULL
  ladder_id integer NOT NULL
  version integer NOT NULL
  span smallint NOT NULL
  starts integer NOT NULL
  from_rung smallint NOT NULL
  to_rung smallint NOT NULL
  stood smallint[] NOT NULL
  people integer[] NOT NULL
  CHECK ((cardinality(stood) = cardinality(people)))
  CHECK ((span = ANY (ARRAY[1, 32])))
  PRIMARY KEY (business_id, ladder_id, version, span, starts, from_rung, to_rung)
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

TABLE lead_handings
  business_id integer NOT NULL
  lead_id bigint NOT NULL
  place integer NOT NULL
  person_id bigint NOT NULL
  why text COLLATE "C" NOT NULL
  version integer NOT NULL
  fit real NOT NULL
  engagement real NOT NULL
  owner text COLLATE "C"
  handed_at timestamp with time zone NOT NULL
  answer_by timestamp with time zone NOT NULL
  answered_at timestamp with time zone
  answer text COLLATE "C"
  reason text
  note text
  by_name text
  CHECK (((answered_at IS NULL) = (answer IS NULL)))
  CHECK (((length(owner) >= 1) AND (length(owner) <= 64)))
  CHECK ((answer = ANY (ARRAY['accepted'::text, 'refused'::text, 'cooled'::text, 'closed'::text])))
  CHECK ((length(by_name) <= 300))
  CHECK ((length(note) <= 2000))
  CHECK ((length(reason) <= 100))
  CHECK ((place > 0))
  CHECK ((why = ANY (ARRAY['score'::text, 'hand'::text, 'staff'::text])))
  PRIMARY KEY (business_id, lead_id, place)
  INDEX lead_handings_answered btree (business_id, answer, answered_at, lead_id) WHERE (answer IS NOT NULL)
  INDEX lead_handings_in_time btree (business_id, handed_at, lead_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE lead_news
  business_id integer NOT NULL
  person_id bigint NOT NULL
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE lead_review_leads
  business_id integer NOT NULL
  review_id bigint NOT NULL
  place integer NOT NULL
  lead_id bigint NOT NULL
  person_id bigint NOT NULL
  drawn_as text COLLATE "C" NOT NULL
  fit real NOT NULL
  engagement real NOT NULL
  rules text[] NOT NULL
  CHECK ((drawn_as = ANY (ARRAY['accepted'::text, 'refused'::text, 'never'::text])))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, review_id, place)
  INDEX lead_review_leads_once unique btree (business_id, review_id, lead_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE lead_review_votes
  business_id integer NOT NULL
  review_id bigint NOT NULL
  lead_id bigint NOT NULL
  team text COLLATE "C" NOT NULL
  voter text COLLATE "C" NOT NULL
  good boolean NOT NULL
  note text
  at timestamp with time zone NOT NULL
  CHECK (((length(voter) >= 1) AND (length(voter) <= 300)))
  CHECK ((length(note) <= 1000))
  CHECK ((team = ANY (ARRAY['marketing'::text, 'sales'::text])))
  PRIMARY KEY (business_id, review_id, lead_id, team, voter)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE lead_reviews
  business_id integer NOT NULL
  review_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  version integer NOT NULL
  note text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  closed_by text
  closed_at timestamp with time zone
  CHECK ((length(closed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(note) <= 2000))
  PRIMARY KEY (business_id, review_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE lead_sellers
  business_id integer NOT NULL
  user_id text COLLATE "C" NOT NULL
  place integer NOT NULL
  turn bigint NOT NULL DEFAULT 0
  CHECK (((length(user_id) >= 1) AND (length(user_id) <= 64)))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, user_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE leads
  business_id integer NOT NULL
  lead_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  state text COLLATE "C" NOT NULL
  owner text COLLATE "C"
  source text
  campaign text
  medium text
  form text
  referrer_id bigint
  captured_at timestamp with time zone NOT NULL
  handed_at timestamp with time zone
  handed_for text COLLATE "C"
  answer_by timestamp with time zone
  answered_at timestamp with time zone
  reason text
  paused_until timestamp with time zone
  hands_since timestamp with time zone
  hand_at timestamp with time zone
  cooled_at timestamp with time zone
  fit real NOT NULL DEFAULT 0
  engagement real NOT NULL DEFAULT 0
  warmth integer NOT NULL DEFAULT 0
  because jsonb NOT NULL DEFAULT '[]'::jsonb
  version integer NOT NULL DEFAULT 0
  scored_at timestamp with time zone NOT NULL
  look_at timestamp with time zone
  answers jsonb NOT NULL DEFAULT '{}'::jsonb
  behind bigint
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(owner) >= 1) AND (length(owner) <= 64)))
  CHECK (((state = ANY (ARRAY['nurture'::text, 'refused'::text, 'closed'::text])) OR ((handed_at IS NOT NULL) AND (answer_by IS NOT NULL))))
  CHECK ((handed_for = ANY (ARRAY['score'::text, 'hand'::text, 'staff'::text])))
  CHECK ((length((answers)::text) <= 10000))
  CHECK ((length((because)::text) <= 2000))
  CHECK ((length(campaign) <= 200))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(form) <= 200))
  CHECK ((length(medium) <= 200))
  CHECK ((length(reason) <= 100))
  CHECK ((length(source) <= 200))
  CHECK ((state = ANY (ARRAY['nurture'::text, 'handed'::text, 'accepted'::text, 'qualified'::text, 'refused'::text, 'closed'::text])))
  PRIMARY KEY (business_id, lead_id)
  INDEX leads_at_work btree (business_id, ((state <> 'handed'::text)), answer_by, lead_id) WHERE ((state = ANY (ARRAY['handed'::text, 'accepted'::text, 'qualified'::text])) AND (behind IS NULL))
  INDEX leads_awaited btree (business_id, answer_by, lead_id) WHERE (state = 'handed'::text)
  INDEX leads_by_version btree (business_id, version, lead_id) WHERE (state <> 'closed'::text)
  INDEX leads_closed btree (business_id, lead_id) WHERE (state = 'closed'::text)
  INDEX leads_due btree (business_id, look_at, lead_id) WHERE (look_at IS NOT NULL)
  INDEX leads_in_nurture btree (business_id, warmth, lead_id) WHERE ((state = 'nurture'::text) AND (behind IS NULL))
  INDEX leads_of_owner btree (business_id, owner, ((state <> 'handed'::text)), answer_by, lead_id) WHERE ((state = ANY (ARRAY['handed'::text, 'accepted'::text, 'qualified'::text])) AND (behind IS NULL))
  INDEX leads_of_person btree (business_id, person_id, lead_id)
  INDEX leads_open unique btree (business_id, person_id) WHERE (state <> 'closed'::text)
  INDEX leads_refused btree (business_id, answered_at, lead_id) WHERE ((state = 'refused'::text) AND (behind IS NULL))
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE member_code_keys
  business_id integer NOT NULL
  secret bytea NOT NULL
  CHECK ((length(secret) = 32))
  PRIMARY KEY (business_id)
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

TABLE messages
  business_id integer NOT NULL
  message_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  recipient text COLLATE "C" NOT NULL
  purpose text COLLATE "C" NOT NULL
  provider text COLLATE "C" NOT NULL
  parts smallint NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'unknown'::text
  reference text COLLATE "C"
  reason text COLLATE "C"
  cost bigint
  made_at timestamp with time zone NOT NULL
  changed_at timestamp with time zone NOT NULL
  ask_at timestamp with time zone
  asked smallint NOT NULL DEFAULT 0
  CHECK (((length(provider) >= 1) AND (length(provider) <= 20)))
  CHECK (((length(purpose) >= 1) AND (length(purpose) <= 40)))
  CHECK (((parts >= 1) AND (parts <= 100)))
  CHECK ((cost >= 0))
  CHECK ((length(reason) <= 60))
  CHECK ((length(reference) <= 100))
  CHECK ((recipient ~ '^\+[1-9][0-9]{6,14}$'::text))
  CHECK ((state = ANY (ARRAY['unknown'::text, 'accepted'::text, 'refused'::text, 'delivered'::text, 'undelivered'::text, 'blocked'::text])))
  PRIMARY KEY (business_id, message_id)
  INDEX messages_to_ask btree (business_id, ask_at) WHERE (ask_at IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
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
  TRIGGER CREATE TRIGGER tell_club AFTER INSERT ON public.moves REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_club()
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

TABLE objection_answer_versions
  business_id integer NOT NULL
  answer_id bigint NOT NULL
  version integer NOT NULL
  words text NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK ((length(made_by) <= 300))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, answer_id, version)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT

TABLE objection_answers
  business_id integer NOT NULL
  answer_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  objection_id bigint NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'active'::text
  version integer NOT NULL DEFAULT 1
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length(changed_by) <= 300))
  CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, answer_id)
  INDEX objection_answers_of btree (business_id, objection_id, answer_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE objection_events
  business_id integer NOT NULL
  raise_id bigint NOT NULL
  place integer NOT NULL
  kind text COLLATE "C" NOT NULL
  objection_id bigint NOT NULL
  deal_id bigint NOT NULL
  answer_id bigint
  version integer
  note text NOT NULL DEFAULT ''::text
  by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((kind = ANY (ARRAY['raised'::text, 'answered'::text, 'settled'::text, 'opened'::text])))
  CHECK ((length(by) <= 300))
  CHECK ((length(note) <= 500))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, raise_id, place)
  INDEX objection_events_answers btree (business_id, objection_id, answer_id, deal_id) WHERE (kind = 'answered'::text)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE objection_raises
  business_id integer NOT NULL
  raise_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  deal_id bigint NOT NULL
  person_id bigint NOT NULL
  objection_id bigint NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  answer_id bigint
  raised_at timestamp with time zone NOT NULL
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length(changed_by) <= 300))
  CHECK ((state = ANY (ARRAY['open'::text, 'settled'::text])))
  PRIMARY KEY (business_id, raise_id)
  INDEX objection_raises_in_deal unique btree (business_id, deal_id, objection_id)
  INDEX objection_raises_of btree (business_id, objection_id, deal_id)
  INDEX objection_raises_person btree (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE objections
  business_id integer NOT NULL
  objection_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  key text COLLATE "C" NOT NULL
  kind text COLLATE "C" NOT NULL
  title text NOT NULL
  behind text NOT NULL DEFAULT ''::text
  products text[] NOT NULL DEFAULT '{}'::text[]
  state text COLLATE "C" NOT NULL DEFAULT 'active'::text
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK ((cardinality(products) <= 50))
  CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((kind = ANY (ARRAY['price'::text, 'trust'::text, 'timing'::text, 'need'::text, 'competitor'::text, 'quality'::text, 'risk'::text, 'authority'::text, 'effort'::text, 'other'::text])))
  CHECK ((length(behind) <= 1000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((state = ANY (ARRAY['active'::text, 'archived'::text])))
  PRIMARY KEY (business_id, objection_id)
  INDEX objections_in_state btree (business_id, state, objection_id)
  INDEX objections_key unique btree (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE offer_people
  business_id integer NOT NULL
  offer_key text COLLATE "C" NOT NULL
  person_id bigint NOT NULL
  chosen_by text NOT NULL
  chosen_at timestamp with time zone NOT NULL
  CHECK ((length(chosen_by) <= 300))
  CHECK ((length(offer_key) <= 63))
  PRIMARY KEY (business_id, offer_key, person_id)
  INDEX offer_people_person btree (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE offer_settings
  business_id integer NOT NULL
  definition jsonb NOT NULL DEFAULT '{}'::jsonb
  revision integer NOT NULL DEFAULT 0
  stamp bigint NOT NULL DEFAULT 0
  from_loyal bigint[]
  counted_at timestamp with time zone
  changed_by text
  changed_at timestamp with time zone
  CHECK ((length((definition)::text) <= 60000))
  CHECK ((length(changed_by) <= 300))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE offers
  business_id integer NOT NULL
  key text COLLATE "C" NOT NULL
  definition jsonb NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((length((definition)::text) <= 60000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text])))
  PRIMARY KEY (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE one_time_codes
  business_id integer NOT NULL
  challenge text COLLATE "C" NOT NULL
  purpose text COLLATE "C" NOT NULL
  recipient text COLLATE "C" NOT NULL
  person_id bigint
  about text COLLATE "C"
  salt bytea NOT NULL
  hash bytea NOT NULL
  made_at timestamp with time zone NOT NULL
  expires_at timestamp with time zone NOT NULL
  attempts smallint NOT NULL DEFAULT 0
  used_at timestamp with time zone
  CHECK ((length(about) <= 100))
  CHECK ((length(challenge) = 32))
  CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'spend'::text, 'redeem'::text, 'agree'::text])))
  CHECK ((recipient ~ '^\+[1-9][0-9]{6,14}$'::text))
  PRIMARY KEY (business_id, challenge)
  INDEX one_time_codes_age btree (business_id, made_at)
  INDEX one_time_codes_of_person btree (business_id, person_id, purpose, made_at) WHERE (person_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE partner_entries
  business_id integer NOT NULL
  entry_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  partner text COLLATE "C" NOT NULL
  name text NOT NULL
  kind text COLLATE "C" NOT NULL
  amount bigint NOT NULL
  redemption_id bigint
  note text NOT NULL DEFAULT ''::text
  by_name text NOT NULL
  at timestamp with time zone NOT NULL
  order_number text COLLATE "C"
  reward text COLLATE "C"
  wallet text COLLATE "C"
  units bigint
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CHECK (((length(order_number) >= 1) AND (length(order_number) <= 100)))
  CHECK (((length(partner) >= 1) AND (length(partner) <= 63)))
  CHECK (((length(reward) >= 1) AND (length(reward) <= 63)))
  CHECK (((length(wallet) >= 1) AND (length(wallet) <= 63)))
  CHECK ((kind = ANY (ARRAY['redeemed'::text, 'cancelled'::text, 'settled'::text])))
  CHECK ((length(by_name) <= 300))
  CHECK ((length(note) <= 200))
  PRIMARY KEY (business_id, entry_id)
  INDEX partner_entries_of btree (business_id, partner, entry_id) INCLUDE (amount)
  INDEX partner_entries_once unique btree (business_id, redemption_id, kind) WHERE (redemption_id IS NOT NULL)
  INDEX partner_entries_once_an_order unique btree (business_id, order_number, reward, kind) WHERE (order_number IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

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
  evidence_packed bytea
  CHECK ((band = ANY (ARRAY['safe'::text, 'watch'::text, 'leaving'::text, 'gone'::text])))
  PRIMARY KEY (business_id, run_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE pipeline_versions
  business_id integer NOT NULL
  pipeline text COLLATE "C" NOT NULL
  revision integer NOT NULL
  definition jsonb NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length((definition)::text) <= 120000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(pipeline) <= 63))
  PRIMARY KEY (business_id, pipeline, revision)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE pipelines
  business_id integer NOT NULL
  pipeline text COLLATE "C" NOT NULL
  definition jsonb NOT NULL
  "position" smallint NOT NULL DEFAULT 0
  archived_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length((definition)::text) <= 120000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((pipeline ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  PRIMARY KEY (business_id, pipeline)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE portal_sessions
  business_id integer NOT NULL
  session_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  mobile text COLLATE "C" NOT NULL
  hash bytea NOT NULL
  user_agent text
  made_at timestamp with time zone NOT NULL
  seen_at timestamp with time zone NOT NULL
  expires_at timestamp with time zone NOT NULL
  CHECK ((length(mobile) <= 20))
  CHECK ((length(user_agent) <= 300))
  PRIMARY KEY (business_id, session_id)
  INDEX portal_sessions_age btree (business_id, expires_at)
  INDEX portal_sessions_by_hash unique btree (business_id, hash)
  INDEX portal_sessions_of_person btree (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE portal_settings
  business_id integer NOT NULL
  open boolean NOT NULL DEFAULT false
  joining boolean NOT NULL DEFAULT true
  welcome text NOT NULL DEFAULT ''::text
  rungs jsonb NOT NULL DEFAULT '{}'::jsonb
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL DEFAULT now()
  CHECK ((length(welcome) <= 300))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE qualification_drafts
  business_id integer NOT NULL
  definition jsonb NOT NULL
  revision integer NOT NULL
  base_version integer
  note text
  is_open boolean NOT NULL
  edited_by text NOT NULL
  edited_at timestamp with time zone NOT NULL
  CHECK ((length((definition)::text) <= 200000))
  CHECK ((length(edited_by) <= 300))
  CHECK ((length(note) <= 2000))
  CHECK ((revision > 0))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE qualification_trials
  business_id integer NOT NULL
  trial_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  definition jsonb NOT NULL
  revision integer NOT NULL
  settings jsonb NOT NULL
  state text COLLATE "C" NOT NULL
  done bigint NOT NULL DEFAULT 0
  total bigint NOT NULL DEFAULT 0
  result jsonb
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  ended_at timestamp with time zone
  CHECK ((length((definition)::text) <= 200000))
  CHECK ((length(made_by) <= 300))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'stopped'::text])))
  PRIMARY KEY (business_id, trial_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE qualification_versions
  business_id integer NOT NULL
  version integer NOT NULL
  definition jsonb NOT NULL
  note text
  published_by text NOT NULL
  published_at timestamp with time zone NOT NULL
  CHECK ((length((definition)::text) <= 200000))
  CHECK ((length(note) <= 2000))
  CHECK ((length(published_by) <= 300))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, version)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE recommendation_asks
  business_id integer NOT NULL
  ask_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  channel text COLLATE "C" NOT NULL
  template text COLLATE "C"
  answer text COLLATE "C"
  until date
  note text NOT NULL DEFAULT ''::text
  by text NOT NULL
  asked_at timestamp with time zone NOT NULL
  answered_at timestamp with time zone
  follow_up_id bigint
  revision integer NOT NULL DEFAULT 1
  CHECK (((length(channel) >= 1) AND (length(channel) <= 40)))
  CHECK ((answer = ANY (ARRAY['yes'::text, 'later'::text, 'no'::text])))
  CHECK ((length(by) <= 300))
  CHECK ((length(note) <= 500))
  CHECK ((length(template) <= 63))
  PRIMARY KEY (business_id, ask_id)
  INDEX recommendation_asks_list btree (business_id, ask_id DESC)
  INDEX recommendation_asks_person btree (business_id, person_id, ask_id DESC)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE recommendation_news
  business_id integer NOT NULL
  person_id bigint NOT NULL
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE recommendation_ready
  business_id integer NOT NULL
  person_id bigint NOT NULL
  ready boolean NOT NULL
  strength smallint NOT NULL
  signal_at timestamp with time zone NOT NULL
  look_at timestamp with time zone
  CHECK (((strength >= 0) AND (strength <= 1000)))
  PRIMARY KEY (business_id, person_id)
  INDEX recommendation_ready_due btree (business_id, look_at) WHERE (look_at IS NOT NULL)
  INDEX recommendation_ready_list btree (business_id, strength DESC, signal_at DESC, person_id DESC) WHERE ready
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE recommendation_rounds
  business_id integer NOT NULL
  reached bigint NOT NULL
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE recommendation_settings
  business_id integer NOT NULL
  definition jsonb NOT NULL
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length((definition)::text) <= 60000))
  CHECK ((length(changed_by) <= 300))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE recorded_messages
  business_id integer NOT NULL
  message_id bigint NOT NULL
  recipient text COLLATE "C" NOT NULL
  body text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK ((length(body) <= 2000))
  CHECK ((length(recipient) <= 20))
  PRIMARY KEY (business_id, message_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT

TABLE redemptions
  business_id integer NOT NULL
  redemption_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  reward_id bigint NOT NULL
  person_id bigint NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  definition jsonb NOT NULL
  wallet text COLLATE "C" NOT NULL
  units bigint NOT NULL
  spend_id bigint
  hash uuid NOT NULL
  ordinal bigint NOT NULL
  voucher_id bigint
  is_proven boolean NOT NULL
  ends_at timestamp with time zone
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  ended_by text
  ended_at timestamp with time zone
  reason text NOT NULL DEFAULT ''::text
  CHECK ((length((definition)::text) <= 60000))
  CHECK ((length(ended_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(reason) <= 200))
  CHECK ((length(wallet) <= 63))
  CHECK ((state = ANY (ARRAY['open'::text, 'handed'::text, 'cancelled'::text])))
  CHECK ((units > 0))
  PRIMARY KEY (business_id, redemption_id)
  INDEX redemptions_by_hash unique btree (business_id, hash)
  INDEX redemptions_of_person btree (business_id, person_id, redemption_id)
  INDEX redemptions_of_reward btree (business_id, reward_id, redemption_id)
  INDEX redemptions_of_voucher btree (business_id, voucher_id) WHERE (voucher_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE referral_links
  business_id integer NOT NULL
  person_id bigint NOT NULL
  number integer NOT NULL
  code text COLLATE "C" NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  revoked_at timestamp with time zone
  CHECK ((code ~ '^[0-9A-Z]{8,40}$'::text))
  CHECK ((length(made_by) <= 300))
  CHECK ((number > 0))
  PRIMARY KEY (business_id, person_id, number)
  INDEX referral_links_code unique btree (business_id, code)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE referral_news
  business_id integer NOT NULL
  person_id bigint NOT NULL
  PRIMARY KEY (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE referral_postings
  business_id integer NOT NULL
  referral_id bigint NOT NULL
  step text COLLATE "C" NOT NULL
  side text COLLATE "C" NOT NULL
  round integer NOT NULL
  wallet text COLLATE "C" NOT NULL
  kind text COLLATE "C" NOT NULL
  units bigint NOT NULL
  person_id bigint NOT NULL
  month integer NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((kind = ANY (ARRAY['paid'::text, 'taken'::text, 'withheld'::text])))
  CHECK ((length(step) <= 63))
  CHECK ((length(wallet) <= 63))
  CHECK ((round > 0))
  CHECK ((side = ANY (ARRAY['referrer'::text, 'friend'::text])))
  CHECK ((units > 0))
  PRIMARY KEY (business_id, referral_id, step, side, round, wallet, kind)
  INDEX referral_postings_person btree (business_id, person_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE referral_totals
  business_id integer NOT NULL
  person_id bigint NOT NULL
  month integer NOT NULL
  wallet text COLLATE "C" NOT NULL
  total bigint NOT NULL
  CHECK ((length(wallet) <= 63))
  CHECK ((total >= 0))
  PRIMARY KEY (business_id, person_id, month, wallet)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE referral_traces
  business_id integer NOT NULL
  person_id bigint NOT NULL
  kind text COLLATE "C" NOT NULL
  value text COLLATE "C" NOT NULL
  seen_at timestamp with time zone NOT NULL
  CHECK (((length(value) >= 1) AND (length(value) <= 300)))
  CHECK ((kind = ANY (ARRAY['device'::text, 'card'::text, 'network'::text, 'address'::text, 'mobile'::text, 'email'::text])))
  PRIMARY KEY (business_id, person_id, kind, value)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE referrals
  business_id integer NOT NULL
  referral_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  referrer_id bigint NOT NULL
  link_number integer NOT NULL
  channel text COLLATE "C"
  version integer NOT NULL
  state text COLLATE "C" NOT NULL
  claimed_at timestamp with time zone NOT NULL
  claimed_by text NOT NULL
  joined_at timestamp with time zone
  converted_at timestamp with time zone
  revenue bigint NOT NULL DEFAULT 0
  score smallint NOT NULL DEFAULT 0
  signs jsonb NOT NULL DEFAULT '[]'::jsonb
  cleared text[] NOT NULL DEFAULT '{}'::text[]
  decided_at timestamp with time zone
  decided_by text
  decision_reason text
  told_at timestamp with time zone
  look_at timestamp with time zone NOT NULL
  revision integer NOT NULL DEFAULT 1
  CHECK (((length(channel) >= 1) AND (length(channel) <= 80)))
  CHECK (((length(decision_reason) >= 1) AND (length(decision_reason) <= 500)))
  CHECK (((score >= 0) AND (score <= 100)))
  CHECK ((cardinality(cleared) <= 50))
  CHECK ((length((signs)::text) <= 20000))
  CHECK ((length(claimed_by) <= 300))
  CHECK ((length(decided_by) <= 300))
  CHECK ((revenue >= 0))
  CHECK ((state = ANY (ARRAY['open'::text, 'joined'::text, 'paying'::text, 'paid'::text, 'taken-back'::text, 'lapsed'::text, 'review'::text, 'refused'::text])))
  PRIMARY KEY (business_id, referral_id)
  INDEX referrals_due btree (business_id, look_at)
  INDEX referrals_friend unique btree (business_id, person_id)
  INDEX referrals_in_state btree (business_id, state, referral_id)
  INDEX referrals_of_referrer btree (business_id, referrer_id, referral_id)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE referrers
  business_id integer NOT NULL
  person_id bigint NOT NULL
  friends integer NOT NULL DEFAULT 0
  joined integer NOT NULL DEFAULT 0
  converted integer NOT NULL DEFAULT 0
  in_review integer NOT NULL DEFAULT 0
  revenue bigint NOT NULL DEFAULT 0
  PRIMARY KEY (business_id, person_id)
  INDEX referrers_by_worth btree (business_id, revenue DESC, person_id DESC)
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

TABLE reward_images
  business_id integer NOT NULL
  reward_id bigint NOT NULL
  image_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  type text COLLATE "C" NOT NULL
  content bytea NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(content) >= 1) AND (length(content) <= 1048576)))
  CHECK ((length(made_by) <= 300))
  CHECK ((type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/webp'::text])))
  PRIMARY KEY (business_id, reward_id, image_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE rewards
  business_id integer NOT NULL
  reward_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  key text COLLATE "C" NOT NULL
  definition jsonb NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'draft'::text
  seed bytea NOT NULL
  batch_id bigint
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((key ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((length((definition)::text) <= 60000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(seed) = 32))
  CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'archived'::text])))
  PRIMARY KEY (business_id, reward_id)
  INDEX rewards_by_key unique btree (business_id, key)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sales_logos
  business_id integer NOT NULL
  hash bytea NOT NULL
  type text COLLATE "C" NOT NULL
  content bytea NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(content) >= 1) AND (length(content) <= 204800)))
  CHECK ((length(hash) = 32))
  CHECK ((length(made_by) <= 300))
  CHECK ((type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text])))
  PRIMARY KEY (business_id, hash)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sales_memory
  business_id integer NOT NULL
  note_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  thread_id bigint
  person_id bigint NOT NULL
  deal_id bigint
  talk_id bigint
  kind text COLLATE "C" NOT NULL
  text text NOT NULL DEFAULT ''::text
  product text NOT NULL DEFAULT ''::text
  low bigint
  high bigint
  by_day date
  purpose text COLLATE "C"
  source text COLLATE "C"
  met boolean
  player_id bigint
  said_by text
  said_at timestamp with time zone NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  until_at timestamp with time zone
  until_by text
  until_why text COLLATE "C"
  search_key text COLLATE "C" GENERATED ALWAYS AS (fa_loose(((text || ' '::text) || product))) STORED
  CHECK (((kind = 'budget'::text) OR ((low IS NULL) AND (high IS NULL))))
  CHECK (((kind = 'expectation'::text) = (source IS NOT NULL)))
  CHECK (((kind = 'purpose'::text) = (purpose IS NOT NULL)))
  CHECK (((length(said_by) >= 1) AND (length(said_by) <= 200)))
  CHECK (((until_at IS NULL) = (until_why IS NULL)))
  CHECK ((high >= low))
  CHECK ((kind = ANY (ARRAY['need'::text, 'want'::text, 'like'::text, 'budget'::text, 'purpose'::text, 'expectation'::text])))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(product) <= 200))
  CHECK ((length(text) <= 1000))
  CHECK ((length(until_by) <= 300))
  CHECK ((low >= 0))
  CHECK ((purpose = ANY (ARRAY['uses'::text, 'gives'::text, 'sells_on'::text])))
  CHECK ((source = ANY (ARRAY['experience'::text, 'knowledge'::text, 'contact'::text, 'others'::text])))
  CHECK ((until_why = ANY (ARRAY['changed'::text, 'withdrawn'::text, 'over'::text])))
  PRIMARY KEY (business_id, note_id)
  INDEX sales_memory_newest btree (business_id, kind, note_id) WHERE (until_at IS NULL)
  INDEX sales_memory_of_person btree (business_id, person_id, note_id)
  INDEX sales_memory_of_player btree (business_id, player_id) WHERE (player_id IS NOT NULL)
  INDEX sales_memory_of_thread btree (business_id, thread_id, note_id) WHERE (thread_id IS NOT NULL)
  INDEX sales_memory_search gin (business_id, search_key gin_trgm_ops) WHERE ((until_at IS NULL) AND (kind = ANY (ARRAY['need'::text, 'want'::text, 'like'::text])))
  INDEX sales_memory_stands unique btree (business_id, COALESCE(thread_id, note_id)) WHERE (until_at IS NULL)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE sales_models
  business_id integer NOT NULL
  pipeline text COLLATE "C" NOT NULL
  learnt_at timestamp with time zone NOT NULL
  model jsonb
  test jsonb NOT NULL
  months jsonb NOT NULL
  CHECK ((length((model)::text) <= 2000000))
  CHECK ((length((months)::text) <= 20000))
  CHECK ((length((test)::text) <= 20000))
  CHECK ((length(pipeline) <= 63))
  PRIMARY KEY (business_id, pipeline)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sales_papers
  business_id integer NOT NULL
  paper jsonb NOT NULL DEFAULT '{}'::jsonb
  logo bytea
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK ((length((paper)::text) <= 40000))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(logo) = 32))
  PRIMARY KEY (business_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE sales_promises
  business_id integer NOT NULL
  promise_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  talk_id bigint
  replaces bigint
  side text COLLATE "C" NOT NULL
  owner text COLLATE "C"
  promised_by text NOT NULL
  text text NOT NULL
  due_on date NOT NULL
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  look_at timestamp with time zone
  broken_at timestamp with time zone
  ended_at timestamp with time zone
  ended_by text
  ending text NOT NULL DEFAULT ''::text
  follow_up_id bigint
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(promised_by) >= 1) AND (length(promised_by) <= 300)))
  CHECK (((length(text) >= 1) AND (length(text) <= 1000)))
  CHECK (((state = 'open'::text) = (ended_at IS NULL)))
  CHECK ((length(ended_by) <= 300))
  CHECK ((length(ending) <= 500))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(owner) <= 100))
  CHECK ((side = ANY (ARRAY['us'::text, 'them'::text])))
  CHECK ((state = ANY (ARRAY['open'::text, 'kept'::text, 'broken'::text, 'released'::text])))
  PRIMARY KEY (business_id, promise_id)
  INDEX sales_promises_look btree (business_id, look_at) WHERE ((state = 'open'::text) AND (look_at IS NOT NULL))
  INDEX sales_promises_of_person btree (business_id, person_id, promise_id)
  INDEX sales_promises_open btree (business_id, due_on, promise_id) WHERE (state = 'open'::text)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE sales_roles
  business_id integer NOT NULL
  role_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  talk_id bigint
  role text COLLATE "C" NOT NULL
  player_id bigint
  player_name text
  note text NOT NULL DEFAULT ''::text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  ended_by text
  ended_at timestamp with time zone
  CHECK (((length(player_name) >= 1) AND (length(player_name) <= 200)))
  CHECK (((player_id IS NULL) <> (player_name IS NULL)))
  CHECK ((length(ended_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(note) <= 500))
  CHECK ((role = ANY (ARRAY['decides'::text, 'uses'::text, 'pays'::text, 'influences'::text, 'keeps_gate'::text, 'buys'::text, 'knows_it'::text])))
  PRIMARY KEY (business_id, role_id)
  INDEX sales_roles_of_person btree (business_id, person_id, role_id) WHERE (ended_at IS NULL)
  INDEX sales_roles_of_player btree (business_id, player_id, role_id) WHERE (player_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE sales_talks
  business_id integer NOT NULL
  talk_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  channel text COLLATE "C" NOT NULL
  at timestamp with time zone NOT NULL
  player_id bigint
  said_by text
  summary text NOT NULL DEFAULT ''::text
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(said_by) >= 1) AND (length(said_by) <= 200)))
  CHECK ((channel = ANY (ARRAY['call'::text, 'meeting'::text, 'visit'::text, 'message'::text, 'email'::text, 'other'::text])))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(summary) <= 4000))
  PRIMARY KEY (business_id, talk_id)
  INDEX sales_talks_of_person btree (business_id, person_id, talk_id)
  INDEX sales_talks_of_player btree (business_id, player_id) WHERE (player_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

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

TABLE testimonial_records
  business_id integer NOT NULL
  testimonial_id bigint NOT NULL
  place integer NOT NULL
  kind text COLLATE "C" NOT NULL
  wording text
  version text COLLATE "C"
  words text
  by text NOT NULL
  at timestamp with time zone NOT NULL
  CHECK ((kind = ANY (ARRAY['asked'::text, 'texted'::text, 'not_texted'::text, 'given'::text, 'consented'::text, 'refused'::text, 'withdrawn'::text, 'published'::text, 'hidden'::text])))
  CHECK ((length(by) <= 300))
  CHECK ((length(version) <= 20))
  CHECK ((length(wording) <= 1000))
  CHECK ((length(words) <= 2000))
  CHECK ((place > 0))
  PRIMARY KEY (business_id, testimonial_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE testimonials
  business_id integer NOT NULL
  testimonial_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint NOT NULL
  deal_id bigint
  state text COLLATE "C" NOT NULL
  hash bytea NOT NULL
  language text COLLATE "C" NOT NULL
  words text
  score smallint
  shown_name text
  consent boolean NOT NULL DEFAULT false
  products text[] NOT NULL DEFAULT '{}'::text[]
  categories text[] NOT NULL DEFAULT '{}'::text[]
  asked_by text NOT NULL
  asked_at timestamp with time zone NOT NULL
  given_at timestamp with time zone
  published_at timestamp with time zone
  sent integer NOT NULL DEFAULT 0
  reason text
  revision integer NOT NULL DEFAULT 1
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((length(shown_name) >= 1) AND (length(shown_name) <= 100)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((score >= 1) AND (score <= 5)))
  CHECK (((state <> 'published'::text) OR (consent AND (words IS NOT NULL) AND (shown_name IS NOT NULL))))
  CHECK ((cardinality(categories) <= 50))
  CHECK ((cardinality(products) <= 50))
  CHECK ((language = ANY (ARRAY['fa'::text, 'en'::text])))
  CHECK ((length(asked_by) <= 300))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(hash) = 32))
  CHECK ((length(reason) <= 300))
  CHECK ((state = ANY (ARRAY['asked'::text, 'given'::text, 'published'::text, 'hidden'::text, 'withdrawn'::text])))
  PRIMARY KEY (business_id, testimonial_id)
  INDEX testimonials_in_state btree (business_id, state, testimonial_id)
  INDEX testimonials_link unique btree (business_id, hash)
  INDEX testimonials_person btree (business_id, person_id)
  INDEX testimonials_shown btree (business_id, published_at DESC, testimonial_id DESC) WHERE (state = 'published'::text)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE till_devices
  business_id integer NOT NULL
  device_id integer NOT NULL
  name text NOT NULL
  branch text COLLATE "C"
  secret bytea NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  revoked_by text
  revoked_at timestamp with time zone
  CHECK (((length(branch) >= 1) AND (length(branch) <= 200)))
  CHECK (((length(name) >= 1) AND (length(name) <= 100)))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(revoked_by) <= 300))
  CHECK ((length(secret) = 32))
  PRIMARY KEY (business_id, device_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE till_orders
  business_id integer NOT NULL
  order_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  number text COLLATE "C" NOT NULL
  person_id bigint
  quote_id bigint
  state text COLLATE "C" NOT NULL DEFAULT 'closed'::text
  basket json NOT NULL
  priced json NOT NULL
  posted json NOT NULL
  due bigint NOT NULL
  method text
  at timestamp with time zone NOT NULL
  posted_at timestamp with time zone NOT NULL
  returned integer[] NOT NULL
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  device_id integer
  slip bigint
  CHECK (((length(number) >= 1) AND (length(number) <= 100)))
  CHECK ((due >= 0))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(method) <= 200))
  CHECK ((state = ANY (ARRAY['closed'::text, 'partially_returned'::text, 'returned'::text, 'cancelled'::text])))
  PRIMARY KEY (business_id, order_id)
  INDEX till_orders_number unique btree (business_id, number)
  INDEX till_orders_person btree (business_id, person_id, order_id) WHERE (person_id IS NOT NULL)
  INDEX till_orders_quote unique btree (business_id, quote_id) WHERE (quote_id IS NOT NULL)
  INDEX till_orders_slip unique btree (business_id, device_id, slip) WHERE (device_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE till_quotes
  business_id integer NOT NULL
  quote_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  person_id bigint
  order_number text COLLATE "C"
  state text COLLATE "C" NOT NULL DEFAULT 'open'::text
  asked json NOT NULL
  priced json NOT NULL
  rests_on text COLLATE "C" NOT NULL
  programme_version integer
  hold_id bigint
  proof_for text[] NOT NULL
  is_proven boolean NOT NULL
  until timestamp with time zone NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK (((length(order_number) >= 1) AND (length(order_number) <= 100)))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(rests_on) <= 200))
  CHECK ((state = ANY (ARRAY['open'::text, 'committed'::text, 'released'::text])))
  PRIMARY KEY (business_id, quote_id)
  INDEX till_quotes_number btree (business_id, order_number, quote_id) WHERE (state = 'open'::text)
  INDEX till_quotes_old btree (business_id, until) WHERE (state <> 'committed'::text)
  ROW LEVEL SECURITY forced
  POLICY doors SELECT TO owner USING true
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT DELETE, INSERT, SELECT, UPDATE

TABLE till_returns
  business_id integer NOT NULL
  order_id bigint NOT NULL
  place integer NOT NULL
  kind text COLLATE "C" NOT NULL
  lines json NOT NULL
  plan json NOT NULL
  reason text NOT NULL DEFAULT ''::text
  at timestamp with time zone NOT NULL
  made_by text NOT NULL
  CHECK ((kind = ANY (ARRAY['return'::text, 'cancel'::text])))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(reason) <= 200))
  PRIMARY KEY (business_id, order_id, place)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

TABLE till_slips
  business_id integer NOT NULL
  device_id integer NOT NULL
  sequence bigint NOT NULL
  body text NOT NULL
  body_hash bytea NOT NULL
  outcome text COLLATE "C" NOT NULL
  order_number text COLLATE "C"
  reasons jsonb NOT NULL DEFAULT '[]'::jsonb
  received_at timestamp with time zone NOT NULL
  reviewed_by text
  reviewed_at timestamp with time zone
  note text
  CHECK ((length(body) <= 500000))
  CHECK ((length(note) <= 500))
  CHECK ((length(order_number) <= 100))
  CHECK ((length(reviewed_by) <= 300))
  CHECK ((outcome = ANY (ARRAY['posted'::text, 'review'::text, 'reviewed'::text])))
  CHECK ((sequence > 0))
  PRIMARY KEY (business_id, device_id, sequence)
  INDEX till_slips_review btree (business_id, received_at, device_id, sequence) WHERE (outcome = 'review'::text)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

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

TABLE voucher_batches
  business_id integer NOT NULL
  batch_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  name text NOT NULL
  offer text COLLATE "C" NOT NULL
  kind text COLLATE "C" NOT NULL
  word text
  state text COLLATE "C" NOT NULL
  stop_asked boolean NOT NULL DEFAULT false
  asked integer NOT NULL
  made integer NOT NULL DEFAULT 0
  drawn integer NOT NULL DEFAULT 0
  payload smallint NOT NULL
  seed bytea
  sealed_at timestamp with time zone
  uses bigint
  uses_each bigint
  valid_from timestamp with time zone
  valid_until timestamp with time zone
  disabled_at timestamp with time zone
  revision integer NOT NULL DEFAULT 1
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  changed_by text NOT NULL
  changed_at timestamp with time zone NOT NULL
  CHECK (((asked >= 0) AND (asked <= 1000000)))
  CHECK (((kind = 'word'::text) = (word IS NOT NULL)))
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CHECK (((length(word) >= 3) AND (length(word) <= 40)))
  CHECK (((payload >= 0) AND (payload <= 18)))
  CHECK ((kind = ANY (ARRAY['drawn'::text, 'word'::text, 'reward'::text])))
  CHECK ((length(changed_by) <= 300))
  CHECK ((length(made_by) <= 300))
  CHECK ((length(seed) = 32))
  CHECK ((offer ~ '^[a-z][a-z0-9-]{0,62}$'::text))
  CHECK ((state = ANY (ARRAY['waiting'::text, 'making'::text, 'stopped'::text, 'done'::text])))
  CHECK ((uses > 0))
  CHECK ((uses_each > 0))
  CHECK ((valid_until > valid_from))
  PRIMARY KEY (business_id, batch_id)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

TABLE vouchers
  business_id integer NOT NULL
  hash uuid NOT NULL
  voucher_id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
  batch_id bigint NOT NULL
  ordinal bigint NOT NULL
  person_id bigint
  valid_until timestamp with time zone
  disabled_at timestamp with time zone
  PRIMARY KEY (business_id, hash)
  INDEX vouchers_of_batch unique btree (business_id, batch_id, voucher_id)
  INDEX vouchers_of_person btree (business_id, person_id, voucher_id) WHERE (person_id IS NOT NULL)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT, UPDATE

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

TABLE working_calendars
  business_id integer NOT NULL
  version integer NOT NULL
  definition jsonb NOT NULL
  made_by text NOT NULL
  made_at timestamp with time zone NOT NULL
  CHECK ((length(made_by) <= 300))
  CHECK ((version > 0))
  PRIMARY KEY (business_id, version)
  ROW LEVEL SECURITY forced
  POLICY own_business ALL USING (business_id = ( SELECT this_business() AS this_business)) WITH CHECK (business_id = ( SELECT this_business() AS this_business))
  GRANT INSERT, SELECT

SEQUENCE agreement_events_event_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE agreements_agreement_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE api_keys_key_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE belongs_answers_answer_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE belongs_pairs_pair_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE brought_friends_friend_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE businesses_business_id_seq integer CACHE 1 GRANT SELECT, USAGE
SEQUENCE cadence_runs_run_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE calendar_links_link_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE capture_batches_batch_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE capture_forms_form_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE capture_links_link_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE capture_mailboxes_mailbox_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE capture_submissions_submission_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_accounts_account_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_estimates_estimate_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_holds_hold_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_lots_lot_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_simulations_simulation_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_terms_terms_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE club_transactions_transaction_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE conflicts_conflict_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE consent_records_consent_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE costs_cost_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE deal_changes_change_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE deals_deal_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE deeds_deed_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE experiments_experiment_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE fact_ids bigint CACHE 100 GRANT SELECT, USAGE
SEQUENCE feed_feed_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE files_file_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE follow_ups_follow_up_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE gift_card_changes_change_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE gift_cards_card_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE hook_messages_message_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE hooks_hook_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE import_mappings_mapping_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE imports_import_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE insight_runs_run_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE invitations_invitation_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE lead_reviews_review_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE leads_lead_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE merges_merge_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE messages_message_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE notes_note_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE objection_answers_answer_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE objection_raises_raise_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE objections_objection_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE partner_entries_entry_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE people_jobs_job_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE person_ids bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE portal_sessions_session_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE qualification_trials_trial_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE recommendation_asks_ask_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE redemptions_redemption_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE referrals_referral_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE relations_relation_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE reward_images_image_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE rewards_reward_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE sales_memory_note_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE sales_promises_promise_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE sales_roles_role_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE sales_talks_talk_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE segments_segment_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE testimonials_testimonial_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE till_orders_order_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE till_quotes_quote_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE voucher_batches_batch_id_seq bigint CACHE 1 GRANT SELECT, USAGE
SEQUENCE vouchers_voucher_id_seq bigint CACHE 1 GRANT SELECT, USAGE

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
VIEW ladder_waits_told AS  SELECT ladder_waits.business_id,
    ladder_waits.ladder_id,
    ladder_waits.version,
    ladder_waits.span,
    ladder_waits.starts,
    ladder_waits.from_rung,
    ladder_waits.to_rung,
    ladder_waits.stood,
    ladder_waits.people
   FROM ladder_waits
UNION ALL
 SELECT c.business_id,
    c.ladder_id,
    c.version,
    c.span,
    c.starts,
    c.from_rung,
    c.to_rung,
    n.stood,
    n.people
   FROM ladder_waits_counted c,
    LATERAL UNNEST(c.stood, c.people) n(stood, people);
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

FUNCTION add_job_in(task text, payload json, job_key text, seconds integer) granted
  CREATE OR REPLACE FUNCTION public.add_job_in(task text, payload json, job_key text, seconds integer)
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
      run_at := now() + make_interval(secs => seconds),
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

FUNCTION businesses_with_base_due(before timestamp with time zone, after integer) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_base_due(before timestamp with time zone, after integer)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT s.business_id FROM offer_settings s
    WHERE s.business_id > after AND s.revision > 0 AND (s.counted_at IS NULL OR s.counted_at < before) ORDER BY 1
  $function$

FUNCTION businesses_with_books_due(since timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_books_due(since timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM club_lots l WHERE l.business_id = b.business_id)
      AND NOT EXISTS (SELECT FROM club_books k WHERE k.business_id = b.business_id AND k.rolled_at >= since)
  $function$

FUNCTION businesses_with_cadences(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_cadences(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM cadence_news n WHERE n.business_id = b.business_id)
       OR EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = b.business_id AND r.state = 'running' AND r.next_at <= as_of)
  $function$

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

FUNCTION businesses_with_club() granted
  CREATE OR REPLACE FUNCTION public.businesses_with_club()
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b WHERE EXISTS (SELECT FROM club_versions v WHERE v.business_id = b.business_id)
  $function$

FUNCTION businesses_with_club_due(present timestamp with time zone, forgotten timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_club_due(present timestamp with time zone, forgotten timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM club_lots l WHERE l.business_id = b.business_id AND l.is_open AND l.expires_at <= present AND l.remaining > l.held)
       OR EXISTS (SELECT FROM club_holds h WHERE h.business_id = b.business_id AND h.state = 'open' AND h.until <= present)
       OR EXISTS (SELECT FROM club_holds h WHERE h.business_id = b.business_id AND h.state = 'released' AND h.until <= forgotten)
  $function$

FUNCTION businesses_with_club_news(present timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_club_news(present timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM club_news n WHERE n.business_id = b.business_id AND n.look_at <= present)
       OR EXISTS (SELECT FROM club_rounds r WHERE r.business_id = b.business_id)
  $function$

FUNCTION businesses_with_deals() granted
  CREATE OR REPLACE FUNCTION public.businesses_with_deals()
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM deals d WHERE d.business_id = b.business_id AND d.finished_at IS NULL)
  $function$

FUNCTION businesses_with_due_promises(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_due_promises(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM sales_promises p WHERE p.business_id = b.business_id AND p.state = 'open' AND p.look_at <= as_of)
  $function$

FUNCTION businesses_with_due_referrals(now timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_due_referrals(now timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM referrals r WHERE r.business_id = b.business_id AND r.look_at <= now)
       OR EXISTS (SELECT FROM referral_news n WHERE n.business_id = b.business_id)
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

FUNCTION businesses_with_lead_news(present timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_lead_news(present timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM lead_news n WHERE n.business_id = b.business_id)
       OR EXISTS (SELECT FROM leads l WHERE l.business_id = b.business_id AND l.look_at <= present)
       OR EXISTS (SELECT FROM leads l WHERE l.business_id = b.business_id AND l.state <> 'closed' AND l.version < (
            SELECT max(v.version) FROM qualification_versions v WHERE v.business_id = b.business_id))
  $function$

FUNCTION businesses_with_missed_follow_ups(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_missed_follow_ups(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM follow_ups f WHERE f.business_id = b.business_id AND f.state = 'open' AND f.miss_at <= as_of)
  $function$

FUNCTION businesses_with_old_captures(discarded_before timestamp with time zone, counted_before timestamp with time zone, addressed_before timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_old_captures(discarded_before timestamp with time zone, counted_before timestamp with time zone, addressed_before timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM capture_submissions s
                  WHERE s.business_id = b.business_id AND s.state = 'discarded' AND s.decided_at < discarded_before)
       OR EXISTS (SELECT FROM capture_submissions s
                  WHERE s.business_id = b.business_id AND s.address IS NOT NULL AND s.at < addressed_before)
       OR EXISTS (SELECT FROM (VALUES (1), (10), (60), (1440)) AS w (minutes), LATERAL (
                    SELECT FROM capture_tries t
                    WHERE t.business_id = b.business_id AND t.minutes = w.minutes
                      AND t.slot < extract(epoch FROM counted_before) / 60 / w.minutes - 1 LIMIT 1) old)
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

FUNCTION businesses_with_old_quotes(before timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_old_quotes(before timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM till_quotes q WHERE q.business_id = b.business_id AND q.state <> 'committed' AND q.until < before)
  $function$

FUNCTION businesses_with_recommendation_news(present timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_recommendation_news(present timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM recommendation_news n WHERE n.business_id = b.business_id)
       OR EXISTS (SELECT FROM recommendation_rounds r WHERE r.business_id = b.business_id)
       OR EXISTS (SELECT FROM recommendation_ready r WHERE r.business_id = b.business_id AND r.look_at <= present)
  $function$

FUNCTION businesses_with_sent_messages(as_of timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_sent_messages(as_of timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM messages m WHERE m.business_id = b.business_id AND m.ask_at <= as_of)
  $function$

FUNCTION businesses_with_spent_codes(older_than timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.businesses_with_spent_codes(older_than timestamp with time zone)
   RETURNS TABLE(business_id integer)
   LANGUAGE sql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
  AS $function$
    SELECT b.business_id FROM businesses b
    WHERE EXISTS (SELECT FROM one_time_codes c WHERE c.business_id = b.business_id AND c.made_at < older_than)
       OR EXISTS (SELECT FROM portal_sessions s WHERE s.business_id = b.business_id AND s.expires_at < older_than)
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

FUNCTION club_absorb(t bigint, ids bigint[], p_account bigint, p_lot bigint, p_free bigint) granted
  CREATE OR REPLACE FUNCTION public.club_absorb(t bigint, ids bigint[], p_account bigint, p_lot bigint, p_free bigint)
   RETURNS bigint
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    due record;
    part bigint;
  BEGIN
    FOR due IN
      SELECT l.lot_id, l.account_id, l.for_lot, -l.remaining AS owed FROM club_lots l
      WHERE l.business_id = this_business() AND l.account_id = ANY(ids) AND l.is_open AND l.amount < 0 ORDER BY l.lot_id
    LOOP
      -- Entries of this very transaction may have paid of it.
      due.owed := due.owed - coalesce((SELECT sum(e.units) FROM club_entries e WHERE e.business_id = this_business()
                                         AND e.transaction_id = t AND e.lot_id = due.lot_id), 0);
      part := least(p_free, due.owed);
      CONTINUE WHEN part <= 0;
      PERFORM club_enter(t, p_account, p_lot, -part, 'settled', due.for_lot);
      PERFORM club_enter(t, due.account_id, due.lot_id, part, 'settled', due.for_lot);
      p_free := p_free - part;
    END LOOP;
    RETURN p_free;
  END $function$

FUNCTION club_account(p_person bigint, p_card bigint, p_wallet text, OUT id bigint, OUT owed bigint) granted
  CREATE OR REPLACE FUNCTION public.club_account(p_person bigint, p_card bigint, p_wallet text, OUT id bigint, OUT owed bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
  BEGIN
    SELECT a.account_id, a.debt INTO id, owed FROM club_accounts a
    WHERE a.business_id = b AND a.person_id = p_person AND a.card_id = p_card AND a.wallet = p_wallet;
    IF FOUND THEN RETURN; END IF;
    IF p_person > 0 THEN
      PERFORM FROM people p WHERE p.business_id = b AND p.person_id = p_person FOR KEY SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'person % was taken off', p_person USING ERRCODE = 'serialization_failure';
      END IF;
    END IF;
    INSERT INTO club_accounts (business_id, person_id, card_id, wallet) VALUES (b, p_person, p_card, p_wallet)
    ON CONFLICT (business_id, person_id, card_id, wallet) DO NOTHING;
    SELECT a.account_id, a.debt INTO id, owed FROM club_accounts a
    WHERE a.business_id = b AND a.person_id = p_person AND a.card_id = p_card AND a.wallet = p_wallet FOR NO KEY UPDATE;
  END $function$

FUNCTION club_adjust(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_adjust(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    units CONSTANT bigint := (asked->>'units')::bigint;
    present CONSTANT timestamptz := club_instant(asked->'now');
    happened CONSTANT timestamptz := club_instant(asked->'at');
    who_person CONSTANT bigint := club_number(asked->'holder', 'person');
    who_card CONSTANT bigint := club_number(asked->'holder', 'card');
    people bigint[] := '{0}';
    repeated jsonb;
    got record;
    part record;
    t bigint;
  BEGIN
    IF who_person > 0 THEN people := club_people(who_person); END IF;
    IF people IS NULL THEN RETURN club_refusal('person_unknown', 'holder', jsonb_build_object('id', who_person)); END IF;
    PERFORM club_lock(people, CASE WHEN who_card > 0 THEN ARRAY[who_card] ELSE '{}' END);
    IF units > 0 THEN
      RETURN jsonb_build_object('value', jsonb_build_array(club_credit('adjust', 'adjusted', who_person, who_card, people, asked->>'wallet', units,
        coalesce(club_instant(asked->'availableFrom'), happened), club_instant(asked->'expiresAt'), happened, present, asked->'cause', asked->>'key')));
    END IF;
    repeated := club_posted_before(asked->>'key');
    IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
    got := club_pick(people, who_card, asked->>'wallet', -units, present, true);
    IF got.lots IS NULL THEN
      RETURN club_refusal('units_insufficient', 'units',
        jsonb_build_object('wallet', asked->>'wallet', 'available', got.available, 'missing', -units - got.available));
    END IF;
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
    VALUES (b, 'adjust', asked->>'wallet', units, happened, present, asked->>'key', asked->'cause')
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
    IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
    FOR part IN SELECT * FROM unnest(got.lots, got.accounts, got.units) AS p (lot, account, units) LOOP
      PERFORM club_enter(t, part.account, part.lot, -part.units, 'adjusted', NULL);
    END LOOP;
    PERFORM club_apply(t);
    RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
  END $function$

FUNCTION club_apart() granted
  CREATE OR REPLACE FUNCTION public.club_apart()
   RETURNS bigint
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    RAISE EXCEPTION 'to be done one by one' USING ERRCODE = 'serialization_failure';
  END $function$

FUNCTION club_apply(t bigint) granted
  CREATE OR REPLACE FUNCTION public.club_apply(t bigint)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
  BEGIN
    WITH told AS MATERIALIZED (
      SELECT e.lot_id, sum(e.units)::bigint AS units,
             coalesce(sum(e.units) FILTER (WHERE e.against = 'expired'), 0)::bigint AS lapsed,
             coalesce(sum(e.units) FILTER (WHERE e.against = 'written-off'), 0)::bigint AS forgiven
      FROM club_entries e WHERE e.business_id = b AND e.transaction_id = t GROUP BY e.lot_id
    ), changed AS (
      UPDATE club_lots l SET remaining = l.remaining + told.units, expired = l.expired - told.lapsed,
                             written_off = l.written_off + told.forgiven, is_open = l.remaining + told.units <> 0
      FROM told WHERE l.business_id = b AND l.lot_id = told.lot_id RETURNING l.account_id, l.amount, told.units
    )
    UPDATE club_accounts a SET balance = a.balance + s.units, debt = a.debt - s.owed
    FROM (SELECT c.account_id, sum(c.units)::bigint AS units, coalesce(sum(c.units) FILTER (WHERE c.amount < 0), 0)::bigint AS owed
          FROM changed c GROUP BY c.account_id) s
    WHERE a.business_id = b AND a.account_id = s.account_id;
  END $function$

FUNCTION club_capture(p_hold bigint, asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_capture(p_hold bigint, asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b CONSTANT integer := this_business();
    happened CONSTANT timestamptz := club_instant(asked->'at');
    present CONSTANT timestamptz := club_instant(asked->'now');
    held club_holds;
    of_one jsonb;
    part jsonb;
    wanted bigint;
    units bigint;
    taken bigint;
    place integer;
    t bigint;
    account record;
    owner record;
    made bigint[] := '{}';
    answer jsonb := '[]';
  BEGIN
    SELECT * INTO held FROM club_holds h WHERE h.business_id = b AND h.hold_id = p_hold FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN club_refusal('hold_unknown', 'hold', jsonb_build_object('hold', p_hold)); END IF;
    IF held.state = 'captured' THEN
      IF asked ? 'claimsLater' THEN RAISE EXCEPTION 'hold % was captured before', p_hold; END IF;
      RETURN jsonb_build_object('value', coalesce((SELECT jsonb_agg(club_posted(x, false) ORDER BY n)
                                                   FROM unnest(held.transactions) WITH ORDINALITY AS o (x, n)), '[]'));
    END IF;
    IF held.until <= present THEN RETURN club_refusal('hold_expired', 'hold', jsonb_build_object('hold', p_hold)); END IF;
    IF held.state = 'released' THEN RETURN club_refusal('hold_released', 'hold', jsonb_build_object('hold', p_hold)); END IF;
    IF asked ? 'wallets' OR asked ? 'cards' THEN
      IF EXISTS (
        SELECT FROM (
          SELECT w.wallet, 0::bigint AS card, w.units FROM jsonb_to_recordset(asked->'wallets') AS w (wallet text, units bigint)
          UNION ALL SELECT 'gift-card', c.card, c.amount FROM jsonb_to_recordset(asked->'cards') AS c (card bigint, amount bigint)) w
        GROUP BY w.wallet, w.card
        HAVING min(w.units) < 0 OR sum(w.units) > coalesce((SELECT sum(g.u) FROM jsonb_to_recordset(held.lots) AS g (w text, c bigint, u bigint)
                                                            WHERE g.w = w.wallet AND g.c = w.card), 0)
      ) THEN
        RETURN club_refusal('capture_exceeds_hold', 'wallets', jsonb_build_object('hold', p_hold));
      END IF;
    END IF;
    -- All accounts of the person: what they earn in the same transaction then comes after no counter. Where no counter is come to
    -- and nothing is taken of an account, whoever earns locks them.
    IF held.person_id > 0 AND (held.lots <> '[]' OR NOT asked ? 'claimsLater') THEN
      PERFORM club_lock(club_people(held.person_id), '{}');
    END IF;
    IF held.lots @> '[{"w": "gift-card"}]' THEN
      PERFORM club_lock('{}', ARRAY(SELECT (g->>'c')::bigint FROM jsonb_array_elements(held.lots) AS g));
    END IF;
    FOR n IN 0..jsonb_array_length(held.lots) - 1 LOOP
      of_one := held.lots->n;
      wanted := club_wanted(asked, of_one->>'w', (of_one->>'c')::bigint, (of_one->>'u')::bigint);
      IF wanted > 0 THEN
        INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, hold_id, cause)
        VALUES (b, 'spend', of_one->>'w', -wanted, happened, present, p_hold, asked->'cause') RETURNING transaction_id INTO t;
        made := made || t;
      END IF;
      -- Taken in the order in which the lots were held; the rest is freed.
      units := wanted;
      place := 0;
      FOR i IN 0..jsonb_array_length(of_one->'p') - 1 LOOP
        part := of_one->'p'->i;
        taken := least(units, (part->>2)::bigint);
        UPDATE club_lots l SET remaining = l.remaining - taken, held = l.held - (part->>2)::bigint, is_open = l.remaining - taken <> 0
        WHERE l.business_id = b AND l.lot_id = (part->>0)::bigint;
        CONTINUE WHEN taken = 0;
        INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
        VALUES (b, t, place, (part->>1)::bigint, (part->>0)::bigint, -taken, 'redeemed');
        UPDATE club_accounts a SET balance = a.balance - taken WHERE a.business_id = b AND a.account_id = (part->>1)::bigint
        RETURNING a.person_id, a.card_id INTO account;
        IF place = 0 THEN owner := account; END IF;
        place := place + 1;
        units := units - taken;
      END LOOP;
      IF wanted > 0 THEN
        answer := answer || jsonb_build_object('transaction', t, 'wallet', of_one->>'w', 'units', -wanted, 'isNew', true,
          'holder', CASE WHEN owner.card_id > 0 THEN jsonb_build_object('kind', 'card', 'id', owner.card_id)
                         ELSE jsonb_build_object('kind', 'person', 'id', owner.person_id) END,
          'expired', 0, 'debt', 0, 'writtenOff', 0);
      END IF;
    END LOOP;
    IF held.claims <> '[]' AND NOT asked ? 'claimsLater' THEN
      INSERT INTO club_counters AS c (business_id, key, person_id, slot, used)
      SELECT b, p.k, p.p, p.s, p.n FROM jsonb_to_recordset(held.claims) AS p (k text, p bigint, s smallint, n bigint)
      ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held - excluded.used, used = c.used + excluded.used;
    END IF;
    UPDATE club_holds h SET state = 'captured', transactions = made WHERE h.business_id = b AND h.hold_id = p_hold;
    RETURN jsonb_build_object('value', answer);
  END $function$

FUNCTION club_credit(p_kind text, p_source text, p_person bigint, p_card bigint, p_people bigint[], p_wallet text, p_units bigint, p_from timestamp with time zone, p_until timestamp with time zone, p_at timestamp with time zone, p_now timestamp with time zone, p_cause jsonb, p_key text) granted
  CREATE OR REPLACE FUNCTION public.club_credit(p_kind text, p_source text, p_person bigint, p_card bigint, p_people bigint[], p_wallet text, p_units bigint, p_from timestamp with time zone, p_until timestamp with time zone, p_at timestamp with time zone, p_now timestamp with time zone, p_cause jsonb, p_key text)
   RETURNS jsonb
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
    t bigint;
    lot bigint;
    account record;
    all_of record;
    is_owed boolean;
  BEGIN
    IF p_units <= 0 THEN RAISE EXCEPTION 'a credit of % units', p_units; END IF;
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
    VALUES (b, p_kind, p_wallet, p_units, p_at, p_now, p_key, p_cause)
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
    IF t IS NULL THEN RETURN club_posted_before(p_key); END IF;
    account := club_account(p_person, p_card, p_wallet);
    is_owed := account.owed > 0;
    IF cardinality(p_people) > 1 THEN
      all_of := club_wallet(p_people, p_card, p_wallet);
      is_owed := all_of.owed > 0;
    END IF;
    IF is_owed THEN
      IF cardinality(p_people) <= 1 THEN all_of := club_wallet(ARRAY[p_person], p_card, p_wallet); END IF;
      lot := club_new_lot(t, account.id, p_units, p_source, NULL, p_at, p_from, p_until);
      PERFORM club_enter(t, account.id, lot, p_units, p_source, NULL);
      PERFORM club_absorb(t, all_of.ids, account.id, lot, p_units);
      PERFORM club_apply(t);
    ELSE
      INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
      VALUES (b, account.id, t, p_units, p_units, p_source, p_at, p_from, p_until, true) RETURNING lot_id INTO lot;
      INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
      VALUES (b, t, 0, account.id, lot, p_units, p_source);
      UPDATE club_accounts a SET balance = a.balance + p_units WHERE a.business_id = b AND a.account_id = account.id;
    END IF;
    RETURN jsonb_build_object('transaction', t, 'wallet', p_wallet, 'units', p_units, 'isNew', true,
      'holder', CASE WHEN p_card > 0 THEN jsonb_build_object('kind', 'card', 'id', p_card)
                     ELSE jsonb_build_object('kind', 'person', 'id', p_person) END,
      'expired', 0, 'debt', 0, 'writtenOff', 0);
  END $function$

FUNCTION club_earn(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_earn(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b CONSTANT integer := this_business();
    happened CONSTANT timestamptz := club_instant(asked->'at');
    present CONSTANT timestamptz := club_instant(asked->'now');
    who_person CONSTANT bigint := club_number(asked->'holder', 'person');
    who_card CONSTANT bigint := club_number(asked->'holder', 'card');
    people bigint[] := '{0}';
    wallets text[];
    owed bigint;
    credit jsonb;
    answer jsonb := '[]';
    repeats boolean;
  BEGIN
    IF who_person > 0 THEN
      people := club_people(who_person);
      IF people IS NULL THEN
        RAISE EXCEPTION 'person % was taken off', who_person USING ERRCODE = 'serialization_failure';
      END IF;
    END IF;
    IF cardinality(people) > 1 THEN
      PERFORM club_lock(people, '{}');
    ELSE
      SELECT array_agg(o.wallet), coalesce(sum(o.debt), 0) INTO wallets, owed
      FROM (SELECT a.wallet, a.debt FROM club_accounts a WHERE a.business_id = b AND a.person_id = who_person AND a.card_id = who_card
            ORDER BY a.account_id FOR NO KEY UPDATE) o;
    END IF;
    IF cardinality(people) > 1 OR owed > 0 OR asked @? '$.credits[*] ? (@.units <= 0 || !exists(@.key))' THEN
      FOR credit IN SELECT c FROM jsonb_array_elements(asked->'credits') AS c LOOP
        answer := answer || club_credit('earn', coalesce(credit->>'from', 'issued'), who_person, who_card, people, credit->>'wallet',
          (credit->>'units')::bigint, club_instant(credit->'availableFrom'), club_instant(credit->'expiresAt'), happened, present,
          credit->'cause', credit->>'key');
      END LOOP;
      RETURN jsonb_build_object('value', answer);
    END IF;
    -- As club_account has it: until the account is there, the person's own row is held.
    IF who_person > 0 THEN
      FOR n IN 0..jsonb_array_length(asked->'credits') - 1 LOOP
        CONTINUE WHEN asked->'credits'->n->>'wallet' = ANY(wallets);
        PERFORM FROM people p WHERE p.business_id = b AND p.person_id = who_person FOR KEY SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'person % was taken off', who_person USING ERRCODE = 'serialization_failure';
        END IF;
        EXIT;
      END LOOP;
    END IF;
    WITH want AS MATERIALIZED (
      SELECT c.* FROM ROWS FROM (jsonb_to_recordset(asked->'credits')
        AS (wallet text, units bigint, "availableFrom" float8, "expiresAt" float8, cause jsonb, key text, "from" text))
        WITH ORDINALITY AS c (wallet, units, starts, ends, cause, key, source, n)
    ), made AS (
      INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
      SELECT b, 'earn', w.wallet, w.units, happened, present, w.key, w.cause FROM want w ORDER BY w.n
      ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id, key
    ), told AS MATERIALIZED (
      SELECT w.*, m.transaction_id AS t FROM want w LEFT JOIN made m
        ON m.key = w.key AND NOT EXISTS (SELECT FROM want x WHERE x.key = w.key AND x.n < w.n)
    ), paid AS (
      INSERT INTO club_accounts AS a (business_id, person_id, card_id, wallet, balance)
      SELECT b, who_person, who_card, w.wallet, sum(w.units) FROM told w WHERE w.t IS NOT NULL GROUP BY w.wallet
      ON CONFLICT (business_id, person_id, card_id, wallet) DO UPDATE SET balance = a.balance + excluded.balance
      RETURNING a.account_id, a.wallet, a.debt
    ), lots AS (
      INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, at, available_from, expires_at, is_open)
      SELECT b, p.account_id, w.t, w.units, w.units, coalesce(w.source, 'issued'), happened, to_timestamp(w.starts / 1000),
             to_timestamp(w.ends / 1000), true
      FROM told w JOIN paid p USING (wallet) WHERE w.t IS NOT NULL ORDER BY w.n
      RETURNING lot_id, account_id, transaction_id, amount, source
    ), entered AS (
      INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
      SELECT b, l.transaction_id, 0, l.account_id, l.lot_id, l.amount, l.source FROM lots l
    )
    SELECT coalesce(jsonb_agg(CASE WHEN w.t IS NOT NULL THEN jsonb_build_object(
             'transaction', w.t, 'wallet', w.wallet, 'units', w.units, 'isNew', true,
             'holder', CASE WHEN who_card > 0 THEN jsonb_build_object('kind', 'card', 'id', who_card)
                            ELSE jsonb_build_object('kind', 'person', 'id', who_person) END,
             'expired', 0, 'debt', 0, 'writtenOff', 0) END ORDER BY w.n), '[]'),
           coalesce(bool_or(w.t IS NULL), false), (SELECT sum(p.debt) FROM paid p)
      INTO answer, repeats, owed FROM told w;
    IF owed > 0 THEN
      RAISE EXCEPTION 'an account came to owe something when it was made' USING ERRCODE = 'serialization_failure';
    END IF;
    IF repeats THEN
      FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
        CONTINUE WHEN answer->n <> 'null';
        answer := jsonb_set(answer, ARRAY[n::text], club_posted_before(asked->'credits'->n->>'key'));
      END LOOP;
    END IF;
    RETURN jsonb_build_object('value', answer);
  END $function$

FUNCTION club_enter(t bigint, p_account bigint, p_lot bigint, p_units bigint, p_against text, p_for bigint) granted
  CREATE OR REPLACE FUNCTION public.club_enter(t bigint, p_account bigint, p_lot bigint, p_units bigint, p_against text, p_for bigint)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    IF p_units = 0 THEN RETURN; END IF;
    INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against, for_lot)
    SELECT this_business(), t, coalesce(max(e.place) + 1, 0), p_account, p_lot, p_units, p_against, p_for
    FROM club_entries e WHERE e.business_id = this_business() AND e.transaction_id = t;
  END $function$

FUNCTION club_expire(p_now timestamp with time zone, p_most integer) granted
  CREATE OR REPLACE FUNCTION public.club_expire(p_now timestamp with time zone, p_most integer)
   RETURNS TABLE(posted bigint, person bigint, card bigint, of_wallet text, expired bigint, lots bigint, ended timestamp with time zone)
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    chosen bigint[];
    touched bigint[];
  BEGIN
    SELECT array_agg(d.lot_id), array_agg(DISTINCT d.account_id) INTO chosen, touched FROM (
      SELECT l.lot_id, l.account_id FROM club_lots l
      WHERE l.business_id = b AND l.is_open AND l.expires_at <= p_now AND l.remaining > l.held
      ORDER BY l.expires_at, l.account_id LIMIT p_most) d;
    IF chosen IS NULL THEN RETURN; END IF;
    PERFORM FROM club_accounts a WHERE a.business_id = b AND a.account_id = ANY(touched) ORDER BY a.account_id FOR NO KEY UPDATE;
    RETURN QUERY
    WITH numbered AS (
      SELECT l.lot_id, l.account_id, l.expires_at, l.remaining - l.held AS units,
             row_number() OVER (PARTITION BY l.account_id, l.expires_at ORDER BY l.lot_id) - 1 AS place
      FROM club_lots l
      -- In a form that leaves no choice but the primary key: the index of what is due would lead through all of it again.
      WHERE l.business_id = b AND l.lot_id = ANY(chosen) AND (l.expires_at <= p_now) IS TRUE AND l.remaining > l.held
    ), drawn AS MATERIALIZED (
      SELECT n.*, CASE WHEN n.place = 0 THEN nextval('club_transactions_transaction_id_seq') END AS own FROM numbered n
    ), due AS MATERIALIZED (
      SELECT d.lot_id, d.account_id, d.expires_at, d.units, d.place, max(d.own) OVER (PARTITION BY d.account_id, d.expires_at) AS t
      FROM drawn d
    ), deeds AS MATERIALIZED (
      SELECT d.t, d.account_id, d.expires_at, sum(d.units)::bigint AS units, count(*) AS lots FROM due d
      GROUP BY d.t, d.account_id, d.expires_at
    ), lowered AS (
      UPDATE club_lots l SET remaining = l.remaining - d.units, expired = l.expired + d.units, is_open = l.remaining - d.units <> 0
      FROM due d WHERE l.business_id = b AND l.lot_id = d.lot_id
    ), entered AS (
      INSERT INTO club_entries (business_id, transaction_id, place, account_id, lot_id, units, against)
      SELECT b, d.t, d.place, d.account_id, d.lot_id, -d.units, 'expired' FROM due d
    ), balanced AS (
      UPDATE club_accounts a SET balance = a.balance - s.units
      FROM (SELECT x.account_id, sum(x.units)::bigint AS units FROM deeds x GROUP BY x.account_id) s
      WHERE a.business_id = b AND a.account_id = s.account_id
    ), told AS (
      INSERT INTO club_transactions (business_id, transaction_id, kind, wallet, units, at, posted_at, cause)
      OVERRIDING SYSTEM VALUE
      SELECT b, x.t, 'expire', a.wallet, -x.units, x.expires_at, p_now, '{"kind": "expiry"}'
      FROM deeds x JOIN club_accounts a ON a.business_id = b AND a.account_id = x.account_id
    )
    SELECT x.t, a.person_id, a.card_id, a.wallet, x.units, x.lots, x.expires_at
    FROM deeds x JOIN club_accounts a ON a.business_id = b AND a.account_id = x.account_id ORDER BY x.t;
  END $function$

FUNCTION club_fill(t bigint, p_lot bigint, p_free bigint, p_now timestamp with time zone, ids bigint[]) granted
  CREATE OR REPLACE FUNCTION public.club_fill(t bigint, p_lot bigint, p_free bigint, p_now timestamp with time zone, ids bigint[])
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
    lot club_lots;
    charge record;
    moved bigint;
  BEGIN
    SELECT * INTO lot FROM club_lots l WHERE l.business_id = b AND l.lot_id = p_lot;
    FOR charge IN
      SELECT l.lot_id, l.account_id, l.amount, c.paid FROM (
        SELECT e.lot_id, -sum(e.units)::bigint AS paid FROM club_entries e
        WHERE e.business_id = b AND e.for_lot = p_lot GROUP BY e.lot_id HAVING sum(e.units) < 0) c
      JOIN club_lots l ON l.business_id = b AND l.lot_id = c.lot_id
      ORDER BY l.amount > 0, l.lot_id DESC
    LOOP
      moved := least(p_free, charge.paid);
      EXIT WHEN moved = 0;
      PERFORM club_enter(t, lot.account_id, p_lot, -moved, 'settled', NULL);
      PERFORM club_enter(t, charge.account_id, charge.lot_id, moved, 'settled', p_lot);
      IF charge.amount > 0 THEN PERFORM club_fill(t, charge.lot_id, moved, p_now, ids); END IF;
      p_free := p_free - moved;
    END LOOP;
    -- The same lot may be come to twice in one transaction.
    moved := least(p_free, lot.written_off + (
      SELECT coalesce(sum(e.units), 0) FROM club_entries e
      WHERE e.business_id = b AND e.transaction_id = t AND e.lot_id = p_lot AND e.against = 'written-off'));
    PERFORM club_enter(t, lot.account_id, p_lot, -moved, 'written-off', NULL);
    p_free := p_free - moved;
    IF lot.expires_at <= p_now THEN
      PERFORM club_enter(t, lot.account_id, p_lot, -p_free, 'expired', NULL);
    ELSIF p_free > 0 THEN
      PERFORM club_absorb(t, ids, lot.account_id, p_lot, p_free);
    END IF;
  END $function$

FUNCTION club_free_slot(p_key text, p_add bigint, p_limit bigint) granted
  CREATE OR REPLACE FUNCTION public.club_free_slot(p_key text, p_add bigint, p_limit bigint)
   RETURNS smallint
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    mine CONSTANT integer := pg_backend_pid() & 63;
    place smallint;
  BEGIN
    SELECT c.slot INTO place FROM club_counters c
    WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = 0 AND c.slot = mine AND c.dealt IS NOT DISTINCT FROM p_limit
      AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
    LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF FOUND THEN RETURN place; END IF;
    SELECT c.slot INTO place FROM club_counters c
    WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = 0 AND c.dealt IS NOT DISTINCT FROM p_limit
      AND (c.quota IS NULL OR c.quota - c.used - c.held >= p_add)
    ORDER BY c.slot # mine LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RAISE EXCEPTION 'no slot is free' USING ERRCODE = 'CLUB2'; END IF;
    RETURN place;
  EXCEPTION WHEN SQLSTATE 'CLUB2' THEN RETURN NULL;
  END $function$

FUNCTION club_give_back(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_give_back(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    spent_by CONSTANT bigint := (asked->>'spend')::bigint;
    rest bigint := (asked->>'units')::bigint;
    present CONSTANT timestamptz := club_instant(asked->'now');
    spent club_transactions;
    who record;
    all_of record;
    repeated jsonb;
    given bigint;
    t bigint;
    part record;
    free bigint;
  BEGIN
    IF rest <= 0 THEN RAISE EXCEPTION 'a giving back of % units', rest; END IF;
    SELECT * INTO spent FROM club_transactions x WHERE x.business_id = b AND x.transaction_id = spent_by AND x.kind = 'spend';
    IF NOT FOUND THEN RETURN club_refusal('spend_unknown', 'spend', jsonb_build_object('spend', spent_by)); END IF;
    who := club_lock_of(spent_by);
    repeated := club_posted_before(asked->>'key');
    IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
    SELECT coalesce(sum(x.units), 0) INTO given FROM club_transactions x
    WHERE x.business_id = b AND x.reverses = spent_by AND x.kind = 'give-back';
    IF given + rest > -spent.units THEN
      RETURN club_refusal('give_back_exceeds_spent', 'units', jsonb_build_object('left', -spent.units - given));
    END IF;
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, reverses, cause)
    VALUES (b, 'give-back', spent.wallet, rest, club_instant(asked->'at'), present, asked->>'key', spent_by, asked->'cause')
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
    IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
    all_of := club_wallet(who.people, who.card, spent.wallet);
    -- What was given back before filled the lots taken last, so the same units are passed over here.
    FOR part IN
      SELECT l.lot_id, l.account_id, least(-e.units, greatest(0, e.upto - given)) AS room
      FROM (SELECT x.lot_id, x.units, -sum(x.units) OVER (ORDER BY x.place DESC) AS upto, x.place
            FROM club_entries x WHERE x.business_id = b AND x.transaction_id = spent_by) e
      JOIN club_lots l ON l.business_id = b AND l.lot_id = e.lot_id
      ORDER BY e.place DESC
    LOOP
      free := least(rest, part.room);
      CONTINUE WHEN free <= 0;
      rest := rest - free;
      PERFORM club_enter(t, part.account_id, part.lot_id, free, 'redeemed', NULL);
      PERFORM club_fill(t, part.lot_id, free, present, all_of.ids);
      EXIT WHEN rest = 0;
    END LOOP;
    PERFORM club_apply(t);
    RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
  END $function$

FUNCTION club_held(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_held(asked jsonb)
   RETURNS bigint
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    answer CONSTANT jsonb := club_hold(asked);
  BEGIN
    IF answer ? 'refused' THEN
      RAISE EXCEPTION 'what was to be kept aside was taken' USING ERRCODE = 'serialization_failure', DETAIL = answer->>'refused';
    END IF;
    RETURN (answer->'value'->>'hold')::bigint;
  END $function$

FUNCTION club_hold(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_hold(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b CONSTANT integer := this_business();
    present CONSTANT timestamptz := club_instant(asked->'now');
    person CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
    wallets CONSTANT integer := jsonb_array_length(asked->'wallets');
    cards CONSTANT integer := jsonb_array_length(asked->'cards');
    people bigint[] := '{}';
    want jsonb;
    of_wallet text;
    of_card bigint;
    count_of bigint;
    bound bigint;
    counter text;
    got record;
    refused jsonb;
    parts jsonb;
    lots jsonb;
    claims jsonb;
    held_lots bigint[];
    held_units bigint[];
    id bigint;
  BEGIN
    IF person > 0 THEN
      people := club_people(person);
      IF people IS NULL THEN RETURN club_refusal('person_unknown', 'person', jsonb_build_object('id', person)); END IF;
    END IF;
    IF cards > 0 THEN
      PERFORM club_lock(people, ARRAY(SELECT (c->>'card')::bigint FROM jsonb_array_elements(asked->'cards') AS c));
    ELSIF wallets > 0 THEN
      PERFORM club_lock(people, '{}');
    END IF;
    FOR attempt IN 1..2 LOOP
      refused := NULL;
      lots := '[]';
      claims := '[]';
      held_lots := '{}';
      held_units := '{}';
      FOR n IN 0..wallets + cards - 1 LOOP
        IF n < wallets THEN
          want := asked->'wallets'->n;
          of_wallet := want->>'wallet';
          of_card := 0;
          count_of := (want->>'units')::bigint;
        ELSE
          want := asked->'cards'->(n - wallets);
          of_wallet := 'gift-card';
          of_card := (want->>'card')::bigint;
          count_of := (want->>'amount')::bigint;
        END IF;
        CONTINUE WHEN count_of = 0;
        IF count_of < 0 THEN RAISE EXCEPTION 'a hold of % units', count_of; END IF;
        got := club_pick(CASE WHEN of_card > 0 THEN '{0}'::bigint[] ELSE people END, of_card, of_wallet, count_of, present, false);
        IF got.lots IS NULL THEN
          refused := CASE
            WHEN of_card > 0 THEN club_refusal('card_insufficient', 'cards',
              jsonb_build_object('card', of_card, 'available', got.available, 'missing', count_of - got.available))
            ELSE club_refusal('units_insufficient', 'wallets',
              jsonb_build_object('wallet', of_wallet, 'available', got.available, 'missing', count_of - got.available)) END;
          EXIT;
        END IF;
        parts := '[]';
        FOR i IN 1..cardinality(got.lots) LOOP
          parts := parts || jsonb_build_array(jsonb_build_array(got.lots[i], got.accounts[i], got.units[i]));
        END LOOP;
        lots := lots || jsonb_build_object('w', of_wallet, 'c', of_card, 'u', count_of, 'p', parts);
        held_lots := held_lots || got.lots;
        held_units := held_units || got.units;
      END LOOP;
      IF refused IS NULL THEN
        FOR n IN 0..jsonb_array_length(asked->'claims') - 1 LOOP
          want := asked->'claims'->n;
          count_of := (want->>'add')::bigint;
          CONTINUE WHEN count_of = 0;
          IF count_of < 0 OR (want->>'of' = 'person' AND person = 0) THEN RAISE EXCEPTION 'a claim of nobody or of nothing: %', want; END IF;
          counter := want->>'key';
          bound := (want->>'limit')::bigint;
          IF want->>'of' = 'person' THEN
            got := club_own_room(counter, people, count_of, bound);
          ELSE
            got := club_room(counter, count_of, bound);
          END IF;
          IF got.place IS NULL THEN
            refused := club_refusal('counter_full', 'claims', jsonb_build_object('key', counter, 'left', got.room));
            EXIT;
          END IF;
          claims := claims || jsonb_build_object('k', counter, 'p', CASE WHEN want->>'of' = 'person' THEN people[1] ELSE 0 END,
                                                 's', got.place, 'n', count_of);
        END LOOP;
      END IF;
      EXIT WHEN refused IS NULL OR attempt = 2 OR club_release_due(present, 100) = 0;
    END LOOP;
    IF refused IS NOT NULL THEN RETURN refused; END IF;
    FOR i IN 1..cardinality(held_lots) LOOP
      UPDATE club_lots l SET held = l.held + held_units[i] WHERE l.business_id = b AND l.lot_id = held_lots[i];
    END LOOP;
    -- All of them are there and locked.
    IF claims <> '[]' THEN
      INSERT INTO club_counters AS c (business_id, key, person_id, slot, held)
      SELECT b, p.k, p.p, p.s, p.n FROM jsonb_to_recordset(claims) AS p (k text, p bigint, s smallint, n bigint)
      ON CONFLICT (business_id, key, person_id, slot) DO UPDATE SET held = c.held + excluded.held;
    END IF;
    INSERT INTO club_holds (business_id, person_id, state, until, purpose, key, lots, claims)
    VALUES (b, person, 'open', coalesce(club_instant(asked->'until'), 'infinity'), asked->>'purpose', asked->>'key', lots, claims)
    RETURNING hold_id INTO id;
    RETURN jsonb_build_object('value', jsonb_build_object('hold', id));
  END $function$

FUNCTION club_instant(ms jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_instant(ms jsonb)
   RETURNS timestamp with time zone
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  RETURN to_timestamp(((NULLIF(ms, 'null'::jsonb))::double precision / (1000)::double precision))

FUNCTION club_lock(people bigint[], cards bigint[]) granted
  CREATE OR REPLACE FUNCTION public.club_lock(people bigint[], cards bigint[])
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
  BEGIN
    IF cardinality(people) > 0 THEN
      PERFORM FROM club_accounts a WHERE a.business_id = b AND a.person_id = ANY(people) AND a.card_id = 0
      ORDER BY a.account_id FOR NO KEY UPDATE;
    END IF;
    IF cardinality(cards) > 0 THEN
      PERFORM FROM club_accounts a WHERE a.business_id = b AND a.person_id = 0 AND a.card_id = ANY(cards)
      ORDER BY a.account_id FOR NO KEY UPDATE;
    END IF;
  END $function$

FUNCTION club_lock_of(t bigint, OUT people bigint[], OUT card bigint) granted
  CREATE OR REPLACE FUNCTION public.club_lock_of(t bigint, OUT people bigint[], OUT card bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    owner record;
  BEGIN
    people := '{0}';
    card := 0;
    FOR owner IN
      SELECT DISTINCT a.person_id, a.card_id FROM club_entries e
      JOIN club_accounts a ON a.business_id = e.business_id AND a.account_id = e.account_id
      WHERE e.business_id = this_business() AND e.transaction_id = t
    LOOP
      IF owner.card_id > 0 THEN card := owner.card_id; ELSE people := people || club_people(owner.person_id); END IF;
    END LOOP;
    people := ARRAY(SELECT DISTINCT p FROM unnest(people) AS p ORDER BY 1);
    PERFORM club_lock(people, CASE WHEN card > 0 THEN ARRAY[card] ELSE '{}' END);
  END $function$

FUNCTION club_new_lot(t bigint, p_account bigint, p_amount bigint, p_source text, p_for bigint, p_at timestamp with time zone, p_from timestamp with time zone, p_until timestamp with time zone) granted
  CREATE OR REPLACE FUNCTION public.club_new_lot(t bigint, p_account bigint, p_amount bigint, p_source text, p_for bigint, p_at timestamp with time zone, p_from timestamp with time zone, p_until timestamp with time zone)
   RETURNS bigint
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    id bigint;
  BEGIN
    INSERT INTO club_lots (business_id, account_id, transaction_id, amount, remaining, source, for_lot, at, available_from, expires_at, is_open)
    VALUES (this_business(), p_account, t, p_amount, 0, p_source, p_for, p_at, p_from, p_until, false) RETURNING lot_id INTO id;
    RETURN id;
  END $function$

FUNCTION club_number(holder jsonb, kind text) granted
  CREATE OR REPLACE FUNCTION public.club_number(holder jsonb, kind text)
   RETURNS bigint
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN ((holder ->> 'kind'::text) = kind) THEN ((holder ->> 'id'::text))::bigint ELSE (0)::bigint END

FUNCTION club_origin(lot bigint) granted
  CREATE OR REPLACE FUNCTION public.club_origin(lot bigint)
   RETURNS bigint
   LANGUAGE plpgsql
   STABLE
  AS $function$
  DECLARE
    b integer := this_business();
    here bigint := lot;
    one record;
    further bigint;
  BEGIN
    LOOP
      SELECT l.amount < 0 AS is_debt, l.for_lot, l.source, l.transaction_id INTO one FROM club_lots l
      WHERE l.business_id = b AND l.lot_id = here;
      IF one.is_debt THEN
        further := one.for_lot;
      ELSIF one.source = 'transferred' THEN
        SELECT g.lot_id INTO further FROM club_entries t JOIN club_entries g
          ON g.business_id = b AND g.transaction_id = t.transaction_id AND g.place = t.place - 1
        WHERE t.business_id = b AND t.transaction_id = one.transaction_id AND t.lot_id = here AND t.against = 'transferred' AND t.units > 0;
      ELSE
        RETURN here;
      END IF;
      IF further IS NULL THEN RETURN here; END IF;
      here := further;
    END LOOP;
  END $function$

FUNCTION club_own_room(p_key text, p_people bigint[], p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint) granted
  CREATE OR REPLACE FUNCTION public.club_own_room(p_key text, p_people bigint[], p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b CONSTANT integer := this_business();
    taken bigint;
    is_there boolean;
  BEGIN
    LOOP
      SELECT sum(s.used + s.held), bool_or(s.person_id = p_people[1]) INTO taken, is_there
      FROM (SELECT c.person_id, c.used, c.held FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = ANY(p_people)
            ORDER BY c.person_id FOR NO KEY UPDATE) s;
      EXIT WHEN is_there;
      INSERT INTO club_counters (business_id, key, person_id, slot) VALUES (b, p_key, p_people[1], 0)
      ON CONFLICT (business_id, key, person_id, slot) DO NOTHING;
      -- Whoever made it holds it, and nobody else had any.
      IF FOUND AND cardinality(p_people) = 1 THEN
        taken := 0;
        EXIT;
      END IF;
    END LOOP;
    room := p_limit - taken;
    IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
    place := 0;
  END $function$

FUNCTION club_people(person bigint) granted
  CREATE OR REPLACE FUNCTION public.club_people(person bigint)
   RETURNS bigint[]
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
    ids bigint[];
  BEGIN
    SELECT coalesce(p.merged_into, p.person_id) || ARRAY(
        SELECT o.person_id FROM people o WHERE o.business_id = b AND o.merged_into = coalesce(p.merged_into, p.person_id) ORDER BY 1)
      INTO ids FROM people p WHERE p.business_id = b AND p.person_id = person;
    RETURN ids;
  END $function$

FUNCTION club_pick(p_people bigint[], p_card bigint, p_wallet text, p_units bigint, p_now timestamp with time zone, p_pending boolean, OUT lots bigint[], OUT accounts bigint[], OUT units bigint[], OUT available bigint) granted
  CREATE OR REPLACE FUNCTION public.club_pick(p_people bigint[], p_card bigint, p_wallet text, p_units bigint, p_now timestamp with time zone, p_pending boolean, OUT lots bigint[], OUT accounts bigint[], OUT units bigint[], OUT available bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
    ids bigint[];
    owed bigint;
    lot record;
    missing bigint := p_units;
  BEGIN
    SELECT array_agg(a.account_id), coalesce(sum(a.debt), 0) INTO ids, owed FROM club_accounts a
    WHERE a.business_id = b AND a.person_id = ANY(p_people) AND a.card_id = p_card AND a.wallet = p_wallet;
    lots := '{}'; accounts := '{}'; units := '{}'; available := 0;
    FOR lot IN
      SELECT l.lot_id, l.account_id, l.remaining - l.held AS free FROM club_lots l
      WHERE l.business_id = b AND l.account_id = ANY(ids) AND l.is_open AND l.amount > 0 AND l.remaining > l.held
        AND (l.expires_at IS NULL OR l.expires_at > p_now) AND (p_pending OR l.available_from <= p_now)
      ORDER BY l.available_from > p_now, l.expires_at, l.at, l.lot_id
    LOOP
      available := available + lot.free;
      IF missing > 0 THEN
        lots := lots || lot.lot_id;
        accounts := accounts || lot.account_id;
        units := units || least(missing, lot.free);
        missing := missing - least(missing, lot.free);
      END IF;
      EXIT WHEN missing = 0 AND available >= p_units + owed;
    END LOOP;
    available := greatest(0, available - owed);
    IF available < p_units THEN lots := NULL; END IF;
  END $function$

FUNCTION club_posted(t bigint, is_new boolean) granted
  CREATE OR REPLACE FUNCTION public.club_posted(t bigint, is_new boolean)
   RETURNS jsonb
   LANGUAGE sql
   STABLE
  AS $function$
    SELECT jsonb_build_object('transaction', x.transaction_id, 'wallet', x.wallet, 'units', x.units, 'isNew', is_new,
      'holder', (SELECT CASE WHEN a.card_id > 0 THEN jsonb_build_object('kind', 'card', 'id', a.card_id)
                             ELSE jsonb_build_object('kind', 'person', 'id', a.person_id) END
                 FROM club_entries e JOIN club_accounts a ON a.business_id = e.business_id AND a.account_id = e.account_id
                 WHERE e.business_id = x.business_id AND e.transaction_id = t ORDER BY e.place LIMIT 1),
      'expired', s.expired, 'debt', s.debt, 'writtenOff', s.written_off)
    FROM club_transactions x, LATERAL (
      SELECT greatest(0, -coalesce(sum(e.units) FILTER (WHERE e.against = 'expired'), 0)) AS expired,
             greatest(0, coalesce(sum(e.units) FILTER (WHERE e.against = 'written-off'), 0)) AS written_off,
             -coalesce(sum(e.units) FILTER (WHERE e.units < 0 AND l.amount < 0), 0) AS debt
      FROM club_entries e JOIN club_lots l ON l.business_id = e.business_id AND l.lot_id = e.lot_id
      WHERE e.business_id = x.business_id AND e.transaction_id = t) s
    WHERE x.business_id = this_business() AND x.transaction_id = t
  $function$

FUNCTION club_posted_before(p_key text) granted
  CREATE OR REPLACE FUNCTION public.club_posted_before(p_key text)
   RETURNS jsonb
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    t bigint;
  BEGIN
    SELECT x.transaction_id INTO t FROM club_transactions x WHERE x.business_id = this_business() AND x.key = p_key;
    RETURN CASE WHEN t IS NOT NULL THEN club_posted(t, false) END;
  END $function$

FUNCTION club_prolong(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_prolong(asked jsonb)
   RETURNS void
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    who_person CONSTANT bigint := club_number(asked->'holder', 'person');
    who_card CONSTANT bigint := club_number(asked->'holder', 'card');
    people bigint[] := '{0}';
  BEGIN
    IF who_person > 0 THEN people := coalesce(club_people(who_person), '{}'); END IF;
    PERFORM club_lock(people, ARRAY[who_card]);
    UPDATE club_lots l SET expires_at = club_instant(asked->'expiresAt')
    WHERE l.business_id = this_business() AND l.is_open AND l.amount > 0
      AND l.account_id = ANY((club_wallet(people, who_card, asked->>'wallet')).ids)
      AND l.expires_at > club_instant(asked->'now') AND l.expires_at < club_instant(asked->'expiresAt');
  END $function$

FUNCTION club_refusal(code text, field text, detail jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_refusal(code text, field text, detail jsonb)
   RETURNS jsonb
   LANGUAGE sql
   IMMUTABLE PARALLEL SAFE
  RETURN jsonb_build_object('refused', jsonb_strip_nulls(jsonb_build_object('code', code, 'field', field, 'detail', detail)))

FUNCTION club_release(p_hold bigint) granted
  CREATE OR REPLACE FUNCTION public.club_release(p_hold bigint)
   RETURNS void
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    held club_holds;
    part record;
  BEGIN
    SELECT * INTO held FROM club_holds h WHERE h.business_id = b AND h.hold_id = p_hold AND h.state = 'open' FOR NO KEY UPDATE;
    IF NOT FOUND THEN RETURN; END IF;
    FOR part IN
      SELECT (p->>0)::bigint AS lot, (p->>2)::bigint AS units FROM jsonb_array_elements(held.lots) AS g, jsonb_array_elements(g->'p') AS p
      ORDER BY 1
    LOOP
      UPDATE club_lots l SET held = l.held - part.units WHERE l.business_id = b AND l.lot_id = part.lot;
    END LOOP;
    FOR part IN SELECT * FROM jsonb_to_recordset(held.claims) AS p (k text, p bigint, s smallint, n bigint) LOOP
      UPDATE club_counters c SET held = c.held - part.n
      WHERE c.business_id = b AND c.key = part.k AND c.person_id = part.p AND c.slot = part.s;
    END LOOP;
    UPDATE club_holds h SET state = 'released' WHERE h.business_id = b AND h.hold_id = p_hold;
  END $function$

FUNCTION club_release_due(p_now timestamp with time zone, p_most integer) granted
  CREATE OR REPLACE FUNCTION public.club_release_due(p_now timestamp with time zone, p_most integer)
   RETURNS integer
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    due bigint;
    freed integer := 0;
  BEGIN
    FOR due IN
      SELECT h.hold_id FROM club_holds h WHERE h.business_id = this_business() AND h.state = 'open' AND h.until <= p_now
      ORDER BY h.until LIMIT p_most FOR NO KEY UPDATE SKIP LOCKED
    LOOP
      PERFORM club_release(due);
      freed := freed + 1;
    END LOOP;
    RETURN freed;
  END $function$

FUNCTION club_room(p_key text, p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint) granted
  CREATE OR REPLACE FUNCTION public.club_room(p_key text, p_add bigint, p_limit bigint, OUT place smallint, OUT room bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    b integer := this_business();
    most_slots CONSTANT integer := 64;
    taken bigint;
    slots integer;
    met boolean;
    wanted integer;
  BEGIN
    place := club_free_slot(p_key, p_add, p_limit);
    IF place IS NOT NULL THEN RETURN; END IF;
    -- Full already, as far as everybody who has committed goes: nobody has to wait to hear it.
    SELECT p_limit - sum(c.used + c.held) INTO room FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0;
    IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
    INSERT INTO club_counters (business_id, key, person_id, slot, quota, dealt) VALUES (b, p_key, 0, 0, p_limit, p_limit)
    ON CONFLICT (business_id, key, person_id, slot) DO NOTHING;
    -- Slots are added by whoever holds the first one, so what the next statement sees is all of them.
    PERFORM FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0 AND c.slot = 0 FOR NO KEY UPDATE;
    SELECT count(*), sum(s.used + s.held), bool_or(s.dealt IS NOT DISTINCT FROM p_limit AND (s.quota IS NULL OR s.quota - s.used - s.held >= p_add))
      INTO slots, taken, met
    FROM (SELECT c.* FROM club_counters c WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0 ORDER BY c.slot FOR NO KEY UPDATE) s;
    room := p_limit - taken;
    IF room < p_add THEN room := greatest(0, room); RETURN; END IF;
    wanted := CASE WHEN met AND taken > 0 THEN 2 * slots ELSE slots END;
    wanted := greatest(1, least(most_slots, wanted, coalesce(room / (8 * greatest(p_add, 1)), most_slots)));
    INSERT INTO club_counters (business_id, key, person_id, slot)
    SELECT b, p_key, 0, g FROM generate_series(slots, wanted - 1) AS g;
    UPDATE club_counters c SET dealt = p_limit,
      quota = c.used + c.held + CASE WHEN c.slot < wanted THEN room / wanted + CASE WHEN c.slot = 0 THEN room % wanted ELSE 0 END ELSE 0 END
    WHERE c.business_id = b AND c.key = p_key AND c.person_id = 0;
    place := 0;
  END $function$

FUNCTION club_spend(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_spend(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    before bigint;
    held jsonb;
  BEGIN
    -- Who asks a second time at the same moment waits for the first, and then finds what it did.
    PERFORM pg_advisory_xact_lock(this_business(), hashtext(asked->>'key'));
    SELECT h.hold_id INTO before FROM club_holds h WHERE h.business_id = this_business() AND h.key = asked->>'key';
    IF before IS NULL THEN
      held := club_hold(asked);
      IF held ? 'refused' THEN RETURN held; END IF;
      before := (held->'value'->>'hold')::bigint;
    END IF;
    RETURN club_capture(before, asked - 'wallets' - 'cards');
  END $function$

FUNCTION club_take_back(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_take_back(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    units CONSTANT bigint := (asked->>'units')::bigint;
    present CONSTANT timestamptz := club_instant(asked->'now');
    happened CONSTANT timestamptz := club_instant(asked->'at');
    earned club_transactions;
    lot club_lots;
    who record;
    all_of record;
    other record;
    repeated jsonb;
    t bigint;
    debt bigint;
    part bigint;
    rest bigint;
  BEGIN
    IF units <= 0 THEN RAISE EXCEPTION 'a taking back of % units', units; END IF;
    SELECT * INTO earned FROM club_transactions x WHERE x.business_id = b AND x.key = asked->>'earned' AND x.kind IN ('earn', 'adjust') AND x.units > 0;
    IF NOT FOUND THEN RETURN club_refusal('credit_unknown', 'earned', jsonb_build_object('key', left(asked->>'earned', 300))); END IF;
    who := club_lock_of(earned.transaction_id);
    repeated := club_posted_before(asked->>'key');
    IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
    -- What was held for too long is there to be taken, and is neither owed nor written off.
    PERFORM club_release_due(present, 100);
    SELECT l.* INTO lot FROM club_lots l WHERE l.business_id = b AND l.lot_id = (
      SELECT e.lot_id FROM club_entries e WHERE e.business_id = b AND e.transaction_id = earned.transaction_id AND e.place = 0);
    IF lot.reversed + units > lot.amount THEN
      RETURN club_refusal('take_back_exceeds_earned', 'units', jsonb_build_object('left', lot.amount - lot.reversed));
    END IF;
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, reverses, cause)
    VALUES (b, 'take-back', earned.wallet, -units, happened, present, asked->>'key', earned.transaction_id, asked->'cause')
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
    IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
    UPDATE club_lots l SET reversed = l.reversed + units WHERE l.business_id = b AND l.lot_id = lot.lot_id;
    PERFORM club_enter(t, lot.account_id, lot.lot_id, -units, lot.source, NULL);
    rest := units - least(units, lot.remaining - lot.held);
    -- What has expired is gone already: it counts as taken back and no longer as expired.
    part := least(rest, lot.expired);
    PERFORM club_enter(t, lot.account_id, lot.lot_id, part, 'expired', NULL);
    rest := rest - part;
    all_of := club_wallet(who.people, who.card, earned.wallet);
    IF rest > 0 THEN
      FOR other IN
        SELECT l.lot_id, l.account_id, l.remaining - l.held AS free FROM club_lots l
        WHERE l.business_id = b AND l.account_id = ANY(all_of.ids) AND l.is_open AND l.amount > 0 AND l.remaining > l.held
          AND l.lot_id <> lot.lot_id AND (l.expires_at IS NULL OR l.expires_at > present)
        ORDER BY l.available_from > present, l.expires_at, l.at, l.lot_id
      LOOP
        part := least(rest, other.free);
        PERFORM club_enter(t, lot.account_id, lot.lot_id, part, 'settled', NULL);
        PERFORM club_enter(t, other.account_id, other.lot_id, -part, 'settled', lot.lot_id);
        rest := rest - part;
        EXIT WHEN rest = 0;
      END LOOP;
    END IF;
    IF rest > 0 AND asked->>'negative' = 'allow' THEN
      debt := club_new_lot(t, lot.account_id, -rest, 'settled', lot.lot_id, happened, happened, NULL);
      PERFORM club_enter(t, lot.account_id, lot.lot_id, rest, 'settled', NULL);
      PERFORM club_enter(t, lot.account_id, debt, -rest, 'settled', lot.lot_id);
    ELSE
      PERFORM club_enter(t, lot.account_id, lot.lot_id, rest, 'written-off', NULL);
    END IF;
    PERFORM club_apply(t);
    RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
  END $function$

FUNCTION club_transfer(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_transfer(asked jsonb)
   RETURNS jsonb
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    units CONSTANT bigint := (asked->>'units')::bigint;
    present CONSTANT timestamptz := club_instant(asked->'now');
    giver_person CONSTANT bigint := club_number(asked->'from', 'person');
    giver_card CONSTANT bigint := club_number(asked->'from', 'card');
    taker_person CONSTANT bigint := club_number(asked->'to', 'person');
    taker_card CONSTANT bigint := club_number(asked->'to', 'card');
    givers bigint[] := '{0}';
    takers bigint[] := '{0}';
    account record;
    all_of record;
    got record;
    part record;
    repeated jsonb;
    t bigint;
    lot bigint;
  BEGIN
    IF units <= 0 THEN RAISE EXCEPTION 'a transfer of % units', units; END IF;
    IF giver_person > 0 THEN givers := club_people(giver_person); END IF;
    IF givers IS NULL THEN RETURN club_refusal('person_unknown', 'from', jsonb_build_object('id', giver_person)); END IF;
    IF taker_person > 0 THEN takers := club_people(taker_person); END IF;
    IF takers IS NULL THEN RETURN club_refusal('person_unknown', 'to', jsonb_build_object('id', taker_person)); END IF;
    IF giver_card = taker_card AND givers[1] = takers[1] THEN RETURN club_refusal('transfer_to_oneself', 'to', NULL); END IF;
    PERFORM club_lock(givers || takers, ARRAY[giver_card, taker_card]);
    repeated := club_posted_before(asked->>'key');
    IF repeated IS NOT NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(repeated)); END IF;
    got := club_pick(givers, giver_card, asked->>'wallet', units, present, false);
    IF got.lots IS NULL THEN
      RETURN club_refusal('units_insufficient', 'units',
        jsonb_build_object('wallet', asked->>'wallet', 'available', got.available, 'missing', units - got.available));
    END IF;
    INSERT INTO club_transactions (business_id, kind, wallet, units, at, posted_at, key, cause)
    VALUES (b, 'transfer', asked->>'wallet', -units, club_instant(asked->'at'), present, asked->>'key', asked->'cause')
    ON CONFLICT (business_id, key) WHERE key IS NOT NULL DO NOTHING RETURNING transaction_id INTO t;
    IF t IS NULL THEN RETURN jsonb_build_object('value', jsonb_build_array(club_posted_before(asked->>'key'))); END IF;
    account := club_account(taker_person, taker_card, asked->>'wallet');
    all_of := club_wallet(takers, taker_card, asked->>'wallet');
    FOR part IN
      SELECT p.lot, p.account, p.units, l.at, l.available_from, l.expires_at
      FROM unnest(got.lots, got.accounts, got.units) WITH ORDINALITY AS p (lot, account, units, n)
      JOIN club_lots l ON l.business_id = b AND l.lot_id = p.lot ORDER BY p.n
    LOOP
      PERFORM club_enter(t, part.account, part.lot, -part.units, 'transferred', NULL);
      lot := club_new_lot(t, account.id, part.units, 'transferred', NULL, part.at, part.available_from, part.expires_at);
      PERFORM club_enter(t, account.id, lot, part.units, 'transferred', NULL);
      PERFORM club_absorb(t, all_of.ids, account.id, lot, part.units);
    END LOOP;
    PERFORM club_apply(t);
    RETURN jsonb_build_object('value', jsonb_build_array(club_posted(t, true)));
  END $function$

FUNCTION club_uncount(asked jsonb) granted
  CREATE OR REPLACE FUNCTION public.club_uncount(asked jsonb)
   RETURNS void
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b integer := this_business();
    person CONSTANT bigint := coalesce((asked->>'person')::bigint, 0);
    whose bigint[];
    want record;
    counter record;
    part bigint;
    given jsonb := '[]';
  BEGIN
    PERFORM pg_advisory_xact_lock(b, hashtext(asked->>'key'));
    PERFORM FROM club_uncounts u WHERE u.business_id = b AND u.key = asked->>'key';
    IF FOUND THEN RETURN; END IF;
    FOR want IN
      SELECT c.key, c.of, sum(c.subtract)::bigint AS units FROM jsonb_to_recordset(asked->'claims') AS c (key text, of text, subtract bigint)
      GROUP BY c.key, c.of ORDER BY c.key COLLATE "C", c.of
    LOOP
      whose := CASE WHEN want.of = 'all' THEN '{0}' ELSE club_people(person) END;
      counter := club_used_slot(want.key, whose, want.units);
      IF counter.slot IS NOT NULL THEN
        UPDATE club_counters c SET used = c.used - want.units
        WHERE c.business_id = b AND c.key = want.key AND c.person_id = counter.person_id AND c.slot = counter.slot;
        given := given || jsonb_build_object('k', want.key, 'p', counter.person_id, 'n', want.units);
        CONTINUE;
      END IF;
      PERFORM FROM club_counters c WHERE c.business_id = b AND c.key = want.key AND c.person_id = ANY(whose) AND c.slot = 0
      ORDER BY c.person_id FOR NO KEY UPDATE;
      FOR counter IN
        SELECT c.person_id, c.slot, c.used FROM club_counters c WHERE c.business_id = b AND c.key = want.key AND c.person_id = ANY(whose)
        ORDER BY c.person_id, c.slot FOR NO KEY UPDATE
      LOOP
        part := least(want.units, counter.used);
        CONTINUE WHEN part <= 0;
        UPDATE club_counters c SET used = c.used - part
        WHERE c.business_id = b AND c.key = want.key AND c.person_id = counter.person_id AND c.slot = counter.slot;
        given := given || jsonb_build_object('k', want.key, 'p', counter.person_id, 'n', part);
        want.units := want.units - part;
      END LOOP;
    END LOOP;
    INSERT INTO club_uncounts (business_id, key, claims, posted_at) VALUES (b, asked->>'key', given, club_instant(asked->'now'));
  END $function$

FUNCTION club_used_slot(p_key text, p_people bigint[], p_units bigint, OUT person_id bigint, OUT slot smallint) granted
  CREATE OR REPLACE FUNCTION public.club_used_slot(p_key text, p_people bigint[], p_units bigint, OUT person_id bigint, OUT slot smallint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    SELECT c.person_id, c.slot INTO person_id, slot FROM club_counters c
    WHERE c.business_id = this_business() AND c.key = p_key AND c.person_id = ANY(p_people) AND c.used >= p_units
    ORDER BY c.person_id, c.slot LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RAISE EXCEPTION 'no slot is free' USING ERRCODE = 'CLUB2'; END IF;
  EXCEPTION WHEN SQLSTATE 'CLUB2' THEN
    person_id := NULL;
    slot := NULL;
  END $function$

FUNCTION club_wallet(p_people bigint[], p_card bigint, p_wallet text, OUT ids bigint[], OUT owed bigint) granted
  CREATE OR REPLACE FUNCTION public.club_wallet(p_people bigint[], p_card bigint, p_wallet text, OUT ids bigint[], OUT owed bigint)
   RETURNS record
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    SELECT array_agg(a.account_id ORDER BY a.account_id), coalesce(sum(a.debt), 0) INTO ids, owed FROM club_accounts a
    WHERE a.business_id = this_business() AND a.person_id = ANY(p_people) AND a.card_id = p_card AND a.wallet = p_wallet;
  END $function$

FUNCTION club_wanted(asked jsonb, of_wallet text, of_card bigint, all_of bigint) granted
  CREATE OR REPLACE FUNCTION public.club_wanted(asked jsonb, of_wallet text, of_card bigint, all_of bigint)
   RETURNS bigint
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    IF of_card > 0 AND asked ? 'cards' THEN
      RETURN (SELECT coalesce(sum((x->>'amount')::bigint), 0) FROM jsonb_array_elements(asked->'cards') AS x WHERE (x->>'card')::bigint = of_card);
    ELSIF of_card = 0 AND asked ? 'wallets' THEN
      RETURN (SELECT coalesce(sum((x->>'units')::bigint), 0) FROM jsonb_array_elements(asked->'wallets') AS x WHERE x->>'wallet' = of_wallet);
    END IF;
    RETURN all_of;
  END $function$

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

FUNCTION grant_agreement_returns(app_role name) granted
  CREATE OR REPLACE FUNCTION public.grant_agreement_returns(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON agreement_returns FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_agreement_returns(name) FROM %I', app_role);
  END $function$

FUNCTION grant_agreements(app_role name) granted
  CREATE OR REPLACE FUNCTION public.grant_agreements(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON agreement_events, agreement_payments, agreement_links FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON agreements, agreement_orders FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_agreements(name) FROM %I', app_role);
  END $function$

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

FUNCTION grant_club_accounting(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_club_accounting(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON club_book_months, club_book_closings, club_terms, club_estimates FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_accounting(name) FROM %I', app_role);
  END $function$

FUNCTION grant_club_codes(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_club_codes(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON gift_card_changes, partner_entries FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON vouchers, voucher_batches, gift_cards, gift_card_loads, redemptions FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_codes(name) FROM %I', app_role);
  END $function$

FUNCTION grant_club_ledger(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_club_ledger(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON club_transactions, club_entries, club_uncounts FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON club_accounts, club_lots, club_counters FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_ledger(name) FROM %I', app_role);
  END $function$

FUNCTION grant_club_orders(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_club_orders(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON till_returns, annual_awards FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON till_orders, till_slips, till_devices FROM %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_base_due(timestamptz, integer) TO %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_old_quotes(timestamptz) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_orders(name) FROM %I', app_role);
  END $function$

FUNCTION grant_club_programme(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_club_programme(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON club_versions FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_programme(name) FROM %I', app_role);
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

FUNCTION grant_follow_ups(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_follow_ups(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON working_calendars, follow_up_changes, cadence_versions FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_follow_ups(name) FROM %I', app_role);
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

FUNCTION grant_later_jobs(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_later_jobs(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('GRANT EXECUTE ON FUNCTION add_job_in(text, json, text, integer) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_later_jobs(name) FROM %I', app_role);
  END $function$

FUNCTION grant_portal(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_portal(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON consent_records FROM %I', app_role);
    EXECUTE format('REVOKE UPDATE ON recorded_messages FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_portal(name) FROM %I', app_role);
  END $function$

FUNCTION grant_referrals(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_referrals(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON referral_postings FROM %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_due_referrals(timestamptz) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_referrals(name) FROM %I', app_role);
  END $function$

FUNCTION grant_sales_capture(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_sales_capture(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON capture_form_versions FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_capture(name) FROM %I', app_role);
  END $function$

FUNCTION grant_sales_deals(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_sales_deals(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON pipeline_versions, deal_changes FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON pipelines, deals, deal_steps FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_deals(name) FROM %I', app_role);
  END $function$

FUNCTION grant_sales_leads(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_sales_leads(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON qualification_versions FROM %I', app_role);
    EXECUTE format('REVOKE DELETE ON leads, lead_handings, lead_reviews, lead_review_leads FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_leads(name) FROM %I', app_role);
  END $function$

FUNCTION grant_sales_memory(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_sales_memory(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE DELETE ON sales_talks, sales_memory, sales_roles, sales_promises, belongs_answers FROM %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_memory(name) FROM %I', app_role);
  END $function$

FUNCTION grant_sales_words(app_role name)
  CREATE OR REPLACE FUNCTION public.grant_sales_words(app_role name)
   RETURNS void
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    EXECUTE format('REVOKE UPDATE, DELETE ON objection_events FROM %I', app_role);
    EXECUTE format('REVOKE UPDATE, DELETE ON testimonial_records FROM %I', app_role);
    EXECUTE format('REVOKE UPDATE ON objection_answer_versions FROM %I', app_role);
    EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_recommendation_news(timestamptz) TO %I', app_role);
    EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_words(name) FROM %I', app_role);
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

FUNCTION keep_sent_agreement() granted
  CREATE OR REPLACE FUNCTION public.keep_sent_agreement()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.sent_at IS NOT NULL THEN RAISE EXCEPTION 'What was sent stays as it was'; END IF;
      RETURN OLD;
    END IF;
    IF OLD.sent_at IS NOT NULL AND (NEW.content::text, NEW.language, NEW.amount, NEW.valid_until, NEW.hash, NEW.document,
                                    NEW.sent_at, NEW.sent_by) IS DISTINCT FROM
                                   (OLD.content::text, OLD.language, OLD.amount, OLD.valid_until, OLD.hash, OLD.document,
                                    OLD.sent_at, OLD.sent_by) THEN
      RAISE EXCEPTION 'What was sent stays as it was';
    END IF;
    IF OLD.answered_at IS NOT NULL AND (NEW.answer::text, NEW.answered_at) IS DISTINCT FROM (OLD.answer::text, OLD.answered_at) THEN
      RAISE EXCEPTION 'What was answered stays as it was';
    END IF;
    RETURN NEW;
  END $function$

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

FUNCTION tell_cadences() granted
  CREATE OR REPLACE FUNCTION public.tell_cadences()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
  DECLARE
    ruled boolean := EXISTS (SELECT FROM cadences c
      WHERE c.business_id = this_business() AND c.starts_on IS NOT NULL AND c.archived_at IS NULL);
  BEGIN
    IF NOT ruled AND NOT EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = this_business() AND r.state = 'running') THEN
      RETURN NULL;
    END IF;
    INSERT INTO cadence_news (business_id, person_id)
    SELECT DISTINCT t.business_id, t.person_id FROM told t
    WHERE t.business_id = this_business() AND (
      EXISTS (SELECT FROM cadence_runs r WHERE r.business_id = this_business() AND r.person_id = t.person_id AND r.state = 'running')
      OR EXISTS (SELECT FROM people p JOIN cadence_runs r ON r.business_id = p.business_id AND r.person_id = p.person_id
                 WHERE p.business_id = this_business() AND p.merged_into = t.person_id AND r.state = 'running')
      OR (ruled AND EXISTS (
        SELECT FROM facts f JOIN cadences c ON c.business_id = f.business_id AND c.starts_on = f.type
        WHERE f.business_id = this_business() AND f.person_id = t.person_id AND f.at > now() - interval '2 days'
          AND c.archived_at IS NULL)))
    ORDER BY t.person_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
  END $function$

FUNCTION tell_club() granted
  CREATE OR REPLACE FUNCTION public.tell_club()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    -- Asked once for all rows: they are of one business. Moves are news only where a rung is thanked.
    IF NOT EXISTS (
      SELECT FROM club_versions v WHERE v.business_id = this_business()
        AND (TG_TABLE_NAME = 'climb_queue' OR v.definition @> '{"rules": [{"on": {"kind": "rung"}}]}')
    ) THEN
      RETURN NULL;
    END IF;
    INSERT INTO club_news AS n (business_id, person_id, look_at)
    SELECT DISTINCT t.business_id, t.person_id, '-infinity'::timestamptz FROM told t
    WHERE t.business_id = this_business()
    ORDER BY t.person_id
    ON CONFLICT (business_id, person_id) DO UPDATE SET look_at = excluded.look_at WHERE n.look_at > excluded.look_at;
    RETURN NULL;
  END $function$

FUNCTION tell_leads() granted
  CREATE OR REPLACE FUNCTION public.tell_leads()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
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
  END $function$

FUNCTION tell_recommendations() granted
  CREATE OR REPLACE FUNCTION public.tell_recommendations()
   RETURNS trigger
   LANGUAGE plpgsql
  AS $function$
  BEGIN
    IF EXISTS (SELECT FROM recommendation_settings s WHERE s.business_id = this_business()) THEN
      INSERT INTO recommendation_news (business_id, person_id)
      SELECT DISTINCT t.business_id, t.person_id FROM told t WHERE t.business_id = this_business() ORDER BY 2
      ON CONFLICT DO NOTHING;
    ELSIF EXISTS (SELECT FROM brought_friends f WHERE f.business_id = this_business()) THEN
      INSERT INTO recommendation_news (business_id, person_id)
      SELECT DISTINCT t.business_id, t.person_id FROM told t
      WHERE t.business_id = this_business() AND EXISTS (
        SELECT FROM brought_friends f WHERE f.business_id = t.business_id AND (f.person_id = t.person_id OR f.person_id IN (
          SELECT p.person_id FROM people p WHERE p.business_id = t.business_id AND p.merged_into = t.person_id)))
      ORDER BY 2
      ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $function$

FUNCTION this_business() granted
  CREATE OR REPLACE FUNCTION public.this_business()
   RETURNS integer
   LANGUAGE sql
   STABLE PARALLEL SAFE
  RETURN (NULLIF(current_setting('nardeban.business'::text, true), ''::text))::integer

FUNCTION till_sell(p_quote bigint, p_hold bigint, captured jsonb, earning jsonb, p_number text, p_person bigint, p_due bigint, p_method text, p_at timestamp with time zone, p_posted_at timestamp with time zone, p_returned integer[], p_made_by text) granted
  CREATE OR REPLACE FUNCTION public.till_sell(p_quote bigint, p_hold bigint, captured jsonb, earning jsonb, p_number text, p_person bigint, p_due bigint, p_method text, p_at timestamp with time zone, p_posted_at timestamp with time zone, p_returned integer[], p_made_by text)
   RETURNS void
   LANGUAGE plpgsql
   SET enable_seqscan TO 'off'
   SET plan_cache_mode TO 'force_generic_plan'
  AS $function$
  DECLARE
    b CONSTANT integer := this_business();
    answer jsonb;
    spends jsonb := '[]';
    earned jsonb := '[]';
    one jsonb;
  BEGIN
    IF p_hold IS NOT NULL THEN
      answer := club_capture(p_hold, captured);
      IF answer ? 'refused' THEN
        RAISE EXCEPTION 'a hold was not captured' USING ERRCODE = 'CLUB1', DETAIL = answer->>'refused';
      END IF;
      answer := answer->'value';
      FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
        one := answer->n;
        spends := spends || jsonb_build_object('transaction', one->'transaction', 'units', abs((one->>'units')::bigint), 'of',
          CASE WHEN one->'holder'->>'kind' = 'card' AND one->>'wallet' = 'gift-card' THEN jsonb_build_object('card', one->'holder'->'id')
               ELSE jsonb_build_object('wallet', one->'wallet') END);
      END LOOP;
    END IF;
    IF earning IS NOT NULL THEN
      answer := club_earn(earning)->'value';
      FOR n IN 0..jsonb_array_length(answer) - 1 LOOP
        one := earning->'credits'->n;
        -- A credit whose key had been posted before is not this order's to take back.
        CONTINUE WHEN answer->n->'isNew' <> 'true';
        earned := earned || jsonb_build_object('rule', coalesce(one->'cause'->>'rule', ''), 'wallet', one->'wallet',
                                               'key', one->'key', 'units', one->'units');
      END LOOP;
    END IF;
    WITH q AS (
      UPDATE till_quotes t SET state = 'committed' WHERE t.business_id = b AND t.quote_id = p_quote
      RETURNING t.quote_id, t.asked, t.priced
    )
    INSERT INTO till_orders (business_id, number, person_id, quote_id, basket, priced, posted, due, method, at, posted_at, returned, made_by)
    SELECT b, p_number, p_person, q.quote_id, q.asked->'basket', q.priced, json_build_object('spends', spends, 'earned', earned),
           p_due, p_method, p_at, p_posted_at, p_returned, p_made_by
    FROM q;
    IF p_person IS NOT NULL THEN
      PERFORM FROM people p WHERE p.business_id = b AND p.person_id = p_person FOR KEY SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'person % was taken off', p_person USING ERRCODE = 'serialization_failure';
      END IF;
    END IF;
  END $function$

FUNCTION wants_like(keys text[], kinds text[], after bigint, most integer) granted
  CREATE OR REPLACE FUNCTION public.wants_like(keys text[], kinds text[], after bigint, most integer)
   RETURNS TABLE(note_id bigint)
   LANGUAGE plpgsql
   STABLE SECURITY DEFINER
   SET search_path TO 'public', 'pg_temp'
   SET plan_cache_mode TO 'force_custom_plan'
  AS $function$
  #variable_conflict use_column
  DECLARE
    inside text[] := ARRAY(SELECT '%' || regexp_replace(k, '([\\%_])', '\\\1', 'g') || '%' FROM unnest(keys) AS k ORDER BY length(k) DESC);
    longest text := coalesce(inside[1], '%');
  BEGIN
    most := least(most, 500);
    IF length(longest) < 5 THEN
      RETURN QUERY
        SELECT n.note_id FROM (
          SELECT m.note_id, m.search_key FROM unnest(kinds) AS one, LATERAL (
            SELECT o.note_id, o.search_key FROM sales_memory o
            WHERE o.business_id = this_business() AND o.kind = one AND o.until_at IS NULL AND o.note_id < after
              AND o.kind IN ('need', 'want', 'like')
            ORDER BY o.note_id DESC LIMIT 5000) m
          ORDER BY m.note_id DESC LIMIT 5000) n
        WHERE n.search_key LIKE ALL (inside) ORDER BY n.note_id DESC LIMIT most;
    ELSE
      RETURN QUERY
        WITH hits AS MATERIALIZED (
          SELECT o.note_id, o.kind, o.search_key FROM sales_memory o
          WHERE o.business_id = this_business() AND o.until_at IS NULL AND o.kind IN ('need', 'want', 'like')
            AND o.search_key LIKE longest
        ) SELECT h.note_id FROM hits h
        WHERE h.note_id < after AND h.kind = ANY (kinds) AND h.search_key LIKE ALL (inside)
        ORDER BY h.note_id DESC LIMIT most;
    END IF;
  END $function$

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
