import { type DestinationStream, destination, type Logger, pino } from 'pino';

export type Log = Logger;

// Whatever may carry a secret or a person's contact, at the top of a record or one level down.
const hidden = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'writeKey',
  'databaseUrl',
  'databaseAppUrl',
  'ownerUrl',
  'appUrl',
  'connectionString',
].flatMap((name) => [name, `*.${name}`]);

const redact = {
  paths: [...hidden, 'req.headers.authorization', 'req.headers.cookie', 'res.headers["set-cookie"]'],
  censor: '[hidden]',
};

/**
 * One line of JSON per record, on standard error: standard output belongs to what a command answers. Written at
 * once, so that the last words before a crash are not lost.
 */
export function createLog(
  level: string,
  stream: DestinationStream = destination({ fd: 2, sync: true }),
): Log {
  return pino({ level, base: null, redact }, stream);
}
