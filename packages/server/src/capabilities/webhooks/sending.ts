import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP } from 'node:net';
import { ADDRESS_REFUSED, type AddressRules, guardedLookup, hostOf, mayReach } from './addresses.ts';

/** What came of one attempt. */
export interface Attempted {
  readonly status: number | null;
  /** Why there is no status. */
  readonly error: AttemptError | null;
  /** The first kilobyte of the answer. */
  readonly response: string | null;
  readonly retryAfter: string | undefined;
  readonly tookMs: number;
}

/** `stopped`: this program ended while it waited, which says nothing about the receiver. */
export type AttemptError =
  | 'address_refused'
  | 'connection_failed'
  | 'name_unknown'
  | 'stopped'
  | 'timeout'
  | 'tls_failed';

export interface Parcel {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const RESPONSE_KEPT = 1024;

/**
 * Posts a message once. Follows no redirect, and reads no more of the answer than is kept. Never throws: whatever goes
 * wrong is an outcome. A connection of its own each time: one kept open that the receiver closes just then would look like
 * a failure.
 */
export function post(
  { url: text, headers, body }: Parcel,
  options: { readonly rules: AddressRules; readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<Attempted> {
  const began = performance.now();
  return new Promise((resolve) => {
    let over = false;
    const end = (outcome: Partial<Attempted>): void => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      options.signal.removeEventListener('abort', stopped);
      resolve({
        status: null,
        error: null,
        response: null,
        retryAfter: undefined,
        ...outcome,
        tookMs: Math.round(performance.now() - began),
      });
      call?.destroy();
    };
    const stopped = (): void => end({ error: 'stopped' });
    const timer = setTimeout(() => end({ error: 'timeout' }), options.timeoutMs);
    options.signal.addEventListener('abort', stopped);
    const url = new URL(text);
    const secure = url.protocol === 'https:';
    const host = hostOf(url);
    let call: ReturnType<typeof plainRequest> | undefined;
    if (options.signal.aborted) return stopped();
    // A name is looked at when it is resolved; a number is not resolved.
    if (isIP(host) !== 0 && !mayReach(host, secure, options.rules)) return end({ error: 'address_refused' });
    call = (secure ? secureRequest : plainRequest)(url, {
      method: 'POST',
      agent: false,
      lookup: guardedLookup(secure, options.rules),
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    });
    call.on('error', (error) => end({ error: errorOf(error) }));
    call.on('response', (answer) => {
      readStart(answer, (response) =>
        end({ status: answer.statusCode ?? 0, response, retryAfter: answer.headers['retry-after'] }),
      );
    });
    call.end(body);
  });
}

/** The status counts as soon as it is there, also when the rest of the answer breaks off. */
function readStart(answer: IncomingMessage, done: (text: string | null) => void): void {
  const parts: Buffer[] = [];
  let length = 0;
  const finish = (): void => {
    // A letter cut in half at the end is left away, and what no text may hold as well.
    const text = Buffer.concat(parts)
      .subarray(0, RESPONSE_KEPT)
      .toString('utf8')
      .replace(/\uFFFD$/, '');
    done(text === '' ? null : text.replaceAll('\0', '\uFFFD'));
  };
  answer.on('data', (part: Buffer) => {
    parts.push(part);
    length += part.length;
    if (length >= RESPONSE_KEPT) finish();
  });
  answer.on('end', finish);
  answer.on('error', finish);
}

function errorOf(error: Error): AttemptError {
  const code = 'code' in error ? String(error.code) : '';
  if (code === ADDRESS_REFUSED) return 'address_refused';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN' || code === 'ENODATA') return 'name_unknown';
  if (/^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/.test(code)) return 'tls_failed';
  return 'connection_failed';
}
