import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Rows, type Statement, timestamptz, type Tx } from '../../../platform/database/index.ts';

export interface Author {
  readonly by: string;
  readonly now: Instant;
}

/** The business's own sites, and what their pages may tell. */
export interface CaptureSettings {
  /** Origins such as `https://shop.example`. */
  readonly sites: readonly string[];
  readonly visits: boolean;
  /** Is nothing kept in a visitor's browser, and nothing told, before they agreed? */
  readonly visitsAsk: boolean;
  /** 0: nobody has said anything yet. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
}

const nothingSaid: CaptureSettings = {
  sites: [],
  visits: false,
  visitsAsk: true,
  revision: 0,
  changedBy: null,
  changedAt: null,
};

export const settingsStatement: Statement = {
  name: 'capture-settings',
  text: `SELECT sites, visits, visits_ask AS "visitsAsk", revision, changed_by AS "changedBy", changed_at AS "changedAt"
         FROM capture_settings WHERE business_id = this_business()`,
};

export function settingsTold({ rows }: Pick<Rows<CaptureSettings>, 'rows'>): CaptureSettings {
  return rows[0] ?? nothingSaid;
}

export async function captureSettings(tx: Tx): Promise<CaptureSettings> {
  return settingsTold(await tx.query<CaptureSettings>(settingsStatement));
}

/** Refusals: `site_invalid` (with `site`), `changed_meanwhile`. */
export async function changeCaptureSettings(
  tx: Tx,
  asked: {
    readonly sites: readonly string[];
    readonly visits: boolean;
    readonly visitsAsk: boolean;
    readonly revision: number;
  },
  { by, now }: Author,
): Promise<Result<CaptureSettings>> {
  const sites: string[] = [];
  for (const [index, site] of asked.sites.entries()) {
    const origin = originOfSite(site);
    if (origin === null) return refuse('site_invalid', `sites[${index}]`, { site: site.slice(0, 100) });
    if (!sites.includes(origin)) sites.push(origin);
  }
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban capture settings'), this_business())`);
  const seen = await captureSettings(tx);
  if (seen.revision !== asked.revision) return changedMeanwhile(seen.changedBy, seen.changedAt);
  await tx.query(
    `INSERT INTO capture_settings (business_id, sites, visits, visits_ask, revision, changed_by, changed_at)
     VALUES (this_business(), $1, $2, $3, 1, $4, $5)
     ON CONFLICT (business_id) DO UPDATE SET sites = excluded.sites, visits = excluded.visits,
       visits_ask = excluded.visits_ask, revision = capture_settings.revision + 1, changed_by = excluded.changed_by,
       changed_at = excluded.changed_at`,
    [sites, asked.visits, asked.visitsAsk, by, timestamptz(now)],
  );
  return accept(await captureSettings(tx));
}

/** `shop.example` and `https://shop.example/path` are the same site; null: it is none. */
function originOfSite(site: string): string | null {
  const whole = /^[a-z]+:\/\//i.test(site) ? site : `https://${site}`;
  if (!URL.canParse(whole)) return null;
  const { origin, protocol, hostname } = new URL(whole);
  return /^https?:$/.test(protocol) && hostname !== '' && !hostname.includes('*') ? origin : null;
}
