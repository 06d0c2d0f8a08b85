import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What came of one source since an instant. */
export interface SourceLine {
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
  /** Signs of interest. */
  readonly signs: number;
  readonly people: number;
  /** Of the leads they made: how many sales was asked to look at, took on, and found good. */
  readonly handed: number;
  readonly accepted: number;
  readonly qualified: number;
}

const MOST_SOURCES = 200;

/** Where signs of interest came from between two instants, the most first, and what sales made of them. */
export async function sourcesBetween(tx: Tx, from: Instant, until: Instant): Promise<readonly SourceLine[]> {
  const { rows } = await tx.query<SourceLine>(
    `SELECT coalesce(s.source, '') AS source, s.medium, s.campaign, count(*)::integer AS signs,
            count(DISTINCT s.person_id)::integer AS people,
            count(DISTINCT l.lead_id) FILTER (WHERE l.handed_at IS NOT NULL)::integer AS handed,
            count(DISTINCT l.lead_id) FILTER (WHERE l.state IN ('accepted', 'qualified'))::integer AS accepted,
            count(DISTINCT l.lead_id) FILTER (WHERE l.state = 'qualified')::integer AS qualified
     FROM capture_submissions s LEFT JOIN leads l ON l.business_id = s.business_id AND l.lead_id = s.lead_id
     WHERE s.business_id = this_business() AND s.at >= $1 AND s.at < $2 AND s.state = 'taken'
     GROUP BY 1, 2, 3 ORDER BY signs DESC, 1, 2, 3 LIMIT ${MOST_SOURCES}`,
    [timestamptz(from), timestamptz(until)],
  );
  return rows;
}
