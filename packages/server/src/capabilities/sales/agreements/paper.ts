import { createHash } from 'node:crypto';
import type { Letterhead } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';

const words = z.strictObject({ fa: z.string().trim().max(4000), en: z.string().trim().max(4000) });

/** The head and the foot of papers, and what a quotation begins with. */
export const paperSchema = z
  .strictObject({
    /** Empty: the name of the business. */
    name: z.string().trim().max(200),
    address: z.string().trim().max(500),
    phones: z.string().trim().max(200),
    legal: z.string().trim().max(300).describe('Tax number, registration number and the like, as one line.'),
    footer: z.string().trim().max(500),
    terms: words,
    validDays: z.int().min(1).max(365),
    taxRate: z.int().min(0).max(10_000).describe('Hundredths of a percent.'),
    guaranteeMonths: z.int().min(0).max(120),
    askAfterDays: z.int().min(0).max(365),
    proof: z.boolean().describe('Whether whoever accepts proves their mobile with a code.'),
  })
  .meta({ id: 'SalesPaper' });
export type Paper = z.infer<typeof paperSchema>;

export const DEFAULT_PAPER: Paper = {
  name: '',
  address: '',
  phones: '',
  legal: '',
  footer: '',
  terms: { fa: '', en: '' },
  validDays: 10,
  taxRate: 1000,
  guaranteeMonths: 0,
  askAfterDays: 7,
  proof: false,
};

export interface KeptPaper {
  readonly paper: Paper;
  /** In hexadecimal; null: none. */
  readonly logo: string | null;
  /** 0: nobody has said anything yet, and this is what a business starts with. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

export async function salesPaper(tx: Tx): Promise<KeptPaper> {
  const { rows } = await tx.query<Omit<KeptPaper, 'paper'> & { readonly paper: object }>(
    `SELECT paper, encode(logo, 'hex') AS logo, revision, changed_by AS "changedBy", changed_at AS "changedAt"
     FROM sales_papers WHERE business_id = this_business()`,
  );
  const [row] = rows;
  if (row === undefined)
    return { paper: DEFAULT_PAPER, logo: null, revision: 0, changedBy: null, changedAt: null };
  // A logo may have come before any word.
  return { ...row, paper: paperSchema.parse({ ...DEFAULT_PAPER, ...row.paper }) };
}

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** Changes what `revision` showed. Refusal: `changed_meanwhile`. */
export async function changePaper(
  tx: Tx,
  paper: Paper,
  revision: number,
  { by, now }: Author,
): Promise<Result<KeptPaper>> {
  const { rowCount } = await tx.query(
    `INSERT INTO sales_papers AS s (business_id, paper, changed_by, changed_at)
     SELECT this_business(), $1, $2, $3
     WHERE $4 = 0 OR EXISTS (SELECT FROM sales_papers WHERE business_id = this_business())
     ON CONFLICT (business_id) DO UPDATE SET paper = $1, revision = s.revision + 1, changed_by = $2, changed_at = $3
     WHERE s.revision = $4`,
    [JSON.stringify(paper), by, timestamptz(now), revision],
  );
  const kept = await salesPaper(tx);
  if (rowCount === 1) return accept(kept);
  return changedMeanwhile(kept.changedBy, kept.changedAt);
}

export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly content: Buffer;
}

/** Puts a logo on the papers from now on; null takes it off. Papers that were sent keep theirs. */
export async function changeLogo(tx: Tx, logo: Logo | null, { by, now }: Author): Promise<KeptPaper> {
  const hash = logo === null ? null : createHash('sha256').update(logo.content).digest();
  if (logo !== null)
    await tx.query(
      `INSERT INTO sales_logos (business_id, hash, type, content, made_by, made_at)
       VALUES (this_business(), $1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [hash, logo.type, logo.content, by, timestamptz(now)],
    );
  await tx.query(
    `INSERT INTO sales_papers AS s (business_id, logo, changed_by, changed_at) VALUES (this_business(), $1, $2, $3)
     ON CONFLICT (business_id) DO UPDATE SET logo = $1, revision = s.revision + 1, changed_by = $2, changed_at = $3`,
    [hash, by, timestamptz(now)],
  );
  return salesPaper(tx);
}

/** A logo by its hash in hexadecimal, whether it is still in use or not. */
export async function logoByHash(tx: Tx, hash: string): Promise<Logo | null> {
  const { rows } = await tx.query<Logo>(
    `SELECT type, content FROM sales_logos WHERE business_id = this_business() AND hash = decode($1, 'hex')`,
    [hash],
  );
  return rows[0] ?? null;
}

/** The head of a paper that is sent now. */
export function letterheadOf(business: Pick<Business, 'name'>, { paper, logo }: KeptPaper): Letterhead {
  const { name, address, phones, legal, footer } = paper;
  return { name: name === '' ? business.name : name, address, phones, legal, footer, logo };
}
