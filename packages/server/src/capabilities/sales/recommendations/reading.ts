import type { Criteria } from '@nardeban/core/criteria';
import type { History } from '@nardeban/core/facts';
import type { Definition } from '@nardeban/core/ladder';
import { askCriteria, type AskRule, strengthTypes } from '@nardeban/core/sales';
import type { Tx } from '../../../platform/database/index.ts';
import { readingFor, readPeople } from '../../ladder/index.ts';

export type Reading = ReturnType<typeof readingFor>;

/** What is fetched of a history to tell whether somebody may be asked, and who is asked first. */
export function readingOf(rule: AskRule, options: { readonly ids?: boolean } = {}): Reading {
  return readingFor([asDefinition(askCriteria(rule))], { ...options, also: [...strengthTypes] });
}

/** Readers know what to fetch by definitions: this is a typology of two classes, of which only the condition matters. */
function asDefinition(when: Criteria): Definition {
  const name = { fa: 'پرسیدنی', en: 'To be asked' };
  return {
    kind: 'typology',
    key: 'ask',
    name,
    classes: [
      { key: 'in', name, when },
      { key: 'out', name },
    ],
  };
}

/** The histories of these people as they are now; of somebody who was merged into another there is none. */
export async function historiesOf(
  tx: Tx,
  people: readonly number[],
  reading: Reading,
): Promise<Map<number, History>> {
  const found = new Map<number, History>();
  if (people.length > 0)
    await readPeople(tx, people, reading, ({ personId, history }) => void found.set(personId, history));
  return found;
}

/** Who these people are now, each once. */
export async function rootsOf(tx: Tx, people: readonly number[]): Promise<number[]> {
  if (people.length === 0) return [];
  const { rows } = await tx.query<{ id: number }>({
    name: 'recommendation-roots',
    text: `SELECT DISTINCT coalesce(merged_into, person_id) AS id FROM people
           WHERE business_id = this_business() AND person_id = ANY($1::bigint[])`,
    values: [people],
  });
  return rows.map(({ id }) => id);
}
