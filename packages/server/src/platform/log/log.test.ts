import { expect, test } from 'vitest';
import { createLog } from './log.ts';

test('what may be a secret is hidden, at the top of a record and one level down', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  log.info({ password: 's3cret', config: { databaseUrl: 's3cret', host: 'here' } }, 'starting');
  log.info({ req: { headers: { authorization: 's3cret', cookie: 's3cret', accept: 'text/html' } } }, 'asked');
  log.debug('unheard');
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('s3cret');
  expect(lines.join()).toContain('here');
  expect(lines.join()).toContain('text/html');
});
