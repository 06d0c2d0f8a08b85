import { wordsSchema } from '@nardeban/core/ladder';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { timestamptz, type Tx } from '../../platform/database/index.ts';

/** What customers are told a rung is called, by its key: what staff call it is not for their ears. */
export const rungWordsSchema = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,62}$/), wordsSchema);

/** The customer's own pages, as the business wants them. */
export interface PortalSettings {
  readonly open: boolean;
  /** May somebody whom the business does not know yet join? */
  readonly joining: boolean;
  /** A sentence on the first page; empty: none. */
  readonly welcome: string;
  readonly rungs: z.infer<typeof rungWordsSchema>;
  /** 0: nobody has said anything yet. */
  readonly revision: number;
}

const nothingSaid: PortalSettings = { open: false, joining: true, welcome: '', rungs: {}, revision: 0 };

export async function portalSettings(tx: Tx): Promise<PortalSettings> {
  const { rows } = await tx.query<PortalSettings>({
    name: 'portal-settings',
    text: `SELECT open, joining, welcome, rungs, revision FROM portal_settings WHERE business_id = this_business()`,
  });
  const [row] = rows;
  return row === undefined ? nothingSaid : { ...row, rungs: rungWordsSchema.parse(row.rungs) };
}

/** Changes what `revision` showed. Refusal: `changed_meanwhile`. */
export async function changePortal(
  tx: Tx,
  { revision, ...wanted }: PortalSettings,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<PortalSettings>> {
  const { rows } = await tx.query<PortalSettings>(
    `INSERT INTO portal_settings AS s (business_id, open, joining, welcome, rungs, revision, changed_by, changed_at)
     SELECT this_business(), $1, $2, $3, $4, 1, $5, $6 WHERE $7 = 0
     ON CONFLICT (business_id) DO NOTHING
     RETURNING open, joining, welcome, rungs, revision`,
    [
      wanted.open,
      wanted.joining,
      wanted.welcome,
      JSON.stringify(wanted.rungs),
      by.slice(0, 300),
      timestamptz(now),
      revision,
    ],
  );
  const [made] = rows;
  if (made !== undefined) return accept({ ...wanted, revision: made.revision });
  const { rowCount } = await tx.query(
    `UPDATE portal_settings SET open = $1, joining = $2, welcome = $3, rungs = $4, revision = revision + 1,
       changed_by = $5, changed_at = $6
     WHERE business_id = this_business() AND revision = $7`,
    [
      wanted.open,
      wanted.joining,
      wanted.welcome,
      JSON.stringify(wanted.rungs),
      by.slice(0, 300),
      timestamptz(now),
      revision,
    ],
  );
  return rowCount === 1
    ? accept({ ...wanted, revision: revision + 1 })
    : refuse('changed_meanwhile', 'revision');
}
