-- Text messages, one-time codes, and the customer's own pages.

-- Every text message that was handed to a gateway, and what became of it; never what it said, for it may have been a code.
-- A message is handed over once: whoever hears no answer asks for its status by its number and does not send again.
CREATE TABLE messages (
  business_id integer NOT NULL,
  -- Also the local number under which the gateway knows it.
  message_id  bigint GENERATED ALWAYS AS IDENTITY,
  recipient   text COLLATE "C" NOT NULL CHECK (recipient ~ '^\+[1-9][0-9]{6,14}$'),
  purpose     text COLLATE "C" NOT NULL CHECK (length(purpose) BETWEEN 1 AND 40),
  provider    text COLLATE "C" NOT NULL CHECK (length(provider) BETWEEN 1 AND 20),
  parts       smallint NOT NULL CHECK (parts BETWEEN 1 AND 100),
  state       text COLLATE "C" NOT NULL DEFAULT 'unknown' CHECK (state IN
    ('unknown', 'accepted', 'refused', 'delivered', 'undelivered', 'blocked')),
  -- The gateway's own number; null: none was heard.
  reference   text COLLATE "C" CHECK (length(reference) <= 100),
  -- Why it was refused or not delivered: a code such as `credit`.
  reason      text COLLATE "C" CHECK (length(reason) <= 60),
  -- What the gateway charged, in rial.
  cost        bigint CHECK (cost >= 0),
  made_at     timestamptz NOT NULL,
  changed_at  timestamptz NOT NULL,
  -- When to ask what became of it; null: that is known, or nobody asks any more.
  ask_at      timestamptz,
  asked       smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, message_id)
);
CREATE INDEX messages_to_ask ON messages (business_id, ask_at) WHERE ask_at IS NOT NULL;

-- What the recording provider was given to send: the mailbox of whoever develops or tries. Empty in production.
CREATE TABLE recorded_messages (
  business_id integer NOT NULL,
  message_id  bigint NOT NULL,
  recipient   text COLLATE "C" NOT NULL CHECK (length(recipient) <= 20),
  body        text NOT NULL CHECK (length(body) <= 2000),
  made_at     timestamptz NOT NULL,
  PRIMARY KEY (business_id, message_id)
);

-- Codes that prove whose mobile it is. The code itself is kept nowhere.
CREATE TABLE one_time_codes (
  business_id integer NOT NULL,
  challenge   text COLLATE "C" NOT NULL CHECK (length(challenge) = 32),
  purpose     text COLLATE "C" NOT NULL CHECK (purpose IN ('sign-in', 'spend', 'redeem')),
  -- To whose mobile it went.
  recipient   text COLLATE "C" NOT NULL CHECK (recipient ~ '^\+[1-9][0-9]{6,14}$'),
  -- Whose it is, where that was known when it was asked for.
  person_id   bigint,
  -- What alone it is good for, such as one quote; null: for anything of its purpose.
  about       text COLLATE "C" CHECK (length(about) <= 100),
  salt        bytea NOT NULL,
  hash        bytea NOT NULL,
  made_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  attempts    smallint NOT NULL DEFAULT 0,
  used_at     timestamptz,
  PRIMARY KEY (business_id, challenge)
);
CREATE INDEX one_time_codes_of_person ON one_time_codes (business_id, person_id, purpose, made_at)
  WHERE person_id IS NOT NULL;
CREATE INDEX one_time_codes_age ON one_time_codes (business_id, made_at);

-- How many codes went to a mobile, or were asked for from a network address, in an hour or a day.
CREATE TABLE code_sends (
  business_id integer NOT NULL,
  kind        text COLLATE "C" NOT NULL CHECK (kind IN ('mobile', 'address', 'business')),
  -- A hash of it.
  subject     bytea NOT NULL,
  -- The length of the window in minutes, and which of them since 1970.
  minutes     smallint NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  slot        integer NOT NULL,
  sends       integer NOT NULL DEFAULT 0,
  PRIMARY KEY (business_id, kind, subject, minutes, slot)
);
CREATE INDEX code_sends_age ON code_sends (business_id, minutes, slot);

