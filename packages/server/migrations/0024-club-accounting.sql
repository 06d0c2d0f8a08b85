-- The club's books: what the ledger (0018) posted, added up by day, and what a
-- closed month came to. The ledger is the truth; here stands what is read of it and what was promised about it.

-- What was posted on one day, by the day it happened, the month in which its units were earned and what they were given
-- for. Days and months (their first day) are of the business's zone and calendar, counted from 1970-01-01. A day is written
-- anew as often as it is rolled, until its month is closed.
CREATE TABLE club_book_days (
  business_id integer NOT NULL,
  posted_day  integer NOT NULL,
  holder      text COLLATE "C" NOT NULL CHECK (holder IN ('person', 'card')),
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  event_day   integer NOT NULL,
  cohort      integer NOT NULL,
  nature      text COLLATE "C" NOT NULL CHECK (nature IN ('sale', 'gift', 'opening', 'paid')),
  movement    text COLLATE "C" NOT NULL CHECK (movement IN ('earned', 'reversed', 'spent', 'givenBack', 'expired', 'adjusted',
                                                           'transferred', 'writtenOff', 'settled')),
  -- Adjusted, transferred and settled have a sign; the others
  -- have none but where a movement of an earlier day is undone (what had expired is taken back). What is settled comes to nothing over a wallet: a debt
  -- takes of what was earned later.
  units       bigint NOT NULL,
  entries     integer NOT NULL CHECK (entries > 0),
  -- What of them somebody owes from then on; below zero where a debt was settled.
  owed        bigint NOT NULL DEFAULT 0,
  -- What was paid in the sales that gave them; minor units.
  price       bigint NOT NULL DEFAULT 0,
  -- How many of the entries belong to a sale whose price nobody told.
  unpriced    integer NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, posted_day, holder, wallet, event_day, cohort, nature, movement)
);

-- What persons earned and spent of it by what had given the units (the kind of reason, the rule) and by where they stood when
-- it was rolled (the rung, the level).
CREATE TABLE club_book_causes (
  business_id integer NOT NULL,
  posted_day  integer NOT NULL,
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  aspect      text COLLATE "C" NOT NULL CHECK (aspect IN ('reason', 'rule', 'rung', 'level')),
  name        text COLLATE "C" NOT NULL CHECK (length(name) <= 200),
  movement    text COLLATE "C" NOT NULL CHECK (movement IN ('earned', 'reversed', 'spent', 'givenBack')),
  units       bigint NOT NULL,
  entries     integer NOT NULL CHECK (entries > 0),
  PRIMARY KEY (business_id, posted_day, wallet, aspect, name, movement)
);

-- How far the books are: every day before `rolled_through` is whole. The proof was made with that roll.
CREATE TABLE club_books (
  business_id    integer NOT NULL,
  rolled_through integer NOT NULL,
  rolled_at      timestamptz NOT NULL,
  proof          jsonb NOT NULL,
  PRIMARY KEY (business_id)
);

-- A month that is closed never moves: nobody can change or remove its rows, and its days are not rolled again.
CREATE TABLE club_book_months (
  business_id integer NOT NULL,
  month       integer NOT NULL,
  next_month  integer NOT NULL CHECK (next_month > month),
  note        text NOT NULL DEFAULT '' CHECK (length(note) <= 500),
  closed_by   text NOT NULL CHECK (length(closed_by) <= 300),
  closed_at   timestamptz NOT NULL,
  PRIMARY KEY (business_id, month)
);

-- What each wallet came to in it, in units and in money, with the cohorts and what was expected of them.
CREATE TABLE club_book_closings (
  business_id integer NOT NULL,
  month       integer NOT NULL,
  holder      text COLLATE "C" NOT NULL,
  wallet      text COLLATE "C" NOT NULL,
  rolled      jsonb NOT NULL,
  money       jsonb NOT NULL,
  PRIMARY KEY (business_id, month, holder, wallet)
);

-- What a unit costs and what it is worth beside the goods, and how sales are divided, from a month on. What was said stays.
CREATE TABLE club_terms (
  business_id integer NOT NULL,
  terms_id    bigint GENERATED ALWAYS AS IDENTITY,
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  from_month  integer NOT NULL,
  cost_points bigint NOT NULL CHECK (cost_points > 0),
  cost_amount bigint NOT NULL CHECK (cost_amount >= 0),
  alone_points bigint NOT NULL CHECK (alone_points > 0),
  alone_amount bigint NOT NULL CHECK (alone_amount >= 0),
  method      text COLLATE "C" NOT NULL CHECK (method IN ('exact', 'whole-percent')),
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, terms_id)
);
CREATE INDEX club_terms_of_wallet ON club_terms (business_id, wallet, from_month, terms_id);

-- What part of a wallet's units is expected to be redeemed, from a month on, in parts of a million. Each is a true-up with
-- who made it and why; what was expected before stays readable.
CREATE TABLE club_estimates (
  business_id integer NOT NULL,
  estimate_id bigint GENERATED ALWAYS AS IDENTITY,
  wallet      text COLLATE "C" NOT NULL CHECK (length(wallet) BETWEEN 1 AND 63),
  from_month  integer NOT NULL,
  source      text COLLATE "C" NOT NULL CHECK (source IN ('stated', 'cohorts')),
  rate        integer NOT NULL CHECK (rate BETWEEN 0 AND 1000000),
  low         integer CHECK (low BETWEEN 0 AND 1000000),
  high        integer CHECK (high BETWEEN 0 AND 1000000),
  -- Of what is open at each whole month of age; null: only the rate of all is known.
  remaining   jsonb,
  reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- What it moved when it was made: revenue recognised more (or less), and provision more (or less).
  revenue     bigint NOT NULL,
  provision   bigint NOT NULL,
  made_by     text NOT NULL CHECK (length(made_by) <= 300),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, estimate_id)
);
CREATE INDEX club_estimates_of_wallet ON club_estimates (business_id, wallet, from_month, estimate_id);

-- The numbers and names that the journal's accounts have in the business's own books.
CREATE TABLE club_journal_accounts (
  business_id integer NOT NULL,
  accounts    jsonb NOT NULL,
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL CHECK (length(changed_by) <= 300),
  changed_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['club_book_days', 'club_book_causes', 'club_books', 'club_book_months', 'club_book_closings',
                           'club_terms', 'club_estimates', 'club_journal_accounts'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;

CREATE FUNCTION grant_club_accounting(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON club_book_months, club_book_closings, club_terms, club_estimates FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_club_accounting(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_club_accounting(name) FROM PUBLIC;

-- From what lot units came in the first place: what was transferred keeps the month and the reason for which it was earned,
-- and a debt is of the lot that was taken back. Giver and taker of a transfer are entered one after the other.
CREATE FUNCTION club_origin(lot bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
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
END $$;

-- Businesses with a club whose books were not rolled since an instant, for the job that serves all.
CREATE POLICY doors ON club_books FOR SELECT TO CURRENT_USER USING (true);
CREATE FUNCTION businesses_with_books_due(since timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM club_lots l WHERE l.business_id = b.business_id)
    AND NOT EXISTS (SELECT FROM club_books k WHERE k.business_id = b.business_id AND k.rolled_at >= since)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_books_due(timestamptz) FROM PUBLIC;
