-- What happens is told to other programs by webhooks (docs/decisions/0022-webhooks.md).

-- An address of another program, and what it wants to hear.
CREATE TABLE hooks (
  business_id      integer NOT NULL,
  hook_id          bigint GENERATED ALWAYS AS IDENTITY,
  url              text NOT NULL CHECK (length(url) BETWEEN 1 AND 2000),
  description      text NOT NULL CHECK (length(description) <= 200),
  -- Types of events, families of them (`order.*`), or everything (`*`).
  events           text[] COLLATE "C" NOT NULL CHECK (cardinality(events) <= 100),
  enabled          boolean NOT NULL DEFAULT true,
  -- Why it is off: somebody switched it off, the address said that it is gone, or nothing but failures for days.
  off_because      text COLLATE "C" CHECK (off_because IN ('staff', 'gone', 'failing')),
  off_at           timestamptz,
  -- The key of the signatures. It signs every message, so it is kept as it is.
  secret           text NOT NULL,
  -- The one before, which signs beside it until then.
  old_secret       text,
  old_secret_until timestamptz,
  -- Since when nothing has arrived there; null: what was sent last has.
  failing_since    timestamptz,
  delivered_at     timestamptz,
  revision         integer NOT NULL DEFAULT 1,
  made_by          text NOT NULL,
  made_at          timestamptz NOT NULL DEFAULT now(),
  changed_by       text NOT NULL,
  changed_at       timestamptz NOT NULL DEFAULT now(),
  removed_at       timestamptz,
  PRIMARY KEY (business_id, hook_id)
);
-- Asked by every transaction that tells facts: is anybody there to hear of them?
CREATE INDEX hooks_active ON hooks (business_id) WHERE enabled AND removed_at IS NULL;

-- What has happened and is still to be made into messages: a row for a batch of facts that was stored, or for a batch of
-- people who stand elsewhere, written in the transaction in which it happened and taken away by whoever makes the messages.
CREATE TABLE feed (
  business_id integer NOT NULL,
  feed_id     bigint GENERATED ALWAYS AS IDENTITY,
  -- Numbers of facts, or moves: the other one is null.
  facts       bigint[],
  moves       jsonb,
  told_at     timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (business_id, feed_id)
);

-- One event for one hook: the text that is signed and sent, the same each time, and what became of it.
CREATE TABLE hook_messages (
  business_id integer NOT NULL,
  message_id  bigint GENERATED ALWAYS AS IDENTITY,
  hook_id     bigint NOT NULL,
  -- The `webhook-id` under which the receiver knows a repetition.
  token       text COLLATE "C" NOT NULL,
  event       text COLLATE "C" NOT NULL,
  person_id   bigint,
  body        text NOT NULL,
  state       text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'delivered', 'failed')),
  -- Attempts ever made, and those since it was sent or replayed last, which say how long to wait for the next.
  attempts    integer NOT NULL DEFAULT 0,
  tries       smallint NOT NULL DEFAULT 0,
  -- When it is due; while an attempt is under way, when that one counts as lost. Null: nothing is to be done.
  next_at     timestamptz,
  status      smallint,
  error       text COLLATE "C",
  made_at     timestamptz NOT NULL,
  done_at     timestamptz,
  PRIMARY KEY (business_id, message_id)
);
CREATE INDEX hook_messages_due ON hook_messages (business_id, hook_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX hook_messages_log ON hook_messages (business_id, hook_id, message_id);
CREATE INDEX hook_messages_undelivered ON hook_messages (business_id, hook_id, state, message_id)
  WHERE state <> 'delivered';

CREATE TABLE hook_attempts (
  business_id integer NOT NULL,
  message_id  bigint NOT NULL,
  attempt     integer NOT NULL,
  at          timestamptz NOT NULL,
  took_ms     integer NOT NULL,
  status      smallint,
  -- Why there was no status: a code such as `timeout`.
  error       text COLLATE "C",
  -- The first kilobyte of the answer.
  response    text,
  PRIMARY KEY (business_id, message_id, attempt)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['hooks', 'feed', 'hook_messages', 'hook_attempts'] LOOP
    EXECUTE format('ALTER TABLE %I ALTER COLUMN business_id SET STATISTICS 0', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY own_business ON %I USING (business_id = this_business()) WITH CHECK (business_id = this_business())', t);
  END LOOP;
END $$;
CREATE POLICY doors ON hooks FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON feed FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY doors ON hook_messages FOR SELECT TO CURRENT_USER USING (true);

-- The businesses in which something is to be made into messages or sent. Those without hooks cost nothing.
CREATE FUNCTION businesses_with_hooks(as_of timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT h.business_id FROM (SELECT DISTINCT o.business_id FROM hooks o) h
  WHERE EXISTS (SELECT FROM feed f WHERE f.business_id = h.business_id)
     OR EXISTS (SELECT FROM hooks a JOIN hook_messages m ON m.business_id = a.business_id AND m.hook_id = a.hook_id
                WHERE a.business_id = h.business_id AND a.enabled AND a.removed_at IS NULL AND m.next_at <= as_of)
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_hooks(timestamptz) FROM PUBLIC;

-- The businesses that keep messages older than that.
CREATE FUNCTION businesses_with_old_messages(older_than timestamptz) RETURNS TABLE (business_id integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  SELECT h.business_id FROM (SELECT DISTINCT o.business_id FROM hooks o) h, LATERAL (
    SELECT m.made_at FROM hook_messages m WHERE m.business_id = h.business_id ORDER BY m.message_id LIMIT 1) first
  WHERE first.made_at < older_than
$$;
REVOKE EXECUTE ON FUNCTION businesses_with_old_messages(timestamptz) FROM PUBLIC;
