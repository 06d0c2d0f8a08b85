import type { Known, StallReason } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';

export type DealState = 'open' | 'won' | 'lost';

/** One matter with one person, as it is kept. */
export interface Deal {
  readonly id: number;
  /** The canonical person, whoever it was opened with. */
  readonly person: number;
  readonly pipeline: string;
  readonly step: string;
  readonly title: string;
  /** In minor units; null: not known yet. */
  readonly amount: number | null;
  /** What came back of what it was won with, in minor units: it is worth so much less. */
  readonly returned: number;
  readonly products: readonly string[];
  /** The member of staff who looks after it, by the number of their account; null: nobody. */
  readonly owner: string | null;
  readonly state: DealState;
  /** YYYY-MM-DD. */
  readonly expectedClose: string | null;
  readonly known: Known;
  readonly openedAt: Instant;
  readonly stepSince: Instant;
  readonly closedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly lostReason: string | null;
  readonly lostNote: string | null;
  readonly source: string | null;
  readonly campaign: string | null;
  readonly referrer: number | null;
  readonly lead: number | null;
  readonly chance: number | null;
  readonly weight: number | null;
  readonly stalledAt: Instant | null;
  readonly stalledFor: StallReason | null;
  readonly revision: number;
  readonly madeBy: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

/** Who somebody is now. */
const rootOf = (column: string): string =>
  `coalesce((SELECT p.merged_into FROM people p WHERE p.business_id = d.business_id AND p.person_id = ${column}), ${column})`;

/** The columns of a deal, of the table `deals d`. */
export const dealColumns = `d.deal_id AS id, ${rootOf('d.person_id')} AS person, d.pipeline, d.step, d.title, d.amount, d.returned, d.products, d.owner,
  d.state, d.expected_close AS "expectedClose", d.known, d.opened_at AS "openedAt", d.step_since AS "stepSince",
  d.closed_at AS "closedAt", d.finished_at AS "finishedAt", d.lost_reason AS "lostReason", d.lost_note AS "lostNote",
  d.source, d.campaign, ${rootOf('d.referrer_id')} AS referrer, d.lead_id AS lead, d.chance, d.weight,
  d.stalled_at AS "stalledAt", d.stalled_for AS "stalledFor", d.revision, d.made_by AS "madeBy", d.changed_by AS "changedBy",
  d.changed_at AS "changedAt"`;

export async function dealById(tx: Tx, id: number): Promise<Deal | null> {
  const { rows } = await tx.query<Deal>({
    name: 'deal-one',
    text: `SELECT ${dealColumns} FROM deals d WHERE d.business_id = this_business() AND d.deal_id = $1`,
    values: [id],
  });
  return rows[0] ?? null;
}

/**
 * A deal that nobody else changes until this transaction ends, as `revision` showed it; without one, as it is. Refusals:
 * `deal_unknown`, `changed_meanwhile`.
 */
export async function holdDeal(tx: Tx, id: number, revision: number | undefined): Promise<Result<Deal>> {
  const { rows } = await tx.query<Deal>({
    name: 'deal-hold',
    text: `SELECT ${dealColumns} FROM deals d WHERE d.business_id = this_business() AND d.deal_id = $1 FOR UPDATE OF d`,
    values: [id],
  });
  const [deal] = rows;
  if (deal === undefined) return refuse('deal_unknown', 'id', { id });
  if (revision !== undefined && revision !== deal.revision)
    return changedMeanwhile(deal.changedBy, deal.changedAt);
  return accept(deal);
}

/** The number a person goes by now. Refusal: `person_unknown`. */
export async function canonical(tx: Tx, person: number, field: string): Promise<Result<number>> {
  const { rows } = await tx.query<{ root: number }>({
    name: 'deal-person',
    text: `SELECT coalesce(merged_into, person_id) AS root FROM people
           WHERE business_id = this_business() AND person_id = $1`,
    values: [person],
  });
  const root = rows[0]?.root;
  return root === undefined ? refuse('person_unknown', field, { id: person }) : accept(root);
}
