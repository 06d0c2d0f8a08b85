import { z } from 'zod';
import { accept, refuse, type Result } from '../values/index.ts';
import { type Field, isField, isShared } from './fields.ts';

const field = z.custom<Field>((value) => typeof value === 'string' && isField(value), 'unknown_field');

/** The parts of a mapping somebody may state; whatever is left out is proposed from the file. */
const stated = {
  version: z.literal(1),
  /** One row per order, one row per order line, or people only. */
  kind: z.enum(['orders', 'lines', 'people']),
  /** By header; headers not named here are left out. Two equal headers read «نام» and «نام (2)». */
  columns: z.record(z.string().max(500), field),
  /** ISO 4217 code of the amounts; it has to be the business's own. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  unit: z.enum(['rial', 'toman', 'major']),
  /** Amounts are written in thousands (1000) or millions. */
  times: z.union([z.literal(1), z.literal(1000), z.literal(1_000_000)]),
  /** For dates like 12/1/2010. Null: not stated, and a date that could be either is refused. */
  dateOrder: z.enum(['day_first', 'month_first']).nullable(),
  /** What a lone `1.250` means. Null: not stated, and such an amount is refused. */
  grouping: z.enum(['thousands', 'decimal']).nullable(),
  /** In a file of lines: is the amount that of the line, or the order's total repeated on its lines? */
  amountOf: z.enum(['line', 'order']),
  /** An order number that is one of these and then digits is a return. */
  returnPrefixes: z.array(z.string().min(1).max(10)).max(20),
  /** What words of the status column mean, beside the ones known anyway. */
  statusWords: z.record(z.string().max(100), z.enum(['paid', 'placed', 'returned'])),
  /** Facts of the same source and order number are the same fact, whatever file they come from. */
  source: z.string().min(1).max(100),
};

export const mappingSchema = z.strictObject(stated);
export const partialMappingSchema = z.strictObject(stated).partial();

/** How a file is read: what its columns mean and how its dates, amounts and statuses are written. */
export type Mapping = z.infer<typeof mappingSchema>;
export type PartialMapping = z.infer<typeof partialMappingSchema>;

export const DEFAULT_RETURN_PREFIXES: readonly string[] = ['C', 'R', 'RET', 'CN'];

/**
 * Reads a mapping somebody wrote, whole or in part. Refusal: `mapping_invalid` with the path and what is wrong there.
 */
export function readPartialMapping(json: unknown): Result<PartialMapping> {
  const read = partialMappingSchema.safeParse(json);
  if (read.success) return accept(read.data);
  const issue = read.error.issues[0];
  return refuse('mapping_invalid', 'mapping', {
    path: issue?.path.join('.') ?? '',
    reason: issue?.message ?? '',
  });
}

/** Lays what was stated over a proposal. Columns are replaced header by header. */
export function withStated(proposed: Mapping, part: PartialMapping): Mapping {
  const given = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
  return { ...proposed, ...given, columns: { ...proposed.columns, ...part.columns } };
}

/**
 * Can a file with these headers be read by this mapping? Refusals: `mapping_column_missing` (a header the file does
 * not have), `mapping_field_twice`, `mapping_without_people`, `mapping_without_date`, `mapping_without_amount`,
 * `unit_needs_rial`.
 */
export function checkMapping(mapping: Mapping, headers: readonly string[]): Result<true> {
  const known = new Set(headers);
  const seen = new Set<Field>();
  for (const [header, meaning] of Object.entries(mapping.columns)) {
    if (meaning === 'ignore') continue;
    if (!known.has(header)) return refuse('mapping_column_missing', 'mapping.columns', { header });
    if (seen.has(meaning) && !isShared(meaning))
      return refuse('mapping_field_twice', 'mapping.columns', { field: meaning });
    seen.add(meaning);
  }
  if (mapping.currency !== 'IRR' && mapping.unit !== 'major')
    return refuse('unit_needs_rial', 'mapping.unit', { unit: mapping.unit });
  if (mapping.kind === 'people') {
    return seen.has('mobile') || seen.has('email') || seen.has('external')
      ? accept(true)
      : refuse('mapping_without_people', 'mapping.columns');
  }
  if (!seen.has('date')) return refuse('mapping_without_date', 'mapping.columns');
  const priced = seen.has('unitPrice') && seen.has('quantity');
  return seen.has('amount') || priced ? accept(true) : refuse('mapping_without_amount', 'mapping.columns');
}

/** Headers made one of a kind, in file order: «نام» and again «نام» become «نام» and «نام (2)»; empty ones `column 3`. */
export function uniqueHeaders(raw: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return raw.map((text, index) => {
    const header = text === '' ? `column ${index + 1}` : text;
    const times = (seen.get(header) ?? 0) + 1;
    seen.set(header, times);
    return times === 1 ? header : `${header} (${times})`;
  });
}
