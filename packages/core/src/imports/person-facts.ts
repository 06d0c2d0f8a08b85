import type { Instant } from '../values/index.ts';
import type { FactDraft } from './order-facts.ts';
import type { StagedRow } from './staged.ts';

/**
 * What a row of a file of people tells: when they registered, their traits and tags. `told` is the instant of what
 * carries no date of its own. Keys are made of the person and the value, so another list with the same value repeats
 * the same fact.
 */
export function personFacts(row: StagedRow, told: Instant): FactDraft[] {
  const person = row.external !== '' ? row.external : row.mobile !== '' ? row.mobile : row.email;
  const at = row.at ?? told;
  const facts: FactDraft[] = [];
  if (row.at !== null) {
    const data: Record<string, string> = {};
    if (row.channel !== '') data['channel'] = row.channel;
    if (row.branch !== '') data['branch'] = row.branch;
    facts.push({ type: 'person.registered', key: keyOf(person, 'registered'), at, data });
  }
  for (const [trait, value] of row.traits) {
    facts.push({ type: 'trait.changed', key: keyOf(person, trait, value), at, data: { trait, value } });
  }
  for (const tag of row.tags) facts.push({ type: 'tag.added', key: keyOf(person, 'tag', tag), at, data: { tag } });
  return facts;
}

const LONGEST_KEY = 200;

/** Long values are told apart by their beginning and length; a key holds 200 characters. */
function keyOf(person: string, ...parts: readonly string[]): string {
  const key = ['person', person, ...parts].join(':');
  return key.length <= LONGEST_KEY ? key : `${key.slice(0, LONGEST_KEY - 8)}~${key.length}`;
}
