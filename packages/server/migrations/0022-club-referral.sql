-- Who brought whom into the club, and what was paid for it (docs/decisions/0031-club.md).

-- The personal codes of a referrer, each replaced by the next. A code says only who is meant: what may still be paid to
-- them hangs on the person, so a new code makes no new beginning.
CREATE TABLE referral_links (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  code        text COLLATE "C" NOT NULL CHECK (code ~ '^[0-9A-Z]{8,40}$'),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (business_id, person_id, number)
);
CREATE UNIQUE INDEX referral_links_code ON referral_links (business_id, code);

-- Whoever has brought somebody: what came of it, added up in the transactions that change it. Whoever pays for a friend
-- holds this row meanwhile, so that a limit is kept by two who pay at once.
CREATE TABLE referrers (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  friends     integer NOT NULL DEFAULT 0,
  joined      integer NOT NULL DEFAULT 0,
  converted   integer NOT NULL DEFAULT 0,
  in_review   integer NOT NULL DEFAULT 0,
  -- What the friends have bought since, net of what came back.
  revenue     bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, person_id)
);
CREATE INDEX referrers_by_worth ON referrers (business_id, revenue DESC, person_id DESC);

-- What a referrer was rewarded with and still has: units of a wallet, or, with a wallet of no name, friends; in a month
-- (its first day, counted from 1970-01-01), or ever (-1).
CREATE TABLE referral_totals (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  month       integer NOT NULL,
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) <= 63),
  total       bigint NOT NULL CHECK (total >= 0),
  PRIMARY KEY (business_id, person_id, month, wallet)
);

-- A friend who was brought. Both ends stay as they were told; who they are one with is asked when it is looked at.
CREATE TABLE referrals (
  business_id     integer NOT NULL,
  referral_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- The friend: by this name, so that undoing an import does not take off somebody who was brought.
  person_id       bigint NOT NULL,
  referrer_id     bigint NOT NULL,
  link_number     integer NOT NULL,
  channel         text COLLATE "C" CHECK (length(channel) BETWEEN 1 AND 80),
  -- Of the programme, whose terms were promised.
  version         integer NOT NULL,
  state           text COLLATE "C" NOT NULL CHECK (state IN
    ('open', 'joined', 'paying', 'paid', 'taken-back', 'lapsed', 'review', 'refused')),
  claimed_at      timestamptz NOT NULL,
  claimed_by      text NOT NULL CHECK (length(claimed_by) <= 300),
  joined_at       timestamptz,
  converted_at    timestamptz,
  revenue         bigint NOT NULL DEFAULT 0 CHECK (revenue >= 0),
  -- What spoke against it when it was looked at last, and how much, of 100.
  score           smallint NOT NULL DEFAULT 0 CHECK (score BETWEEN 0 AND 100),
  signs           jsonb NOT NULL DEFAULT '[]' CHECK (length(signs::text) <= 20000),
  -- Kinds of signs that somebody let pass.
  cleared         text[] NOT NULL DEFAULT '{}' CHECK (cardinality(cleared) <= 50),
  decided_at      timestamptz,
  decided_by      text CHECK (length(decided_by) <= 300),
  decision_reason text CHECK (length(decision_reason) BETWEEN 1 AND 500),
  -- The referrer was told as one who refers.
  told_at         timestamptz,
  look_at         timestamptz NOT NULL,
  revision        integer NOT NULL DEFAULT 1,
  PRIMARY KEY (business_id, referral_id)
);
-- A friend is claimed once: the first has them.
CREATE UNIQUE INDEX referrals_friend ON referrals (business_id, person_id);
CREATE INDEX referrals_of_referrer ON referrals (business_id, referrer_id, referral_id);
CREATE INDEX referrals_in_state ON referrals (business_id, state, referral_id);
CREATE INDEX referrals_due ON referrals (business_id, look_at);

-- What was paid, taken back or withheld, for each side of each step. It can be added to and nothing else.
CREATE TABLE referral_postings (
  business_id integer NOT NULL,
  referral_id bigint NOT NULL,
  step        text COLLATE "C" NOT NULL CHECK (length(step) <= 63),
  side        text COLLATE "C" NOT NULL CHECK (side IN ('referrer', 'friend')),
  round       integer NOT NULL CHECK (round > 0),
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) <= 63),
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('paid', 'taken', 'withheld')),
  units       bigint NOT NULL CHECK (units > 0),
  -- To whom it was paid, and in which month of theirs it counts.
  person_id   bigint NOT NULL,
  month       integer NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, referral_id, step, side, round, wallet, kind)
);
CREATE INDEX referral_postings_person ON referral_postings (business_id, person_id);

-- What people were seen with, to be compared: fingerprints of a device, a card, a network, an address. Only of an address
-- is kept what people read.
CREATE TABLE referral_traces (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('device', 'card', 'network', 'address', 'mobile', 'email')),
  value       text COLLATE "C" NOT NULL CHECK (length(value) BETWEEN 1 AND 300),
  seen_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, person_id, kind, value)
);

-- Somebody who was brought has bought, given back or joined: written by whoever tells it, taken by the job that looks at
-- referrals. A till that pays does not wait for a referral that is being paid.
CREATE TABLE referral_news (
  business_id integer NOT NULL,
  person_id   bigint NOT NULL,
  PRIMARY KEY (business_id, person_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['referral_links', 'referrers', 'referral_totals', 'referrals', 'referral_postings',
                           'referral_traces', 'referral_news'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

-- The businesses in which a referral is due, for the job that serves all.
CREATE POLICY doors ON referrals FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON referral_news FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_due_referrals(now timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM referrals r WHERE r.business_id = b.business_id AND r.look_at <= now)
     OR EXISTS (SELECT FROM referral_news n WHERE n.business_id = b.business_id)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_due_referrals(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_referrals(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON referral_postings FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION businesses_with_due_referrals(timestamptz) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_referrals(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_referrals(name) FROM PUBLIC;
