-- Fears and what answers them, what customers say of the business, and whom they bring (docs/decisions/0032-sales.md).

-- What holds people back, in their own words.
CREATE TABLE objections (
  business_id  integer NOT NULL,
  objection_id bigint GENERATED ALWAYS AS IDENTITY,
  -- By this name facts speak of it; it never changes.
  key          text COLLATE "C" NOT NULL CHECK (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('price', 'trust', 'timing', 'need', 'competitor', 'quality', 'risk', 'authority', 'effort', 'other')),
  title        text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- What is behind it, for the seller.
  behind       text NOT NULL DEFAULT '' CHECK (length(behind) <= 1000),
  -- Names of what it is raised about; none: of anything.
  products     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(products) <= 50),
  state        text COLLATE "C" NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived')),
  revision     integer NOT NULL DEFAULT 1,
  made_by      text NOT NULL CHECK (length(made_by) <= 300),
  made_at      timestamptz NOT NULL,
  changed_by   text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, objection_id)
);
CREATE UNIQUE INDEX objections_key ON objections (business_id, key);
CREATE INDEX objections_in_state ON objections (business_id, state, objection_id);

-- An answer to one of them; its words stand in its versions.
CREATE TABLE objection_answers (
  business_id  integer NOT NULL,
  answer_id    bigint GENERATED ALWAYS AS IDENTITY,
  objection_id bigint NOT NULL,
  state        text COLLATE "C" NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'archived')),
  -- Its last version, which is the one that is offered.
  version      integer NOT NULL DEFAULT 1 CHECK (version > 0),
  revision     integer NOT NULL DEFAULT 1,
  changed_by   text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, answer_id)
);
CREATE INDEX objection_answers_of ON objection_answers (business_id, objection_id, answer_id);

CREATE TABLE objection_answer_versions (
  business_id integer NOT NULL,
  answer_id   bigint NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  words       text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, answer_id, version)
);

-- One of them raised in a deal, as it stands now.
CREATE TABLE objection_raises (
  business_id  integer NOT NULL,
  raise_id     bigint GENERATED ALWAYS AS IDENTITY,
  deal_id      bigint NOT NULL,
  person_id    bigint NOT NULL,
  objection_id bigint NOT NULL,
  state        text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled')),
  -- The answer that was given last; where it is settled, the one that settled it.
  answer_id    bigint,
  raised_at    timestamptz NOT NULL,
  revision     integer NOT NULL DEFAULT 1,
  changed_by   text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, raise_id)
);
CREATE UNIQUE INDEX objection_raises_in_deal ON objection_raises (business_id, deal_id, objection_id);
CREATE INDEX objection_raises_of ON objection_raises (business_id, objection_id, deal_id);
CREATE INDEX objection_raises_person ON objection_raises (business_id, person_id);

-- What happened to it, step by step. It can be added to and nothing else.
CREATE TABLE objection_events (
  business_id  integer NOT NULL,
  raise_id     bigint NOT NULL,
  place        integer NOT NULL CHECK (place > 0),
  kind         text COLLATE "C" NOT NULL CHECK (kind IN ('raised', 'answered', 'settled', 'opened')),
  objection_id bigint NOT NULL,
  deal_id      bigint NOT NULL,
  answer_id    bigint,
  -- As it was worded then.
  version      integer,
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  by           text NOT NULL CHECK (length(by) <= 300),
  at           timestamptz NOT NULL,
  PRIMARY KEY (business_id, raise_id, place)
);
CREATE INDEX objection_events_answers ON objection_events (business_id, objection_id, answer_id, deal_id) WHERE kind = 'answered';

