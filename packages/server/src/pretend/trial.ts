import type { Config } from '../platform/config/index.ts';
import type { Database } from '../platform/database/index.ts';
import { businessBySlug } from '../platform/tenancy/index.ts';
import { portalSettings } from '../capabilities/portal/index.ts';
import { SHOPS } from './shops.ts';

type Installed = Pick<Config, 'host' | 'publicUrl' | 'databaseUrl' | 'sms' | 'development'>;

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
const MAKING = '-being-made';

/**
 * Whether somebody is looking around on their own machine: nothing but pretend shops is there, in the database that came with
 * the program, nobody else can reach it, and nobody has said how text messages are sent. There the codes that the pretend
 * customers are sent may be read in the mailbox page. One business of somebody's own, and it is closed.
 */
export function isTrial(config: Installed, slugs: readonly string[]): boolean {
  return (
    config.sms.provider === 'none' &&
    LOOPBACK.has(config.host) &&
    config.publicUrl === undefined &&
    config.databaseUrl === undefined &&
    slugs.every((slug) =>
      SHOPS.some((shop) => slug === shop.slug || slug.startsWith(`${shop.slug}${MAKING}`)),
    )
  );
}

/** The same configuration with text messages that are written down instead of sent, and may be read. */
export function forTrial<One extends Installed>(config: One): One {
  return { ...config, development: true, sms: { provider: 'recording' } };
}

/** Where the members of the demo shop's club sign in, and how: one with something in their wallet, and where the code is. */
export async function waysIntoPortal(
  database: Database,
  { sms, development }: Pick<Config, 'sms' | 'development'>,
  address: string,
): Promise<readonly string[]> {
  const [shop] = SHOPS;
  const business = shop === undefined ? null : await businessBySlug(database, shop.slug);
  if (business === null) return [];
  const mobile = await database.withBusiness(business.id, async (tx) => {
    if (!(await portalSettings(tx)).open) return null;
    const { rows } = await tx.query<{ mobile: string }>(
      `SELECT i.value AS mobile FROM club_accounts a
       JOIN identifiers i ON i.business_id = a.business_id AND i.person_id = a.person_id AND i.kind = 'mobile'
       JOIN people p ON p.business_id = a.business_id AND p.person_id = a.person_id AND p.merged_into IS NULL
       WHERE a.business_id = this_business() AND a.card_id = 0 AND a.wallet = 'points'
       ORDER BY a.balance DESC, a.person_id LIMIT 1`,
    );
    return rows[0]?.mobile ?? null;
  });
  if (mobile === null) return [];
  const page = `${address}/p/${business.slug}`;
  const typed = mobile.replace(/^\+98/, '0');
  if (development && sms.provider === 'recording')
    return [
      `The pages of its customer club are at ${page}: sign in there with the mobile ${typed};`,
      `the code it is sent can be read at ${address}/dev/mailbox?business=${business.slug}`,
    ];
  const how =
    sms.provider === 'kavenegar'
      ? 'a code comes by text message'
      : 'the code comes by text message, so say how these are sent (NARDEBAN_SMS_PROVIDER)';
  return [`The pages of its customer club are at ${page}: ${how}`];
}
