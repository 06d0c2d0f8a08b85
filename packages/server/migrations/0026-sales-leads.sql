-- Leads: people who showed an interest, how they score by what marketing and sales agreed on, and what sales made of them
-- (docs/decisions/0032-sales.md).

-- What marketing and sales agreed on: published versions. The last one is in force; none: the one that is shipped.
CREATE TABLE qualification_versions (
  business_id  integer NOT NULL,
  version      integer NOT NULL CHECK (version > 0),
  definition   jsonb NOT NULL CHECK (length(definition::text) <= 200000),
  note         text CHECK (length(note) <= 2000),
  published_by text NOT NULL CHECK (length(published_by) <= 300),
  published_at timestamptz NOT NULL,
  PRIMARY KEY (business_id, version)
);

-- What somebody is writing: one draft, with the revision that whoever saves it next must have seen.
CREATE TABLE qualification_drafts (
  business_id  integer NOT NULL,
  definition   jsonb NOT NULL CHECK (length(definition::text) <= 200000),
  revision     integer NOT NULL CHECK (revision > 0),
  base_version integer,
  note         text CHECK (length(note) <= 2000),
  -- Published or thrown away: it is kept for its revision, which the next draft goes on counting.
  is_open      boolean NOT NULL,
  edited_by    text NOT NULL CHECK (length(edited_by) <= 300),
  edited_at    timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

-- Drafts tried on what really happened.
CREATE TABLE qualification_trials (
  business_id integer NOT NULL,
  trial_id    bigint GENERATED ALWAYS AS IDENTITY,
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 200000),
  -- The revision of the draft it was of.
  revision    integer NOT NULL,
  settings    jsonb NOT NULL,
  state       text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'stopped')),
  done        bigint NOT NULL DEFAULT 0,
  total       bigint NOT NULL DEFAULT 0,
  result      jsonb,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (business_id, trial_id)
);

-- Among whom leads are dealt out in turn: the next goes to whoever has the lowest turn.
CREATE TABLE lead_sellers (
  business_id integer NOT NULL,
  user_id     text COLLATE "C" NOT NULL CHECK (length(user_id) BETWEEN 1 AND 64),
  place       integer NOT NULL CHECK (place > 0),
  turn        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, user_id)
);

-- One interest of one person. At most one of theirs is open; a closed one stays, and a new sign opens another.
CREATE TABLE leads (
  business_id integer NOT NULL,
  lead_id     bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  state       text COLLATE "C" NOT NULL CHECK (state IN ('nurture', 'handed', 'accepted', 'qualified', 'refused', 'closed')),
  -- Who of the staff has it.
  owner       text COLLATE "C" CHECK (length(owner) BETWEEN 1 AND 64),
  source      text CHECK (length(source) <= 200),
  campaign    text CHECK (length(campaign) <= 200),
  medium      text CHECK (length(medium) <= 200),
  form        text CHECK (length(form) <= 200),
  -- Who recommended them.
  referrer_id bigint,
  captured_at timestamptz NOT NULL,
  -- The last time sales was asked to look: why, until when an answer was agreed on, when it came.
  handed_at   timestamptz,
  handed_for  text COLLATE "C" CHECK (handed_for IN ('score', 'hand', 'staff')),
  answer_by   timestamptz,
  answered_at timestamptz,
  -- Of a refusal its key, of a closed lead why it is closed.
  reason      text CHECK (length(reason) <= 100),
  -- Until then they are left alone, after a refusal.
  paused_until timestamptz,
  -- Evidence from before that is spent: a hand counts once.
  hands_since timestamptz,
  -- When whoever captured it said that they raised a hand.
  hand_at     timestamptz,
  -- When it fell under what is asked to stay, while a seller had it.
  cooled_at   timestamptz,
  fit         real NOT NULL DEFAULT 0,
  engagement  real NOT NULL DEFAULT 0,
  -- Both scores in hundredths: the order of a list.
  warmth      integer NOT NULL DEFAULT 0,
  -- What made the most of it: keys of rules with their points; of a hand null.
  because     jsonb NOT NULL DEFAULT '[]' CHECK (length(because::text) <= 2000),
  -- By which version of what was agreed on; 0: the one that is shipped.
  version     integer NOT NULL DEFAULT 0,
  scored_at   timestamptz NOT NULL,
  -- When its answer may change without a fact.
  look_at     timestamptz,
  answers     jsonb NOT NULL DEFAULT '{}' CHECK (length(answers::text) <= 10000),
  -- Of a merged person another open lead goes before this one: it is kept and not shown.
  behind      bigint,
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, lead_id),
  CHECK (state IN ('nurture', 'refused', 'closed') OR (handed_at IS NOT NULL AND answer_by IS NOT NULL))
);
CREATE UNIQUE INDEX leads_open ON leads (business_id, person_id) WHERE state <> 'closed';
CREATE INDEX leads_of_person ON leads (business_id, person_id, lead_id);
-- What sales has to do: first what waits for an answer, by when it is due.
CREATE INDEX leads_at_work ON leads (business_id, (state <> 'handed'), answer_by, lead_id)
  WHERE state IN ('handed', 'accepted', 'qualified') AND behind IS NULL;
CREATE INDEX leads_of_owner ON leads (business_id, owner, (state <> 'handed'), answer_by, lead_id)
  WHERE state IN ('handed', 'accepted', 'qualified') AND behind IS NULL;
