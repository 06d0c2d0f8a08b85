import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import { historyPage } from '../facts/index.ts';
import { membersOf, personById } from '../people/index.ts';
import { balancesOf } from '../programme/index.ts';
import { consentRecords } from '../consent/index.ts';

/** Of a longer history the newest are given; the business gives the rest on paper. */
const MOST_FACTS = 20_000;
const AT_A_TIME = 1000;

/** Everything the business keeps about a member, for themselves: who they are, what happened, what they agreed to. */
export async function ownData(tx: Tx, id: number, now: Instant): Promise<Record<string, unknown>> {
  const person = await personById(tx, id);
  const members = (await membersOf(tx, [id])).get(id) ?? [id];
  const facts: object[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await historyPage(tx, members, {
      limit: AT_A_TIME,
      ...(after === undefined ? {} : { after }),
    });
    if (!page.ok) break;
    for (const { type, at, source, data } of page.value.facts)
      facts.push({ type, at: new Date(at).toISOString(), source, data });
    if (page.value.next === null || facts.length >= MOST_FACTS) break;
    after = page.value.next;
  }
  const consents = await consentRecords(tx, members);
  return {
    writtenAt: new Date(now).toISOString(),
    name: person?.name ?? null,
    identifiers: person?.identifiers ?? [],
    traits: person?.traits ?? {},
    wallets: await balancesOf(tx, { kind: 'person', id }, { now }),
    consents: consents.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    facts,
  };
}
