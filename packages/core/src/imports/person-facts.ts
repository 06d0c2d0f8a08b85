import { type DeclaredTraits, NO_TRAITS } from '../facts/index.ts';
import type { Instant } from '../values/index.ts';
import type { FactDraft } from './order-facts.ts';
import type { StagedRow } from './staged.ts';
import { traitValue } from './trait-cells.ts';

/** What a row, of people or of orders, says of a person beside who they are. */
export type Told = Pick<StagedRow, 'mobile' | 'email' | 'external' | 'traits' | 'tags'>;

/**
 * The traits and tags told of a person at an instant; none if nobody is named. Keys are made of the person and the
 * value alone, so every further order from the same city, and another list with the same tag, tells the same fact.
 */
export function traitFacts(told: Told, at: Instant, declared: DeclaredTraits = NO_TRAITS): FactDraft[] {
  const person = strongestIdentifier(told);
  if (person === '') return [];
  const facts: FactDraft[] = [];
  for (const [trait, value] of told.traits) {
    facts.push({
      type: 'trait.changed',
      key: keyOf(person, trait, value),
      at,
      data: { trait, value: traitValue(trait, value, declared) },
    });
  }
  for (const tag of told.tags)
    facts.push({ type: 'tag.added', key: keyOf(person, 'tag', tag), at, data: { tag } });
  return facts;
}

/** What a row of a file of people tells. Without a date of registration its traits are told `now`. */
export function personFacts(row: StagedRow, now: Instant, declared: DeclaredTraits = NO_TRAITS): FactDraft[] {
  const facts = traitFacts(row, row.at ?? now, declared);
  if (row.at === null) return facts;
  const data: Record<string, string> = {};
  if (row.channel !== '') data['channel'] = row.channel;
  if (row.branch !== '') data['branch'] = row.branch;
  return [
    { type: 'person.registered', key: keyOf(strongestIdentifier(row), 'registered'), at: row.at, data },
    ...facts,
  ];
}

function strongestIdentifier(told: Told): string {
  if (told.external !== '') return told.external;
  return told.mobile === '' ? told.email : told.mobile;
}

const LONGEST_KEY = 200;

/** A key holds 200 characters; longer values are told apart by their beginning and their length. */
function keyOf(person: string, ...parts: readonly string[]): string {
  const key = ['person', person, ...parts].join(':');
  return key.length <= LONGEST_KEY ? key : `${key.slice(0, LONGEST_KEY - 8)}~${key.length}`;
}
