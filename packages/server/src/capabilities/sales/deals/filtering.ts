import { looseKey } from '@nardeban/core/values';

/** Which deals are meant. What is left out does not matter. */
export interface DealFilter {
  readonly pipeline?: string | undefined;
  /** The number of a colleague's account; 'none': nobody's. */
  readonly owner?: string | undefined;
  readonly stalled?: boolean | undefined;
  /** Without a follow-up that is still to be done. */
  readonly withoutNext?: boolean | undefined;
  /** YYYY-MM-DD, both included. */
  readonly closeFrom?: string | undefined;
  readonly closeTo?: string | undefined;
  /** Part of the title, or of the name of whom it is with, as one types it. */
  readonly search?: string | undefined;
  /** Of these people: every number they go by. */
  readonly people?: readonly number[] | undefined;
}

/** The conditions of a filter on the table `deals d`; what they compare with is put behind `values`. */
export function conditions(filter: DealFilter, values: unknown[]): string {
  const placed = (value: unknown): string => `$${values.push(value)}`;
  const all = ['d.business_id = this_business()'];
  if (filter.pipeline !== undefined) all.push(`d.pipeline = ${placed(filter.pipeline)}`);
  if (filter.owner === 'none') all.push('d.owner IS NULL');
  else if (filter.owner !== undefined) all.push(`d.owner = ${placed(filter.owner)}`);
  if (filter.stalled === true) all.push('d.stalled_at IS NOT NULL');
  if (filter.withoutNext === true)
    all.push(`d.state = 'open' AND NOT EXISTS (
      SELECT FROM follow_ups f WHERE f.business_id = d.business_id AND f.deal_id = d.deal_id AND f.state IN ('open', 'missed'))`);
  if (filter.closeFrom !== undefined) all.push(`d.expected_close >= ${placed(filter.closeFrom)}::date`);
  if (filter.closeTo !== undefined) all.push(`d.expected_close <= ${placed(filter.closeTo)}::date`);
  const key = filter.search === undefined ? '' : looseKey(filter.search);
  if (key !== '') {
    const like = placed(`%${key.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    all.push(`(d.title_key LIKE ${like} OR EXISTS (
      SELECT FROM people p LEFT JOIN people r ON r.business_id = p.business_id AND r.person_id = p.merged_into
      WHERE p.business_id = this_business() AND p.person_id = d.person_id
        AND (p.name_key LIKE ${like} OR r.name_key LIKE ${like})))`);
  }
  if (filter.people !== undefined) all.push(`d.person_id = ANY(${placed(filter.people)}::bigint[])`);
  return all.join(' AND ');
}
