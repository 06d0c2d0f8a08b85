import {
  fillIn,
  isField,
  type Known,
  missingOnWay,
  type Pipeline,
  presentStep,
  type Standing,
  type Step,
  stepsAfter,
  stepsLeft,
} from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type Deal, dealById, holdDeal } from './deal.ts';
import { enterStep, leaveStep, noteChange } from './keeping.ts';
import { pipelineByKey } from './pipelines.ts';
import { standingOf } from './standing.ts';
import { tell } from './telling.ts';

/** What is said when a step is left. */
export interface Leaving {
  readonly deal: number;
  /** What was seen; another one is refused. Left out: whatever it is now. */
  readonly revision?: number | undefined;
  /** Fields that are filled in on the way. */
  readonly known?: Readonly<Record<string, string | number | null>> | undefined;
  /** Why it goes on although something is missing. */
  readonly reason?: string | null | undefined;
  /** 'allow': what is missing is written down and holds nothing up, for what happened whatever we know of it. */
  readonly unproven?: 'refuse' | 'allow' | undefined;
  readonly by: string;
  readonly at: Instant;
}

export interface Held {
  readonly deal: Deal;
  readonly pipeline: Pipeline;
  /** The step it stands on. */
  readonly step: Step;
}

/**
 * A deal with its pipeline, both kept as they are until this transaction ends. Refusals: `deal_unknown`, `changed_meanwhile`.
 */
export async function holdWithPipeline(
  tx: Tx,
  id: number,
  revision: number | undefined,
): Promise<Result<Held>> {
  const seen = await dealById(tx, id);
  if (seen === null) return refuse('deal_unknown', 'id', { id });
  // First the pipeline, then the deal: whoever changes a pipeline takes them in the same order.
  const kept = await pipelineByKey(tx, seen.pipeline, 'share');
  if (!kept.ok) return kept;
  const held = await holdDeal(tx, id, revision);
  if (!held.ok) return held;
  const { definition } = kept.value;
  const step = presentStep(definition, held.value.step) ?? definition.steps[0];
  if (step === undefined) throw new Error('A pipeline has at least one step');
  return accept({ deal: held.value, pipeline: definition, step });
}

/**
 * Takes a deal to another step. Forward it needs what the steps that are left behind ask for, or a reason. Onto a step after
 * the sale an open deal is won. Refusals: `deal_unknown`, `changed_meanwhile`, `step_unknown`, `deal_closed`,
 * `deal_won_already`, `deal_evidence_missing` {missing}, those of `fillIn`.
 */
export async function moveDeal(
  tx: Tx,
  business: Business,
  asked: Leaving & { readonly to: string },
): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal, pipeline, step } = held.value;
  const target = pipeline.steps.find(({ key }) => key === asked.to);
  if (target === undefined) return refuse('step_unknown', 'to', { step: asked.to });
  if (deal.state === 'lost') return refuse('deal_closed');
  if (deal.state === 'open' && target.after === true)
    return close(tx, business, held.value, { ...asked, amount: deal.amount, to: target.key });
  if (deal.state === 'won' && target.after !== true) return refuse('deal_won_already');
  const left = await readyToLeave(tx, held.value, target.key, asked);
  if (!left.ok) return left;
  const { known } = left.value;
  if (target.key === step.key && deal.finishedAt === null) {
    await keepKnown(tx, deal, known, asked);
    return again(tx, deal.id);
  }
  const at = Math.max(asked.at, deal.stepSince);
  await leaveStep(tx, deal.id, {
    by: asked.by,
    at,
    evidence: left.value.evidence,
    reason: asked.reason ?? null,
  });
  const place = await enterStep(tx, deal.id, target.key, { by: asked.by, at });
  await stand(tx, deal.id, target.key, { known, at, by: asked.by });
  await tell(tx, business, at, [
    {
      deal: deal.id,
      type: 'deal.moved',
      key: `moved-${place}`,
      data: { step: target.key, stepBefore: step.key },
    },
  ]);
  return again(tx, deal.id);
}

/**
 * Wins a deal: it goes on to the first step after the sale, or is finished where there is none. One that is won already stays
 * as it is. What was paid is told by whoever took the money. Refusals: those of `moveDeal`.
 */
export async function winDeal(
  tx: Tx,
  business: Business,
  asked: Leaving & {
    readonly amount: number | null;
    /** By what it was won, such as an agreement: then nothing that is missing holds it up. */
    readonly key?: string | undefined;
  },
): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal } = held.value;
  if (deal.state === 'won' && asked.key !== undefined) return accept(deal);
  if (deal.state === 'won') return refuse('deal_won_already');
  if (deal.state === 'lost' && asked.key === undefined) return refuse('deal_closed');
  const unproven = asked.unproven ?? (asked.key === undefined ? 'refuse' : 'allow');
  return close(tx, business, held.value, { ...asked, unproven });
}

/**
 * Ends what was to be done after the sale. Refusals: `deal_unknown`, `changed_meanwhile`, `deal_not_won`, `deal_finished`,
 * `deal_evidence_missing`.
 */