-- What a customer says of the business, asked for by a link of their own.
CREATE TABLE testimonials (
  business_id    integer NOT NULL,
  testimonial_id bigint GENERATED ALWAYS AS IDENTITY,
  person_id      bigint NOT NULL,
  deal_id        bigint,
  state          text COLLATE "C" NOT NULL CHECK (state IN ('asked', 'given', 'published', 'hidden', 'withdrawn')),
  -- Of the secret in the link only its hash.
  hash           bytea NOT NULL CHECK (length(hash) = 32),
  language       text COLLATE "C" NOT NULL CHECK (language IN ('fa', 'en')),
  words          text CHECK (length(words) BETWEEN 1 AND 2000),
  score          smallint CHECK (score BETWEEN 1 AND 5),
  shown_name     text CHECK (length(shown_name) BETWEEN 1 AND 100),
  -- May it be published? What was agreed to, word for word, stands in the records.
  consent        boolean NOT NULL DEFAULT false,
  -- What it is about, by which customers like them find it.
  products       text[] NOT NULL DEFAULT '{}' CHECK (cardinality(products) <= 50),
  categories     text[] NOT NULL DEFAULT '{}' CHECK (cardinality(categories) <= 50),
  asked_by       text NOT NULL CHECK (length(asked_by) <= 300),
  asked_at       timestamptz NOT NULL,
  given_at       timestamptz,
  published_at   timestamptz,
  -- How often it was sent, so that each sending is told once.
  sent           integer NOT NULL DEFAULT 0,
  reason         text CHECK (length(reason) <= 300),
  revision       integer NOT NULL DEFAULT 1,
  changed_by     text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, testimonial_id),
  CHECK (state <> 'published' OR (consent AND words IS NOT NULL AND shown_name IS NOT NULL))
);
CREATE UNIQUE INDEX testimonials_link ON testimonials (business_id, hash);
CREATE INDEX testimonials_person ON testimonials (business_id, person_id);
CREATE INDEX testimonials_in_state ON testimonials (business_id, state, testimonial_id);
CREATE INDEX testimonials_shown ON testimonials (business_id, published_at DESC, testimonial_id DESC) WHERE state = 'published';

-- What they agreed to or took back, in which words, and what was done with it. It can be added to and nothing else.
CREATE TABLE testimonial_records (
  business_id    integer NOT NULL,
  testimonial_id bigint NOT NULL,
  place          integer NOT NULL CHECK (place > 0),
  kind           text COLLATE "C" NOT NULL CHECK (kind IN ('asked', 'given', 'consented', 'refused', 'withdrawn', 'published', 'hidden')),
  -- The sentence beside the tick as it stood there, and its version.
  wording        text CHECK (length(wording) <= 1000),
  version        text COLLATE "C" CHECK (length(version) <= 20),
  words          text CHECK (length(words) <= 2000),
  by             text NOT NULL CHECK (length(by) <= 300),
  at             timestamptz NOT NULL,
  PRIMARY KEY (business_id, testimonial_id, place)
);

