-- What the seller remembers of a conversation: who said what they need, want and like, what they can spend, who decides and who
-- uses, what they expect, what was promised; and what is offered beside what they buy. Nothing that was said is written over:
-- what is changed stays readable with who changed it and when.

-- One conversation, as the member of staff who held it put it down.
CREATE TABLE sales_talks (
  business_id integer NOT NULL,
  talk_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- Whose matter it was.
  person_id   bigint NOT NULL,
  deal_id     bigint,
  channel     text COLLATE "C" NOT NULL CHECK (channel IN ('call', 'meeting', 'visit', 'message', 'email', 'other')),
  -- When it took place.
  at          timestamptz NOT NULL,
  -- With whom, where it was not the person themselves: somebody the business knows, or a name.
  player_id   bigint,
  said_by     text CHECK (length(said_by) BETWEEN 1 AND 200),
  summary     text NOT NULL DEFAULT '' CHECK (length(summary) <= 4000),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, talk_id)
);
CREATE INDEX sales_talks_of_person ON sales_talks (business_id, person_id, talk_id);
CREATE INDEX sales_talks_of_player ON sales_talks (business_id, player_id) WHERE player_id IS NOT NULL;

-- One thing that was said. A change is a new row of the same thread; the row before it says when it ended and why.
CREATE TABLE sales_memory (
  business_id integer NOT NULL,
  note_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- The first row of what this one changes; null: it is the first.
  thread_id   bigint,
  person_id   bigint NOT NULL,
  deal_id     bigint,
  talk_id     bigint,
  -- A thirsty person needs a drink, wants tea, likes it with mint.
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('need', 'want', 'like', 'budget', 'purpose', 'expectation')),
  text        text NOT NULL DEFAULT '' CHECK (length(text) <= 1000),
  -- The product that is meant, as its name or code.
  product     text NOT NULL DEFAULT '' CHECK (length(product) <= 200),
  -- Of a budget: between what and what, in minor units, and until when it is there.
  low         bigint CHECK (low >= 0),
  high        bigint CHECK (high >= low),
  by_day      date,
  -- Of a purpose: what they do with what they buy.
  purpose     text COLLATE "C" CHECK (purpose IN ('uses', 'gives', 'sells_on')),
  -- Of an expectation: where it came from, and whether it was met.
  source      text COLLATE "C" CHECK (source IN ('experience', 'knowledge', 'contact', 'others')),
  met         boolean,
  -- Who said it, where it was not the person themselves.
  player_id   bigint,
  said_by     text CHECK (length(said_by) BETWEEN 1 AND 200),
  said_at     timestamptz NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  -- Null: it stands.
  until_at    timestamptz,
  until_by    text CHECK (length(until_by) <= 300),
  until_why   text COLLATE "C" CHECK (until_why IN ('changed', 'withdrawn', 'over')),
  search_key  text COLLATE "C" GENERATED ALWAYS AS (fa_loose(text || ' ' || product)) STORED,
  PRIMARY KEY (business_id, note_id),
  CHECK ((kind = 'purpose') = (purpose IS NOT NULL)),
  CHECK ((kind = 'expectation') = (source IS NOT NULL)),
  CHECK (kind = 'budget' OR (low IS NULL AND high IS NULL)),
  CHECK ((until_at IS NULL) = (until_why IS NULL))
);
-- Of one thread only one row stands.
CREATE UNIQUE INDEX sales_memory_stands ON sales_memory (business_id, coalesce(thread_id, note_id)) WHERE until_at IS NULL;
CREATE INDEX sales_memory_of_person ON sales_memory (business_id, person_id, note_id);
CREATE INDEX sales_memory_of_player ON sales_memory (business_id, player_id) WHERE player_id IS NOT NULL;
CREATE INDEX sales_memory_of_thread ON sales_memory (business_id, thread_id, note_id) WHERE thread_id IS NOT NULL;
CREATE INDEX sales_memory_newest ON sales_memory (business_id, kind, note_id) WHERE until_at IS NULL;
CREATE INDEX sales_memory_search ON sales_memory USING gin (business_id, search_key gin_trgm_ops)
  WHERE until_at IS NULL AND kind IN ('need', 'want', 'like');

-- Who plays which part in what a person or an organisation buys, on one deal or in general: customer and consumer apart.
CREATE TABLE sales_roles (
  business_id integer NOT NULL,
  role_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- The customer.
  person_id   bigint NOT NULL,
  deal_id     bigint,
  talk_id     bigint,
  role        text COLLATE "C" NOT NULL CHECK (role IN ('decides', 'uses', 'pays', 'influences', 'keeps_gate', 'buys', 'knows_it')),
  -- Who plays it: somebody the business knows, or a name.
  player_id   bigint,
  player_name text CHECK (length(player_name) BETWEEN 1 AND 200),
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  ended_by    text CHECK (length(ended_by) <= 300),
  ended_at    timestamptz,
  PRIMARY KEY (business_id, role_id),
  CHECK ((player_id IS NULL) <> (player_name IS NULL))
);
CREATE INDEX sales_roles_of_person ON sales_roles (business_id, person_id, role_id) WHERE ended_at IS NULL;
CREATE INDEX sales_roles_of_player ON sales_roles (business_id, player_id, role_id) WHERE player_id IS NOT NULL;