CREATE INDEX leads_in_nurture ON leads (business_id, warmth, lead_id) WHERE state = 'nurture' AND behind IS NULL;
CREATE INDEX leads_refused ON leads (business_id, answered_at, lead_id) WHERE state = 'refused' AND behind IS NULL;
CREATE INDEX leads_closed ON leads (business_id, lead_id) WHERE state = 'closed';
CREATE INDEX leads_due ON leads (business_id, look_at, lead_id) WHERE look_at IS NOT NULL;
CREATE INDEX leads_by_version ON leads (business_id, version, lead_id) WHERE state <> 'closed';

-- Every time sales was asked to look at a lead, and what it answered. What was answered stays.
CREATE TABLE lead_handings (
  business_id integer NOT NULL,
  lead_id     bigint NOT NULL,
  place       integer NOT NULL CHECK (place > 0),
  person_id   bigint NOT NULL,
  why         text COLLATE "C" NOT NULL CHECK (why IN ('score', 'hand', 'staff')),
  version     integer NOT NULL,
  fit         real NOT NULL,
  engagement  real NOT NULL,
  owner       text COLLATE "C" CHECK (length(owner) BETWEEN 1 AND 64),
  handed_at   timestamptz NOT NULL,
  answer_by   timestamptz NOT NULL,
  answered_at timestamptz,
  answer      text COLLATE "C" CHECK (answer IN ('accepted', 'refused', 'cooled', 'closed')),
  -- Of a refusal; also one that came after it was accepted.
  reason      text CHECK (length(reason) <= 100),
  note        text CHECK (length(note) <= 2000),
  by_name     text CHECK (length(by_name) <= 300),
  PRIMARY KEY (business_id, lead_id, place),
  CHECK ((answered_at IS NULL) = (answer IS NULL))
);
CREATE INDEX lead_handings_in_time ON lead_handings (business_id, handed_at, lead_id, place);
CREATE INDEX lead_handings_answered ON lead_handings (business_id, answer, answered_at, lead_id) WHERE answer IS NOT NULL;

-- Whose leads are scored again: of whom something new was told.
CREATE TABLE lead_news (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  PRIMARY KEY (business_id, person_id)
);

-- Leads that marketing and sales look at together, as they stood when the list was drawn.
CREATE TABLE lead_reviews (
  business_id integer NOT NULL,
  review_id   bigint GENERATED ALWAYS AS IDENTITY,
  version     integer NOT NULL,
  note        text CHECK (length(note) <= 2000),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  closed_by   text CHECK (length(closed_by) <= 300),
  closed_at   timestamptz,
  PRIMARY KEY (business_id, review_id)
);
CREATE TABLE lead_review_leads (
  business_id integer NOT NULL,
  review_id   bigint NOT NULL,
  place       integer NOT NULL CHECK (place > 0),
  lead_id     bigint NOT NULL,
  person_id   bigint NOT NULL,
  -- Why it is in the sample.
  drawn_as    text COLLATE "C" NOT NULL CHECK (drawn_as IN ('accepted', 'refused', 'never')),
  fit         real NOT NULL,
  engagement  real NOT NULL,
  -- The keys of the rules that gave it points.
  rules       text[] NOT NULL,
  PRIMARY KEY (business_id, review_id, place)
);
CREATE UNIQUE INDEX lead_review_leads_once ON lead_review_leads (business_id, review_id, lead_id);
CREATE TABLE lead_review_votes (
  business_id integer NOT NULL,
  review_id   bigint NOT NULL,
  lead_id     bigint NOT NULL,
  team        text COLLATE "C" NOT NULL CHECK (team IN ('marketing', 'sales')),
  -- Who said it.
  voter       text COLLATE "C" NOT NULL CHECK (length(voter) BETWEEN 1 AND 300),
  good        boolean NOT NULL,
  note        text CHECK (length(note) <= 1000),
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, review_id, lead_id, team, voter)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['qualification_versions', 'qualification_drafts', 'qualification_trials', 'lead_sellers', 'leads',
                           'lead_handings', 'lead_news', 'lead_reviews', 'lead_review_leads', 'lead_review_votes'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- Whoever leaves the climb queue is news for sales where they have an open lead, themselves or one they are one with, or
-- where they gave a sign lately that may make a lead: whoever looks at the news knows what counts as lately, and the index is
-- read no further back than this. A business that has neither leads nor an agreement pays one
-- look for as many people as come at once; one that only has leads asks of each whether they have one.
CREATE FUNCTION tell_leads() RETURNS trigger LANGUAGE plpgsql AS $$
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
    OR (agreed AND EXISTS (
      SELECT FROM facts f WHERE f.business_id = this_business() AND f.person_id = t.person_id AND f.at > now() - interval '400 days'
        AND f.type IN ('lead.captured', 'price.asked', 'demo.asked'))))
  ORDER BY t.person_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER tell_leads AFTER DELETE ON climb_queue REFERENCING OLD TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION tell_leads();

-- Businesses in which a lead is to be looked at.
CREATE POLICY doors ON leads FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON lead_news FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON qualification_versions FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_lead_news(present timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM lead_news n WHERE n.business_id = b.business_id)
     OR EXISTS (SELECT FROM leads l WHERE l.business_id = b.business_id AND l.look_at <= present)
     OR EXISTS (SELECT FROM leads l WHERE l.business_id = b.business_id AND l.state <> 'closed' AND l.version < (
          SELECT max(v.version) FROM qualification_versions v WHERE v.business_id = b.business_id))
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_lead_news(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_sales_leads(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON qualification_versions FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON leads, lead_handings, lead_reviews, lead_review_leads FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_leads(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sales_leads(name) FROM PUBLIC;
