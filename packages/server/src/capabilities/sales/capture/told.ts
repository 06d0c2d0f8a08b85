import {
  type Agreed,
  type Doubt,
  doubtsOf,
  type Form,
  readAnswers,
  readSheetLine,
  type SheetColumn,
  type Written,
} from '@nardeban/core/sales';
import { type NormalIdentity, readIdentity } from '@nardeban/core/people';
import { accept, displayText, type Language, type Result } from '@nardeban/core/values';

/** What somebody sent by a form. */
export interface FormContent {
  readonly kind: 'form';
  readonly written: Written;
  readonly language: Language;
  /** The number their browser has made up for itself on the business's site. */
  readonly visitor: string | null;
  /** The page the form stood on, and the one before it. */
  readonly page: string | null;
  readonly referrer: string | null;
}

/** What somebody wrote us as a letter. */
export interface LetterContent {
  readonly kind: 'letter';
  readonly from: string;
  readonly name: string;
  readonly subject: string;
  readonly text: string;
  /** Names of what was enclosed. It was not kept. */
  readonly enclosed: readonly string[];
  /** Who handed it in and what was said of the sender on the way; told, and not judged. */
  readonly envelope: { readonly from: string; readonly helo: string; readonly spf: string | null };
}

/** A line of a list. */
export interface LineContent {
  readonly kind: 'line';
  readonly headers: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly cells: readonly string[];
}

export type Content = FormContent | LetterContent | LineContent;

/** What was sent, understood: whatever way it came. */
export interface Told {
  readonly identity: NormalIdentity;
  readonly traits: readonly { readonly trait: string; readonly value: string | number | boolean }[];
  readonly asked: readonly { readonly for: 'price' | 'demo'; readonly product: string | null }[];
  readonly wishes: readonly string[];
  /** Empty: none. */
  readonly note: string;
  readonly consents: readonly Agreed[];
  /** They wrote a message. */
  readonly isMessage: boolean;
  /** What is asked of the words is whether a robot made them. */
  readonly texts: readonly string[];
}

/** Reads what was written into a form. Refusals: those of readAnswers. */
export function toldByForm(form: Form, content: FormContent): Result<Told> {
  const read = readAnswers(form, content.written, content.language);
  if (!read.ok) return read;
  const { identity, notes, ...rest } = read.value;
  const isMessage = notes.length > 0;
  return accept({
    ...rest,
    identity: content.visitor === null ? identity : { ...identity, anonymous: content.visitor },
    note: isMessage
      ? [form.title[content.language], ...notes.map(({ label, text }) => `${label}: ${text}`)].join('\n')
      : '',
    isMessage,
    texts: [identity.name ?? '', ...notes.map(({ text }) => text), ...rest.wishes, ...texts(rest.traits)],
  });
}

/** Reads a letter. Refusals: those of readIdentity, on `from`. */
export function toldByLetter(content: LetterContent, language: Language): Result<Told> {
  const name = displayText(content.name).slice(0, 200);
  const who = readIdentity({ email: content.from, ...(name === '' || name.includes('@') ? {} : { name }) });
  if (!who.ok) return who;
  const names = content.enclosed
    .slice(0, 20)
    .map((one) => displayText(one).slice(0, 100))
    .join('، ');
  const enclosed =
    names === ''
      ? []
      : [language === 'fa' ? `پیوست‌ها نگه داشته نشد: ${names}` : `Enclosures were not kept: ${names}`];
  return accept({
    identity: who.value,
    traits: [],
    asked: [],
    wishes: [],
    note: [content.subject, content.text, ...enclosed].filter((part) => part !== '').join('\n\n'),
    consents: [],
    isMessage: true,
    texts: [content.subject, content.text],
  });
}

/** Reads a line of a list. Refusals: those of readSheetLine. */
export function toldByLine({
  headers,
  columns,
  cells,
}: LineContent): Result<
  Told & { readonly source: string | null; readonly medium: string | null; readonly campaign: string | null }
> {
  const read = readSheetLine(headers, columns, cells);
  if (!read.ok) return read;
  const { notes, ...rest } = read.value;
  return accept({
    ...rest,
    note: notes.map(({ label, text }) => `${label}: ${text}`).join('\n'),
    consents: [],
    isMessage: false,
    texts: [],
  });
}

/** What in it speaks of a robot. A list that a member of staff uploads is never doubted. */
export function doubtsOfTold(told: Told, kind: 'form' | 'letter'): readonly Doubt[] {
  return doubtsOf(told.texts, kind);
}

function texts(traits: Told['traits']): string[] {
  return traits.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
}
