-- How leads come in: forms that a business puts into its site, links for leaflets and stands, addresses for e-mail, lists,
-- and visits to its pages.

-- The sites of the business's own, and what their pages may tell. No row: none, and nothing.
CREATE TABLE capture_settings (
  business_id integer NOT NULL,
  -- Origins such as https://shop.example.
  sites       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(sites) <= 50),
  -- Are visits to its pages taken down?
  visits      boolean NOT NULL DEFAULT false,
  -- Is nothing kept in a visitor's browser, and nothing told, before they agreed?
  visits_ask  boolean NOT NULL DEFAULT true,
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

CREATE TABLE capture_forms (
  business_id integer NOT NULL,
  form_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- Its name in addresses.
  key         text COLLATE "C" NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  definition  jsonb NOT NULL CHECK (octet_length(definition::text) <= 100000),
  state       text COLLATE "C" NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, form_id),
  UNIQUE (business_id, key)
);

-- Every form as it ever stood: what somebody was asked, and agreed to, can be shown years later.
CREATE TABLE capture_form_versions (
  business_id integer NOT NULL,
  form_id     bigint NOT NULL,
  revision    integer NOT NULL,
  definition  jsonb NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, form_id, revision)
);

-- Short addresses for print: where they lead, and what is known of whoever comes by one.
CREATE TABLE capture_links (
  business_id integer NOT NULL,
  link_id     bigint GENERATED ALWAYS AS IDENTITY,
  code        text COLLATE "C" NOT NULL CHECK (code ~ '^[a-z0-9][a-z0-9-]{2,39}$'),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- To a form, or to a page of one of the business's own sites.
  form_id     bigint,
  target      text CHECK (length(target) <= 1000),
  source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  medium      text CHECK (length(medium) BETWEEN 1 AND 100),
  campaign    text CHECK (length(campaign) BETWEEN 1 AND 100),
  closed_at   timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, link_id),
  UNIQUE (business_id, code),
  CHECK ((form_id IS NULL) <> (target IS NULL))
);

-- Addresses that take in e-mail. The secret is shown and printed, so it is kept as it is; it opens nothing but this letter box.
CREATE TABLE capture_mailboxes (
  business_id integer NOT NULL,
  mailbox_id  bigint GENERATED ALWAYS AS IDENTITY,
  secret      text COLLATE "C" NOT NULL CHECK (secret ~ '^[a-z2-7]{26}$'),
  title       text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  campaign    text CHECK (length(campaign) BETWEEN 1 AND 100),
  owner       text COLLATE "C" CHECK (length(owner) <= 100),
  hand        boolean NOT NULL DEFAULT false,
  closed_at   timestamptz,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, mailbox_id),
  UNIQUE (business_id, secret)
);

-- A list of leads that was uploaded; its lines are submissions.
CREATE TABLE capture_batches (
  business_id integer NOT NULL,
  batch_id    bigint GENERATED ALWAYS AS IDENTITY,
  file_name   text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  -- Of its bytes: the same file a second time is the same list.
  sha256      bytea NOT NULL,
  lines       integer NOT NULL CHECK (lines > 0),
  source      text NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  medium      text CHECK (length(medium) BETWEEN 1 AND 100),
  campaign    text CHECK (length(campaign) BETWEEN 1 AND 100),
  owner       text COLLATE "C" CHECK (length(owner) <= 100),
  hand        boolean NOT NULL DEFAULT false,
  state       text COLLATE "C" NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done')),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  done_at     timestamptz,
  PRIMARY KEY (business_id, batch_id),
  UNIQUE (business_id, sha256)
);

