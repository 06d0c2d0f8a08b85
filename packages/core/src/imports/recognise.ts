import { type ColumnSamples, columnSamples } from './column-samples.ts';
import { type Field, isShared } from './fields.ts';
import { headerUnit, type HeaderUnit } from './header-units.ts';
import { headerKey, type Meaning, meaningsOf, meaningsWithin } from './synonyms.ts';

/** What one column was taken for. */
export interface RecognisedColumn {
  readonly header: string;
  readonly field: Field;
  /** 0 (a guess) to 1 (the header says it and the cells agree). */
  readonly sure: number;
  /** Null where it was taken for nothing. */
  readonly why: Why | null;
  readonly amountOf: 'order' | 'line' | null;
  readonly unit: HeaderUnit;
  readonly samples: ColumnSamples;
}

/** Why a column was taken for what it is: its header, a known header within it, a unit in it, or its cells alone. */
export type Why = 'header' | 'part_of_header' | 'unit' | 'cells';

interface Candidate {
  readonly why: Why;
  readonly column: number;
  readonly meaning: Meaning;
  readonly score: number;
}

/** A known header, a known header within a longer one, and the cells alone. */
const EXACT = 1;
const WITHIN = 0.6;
const CELLS = 0.5;

/** A later meaning of the same header loses to an earlier one the cells allow as well. */
const LATER = 0.04;

/** A candidate below this is no recognition: the column is left out. */
const LEAST = 0.3;

/**
 * Takes every column for the likeliest field its header and cells allow. A field goes to one column; a column whose
 * field was taken falls back to its next meaning, or is left out.
 */
export function recogniseColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): RecognisedColumn[] {
  const units = headers.map(headerUnit);
  const samples = headers.map((_, column) => columnSamples(rows.map((row) => row[column] ?? '')));
  const candidates = headers.flatMap((header, column) =>
    candidatesOf(header, column, units[column], samples[column]),
  );
  const hasQuantity = candidates.some(({ meaning, score }) => meaning.field === 'quantity' && score >= LEAST);
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: inCompany(candidate, hasQuantity) }))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  const chosen = new Map<number, Candidate>();
  const taken = new Set<Field>();
  for (const candidate of ranked) {
    const { column, meaning, score } = candidate;
    if (score < LEAST || chosen.has(column) || (taken.has(meaning.field) && !isShared(meaning.field)))
      continue;
    chosen.set(column, candidate);
    taken.add(meaning.field);
  }
  return headers.map((header, column) => {
    const candidate = firstBesideLast(chosen.get(column), taken, candidates);
    return {
      header,
      field: candidate?.meaning.field ?? 'ignore',
      sure: Math.max(0, Math.min(1, candidate?.score ?? 0)),
      why: candidate?.why ?? null,
      amountOf: candidate?.meaning.amountOf ?? null,
      unit: units[column] ?? headerUnit(header),
      samples: samples[column] ?? columnSamples([]),
    };
  });
}

/** «نام» is a full name, but beside «نام خانوادگی» it is the first. */
function firstBesideLast(
  chosen: Candidate | undefined,
  taken: ReadonlySet<Field>,
  candidates: readonly Candidate[],
): Candidate | undefined {
  if (chosen?.meaning.field !== 'name' || !taken.has('last') || taken.has('first')) return chosen;
  return (
    candidates.find(({ column, meaning }) => column === chosen.column && meaning.field === 'first') ?? chosen
  );
}

function candidatesOf(
  header: string,
  column: number,
  unit: HeaderUnit | undefined,
  samples: ColumnSamples | undefined,
): Candidate[] {
  if (unit === undefined || samples === undefined) return [];
  const keys = [...new Set([headerKey(header), headerKey(unit.rest)])].filter((key) => key !== '');
  const exact = keys.flatMap(meaningsOf);
  const near = exact.length > 0 ? [] : keys.flatMap(meaningsWithin);
  const base = exact.length > 0 ? EXACT : WITHIN;
  const named = [...exact, ...near].map((meaning, place) => ({
    why: exact.length > 0 ? ('header' as const) : ('part_of_header' as const),
    column,
    meaning,
    score: base * Math.max(fit(meaning.field, samples), plainlyMobile(meaning.field, keys)) - place * LATER,
  }));
  // A unit is as good as a name: «تومان» alone heads the amounts.
  const byUnit: Candidate[] =
    unit.unit !== null && samples.numbers > 0.5
      ? [{ why: 'unit', column, meaning: { field: 'amount', amountOf: 'line' }, score: CELLS }]
      : [];
  return [...named, ...byUnit, ...byCells(column, samples)];
}

/** A header that says mobile stays one when its cells are bad: their rows are then refused with the reason. */
function plainlyMobile(field: Field, keys: readonly string[]): number {
  return field === 'mobile' && keys.some((key) => /mobile|cell|موبایل|همراه/.test(key)) ? 0.5 : 0;
}

/** What cells say where the header does not: a column of mobiles is one whatever it is called. */
function byCells(column: number, samples: ColumnSamples): Candidate[] {
  const found: Candidate[] = [];
  if (samples.mobiles > 0.6) found.push({ why: 'cells', column, meaning: { field: 'mobile' }, score: CELLS });
  if (samples.emails > 0.6) found.push({ why: 'cells', column, meaning: { field: 'email' }, score: CELLS });
  if (samples.dates > 0.8)
    found.push({ why: 'cells', column, meaning: { field: 'date' }, score: CELLS - 0.1 });
  return found;
}

/** A price beside a quantity is a unit price; alone it is what was paid. */
function inCompany({ meaning, score }: Candidate, hasQuantity: boolean): number {
  if (meaning.field === 'unitPrice') return hasQuantity ? score + 0.1 : score - 0.2;
  return score;
}

/** How well cells agree with a field: 1 fully, 0 not at all. An empty column cannot disagree. */
function fit(field: Field, samples: ColumnSamples): number {
  if (samples.filled === 0) return 0.7;
  switch (field) {
    case 'mobile':
      return samples.mobiles > 0.3 ? 1 : 0.2;
    case 'email':
      return samples.emails > 0.3 ? 1 : 0.2;
    case 'date':
      return samples.dates > 0.5 ? 1 : samples.numbers > 0.5 && samples.dates === 0 ? 0.4 : 0.5;
    case 'birthday':
      return samples.dates > 0.5 ? 1 : 0.2;
    case 'time':
      return samples.times > 0.5 ? 1 : 0.1;
    case 'amount':
    case 'unitPrice':
    case 'quantity':
    case 'discount':
    case 'tax':
      return samples.numbers > 0.5 ? 1 : 0.4;
    case 'external':
      return samples.digits > 0.5 ? 1 : samples.mobiles > 0.5 ? 0.2 : samples.letters > 0.9 ? 0.7 : 0.9;
    case 'name':
    case 'first':
    case 'last':
    case 'product':
      return samples.letters > 0.5 ? 1 : 0.1;
    case 'status':
      return samples.statuses > 0.5 ? 1 : 0.1;
    case 'order':
      return samples.dates > 0.5 || samples.mobiles > 0.5 ? 0.1 : 1;
    default:
      return 1;
  }
}
