import { presentStep } from '@nardeban/core/sales';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { namesOf } from '../../people/index.ts';
import { workingCalendarOf } from '../follow-ups/working-hours.ts';
import type { NextStep } from './cards.ts';
import { type Owner, ownersNamed } from './colleagues.ts';
import { type Deal, dealById } from './deal.ts';
import { dueBy } from './due.ts';
import { type DealChange, dealHistory, type Stay } from './history.ts';
import { type KeptPipeline, pipelineByKey } from './pipelines.ts';
import { proofsOfAll, standingOf, type StepProofs } from './standing.ts';

/** Everything the page of a deal shows. */
export interface DealPage {
  readonly deal: Deal;
  readonly personName: string | null;
  readonly referrerName: string | null;
  readonly pipeline: KeptPipeline;
  readonly step: string;
  readonly dueAt: number | null;
  readonly next: NextStep | null;
  readonly proofs: readonly StepProofs[];
  readonly stays: readonly Stay[];
  readonly changes: readonly DealChange[];
  readonly owners: readonly Owner[];
}

/** Refusal: `deal_unknown`. */
export async function dealPage(tx: Tx, business: Business, id: number): Promise<Result<DealPage>> {
  const deal = await dealById(tx, id);
  if (deal === null) return refuse('deal_unknown', 'id', { id });
  const kept = await pipelineByKey(tx, deal.pipeline);
  if (!kept.ok) return kept;
  const { definition } = kept.value;
  const step = presentStep(definition, deal.step) ?? definition.steps[0] ?? null;
  const standing = await standingOf(tx, deal, definition);
  const { stays, changes } = await dealHistory(tx, id);
  const { person, referrer } = deal;
  const names = await namesOf(tx, referrer === null ? [person] : [person, referrer]);
  const owners = changes.flatMap(({ what, before, after }) => (what === 'owner' ? [before, after] : []));
  return accept({
    deal,
    personName: names.get(person) ?? null,
    referrerName: referrer === null ? null : (names.get(referrer) ?? null),
    pipeline: kept.value,
    step: step?.key ?? deal.step,
    dueAt:
      deal.finishedAt === null ? dueBy(await workingCalendarOf(tx, business))(step, deal.stepSince) : null,
    next: await nextStepOf(tx, id),
    proofs: proofsOfAll(definition, standing),
    stays,
    changes,
    owners: await ownersNamed(tx, [deal.owner, ...owners]),
  });
}

async function nextStepOf(tx: Tx, deal: number): Promise<NextStep | null> {
  const { rows } = await tx.query<NextStep>({
    name: 'deal-next',
    text: `SELECT follow_up_id AS id, kind, about, due_at AS "dueAt", whole_day AS "wholeDay", state = 'missed' AS missed
           FROM follow_ups WHERE business_id = this_business() AND deal_id = $1 AND state IN ('open', 'missed')
           ORDER BY due_at LIMIT 1`,
    values: [deal],
  });
  return rows[0] ?? null;
}
