import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Clock } from '../../../platform/clock/index.ts';
import type { MailConfig } from '../../../platform/config/index.ts';
import type { Database } from '../../../platform/database/index.ts';
import type { Log } from '../../../platform/log/index.ts';
import { readLetter } from './letters.ts';
import { readAddress } from './mailboxes.ts';
import { type Addressed, addressedTo, takeLetter } from './taking-letters.ts';
import { countTry, networkOf } from './tries.ts';

const MB = 1024 * 1024;
const LARGEST = 5 * MB;
const MOST_RECIPIENTS = 5;
const MOST_CLIENTS = 50;

export interface MailParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly config: MailConfig;
}

/** Answers of a mail server: 4xx asks the sender to try again later, 5xx tells them not to. */
class MailRefusal extends Error {
  readonly responseCode: number;
  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

/** Where each session's letters go. */
type Boxes = WeakMap<SMTPServerSession, Map<string, Addressed>>;

/**
 * Takes in e-mail for the businesses' own addresses and for nobody else: it sends nothing, hands nothing on, and knows no
 * passwords. TLS is offered where a certificate is given. A letter is accepted once it is stored; until then the sender
 * keeps it and tries again.
 */
export async function receiveMail(
  parts: MailParts,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const { config, log } = parts;
  const tls =
    config.certificate === undefined
      ? null
      : { cert: await readFile(config.certificate.cert), key: await readFile(config.certificate.key) };
  const boxes: Boxes = new WeakMap();
  const server = new SMTPServer({
    name: config.domain,
    banner: 'Nardeban',
    size: LARGEST,
    ...tls,
    authOptional: true,
    disabledCommands: tls === null ? ['AUTH', 'STARTTLS'] : ['AUTH'],
    disableReverseLookup: true,
    maxClients: MOST_CLIENTS,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onRcptTo(address, session, done) {
      void answer(done, () => admit(parts, boxes, address.address, session));
    },
    onData(stream, session, done) {
      void answer(done, () => take(parts, boxes, stream, session), log);
    },
  });
  server.on('error', (error: Error) => log.debug({ err: error }, 'a mail connection broke'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.removeListener('error', reject);
      resolve();
    });
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function admit(
  parts: MailParts,
  boxes: Boxes,
  address: string,
  session: SMTPServerSession,
): Promise<void> {
  const { database, clock, config } = parts;
  const known = boxes.get(session) ?? new Map<string, Addressed>();
  if (known.size >= MOST_RECIPIENTS) throw new MailRefusal(452, 'Too many recipients');
  const read = readAddress(address, config.domain);
  const box = read === null ? null : await addressedTo(database, read);
  // One answer for all of them: nobody learns which addresses there are, and nothing is handed on elsewhere.
  if (box === null) throw new MailRefusal(550, 'No such mailbox here');
  const tried = await countTry(
    database,
    box.business.id,
    [
      { kind: 'letter', subject: `box ${box.mailbox.id}`, minutes: 60, most: 600 },
      { kind: 'letter', subject: networkOf(session.remoteAddress), minutes: 60, most: 300 },
    ],
    clock.now(),
  );
  if (tried.wait > 0) throw new MailRefusal(451, 'Too many letters; try again later');
  known.set(address.toLowerCase(), box);
  boxes.set(session, known);
}

async function take(
  parts: MailParts,
  boxes: Boxes,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Buffer;
    size += bytes.length;
    // The rest is read and dropped: only then does the sender hear why.
    if (size <= LARGEST) chunks.push(bytes);
  }
  if (stream.sizeExceeded || size > LARGEST) throw new MailRefusal(552, 'The letter is too large');
  const { mailFrom, rcptTo } = session.envelope;
  const known = boxes.get(session) ?? new Map<string, Addressed>();
  const letter = await readLetter(Buffer.concat(chunks), {
    from: mailFrom === false ? '' : mailFrom.address,
    helo: session.hostNameAppearsAs,
  });
  for (const { address } of rcptTo) {
    const box = known.get(address.toLowerCase());
    if (box !== undefined) await takeLetter(parts, box, letter, session.remoteAddress);
  }
  // The next letter of the same connection names its own.
  boxes.delete(session);
}

async function answer(
  done: (error?: Error | null) => void,
  work: () => Promise<void>,
  log?: Log,
): Promise<void> {
  let failure: Error | null = null;
  try {
    await work();
  } catch (error) {
    if (!(error instanceof MailRefusal)) log?.warn({ err: error }, 'a letter could not be taken in now');
    failure = error instanceof MailRefusal ? error : new MailRefusal(451, 'Try again later');
  }
  done(failure);
}
