import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { LetterContent } from './told.ts';

/** A letter as far as it is read. */
export interface Letter {
  /** Names it for ever: a delivery that is tried again is the same letter. */
  readonly key: string;
  /** Nobody wrote it: an answer of a machine, a bounce, a mailing. */
  readonly isAutomatic: boolean;
  /** Who wrote it; null: nobody can be told from it. */
  readonly content: LetterContent | null;
}

export interface Envelope {
  /** Empty: a bounce. */
  readonly from: string;
  readonly helo: string;
}

const PARSING = {
  skipImageLinks: true,
  skipTextToHtml: true,
  skipTextLinks: true,
  maxHtmlLengthToParse: 500_000,
} as const;
const LONGEST_TEXT = 8000;
const LONGEST_SUBJECT = 300;

/**
 * Reads a letter. Its HTML is made text and thrown away, and so is what is enclosed; nothing of it is ever run, fetched or
 * kept. Throws nothing: what cannot be read is a letter of nobody.
 */
export async function readLetter(raw: Buffer, envelope: Envelope): Promise<Letter> {
  const mail = await simpleParser(raw, PARSING);
  const sender = mail.from?.value[0];
  const from = sender?.address ?? '';
  const content: LetterContent | null =
    from === ''
      ? null
      : {
          kind: 'letter',
          from: storable(from).slice(0, 320),
          name: storable(sender?.name ?? '').slice(0, 300),
          subject: storable(mail.subject ?? '').slice(0, LONGEST_SUBJECT),
          text: ownWords(storable(await textOf(mail))).slice(0, LONGEST_TEXT),
          enclosed: mail.attachments
            .map(({ filename, contentType }) => storable(filename ?? contentType).slice(0, 200))
            .slice(0, 50),
          envelope: {
            from: storable(envelope.from).slice(0, 320),
            helo: storable(envelope.helo).slice(0, 255),
            spf: header(mail, 'received-spf'),
          },
        };
  return { key: keyOf(raw, mail), isAutomatic: isAutomatic(mail, envelope), content };
}

/** What was written as plain text; of a letter that is HTML alone, the words in it. */
async function textOf(mail: ParsedMail): Promise<string> {
  const type = mail.headers.get('content-type');
  const isHtml = typeof type === 'object' && 'value' in type && type.value === 'text/html';
  if (typeof mail.html !== 'string' || (mail.text !== undefined && !isHtml)) return mail.text ?? '';
  // A picture of nothing tells its sender who has read the letter: not even its address is kept.
  const words = mail.html.slice(0, PARSING.maxHtmlLengthToParse).replaceAll(/<img\b[^>]*>/gi, '');
  const again = await simpleParser(
    Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${words}`),
    PARSING,
  );
  return again.text ?? '';
}

/** By its Message-ID, or, where it has none, by all of its bytes. */
function keyOf(raw: Buffer, { messageId }: ParsedMail): string {
  const of = messageId === undefined || messageId.trim() === '' ? raw : messageId.trim();
  return `mail-${createHash('sha256').update(of).digest('base64url')}`;
}

/** RFC 3834 and what programs do that have never heard of it. */
function isAutomatic(mail: ParsedMail, envelope: Envelope): boolean {
  const auto = header(mail, 'auto-submitted');
  if (auto !== null && !/^no\b/i.test(auto)) return true;
  if (envelope.from === '' || /^<?(?:mailer-daemon|postmaster)@/i.test(mail.from?.value[0]?.address ?? ''))
    return true;
  if (/^(?:bulk|junk|list|auto_reply)$/i.test(header(mail, 'precedence') ?? '')) return true;
  if (['x-autoreply', 'x-autorespond'].some((name) => mail.headers.has(name))) return true;
  const list = mail.headers.get('list');
  if (typeof list === 'object' && 'id' in list) return true;
  const type = mail.headers.get('content-type');
  return typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
}

/** What they wrote now, without what they answer to. */
function ownWords(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').split('\n');
  const quoted = lines.findIndex(
    (line, index) =>
      index > 0 && /^(?:-{2,}\s*Original Message|_{10,}$|On .{10,200} wrote:$)/i.test(line.trim()),
  );
  const own = (quoted === -1 ? lines : lines.slice(0, quoted)).filter((line) => !line.startsWith('>'));
  const kept = own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return kept === '' ? text.trim() : kept;
}

function header(mail: ParsedMail, name: string): string | null {
  const value = mail.headers.get(name);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? storable(first).slice(0, 300) : null;
}

/** Neither a NUL nor half a sign can be kept. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed();
}
