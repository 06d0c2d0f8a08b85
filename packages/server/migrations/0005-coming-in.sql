-- Coming in: what a business is, who did what, invitations, the second factor, and the counting of failed sign-ins.

-- ── Businesses: what the workplace asks about one ─────────────────────────────────────────────────────────────────

ALTER TABLE businesses
  ADD COLUMN kind text NOT NULL DEFAULT 'shop' CHECK (kind IN ('shop', 'online_shop', 'cafe', 'restaurant', 'beauty',
    'clinic', 'gym', 'education', 'services', 'wholesale', 'other')),
  -- Month and day in the calendar of the business.
  ADD COLUMN fiscal_year_start text NOT NULL DEFAULT '01-01'
    CHECK (fiscal_year_start ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  -- Days off, Saturday 0 to Friday 6.
  ADD COLUMN weekend smallint[] NOT NULL DEFAULT '{6}'
    CHECK (cardinality(weekend) <= 6 AND weekend <@ '{0,1,2,3,4,5,6}'::smallint[]),
  -- Who changes the settings says which ones they saw.
  ADD COLUMN revision integer NOT NULL DEFAULT 1;

ALTER TABLE api_keys ADD COLUMN last_used_at timestamptz;

-- ── Deeds: who did what; append-only ──────────────────────────────────────────────────────────────────────────────

CREATE TABLE deeds (
  business_id integer NOT NULL,
  deed_id     bigint GENERATED ALWAYS AS IDENTITY,
  at          timestamptz NOT NULL DEFAULT now(),
  by_kind     text NOT NULL CHECK (by_kind IN ('staff', 'key', 'program')),
  by_name     text COLLATE "C" NOT NULL,
  deed        text COLLATE "C" NOT NULL,
  about_kind  text,
  about_id    text,
  detail      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (business_id, deed_id)
);
CREATE INDEX deeds_by ON deeds (business_id, by_name, deed_id);
CREATE INDEX deeds_of_kind ON deeds (business_id, deed, deed_id);
CREATE INDEX deeds_in_time ON deeds (business_id, at);

-- ── Invitations: a link, good once and for a week; only its hash is kept ──────────────────────────────────────────

CREATE TABLE invitations (
  business_id   integer NOT NULL,
  invitation_id bigint GENERATED ALWAYS AS IDENTITY,
  hash          bytea NOT NULL,
  role          text NOT NULL CHECK (role IN ('owner', 'manager', 'sales', 'support', 'cashier', 'analyst')),
  -- For whom it is, as the one who invites calls them.
  invitee       text CHECK (length(invitee) BETWEEN 1 AND 200),
  made_by       text NOT NULL,
  made_at       timestamptz NOT NULL DEFAULT now(),
  expires_at    timestamptz NOT NULL,
  accepted_at   timestamptz,
  accepted_by   text,
  withdrawn_at  timestamptz,
  PRIMARY KEY (business_id, invitation_id)
);
-- A link begins with the number of its business, so it is looked up inside that business's wall like a key.
CREATE UNIQUE INDEX invitations_by_hash ON invitations (business_id, hash);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['deeds', 'invitations'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;

-- ── Sign-in ───────────────────────────────────────────────────────────────────────────────────────────────────────

ALTER TABLE sign_in."user" ADD COLUMN "twoFactorEnabled" boolean NOT NULL DEFAULT false;
CREATE TABLE sign_in."twoFactor" (
  id text PRIMARY KEY, secret text NOT NULL, "backupCodes" text NOT NULL,
  "userId" text NOT NULL REFERENCES sign_in."user" (id) ON DELETE CASCADE,
  verified boolean NOT NULL DEFAULT true,
  "failedVerificationCount" integer NOT NULL DEFAULT 0, "lockedUntil" timestamptz
);
CREATE UNIQUE INDEX two_factor_of_user ON sign_in."twoFactor" ("userId");

-- Failed sign-ins, counted for an account (known or not) and for an address, in one place for every process. The
-- subject is a hash: what somebody typed who has no account is nobody's business.
CREATE TABLE sign_in.failures (
  kind         text NOT NULL CHECK (kind IN ('account', 'address')),
  subject      bytea NOT NULL,
  failures     integer NOT NULL,
  last_at      timestamptz NOT NULL,
  locked_until timestamptz,
  PRIMARY KEY (kind, subject)
);
CREATE INDEX failures_age ON sign_in.failures (last_at);

-- The right to found the first business, printed by the program while there is nobody.
CREATE TABLE sign_in.setup_tokens (
  hash    bytea PRIMARY KEY,
  made_at timestamptz NOT NULL DEFAULT now()
);

-- Whether nobody is there yet, neither an account nor a business; but for `mine`, the business that is being founded.
CREATE FUNCTION is_first_business(mine integer) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT NOT EXISTS (SELECT FROM sign_in."user")
     AND NOT EXISTS (SELECT FROM businesses WHERE business_id IS DISTINCT FROM mine)
$$;
REVOKE EXECUTE ON FUNCTION is_first_business(integer) FROM PUBLIC;

-- Runs after grant_application, whose rights to all tables it narrows.
CREATE FUNCTION grant_audit(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON deeds FROM %I', app_role);
  EXECUTE format('REVOKE DELETE ON invitations FROM %I', app_role);
  EXECUTE format('GRANT EXECUTE ON FUNCTION is_first_business(integer) TO %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_audit(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_audit(name) FROM PUBLIC;
