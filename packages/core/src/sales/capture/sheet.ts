import { type NormalIdentity, readIdentity } from '../../people/index.ts';
import { accept, displayText, looseKey, refuse, type Result } from '../../values/index.ts';

/** What a column of a list of leads may be. */
export const plainColumns = [
  'ignore',
  'name',
  'mobile',
  'email',
  'note',
  'wish',
  'price',
  'demo',
  'source',
  'medium',
  'campaign',
] as const;
export type SheetColumn = (typeof plainColumns)[number] | `trait:${string}`;

export function isSheetColumn(text: string): text is SheetColumn {
  return (
    (plainColumns as readonly string[]).includes(text) ||
    /^trait:[\p{Ll}\p{Lo}][\p{Ll}\p{Lo}\p{N}_]{0,62}$/u.test(text)
  );
}

const HEADERS: readonly (readonly [column: SheetColumn, headers: string])[] = [
  [
    'mobile',
    'موبایل|تلفن همراه|شماره همراه|همراه|شماره موبایل|شماره تماس|تلفن|شماره|mobile|cell|phone|phone number|tel',
  ],
  ['email', 'ایمیل|پست الکترونیک|رایانامه|email|e-mail|mail|email address'],
  ['name', 'نام|نام و نام خانوادگی|نام کامل|نام مشتری|مشتری|name|full name|contact|contact name|customer'],
  ['note', 'یادداشت|توضیح|توضیحات|پیام|شرح|note|notes|message|comment|comments|description'],
  ['price', 'کالا|محصول|کالای موردنظر|محصول موردنظر|product|item|product of interest|interest'],
  ['demo', 'ارائه|دمو|نمایش|demo'],
  ['wish', 'خواسته|آرزو|wish'],
  ['source', 'سرچشمه|منبع|source|lead source|utm_source'],
  ['medium', 'رسانه|medium|utm_medium'],
  ['campaign', 'کارزار|کمپین|campaign|utm_campaign'],
  ['trait:city', 'شهر|city|town'],
  ['trait:company', 'شرکت|نام شرکت|company|organisation|organization'],
  ['trait:job', 'شغل|سمت|job|job title|title|position'],
];
const byKey = new Map(
  HEADERS.flatMap(([column, headers]) =>
    headers.split('|').map((header) => [looseKey(header), column] as const),
  ),
);

/** What each header is taken for; what is not recognised is left out until somebody says what it is. */
export function proposeSheet(headers: readonly string[]): SheetColumn[] {
  const seen = new Set<SheetColumn>();
  return headers.map((header) => {
    const column = byKey.get(looseKey(header)) ?? 'ignore';
    if (column === 'ignore' || seen.has(column)) return 'ignore';
    seen.add(column);
    return column;
  });
}

/** Refusals: `sheet_column_twice`, `sheet_without_contact`. */
export function checkSheet(columns: readonly SheetColumn[]): Result<true> {
  const told = columns.filter((column) => column !== 'ignore' && column !== 'note');
  const twice = told.find((column, index) => told.indexOf(column) !== index);
  if (twice !== undefined) return refuse('sheet_column_twice', 'columns', { column: twice });
  return told.includes('mobile') || told.includes('email')
    ? accept(true)
    : refuse('sheet_without_contact', 'columns');
}

/** One line of a list, understood. */
export interface SheetLead {
  readonly identity: NormalIdentity;
  readonly traits: readonly { readonly trait: string; readonly value: string }[];
  readonly asked: readonly { readonly for: 'price' | 'demo'; readonly product: string | null }[];
  readonly wishes: readonly string[];
  readonly notes: readonly { readonly label: string; readonly text: string }[];
  readonly source: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
}

const LONGEST_CELL = 2000;
const LONGEST_WORD = 100;

/** Refusals, each with the header: those of readIdentity, `contact_missing`, `answer_too_long`. */
export function readSheetLine(
  headers: readonly string[],
  columns: readonly SheetColumn[],
  cells: readonly string[],
): Result<SheetLead> {
  const identity: { name?: string; mobile?: string; email?: string } = {};
  const traits: { trait: string; value: string }[] = [];
  const asked: { for: 'price' | 'demo'; product: string | null }[] = [];
  const wishes: string[] = [];
  const notes: { label: string; text: string }[] = [];
  const origin: { source: string | null; medium: string | null; campaign: string | null } = {
    source: null,
    medium: null,
    campaign: null,
  };
  for (const [index, column] of columns.entries()) {
    const raw = cells[index] ?? '';
    const header = headers[index] ?? '';
    if (column === 'ignore') continue;
    if (raw.length > LONGEST_CELL) return refuse('answer_too_long', header, { most: LONGEST_CELL });
    const cell = displayText(raw);
    if (cell === '') continue;
    if (column === 'name' || column === 'mobile' || column === 'email') identity[column] = cell;
    else if (column === 'source' || column === 'medium' || column === 'campaign')
      origin[column] = cell.slice(0, LONGEST_WORD);
    else if (column === 'price' || column === 'demo')
      asked.push({ for: column, product: isYes(cell) ? null : cell.slice(0, LONGEST_WORD) });
    else if (column === 'wish') wishes.push(cell.slice(0, 500));
    else if (column === 'note') notes.push({ label: header, text: cell });
    else traits.push({ trait: column.slice('trait:'.length), value: cell.slice(0, 300) });
  }
  const who = readIdentity(identity);
  if (!who.ok) {
    const at = columns.indexOf(who.refusal.field as SheetColumn);
    return refuse(who.refusal.code, headers[at] ?? who.refusal.field, who.refusal.detail);
  }
  if (who.value.mobile === undefined && who.value.email === undefined)
    return refuse('contact_missing', 'mobile');
  return accept({ identity: who.value, traits, asked, wishes, notes, ...origin });
}

function isYes(cell: string): boolean {
  return /^(?:بله|بلی|آری|yes|y|true|1|x|✓)$/i.test(cell);
}
