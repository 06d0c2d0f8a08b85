import type { Tx } from '../../../platform/database/index.ts';

/** An open matter with no next step. */
export interface Stepless {
  readonly id: number;
  readonly person: number;
  readonly name: string | null;
  readonly title: string | null;
  readonly amount: number | null;
  readonly owner: string | null;
}

const PENDING = `f.state IN ('open', 'missed')`;
const WITH_PERSON = `
  JOIN people p ON p.business_id = o.business_id AND p.person_id = o.person_id
  LEFT JOIN people r ON r.business_id = p.business_id AND r.person_id = p.merged_into`;

const deals = `
  SELECT o.deal_id AS id, coalesce(p.merged_into, p.person_id) AS person, coalesce(r.name, p.name) AS name, o.title, o.amount,
         o.owner
  FROM deals o ${WITH_PERSON}
  WHERE o.business_id = this_business() AND o.state = 'open' AND ($1::text IS NULL OR coalesce(o.owner, 'nobody') = $1) AND o.deal_id < $2
    AND NOT EXISTS (SELECT FROM follow_ups f
                    WHERE f.business_id = this_business() AND f.deal_id = o.deal_id AND ${PENDING})
  ORDER BY o.business_id DESC, o.deal_id DESC LIMIT $3`;
const leads = `
  SELECT o.lead_id AS id, coalesce(p.merged_into, p.person_id) AS person, coalesce(r.name, p.name) AS name,
         NULL::text AS title, NULL::bigint AS amount, o.owner
  FROM leads o ${WITH_PERSON}
  WHERE o.business_id = this_business() AND o.state IN ('accepted', 'qualified') AND o.behind IS NULL
    AND ($1::text IS NULL OR coalesce(o.owner, 'nobody') = $1) AND o.lead_id < $2
    AND NOT EXISTS (SELECT FROM follow_ups f
                    WHERE f.business_id = this_business() AND f.person_id = o.person_id AND ${PENDING})
    AND NOT EXISTS (SELECT FROM follow_ups f
                    WHERE f.business_id = this_business() AND f.lead_id = o.lead_id AND ${PENDING})
  ORDER BY o.business_id DESC, o.lead_id DESC LIMIT $3`;

/** Open deals, or leads at work, of which nobody has said what is to be done next; the newest first. */
export async function listStepless(
  tx: Tx,
  asked: {
    readonly of: 'deals' | 'leads';
    /** The number of a member of staff; `nobody`: what is nobody’s. */
    readonly owner?: string | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly matters: readonly Stepless[]; readonly next: number | null }> {
  const { rows } = await tx.query<Stepless>(asked.of === 'deals' ? deals : leads, [
    asked.owner ?? null,
    asked.after ?? Number.MAX_SAFE_INTEGER,
    asked.limit + 1,
  ]);
  const matters = rows.slice(0, asked.limit);
  return { matters, next: rows.length > asked.limit ? (matters.at(-1)?.id ?? null) : null };
}
