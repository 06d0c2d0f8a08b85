import type { FactData } from '@nardeban/core/facts';
import { type Identity, type NormalIdentity, readIdentity } from '@nardeban/core/people';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { readInstant } from './instant.ts';
import { DEFAULT_SOURCE, LONGEST_SOURCE } from './sources.ts';

/** A fact as somebody sends it: nothing about it is believed yet. */
export interface IncomingFact {
  /** Who it is about, in any spelling, or the number of a person already known; without it, nobody. */
  readonly person?: (Identity & { readonly id?: number }) | undefined;
  readonly type: string;
  /** ISO 8601 with its offset from UTC, or epoch milliseconds. */
  readonly at: string | number;
  readonly source?: string | undefined;
  /** Unique within the source: sending the fact again under it changes nothing. */
  readonly key: string;
  readonly data?: FactData | undefined;
}

/** The same in its one spelling; the vocabulary and the person's number are still to be checked. */
export interface ReadFact {
  readonly who: NormalIdentity;
  readonly personId: number | null;
  readonly type: string;
  readonly at: Instant;
  readonly source: string;
  readonly key: string;
  readonly data: FactData;
}

const LONGEST_KEY = 200;
const identityParts = ['mobile', 'email', 'external', 'anonymous', 'name'] as const;

/**
 * Reads what may be anything at all. Refusals, beside those of readIdentity: `fact_not_an_object`,
 * `person_not_an_object`, `text_expected`, `text_unreadable`, `person_kind_unknown`, `person_id_invalid`,
 * `person_id_alone`, `fact_type_missing`, `instant_unreadable`, `source_invalid`, `key_missing`, `key_too_long`,
 * `data_not_flat`.
 */
export function readIncoming(raw: unknown): Result<ReadFact> {
  if (!isRecord(raw)) return refuse('fact_not_an_object');
  const { type, at, source = DEFAULT_SOURCE, key, data = {} } = raw;
  if (typeof type !== 'string' || type === '') return refuse('fact_type_missing', 'type');
  const instant = readInstant(at);
  if (instant === undefined) return refuse('instant_unreadable', 'at');
  if (typeof source !== 'string' || source.length > LONGEST_SOURCE || source.trim() === '') {
    return refuse('source_invalid', 'source', { most: LONGEST_SOURCE });
  }
  if (typeof key !== 'string' || key === '') return refuse('key_missing', 'key');
  if (key.length > LONGEST_KEY) return refuse('key_too_long', 'key', { most: LONGEST_KEY });
  if (!isStorable(source)) return refuse('text_unreadable', 'source');
  if (!isStorable(key)) return refuse('text_unreadable', 'key');
  const record = readRecord(data);
  if (!record.ok) return record;
  const who = readWho(raw['person']);
  if (!who.ok) return who;
  return accept({ ...who.value, type, at: instant, source, key, data: record.value });
}

function readRecord(data: unknown): Result<FactData> {
  if (!isRecord(data)) return refuse('data_not_flat', 'data');
  let isWhole = true;
  for (const field of Object.keys(data)) {
    const value = data[field];
    if (value === undefined || value === null) isWhole = false;
    else if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return refuse('data_not_flat', `data.${field.slice(0, 100)}`);
    else if (typeof value === 'string' && !isStorable(value))
      return refuse('text_unreadable', `data.${field.slice(0, 100)}`);
  }
  if (isWhole) return accept(data as FactData);
  // Not by assignment, which would swallow a field named __proto__ without a word.
  return accept(
    Object.fromEntries(
      Object.entries(data).filter(([, value]) => value !== undefined && value !== null),
    ) as FactData,
  );
}

function readWho(person: unknown): Result<{ who: NormalIdentity; personId: number | null }> {
  if (person === undefined || person === null) return accept({ who: {}, personId: null });
  if (!isRecord(person)) return refuse('person_not_an_object', 'person');
  const identity: { -readonly [part in keyof Identity]: Identity[part] } = {};
  for (const part of identityParts) {
    const value = person[part];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return refuse('text_expected', `person.${part}`, { field: part });
    identity[part] = value;
  }
  const { kind, id } = person;
  if (kind !== undefined && kind !== null) {
    if (kind !== 'person' && kind !== 'organisation') return refuse('person_kind_unknown', 'person.kind');
    identity.kind = kind;
  }
  if (id !== undefined && id !== null) {
    if (typeof id !== 'number' || !Number.isSafeInteger(id) || id < 1)
      return refuse('person_id_invalid', 'person.id');
    // A number that disagreed with the identifiers would have to be believed against them, or not.
    if (identityParts.some((part) => identity[part] !== undefined))
      return refuse('person_id_alone', 'person.id');
    return accept({ who: {}, personId: id });
  }
  const read = readIdentity(identity);
  if (!read.ok) {
    const { code, field, detail } = read.refusal;
    return refuse(code, field === undefined ? 'person' : `person.${field}`, detail);
  }
  return accept({ who: read.value, personId: null });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Neither a NUL nor half a surrogate pair can be stored. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