-- When a recommendation is asked for. No row: nobody is looked for.
CREATE TABLE recommendation_settings (
  business_id integer NOT NULL,
  definition  jsonb NOT NULL CHECK (length(definition::text) <= 60000),
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

-- Who may be asked now, worked out from their facts and kept so that a list of a million is one look at an index.
CREATE TABLE recommendation_ready (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  ready       boolean NOT NULL,
  strength    smallint NOT NULL CHECK (strength BETWEEN 0 AND 1000),
  -- The last sign of their content.
  signal_at   timestamptz NOT NULL,
  -- When the answer may change though nothing happens.
  look_at     timestamptz,
  PRIMARY KEY (business_id, person_id)
);
CREATE INDEX recommendation_ready_list ON recommendation_ready (business_id, strength DESC, signal_at DESC, person_id DESC) WHERE ready;
CREATE INDEX recommendation_ready_due ON recommendation_ready (business_id, look_at) WHERE look_at IS NOT NULL;

-- Whom to look at next, and how far a look at everybody has come.
CREATE TABLE recommendation_news (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  PRIMARY KEY (business_id, person_id)
);
CREATE TABLE recommendation_rounds (
  business_id integer NOT NULL,
  reached     bigint NOT NULL,
  PRIMARY KEY (business_id)
);

-- Somebody was asked to recommend, and what they said.
CREATE TABLE recommendation_asks (
  business_id  integer NOT NULL,
  ask_id       bigint GENERATED ALWAYS AS IDENTITY,
  person_id    bigint NOT NULL,
  deal_id      bigint,
  channel      text COLLATE "C" NOT NULL CHECK (length(channel) BETWEEN 1 AND 40),
  template     text COLLATE "C" CHECK (length(template) <= 63),
  answer       text COLLATE "C" CHECK (answer IN ('yes', 'later', 'no')),
  -- Of "later": the day on which to come back.
  until        date,
  note         text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  by           text NOT NULL CHECK (length(by) <= 300),
  asked_at     timestamptz NOT NULL,
  answered_at  timestamptz,
  follow_up_id bigint,
  revision     integer NOT NULL DEFAULT 1,
  PRIMARY KEY (business_id, ask_id)
);
CREATE INDEX recommendation_asks_person ON recommendation_asks (business_id, person_id, ask_id DESC);
CREATE INDEX recommendation_asks_list ON recommendation_asks (business_id, ask_id DESC);

-- A friend somebody brought. Both ends stay as they were told; who they are one with is asked when it is looked at.
CREATE TABLE brought_friends (
  business_id integer NOT NULL,
  friend_id   bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  referrer_id bigint NOT NULL,
  ask_id      bigint,
  deal_id     bigint,
  lead_id     bigint,
  -- The club keeps count of them too, and told of it.
  in_club     boolean NOT NULL,
  channel     text COLLATE "C" NOT NULL CHECK (length(channel) BETWEEN 1 AND 40),
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  by          text NOT NULL CHECK (length(by) <= 300),
  at          timestamptz NOT NULL,
  -- What they have paid for since, net of what came back, by the facts as they stood when they were counted last.
  orders      integer NOT NULL DEFAULT 0,
  revenue     bigint NOT NULL DEFAULT 0,
  counted_at  timestamptz,
  PRIMARY KEY (business_id, friend_id)
);
-- A friend is brought once: the first has them.
CREATE UNIQUE INDEX brought_friends_once ON brought_friends (business_id, person_id);
CREATE INDEX brought_friends_of ON brought_friends (business_id, referrer_id, friend_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['objections', 'objection_answers', 'objection_answer_versions', 'objection_raises', 'objection_events',
                           'testimonials', 'testimonial_records', 'recommendation_settings', 'recommendation_ready',
                           'recommendation_news', 'recommendation_rounds', 'recommendation_asks', 'brought_friends'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- Whoever was climbed, because something was told of them, is looked at again: whether they may be asked, and what a friend
-- has paid. A business that asks nobody and was brought nobody pays one look for as many people as come at once.
CREATE FUNCTION tell_recommendations() RETURNS trigger LANGUAGE plpgsql AS $$
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
END $$;
CREATE TRIGGER tell_recommendations AFTER DELETE ON climb_queue REFERENCING OLD TABLE AS told
  FOR EACH STATEMENT EXECUTE FUNCTION tell_recommendations();

-- The businesses in which somebody is to be looked at, for the job that serves all.
CREATE POLICY doors ON recommendation_ready FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON recommendation_news FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON recommendation_rounds FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_recommendation_news(present timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM recommendation_news n WHERE n.business_id = b.business_id)
     OR EXISTS (SELECT FROM recommendation_rounds r WHERE r.business_id = b.business_id)
     OR EXISTS (SELECT FROM recommendation_ready r WHERE r.business_id = b.business_id AND r.look_at <= present)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_recommendation_news(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_sales_words(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON objection_events FROM %I', app_role);
  EXECUTE format('REVOKE UPDATE, DELETE ON testimonial_records FROM %I', app_role);
  EXECUTE format('REVOKE UPDATE ON objection_answer_versions FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_recommendation_news(timestamptz) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_words(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sales_words(name) FROM PUBLIC;
