-- Staff sign-in. The tables better-auth keeps (user, session, account, verification) are not a business's own: one
-- person may work for several. They stand in a schema of their own; memberships say who works where, as what.
CREATE SCHEMA sign_in;

CREATE TABLE sign_in."user" (
  id text PRIMARY KEY, name text NOT NULL, email text NOT NULL UNIQUE, "emailVerified" boolean NOT NULL DEFAULT false,
  image text, language text NOT NULL DEFAULT 'fa',
  "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sign_in.session (
  id text PRIMARY KEY, token text NOT NULL UNIQUE, "userId" text NOT NULL REFERENCES sign_in."user" (id) ON DELETE CASCADE,
  "expiresAt" timestamptz NOT NULL, "ipAddress" text, "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX session_of_user ON sign_in.session ("userId");
CREATE TABLE sign_in.account (
  id text PRIMARY KEY, "accountId" text NOT NULL, "providerId" text NOT NULL,
  "userId" text NOT NULL REFERENCES sign_in."user" (id) ON DELETE CASCADE,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz, scope text, password text,
  "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX account_user ON sign_in.account ("userId");
CREATE TABLE sign_in.verification (
  id text PRIMARY KEY, identifier text NOT NULL, value text NOT NULL, "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(), "updatedAt" timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON sign_in.verification (identifier);

CREATE TABLE sign_in.memberships (
  business_id integer NOT NULL,
  user_id     text NOT NULL REFERENCES sign_in."user" (id) ON DELETE CASCADE,
  role        text NOT NULL CHECK (role IN ('owner', 'manager', 'sales', 'support', 'cashier', 'analyst')),
  joined_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, user_id)
);
CREATE INDEX memberships_of_user ON sign_in.memberships (user_id, business_id);

CREATE OR REPLACE FUNCTION grant_sign_in(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA sign_in TO %I', app_role);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA sign_in TO %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_sign_in(name) FROM PUBLIC;