-- Whether the customer's pages are open, and what they say. No row: they are closed.
CREATE TABLE portal_settings (
  business_id integer NOT NULL,
  open        boolean NOT NULL DEFAULT false,
  -- May somebody whom the business does not know yet join?
  joining     boolean NOT NULL DEFAULT true,
  welcome     text NOT NULL DEFAULT '' CHECK (length(welcome) <= 300),
  -- What customers are told a rung is called, by its key.
  rungs       jsonb NOT NULL DEFAULT '{}',
  revision    integer NOT NULL DEFAULT 1,
  changed_by  text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id)
);

-- The phones on which members are signed in; of the token only its hash.
CREATE TABLE portal_sessions (
  business_id integer NOT NULL,
  session_id  bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  -- The mobile that was proved.
  mobile      text COLLATE "C" NOT NULL CHECK (length(mobile) <= 20),
  hash        bytea NOT NULL,
  user_agent  text CHECK (length(user_agent) <= 300),
  made_at     timestamptz NOT NULL,
  seen_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (business_id, session_id)
);
CREATE UNIQUE INDEX portal_sessions_by_hash ON portal_sessions (business_id, hash);
CREATE INDEX portal_sessions_of_person ON portal_sessions (business_id, person_id);
CREATE INDEX portal_sessions_age ON portal_sessions (business_id, expires_at);

-- What somebody agreed to or took back, in which words, when and how. It can be added to and nothing else.
CREATE TABLE consent_records (
  business_id integer NOT NULL,
  consent_id  bigint GENERATED ALWAYS AS IDENTITY,
  person_id   bigint NOT NULL,
  purpose     text COLLATE "C" NOT NULL CHECK (length(purpose) BETWEEN 1 AND 40),
  channel     text COLLATE "C" NOT NULL CHECK (length(channel) BETWEEN 1 AND 20),
  given       boolean NOT NULL,
  -- The sentence as it stood there when they decided.
  wording     text NOT NULL CHECK (length(wording) BETWEEN 1 AND 1000),
  way         text COLLATE "C" NOT NULL CHECK (length(way) BETWEEN 1 AND 40),
  address     text COLLATE "C" CHECK (length(address) <= 60),
  at          timestamptz NOT NULL,
  PRIMARY KEY (business_id, consent_id)
);
CREATE INDEX consent_records_of_person ON consent_records (business_id, person_id, purpose, channel, consent_id);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['messages', 'recorded_messages', 'one_time_codes', 'code_sends', 'portal_settings',
                           'portal_sessions', 'consent_records'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = (SELECT this_business())) WITH CHECK (business_id = (SELECT this_business()))', t);
  END LOOP;
END $$;
CREATE POLICY doors ON messages FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON one_time_codes FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON portal_sessions FOR SELECT TO CURRENT_USER USING (true);

-- The businesses that wait to hear what became of a message.
CREATE FUNCTION businesses_with_sent_messages(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM messages m WHERE m.business_id = b.business_id AND m.ask_at <= as_of)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_sent_messages(timestamptz) FROM PUBLIC;

-- The businesses that keep codes or sessions nobody can use any more.
CREATE FUNCTION businesses_with_spent_codes(older_than timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT b.business_id FROM businesses b
  WHERE EXISTS (SELECT FROM one_time_codes c WHERE c.business_id = b.business_id AND c.made_at < older_than)
     OR EXISTS (SELECT FROM portal_sessions s WHERE s.business_id = b.business_id AND s.expires_at < older_than)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_spent_codes(timestamptz) FROM PUBLIC;

CREATE FUNCTION grant_portal(app_role name) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('REVOKE UPDATE, DELETE ON consent_records FROM %I', app_role);
  EXECUTE format('REVOKE UPDATE ON recorded_messages FROM %I', app_role);
  EXECUTE format('REVOKE EXECUTE ON FUNCTION grant_portal(name) FROM %I', app_role);
END $$;
REVOKE EXECUTE ON FUNCTION grant_portal(name) FROM PUBLIC;