-- Everything that was sent in, whatever became of it.
CREATE TABLE capture_submissions (
  business_id   integer NOT NULL,
  submission_id bigint GENERATED ALWAYS AS IDENTITY,
  -- Of the form as it was drawn, of the letter, of the line of a list: sent again it is the same.
  key           text COLLATE "C" NOT NULL CHECK (length(key) BETWEEN 1 AND 100),
  way           text COLLATE "C" NOT NULL CHECK (way IN ('script', 'page', 'email', 'csv')),
  form_id       bigint,
  -- The revision of the form that was sent.
  revision      integer,
  mailbox_id    bigint,
  batch_id      bigint,
  line          integer,
  -- queued: a line of a list that waits its turn; taken: a sign of interest; repeated: the same again within the form's
  -- window; waiting: doubtful, somebody has to look; discarded: somebody looked; refused: cannot be read.
  state         text COLLATE "C" NOT NULL CHECK (state IN ('queued', 'taken', 'repeated', 'waiting', 'discarded', 'refused')),
  -- Why it waits or was refused.
  reasons       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(reasons) <= 20),
  person_id     bigint,
  lead_id       bigint,
  -- The conflict of people it waits for.
  conflict_id   bigint,
  -- What was sent, as it is read when it is let in.
  content       jsonb NOT NULL CHECK (octet_length(content::text) <= 200000),
  source        text CHECK (length(source) BETWEEN 1 AND 100),
  medium        text CHECK (length(medium) BETWEEN 1 AND 100),
  campaign      text CHECK (length(campaign) BETWEEN 1 AND 100),
  -- The network address it came from.
  address       text COLLATE "C" CHECK (length(address) <= 60),
  at            timestamptz NOT NULL,
  decided_by    text CHECK (length(decided_by) <= 300),
  decided_at    timestamptz,
  PRIMARY KEY (business_id, submission_id),
  UNIQUE (business_id, key)
);
CREATE INDEX capture_submissions_of_form ON capture_submissions (business_id, form_id, submission_id) WHERE form_id IS NOT NULL;
CREATE INDEX capture_submissions_to_see ON capture_submissions (business_id, state, submission_id)
  WHERE state IN ('queued', 'waiting', 'discarded', 'refused');
CREATE INDEX capture_submissions_of_person ON capture_submissions (business_id, person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX capture_submissions_of_batch ON capture_submissions (business_id, batch_id, line) WHERE batch_id IS NOT NULL;
CREATE INDEX capture_submissions_by_time ON capture_submissions (business_id, at);

-- How often a form was seen, sent, and what came of it, a day; and how often a link was followed. A few rows a day, so that
-- those who come at the same moment do not queue.
CREATE TABLE capture_counts (
  business_id integer NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('view', 'sent', 'lead', 'doubtful', 'scan')),
  -- The form or the link.
  subject     bigint NOT NULL,
  -- Of the business's zone, counted from 1970-01-01.
  day         integer NOT NULL,
  slot        smallint NOT NULL,
  times       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, kind, subject, day, slot)
);

-- How much came from where within a window of time: what holds robots off.
CREATE TABLE capture_tries (
  business_id integer NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('address', 'unproved', 'form', 'business', 'doubtful', 'draw', 'visit',
                                                        'visitor', 'visitors', 'letter')),
  -- A hash of it.
  subject     bytea NOT NULL,
  minutes     smallint NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  slot        integer NOT NULL,
  tries       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, kind, subject, minutes, slot)
);
CREATE INDEX capture_tries_age ON capture_tries (business_id, minutes, slot);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['capture_settings', 'capture_forms', 'capture_form_versions', 'capture_links', 'capture_mailboxes',
                           'capture_batches', 'capture_submissions', 'capture_counts', 'capture_tries'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;
CREATE POLICY doors ON capture_submissions FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON capture_tries FOR SELECT TO CURRENT_USER USING (true);

-- The businesses that keep what was discarded, or counted, longer than it is good for.
CREATE FUNCTION businesses_with_old_captures(discarded_before timestamptz, counted_before timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM capture_submissions s
                WHERE s.business_id = b.business_id AND s.state = 'discarded' AND s.decided_at < discarded_before)
     OR EXISTS (SELECT FROM (VALUES (1), (10), (60), (1440)) AS w (minutes), LATERAL (
                  SELECT FROM capture_tries t
                  WHERE t.business_id = b.business_id AND t.minutes = w.minutes
                    AND t.slot < extract(epoch FROM counted_before) / 60 / w.minutes - 1 LIMIT 1) old)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_old_captures(timestamptz, timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_sales_capture(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON capture_form_versions FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_capture(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sales_capture(name) FROM PUBLIC;
