import { randomInt } from 'node:crypto';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';
import { formByKey, isOwn } from './forms.ts';
import { type Author, captureSettings } from './settings.ts';

/** A short address for print. */
export interface CaptureLink {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  /** The key of the form it leads to, or the page. */
  readonly form: string | null;
  readonly target: string | null;
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly closed: boolean;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export interface LinkAsked {
  readonly title: string;
  readonly form: string | null;
  readonly target: string | null;
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
}

const MOST_LINKS = 2000;
const columns = `l.link_id AS id, l.code, l.title, f.key AS form, l.target, l.source, l.medium, l.campaign,
  l.closed_at IS NOT NULL AS closed, l.revision, l.made_by AS "madeBy", l.made_at AS "madeAt"`;
const FROM = `capture_links l LEFT JOIN capture_forms f ON f.business_id = l.business_id AND f.form_id = l.form_id`;

export async function listLinks(
  tx: Tx,
  asked: { readonly after?: number | undefined; readonly limit: number },
): Promise<{ readonly links: readonly CaptureLink[]; readonly next: number | null }> {
  const { rows } = await tx.query<CaptureLink>(
    `SELECT ${columns} FROM ${FROM}
     WHERE l.business_id = this_business() AND ($1::bigint IS NULL OR l.link_id < $1)
     ORDER BY l.business_id DESC, l.link_id DESC LIMIT $2`,
    [asked.after ?? null, asked.limit + 1],
  );
  const links = rows.slice(0, asked.limit);
  return { links, next: rows.length > asked.limit ? (links.at(-1)?.id ?? null) : null };
}

/** The link of that code; also a closed one, for it still says where somebody comes from. */
export async function linkByCode(tx: Tx, code: string): Promise<CaptureLink | null> {
  const statement = linkStatement(code);
  return statement === null ? null : ((await tx.query<CaptureLink>(statement)).rows[0] ?? null);
}

/** The statement that answers it; null: no link has such a code. */
export function linkStatement(code: string): Statement | null {
  if (!/^[a-z0-9][a-z0-9-]{2,39}$/.test(code)) return null;
  return {
    name: 'capture-link',
    text: `SELECT ${columns} FROM ${FROM} WHERE l.business_id = this_business() AND l.code = $1`,
    values: [code],
  };
}

export async function linkById(tx: Tx, id: number): Promise<CaptureLink | null> {
  const { rows } = await tx.query<CaptureLink>(
    `SELECT ${columns} FROM ${FROM} WHERE l.business_id = this_business() AND l.link_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Refusals: `link_target_missing`, `form_unknown`, `link_target_not_own`, `link_code_taken`, `links_too_many`. */
export async function makeLink(
  tx: Tx,
  asked: LinkAsked & { readonly code: string | null },
  { by, now }: Author,
): Promise<Result<CaptureLink>> {
  const target = await checkedTarget(tx, asked);
  if (!target.ok) return target;
  const { rows: counted } = await tx.query<{ links: number }>(
    'SELECT count(*)::int AS links FROM capture_links WHERE business_id = this_business()',
  );
  if ((counted[0]?.links ?? 0) >= MOST_LINKS)
    return refuse('links_too_many', undefined, { most: MOST_LINKS });
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO capture_links (business_id, code, title, form_id, target, source, medium, campaign, made_by, made_at,
                                changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $8, $9)
     ON CONFLICT (business_id, code) DO NOTHING RETURNING link_id AS id`,
    [
      asked.code ?? drawnCode(),
      asked.title,
      target.value,
      asked.target,
      asked.source,
      asked.medium,
      asked.campaign,
      by,
      timestamptz(now),
    ],
  );
  const made = rows[0] === undefined ? null : await linkById(tx, rows[0].id);
  return made === null ? refuse('link_code_taken', 'code', { code: asked.code ?? '' }) : accept(made);
}

/**
 * Changes what `revision` showed; the code stays, for it is printed. Refusals: `link_unknown`, `changed_meanwhile`, those of a
 * new one.
 */
export async function changeLink(
  tx: Tx,
  id: number,
  asked: LinkAsked & { readonly closed: boolean; readonly revision: number },
  { by, now }: Author,
): Promise<Result<CaptureLink>> {
  const target = await checkedTarget(tx, asked);
  if (!target.ok) return target;
  const { rowCount } = await tx.query(
    `UPDATE capture_links SET title = $3, form_id = $4, target = $5, source = $6, medium = $7, campaign = $8,
       closed_at = CASE WHEN $9 THEN coalesce(closed_at, $11::timestamptz) END, revision = revision + 1, changed_by = $10, changed_at = $11
     WHERE business_id = this_business() AND link_id = $1 AND revision = $2`,
    [
      id,
      asked.revision,
      asked.title,
      target.value,
      asked.target,
      asked.source,
      asked.medium,
      asked.campaign,
      asked.closed,
      by,
      timestamptz(now),
    ],
  );
  const link = await linkById(tx, id);
  if (link === null) return refuse('link_unknown', 'link');
  return rowCount === 1 ? accept(link) : changedMeanwhile(null, null);
}

async function checkedTarget(tx: Tx, asked: LinkAsked): Promise<Result<number | null>> {
  if ((asked.form === null) === (asked.target === null)) return refuse('link_target_missing', 'form');
  if (asked.form !== null) {
    const form = await formByKey(tx, asked.form);
    return form === null ? refuse('form_unknown', 'form', { key: asked.form }) : accept(form.id);
  }
  const { sites } = await captureSettings(tx);
  return isOwn(sites, asked.target ?? '') ? accept(null) : refuse('link_target_not_own', 'target');
}

/** Of signs that nobody takes for another, also when it is read out. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

function drawnCode(): string {
  return Array.from({ length: 7 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join('');
}