-- What was promised, by whom and by when, and what came of it.
CREATE TABLE sales_promises (
  business_id integer NOT NULL,
  promise_id  bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  deal_id     bigint,
  talk_id     bigint,
  -- The promise it was agreed on in the place of: another day, or another thing.
  replaces    bigint,
  -- Whether we promised it to them, or they to us.
  side        text COLLATE "C" NOT NULL CHECK (side IN ('us', 'them')),
  -- Of ours: the member of staff who is to keep it.
  owner       text COLLATE "C" CHECK (length(owner) <= 100),
  promised_by text NOT NULL CHECK (length(promised_by) BETWEEN 1 AND 300),
  text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 1000),
  due_on      date NOT NULL,
  state       text COLLATE "C" NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'kept', 'broken', 'released')),
  -- When the program looks at it next, while it is open.
  look_at     timestamptz,
  -- When it was broken, also where it was kept later.
  broken_at   timestamptz,
  ended_at    timestamptz,
  ended_by    text CHECK (length(ended_by) <= 300),
  ending      text NOT NULL DEFAULT '' CHECK (length(ending) <= 500),
  follow_up_id bigint,
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, promise_id),
  CHECK ((state = 'open') = (ended_at IS NULL))
);
CREATE INDEX sales_promises_of_person ON sales_promises (business_id, person_id, promise_id);
CREATE INDEX sales_promises_open ON sales_promises (business_id, due_on, promise_id) WHERE state = 'open';
CREATE INDEX sales_promises_look ON sales_promises (business_id, look_at) WHERE state = 'open' AND look_at IS NOT NULL;

-- What belongs with what, and the sentence to say: the business's own pairs, and what it says of those that are bought together.
CREATE TABLE belongs_pairs (
  business_id integer NOT NULL,
  pair_id     bigint GENERATED ALWAYS AS IDENTITY,
  item        text NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
  other       text NOT NULL CHECK (length(other) BETWEEN 1 AND 200),
  item_key    text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(item)) STORED,
  other_key   text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(other)) STORED,
  -- Written by hand; else it is known from what is bought together.
  is_own      boolean NOT NULL,
  -- Never to be suggested.
  is_hidden   boolean NOT NULL DEFAULT false,
  -- What to say, with {item} and {other}; null: the shipped sentence.
  sentence_fa text CHECK (length(sentence_fa) BETWEEN 1 AND 500),
  sentence_en text CHECK (length(sentence_en) BETWEEN 1 AND 500),
  revision    integer NOT NULL DEFAULT 1,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, pair_id),
  CHECK (item_key <> other_key)
);
CREATE UNIQUE INDEX belongs_pairs_once ON belongs_pairs (business_id, item_key, other_key);

-- What was suggested to whom, and what they answered. It can be added to; what changes is that a later answer follows.
CREATE TABLE belongs_answers (
  business_id integer NOT NULL,
  answer_id   bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  deal_id     bigint,
  item        text NOT NULL CHECK (length(item) BETWEEN 1 AND 200),
  other       text NOT NULL CHECK (length(other) BETWEEN 1 AND 200),
  item_key    text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(item)) STORED,
  other_key   text COLLATE "C" NOT NULL GENERATED ALWAYS AS (fa_loose(other)) STORED,
  answer      text COLLATE "C" NOT NULL CHECK (answer IN ('taken', 'refused', 'later')),
  -- Whether it was said at another time once more; only the last counts.
  is_followed boolean NOT NULL DEFAULT false,
  follow_up_id bigint,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, answer_id)
);
CREATE INDEX belongs_answers_of_person ON belongs_answers (business_id, person_id, answer_id);
CREATE INDEX belongs_answers_of_pair ON belongs_answers (business_id, item_key, other_key) INCLUDE (answer) WHERE NOT is_followed;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['sales_talks', 'sales_memory', 'sales_roles', 'sales_promises', 'belongs_pairs', 'belongs_answers'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;
CREATE POLICY doors ON sales_memory FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON sales_promises FOR SELECT TO CURRENT_USER USING (true);

-- The businesses with a promise that is to be looked at.
CREATE FUNCTION businesses_with_due_promises(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM sales_promises p WHERE p.business_id = b.business_id AND p.state = 'open' AND p.look_at <= as_of)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_due_promises(timestamptz) FROM PUBLIC;

-- What stands of these kinds and holds every one of these fa_loose keys, the newest first, from the number `after` down. The
-- longest key finds it in the index, where the operators may not be used under row level security; a plan made for any key
-- would not know how rare it is. A key of one or two letters has no trigram: then the newest are looked at.
CREATE FUNCTION wants_like(keys text[], kinds text[], after bigint, most integer) RETURNS TABLE (note_id bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
AS $$
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
END $$;
REVOKE EXECUTE ON FUNCTION wants_like(text[], text[], bigint, integer) FROM PUBLIC;

CREATE FUNCTION grant_sales_memory(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE DELETE ON sales_talks, sales_memory, sales_roles, sales_promises, belongs_answers FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_sales_memory(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sales_memory(name) FROM PUBLIC;
