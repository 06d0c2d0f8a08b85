import type { FactData } from '@nardeban/core/facts';
import { type Instant, MS_PER_DAY } from '@nardeban/core/values';
import { appendFacts, sourceId } from '../../capabilities/facts/index.ts';
import { acceptLead, captureLeads, chooseSellers, refuseLead } from '../../capabilities/sales/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

const LEADS = 40;
const BY = 'مهمان نردبان';
const HOUR = 3_600_000;

/** What somebody did before they were a lead, and how many days before that. */
const WAYS: readonly (readonly (readonly [type: string, daysBefore: number, data?: FactData])[])[] = [
  [
    ['page.viewed', 3],
    ['product.viewed', 2],
  ],
  [
    ['content.downloaded', 6],
    ['message.received', 1, { channel: 'site' }],
  ],
  [['price.asked', 0, { product: 'قهوهٔ دانه', channel: 'phone' }]],
  [
    ['newsletter.subscribed', 20],
    ['page.viewed', 9],
    ['cart.updated', 1],
  ],
  [
    ['demo.asked', 1, { channel: 'site' }],
    ['product.viewed', 4],
  ],
  [
    ['message.received', 2],
    ['message.received', 1],
    ['content.downloaded', 3],
  ],
];
const SOURCES = ['site', 'instagram', 'phone', 'recommendation', 'fair'] as const;
const REASONS = ['no-money', 'no-need', 'later', 'unreachable'] as const;

/**
 * Leads as a demo shop has them: in nurture, waiting for sales, accepted, refused, one of them late. Told by what people did.
 * A shop that has leads is not touched.
 */
export async function pretendLeads(
  tx: Tx,
  business: Business,
  { now, owners }: { readonly now: Instant; readonly owners: readonly string[] },
): Promise<void> {
  const { rowCount } = await tx.query('SELECT FROM leads WHERE business_id = this_business() LIMIT 1');
  if (rowCount > 0) return;
  await chooseSellers(tx, owners);
  const { rows } = await tx.query<{ person: number }>(
    `SELECT p.person_id AS person FROM people p
     WHERE p.business_id = this_business() AND p.merged_into IS NULL AND p.kind = 'person' AND p.name IS NOT NULL
       AND NOT EXISTS (SELECT FROM deals d WHERE d.business_id = p.business_id AND d.person_id = p.person_id)
     ORDER BY p.person_id DESC LIMIT $1`,
    [LEADS],
  );
  const source = await sourceId(tx, business, 'sales');
  const came = rows.map(({ person }, place) => ({
    person,
    place,
    at: now - ((place * 7) % 30) * (MS_PER_DAY / 2) - (place % 5) * HOUR,
    source: SOURCES[place % SOURCES.length] ?? 'site',
    way: WAYS[place % WAYS.length] ?? [],
  }));
  await appendFacts(
    tx,
    business,
    came.flatMap(({ person, place, at, source: from, way }) =>
      [...way, ['lead.captured', 0, { source: from }] as const].map(([type, before, data = {}], deed) => ({
        personId: person,
        conflictId: null,
        type,
        at: at - before * MS_PER_DAY,
        sourceId: source,
        key: `demo-lead-${place}-${deed}`,
        data,
      })),
    ),
  );
  // Oldest first, each at its own time: what was handed over then is late by now.
  for (const { person, source: from, at, place } of came.toSorted((a, b) => a.at - b.at)) {
    const [captured] = await captureLeads(tx, business, [{ person, source: from }], { by: BY, now: at });
    if (captured?.state !== 'handed') continue;
    const { rows: seen } = await tx.query<{ revision: number }>(
      'SELECT revision FROM leads WHERE business_id = this_business() AND lead_id = $1',
      [captured.lead],
    );
    const answer = { lead: captured.lead, revision: seen[0]?.revision ?? 1 };
    const who = { user: captured.owner, by: BY, now: Math.min(now, at + 3 * HOUR) };
    if (place % 3 === 0) await acceptLead(tx, business, answer, who);
    else if (place % 3 === 1)
      await refuseLead(
        tx,
        business,
        { ...answer, reason: REASONS[place % REASONS.length] ?? 'later', note: null },
        who,
      );
  }
}
