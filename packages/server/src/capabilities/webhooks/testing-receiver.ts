import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something another program was sent. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another program, as whoever sends webhooks sees one. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on; it answers 200 until told otherwise. */
  answer(how: (received: Received, response: ServerResponse) => void): void;
  close(): Promise<void>;
}

/** The networks a test's own receiver is in. */
export const THIS_MACHINE: readonly string[] = ['127.0.0.0/8', '::1/128'];

export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answer = (_: Received, response: ServerResponse): void => void response.end('ok');
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const one = { path: request.url ?? '', headers: request.headers, body };
      received.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer: (how) => void (answer = how),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/**
 * Whether a message bears a signature made with this secret, as a receiver finds out who has read the specification and not
 * our code. `now` is the receiver's clock; more than five minutes apart it is taken for a recording.
 */
export function isSigned({ headers, body }: Received, secret: string, now: number): boolean {
  const id = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return false;
  const hmac = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'));
  const expected = hmac.update([id, timestamp, body].join('.')).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((entry) => {
      const [version, signature = ''] = entry.split(',');
      const given = Buffer.from(signature, 'base64');
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
    });
}
