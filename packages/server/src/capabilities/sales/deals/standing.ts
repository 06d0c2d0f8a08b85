import {
  type DealFact,
  factTypesAsked,
  type Pipeline,
  type Proof,
  proofsOf,
  type Standing,
} from '@nardeban/core/sales';
import type { Tx } from '../../../platform/database/index.ts';
import { historyPage } from '../../facts/index.ts';
import { membersOf } from '../../people/index.ts';
import type { Deal } from './deal.ts';

/** As many facts of a person are looked at, the newest first. */
const MOST_FACTS = 500;

/** All that the steps of a deal's pipeline ask about, as it is now. */
export async function standingOf(tx: Tx, deal: Deal, pipeline: Pipeline): Promise<Standing> {
  const types = factTypesAsked(pipeline);
  return {
    deal: String(deal.id),
    openedAt: deal.openedAt,
    known: deal.known,
    amount: deal.amount,
    products: deal.products,
    expectedClose: deal.expectedClose,
    nextStep: await hasNextStep(tx, deal.id),
    facts: types.length === 0 ? [] : await factsOf(tx, deal.person, types),
  };
}

async function factsOf(tx: Tx, person: number, types: readonly string[]): Promise<readonly DealFact[]> {
  const members = (await membersOf(tx, [person])).get(person) ?? [person];
  const page = await historyPage(tx, members, { limit: MOST_FACTS, types });
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value.facts.map(({ type, at, data }) => ({ type, at, data }));
}

async function hasNextStep(tx: Tx, deal: number): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'deal-has-next',
    text: `SELECT FROM follow_ups WHERE business_id = this_business() AND deal_id = $1 AND state IN ('open', 'missed') LIMIT 1`,
    values: [deal],
  });
  return rowCount > 0;
}

export interface StepProofs {
  readonly step: string;
  readonly proofs: readonly Proof[];
}

/** What each step of the pipeline asks for, and whether it is there. */
export function proofsOfAll(pipeline: Pipeline, standing: Standing): readonly StepProofs[] {
  return pipeline.steps.map((step) => ({ step: step.key, proofs: proofsOf(step, standing) }));
}
