import { explainLead, type Explanation } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { readPeople } from '../../ladder/index.ts';
import { type AgreementVersion, agreementInForce, readingForLeads, scorerFor } from './agreement-store.ts';
import type { Lead } from './lead.ts';
import { isInside } from './living.ts';

export interface Explained {
  readonly agreement: AgreementVersion;
  readonly explanation: Explanation;
}

/** The scores of these leads as the facts say now, each with every rule and the facts behind it. */
export async function explainLeads(
  tx: Tx,
  business: Business,
  leads: readonly Lead[],
  now: Instant,
): Promise<ReadonlyMap<number, Explained>> {
  const agreement = await agreementInForce(tx);
  const scorer = scorerFor(business, agreement);
  const byRoot = Map.groupBy(leads, ({ root }) => root);
  const explained = new Map<number, Explained>();
  const reading = readingForLeads([agreement.definition], { ids: true });
  await readPeople(tx, [...byRoot.keys()], reading, ({ personId, history }) => {
    for (const { id, state, handsSince, handAt } of byRoot.get(personId) ?? []) {
      const standing = { inside: isInside(state), handsSince, handAt };
      explained.set(id, { agreement, explanation: explainLead(scorer, history, now, standing) });
    }
  });
  return explained;
}
