import { createHmac, randomBytes } from 'node:crypto';

/** https://www.standardwebhooks.com: the key as it is told to the receiver, who verifies with any of its libraries. */
const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

export function newSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export interface Signed {
  /** The `webhook-id`. */
  readonly token: string;
  /** Seconds since 1970: when it is sent, not when it happened. */
  readonly seconds: number;
  readonly body: string;
}

/** One signature of the first version: `v1,` and HMAC-SHA256 over id, time and body, in base64. */
export function sign(secret: string, { token, seconds, body }: Signed): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${token}.${seconds}.${body}`).digest('base64')}`;
}

/** The headers of a message; while a key is being changed, one signature by each. */
export function signatureHeaders(secrets: readonly string[], signed: Signed): Record<string, string> {
  return {
    'webhook-id': signed.token,
    'webhook-timestamp': String(signed.seconds),
    'webhook-signature': secrets.map((secret) => sign(secret, signed)).join(' '),
  };
}
