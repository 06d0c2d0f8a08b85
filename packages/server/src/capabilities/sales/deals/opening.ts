import { stepsBefore } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { checkOwner } from './colleagues.ts';
import { canonical } from './deal.ts';
import { enterStep, noteChange } from './keeping.ts';
import { firstPipeline, pipelineByKey, settleShipped } from './pipelines.ts';
import { tell } from './telling.ts';

export interface NewDeal {
  readonly person: number;
  /** 1 to 200 characters. */
  readonly title: string;
  /** Left out: the business's first. */
  readonly pipeline?: string | undefined;
  /** Left out: the first of the pipeline. */
  readonly step?: string | undefined;
  /** In minor units; null: not known yet. */
  readonly amount: number | null;
  readonly products: readonly string[];
  /** The number of a colleague's account; null: nobody. */
  readonly owner: string | null;
  /** YYYY-MM-DD. */
  readonly expectedClose: string | null;
  readonly source?: string | null | undefined;
  readonly campaign?: string | null | undefined;
  /** Who recommended us to them. */
  readonly referrer?: number | null | undefined;
  readonly lead?: number | null | undefined;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Opens a deal and tells `deal.opened`. Refusals: `person_unknown`, `pipeline_unknown`, `pipeline_archived`, `step_unknown`,
 * `step_after_sale`, `owner_unknown`, `referrer_is_person`.
 */
export async function openDeal(tx: Tx, business: Business, asked: NewDeal): Promise<Result<{ id: number }>> {
  const { by, at } = asked;
  const person = await canonical(tx, asked.person, 'person');
  if (!person.ok) return person;
  await settleShipped(tx, { by, now: at });
  const kept = await pipelineByKey(tx, asked.pipeline ?? (await firstPipeline(tx)).key, 'share');
  if (!kept.ok) return kept;
  const { key: pipeline, definition, archivedAt } = kept.value;
  if (archivedAt !== null) return refuse('pipeline_archived', 'pipeline', { pipeline });
  const step =
    asked.step === undefined
      ? stepsBefore(definition)[0]
      : definition.steps.find(({ key }) => key === asked.step);
  if (step === undefined) return refuse('step_unknown', 'step', { step: asked.step ?? '' });
  if (step.after === true) return refuse('step_after_sale', 'step');
  const owner = await checkOwner(tx, asked.owner);
  if (!owner.ok) return owner;
  let referrer: number | null = null;
  if (asked.referrer !== undefined && asked.referrer !== null) {
    const found = await canonical(tx, asked.referrer, 'referrer');
    if (!found.ok) return found;
    if (found.value === person.value) return refuse('referrer_is_person', 'referrer');
    referrer = found.value;
  }
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO deals (business_id, person_id, pipeline, step, title, amount, products, owner, expected_close, opened_at,
       step_since, source, campaign, referrer_id, lead_id, made_by, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11, $12, $13, $14, $14, $9)
     RETURNING deal_id AS id`,
    [
      person.value,
      pipeline,
      step.key,
      asked.title,
      asked.amount,
      asked.products,
      owner.value,
      asked.expectedClose,
      timestamptz(at),
      asked.source ?? null,
      asked.campaign ?? null,
      referrer,
      asked.lead ?? null,
      by,
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('A deal was not stored');
  await enterStep(tx, id, step.key, { by, at });
  await noteChange(tx, id, { what: 'opened', after: asked.amount }, { by, at });
  const data = { pipeline, ...(asked.amount === null ? {} : { amount: asked.amount }) };
  await tell(tx, business, at, [{ deal: id, type: 'deal.opened', key: 'opened', data }]);
  return accept({ id });
}