export async function finishDeal(tx: Tx, asked: Leaving): Promise<Result<Deal>> {
  const held = await holdWithPipeline(tx, asked.deal, asked.revision);
  if (!held.ok) return held;
  const { deal } = held.value;
  if (deal.state !== 'won') return refuse('deal_not_won');
  if (deal.finishedAt !== null) return refuse('deal_finished');
  const left = await readyToLeave(tx, held.value, null, asked);
  if (!left.ok) return left;
  const { by } = asked;
  const at = Math.max(asked.at, deal.stepSince);
  await leaveStep(tx, deal.id, { by, at, evidence: left.value.evidence, reason: asked.reason ?? null });
  await tx.query(
    `UPDATE deals SET finished_at = $2, known = $3, stalled_at = NULL, stalled_for = NULL, revision = revision + 1,
       changed_by = $4, changed_at = $2
     WHERE business_id = this_business() AND deal_id = $1`,
    [deal.id, timestamptz(at), JSON.stringify(left.value.known), by],
  );
  await noteChange(tx, deal.id, { what: 'finished', note: asked.reason ?? null }, { by, at });
  return again(tx, deal.id);
}

async function close(
  tx: Tx,
  business: Business,
  held: Held,
  asked: Leaving & { readonly amount: number | null; readonly to?: string },
): Promise<Result<Deal>> {
  const { deal, pipeline, step } = held;
  const { by } = asked;
  const left = await readyToLeave(tx, held, null, asked);
  if (!left.ok) return left;
  const at = Math.max(asked.at, deal.stepSince);
  const amount = asked.amount ?? deal.amount;
  await leaveStep(tx, deal.id, { by, at, evidence: left.value.evidence, reason: asked.reason ?? null });
  const next = asked.to ?? stepsAfter(pipeline)[0]?.key;
  const place = next === undefined ? null : await enterStep(tx, deal.id, next, { by, at });
  await tx.query(
    `UPDATE deals SET state = 'won', amount = $2, step = $3, step_since = $4, closed_at = $4, finished_at = $5, known = $6,
       lost_reason = NULL, lost_note = NULL, stalled_at = NULL, stalled_for = NULL, revision = revision + 1, changed_by = $7,
       changed_at = $4
     WHERE business_id = this_business() AND deal_id = $1`,
    [
      deal.id,
      amount,
      next ?? step.key,
      timestamptz(at),
      next === undefined ? timestamptz(at) : null,
      JSON.stringify(left.value.known),
      by,
    ],
  );
  await noteChange(
    tx,
    deal.id,
    { what: 'won', before: deal.amount, after: amount, note: asked.reason ?? null },
    { by, at },
  );
  const about = { deal: deal.id };
  const won = place ?? (await placesOf(tx, deal.id));
  await tell(tx, business, at, [
    {
      ...about,
      type: 'deal.won',
      key: `won-${won}`,
      data: amount === null ? {} : { amount },
    },
    ...(next === undefined || place === null
      ? []
      : [
          {
            ...about,
            type: 'deal.moved' as const,
            key: `moved-${place}`,
            data: { step: next, stepBefore: step.key },
          },
        ]),
  ]);
  return again(tx, deal.id);
}

/** How many stays a deal has had. */
export async function placesOf(tx: Tx, deal: number): Promise<number> {
  const { rows } = await tx.query<{ places: number }>(
    'SELECT coalesce(max(place), 0) AS places FROM deal_steps WHERE business_id = this_business() AND deal_id = $1',
    [deal],
  );
  return rows[0]?.places ?? 0;
}

interface Ready {
  readonly known: Known;
  readonly evidence: object;
}

/** Whether a step may be left for another (null: for the end), with what is kept of it. */
async function readyToLeave(
  tx: Tx,
  { deal, pipeline, step }: Held,
  to: string | null,
  { known: said, reason, unproven }: Leaving,
): Promise<Result<Ready>> {
  const filled = fillIn(pipeline, deal.known, said ?? {});
  if (!filled.ok) return filled;
  const standing = { ...(await standingOf(tx, deal, pipeline)), known: filled.value };
  const missing = missingOnWay(pipeline, step.key, to, standing);
  if (missing.length > 0 && unproven !== 'allow' && (reason ?? '').trim() === '')
    return refuse('deal_evidence_missing', 'reason', { missing: missing.length });
  const passed = stepsLeft(pipeline, step.key, to);
  return accept({
    known: filled.value,
    evidence: { known: knownOf(passed, standing), passed: passed.map(({ key }) => key), missing },
  });
}

/** What was known of the fields that these steps ask for. */
function knownOf(steps: readonly Step[], { known }: Standing): Known {
  const keys = steps.flatMap(({ asks }) => asks.filter(isField).map(({ key }) => key));
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = known[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

async function stand(
  tx: Tx,
  deal: number,
  step: string,
  { known, at, by }: { readonly known: Known; readonly at: Instant; readonly by: string },
): Promise<void> {
  await tx.query(
    `UPDATE deals SET step = $2, step_since = $3, finished_at = NULL, known = $4, stalled_at = NULL, stalled_for = NULL,
       revision = revision + 1, changed_by = $5, changed_at = $3
     WHERE business_id = this_business() AND deal_id = $1`,
    [deal, step, timestamptz(at), JSON.stringify(known), by],
  );
}

/** Keeps what was filled in, where anything was. */
async function keepKnown(
  tx: Tx,
  deal: Deal,
  known: Known,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> {
  const after = JSON.stringify(known);
  if (after === JSON.stringify(deal.known)) return;
  await tx.query(
    `UPDATE deals SET known = $2, revision = revision + 1, changed_by = $3, changed_at = $4
     WHERE business_id = this_business() AND deal_id = $1`,
    [deal.id, after, by, timestamptz(at)],
  );
}

/** The deal as it is now. */
export async function again(tx: Tx, id: number): Promise<Result<Deal>> {
  const deal = await dealById(tx, id);
  return deal === null ? refuse('deal_unknown', 'id', { id }) : accept(deal);
}
