import { createHash } from 'node:crypto';
import { addressKey, readAddress } from '@nardeban/core/programme';
import { displayText, type Instant, readEmail, readMobile } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** What somebody was seen with: whoever tells it knows it from the browser, the gateway or the parcel. */
export interface SeenWith {
  /** What the browser or the app is known by. */
  readonly device?: string | undefined;
  /** The hash of a card, as a payment gateway tells it; never its number. */
  readonly card?: string | undefined;
  /** An IP address. */
  readonly network?: string | undefined;
  /** A postal address as it was typed. */
  readonly address?: string | undefined;
  readonly mobile?: string | undefined;
  readonly email?: string | undefined;
}

export type TraceKind = keyof SeenWith;

/** What is only compared is kept as a hash of the business's own: it says nothing to whoever reads the table. */
const HASHED: readonly TraceKind[] = ['device', 'card', 'network'];
const LONGEST = 300;
/** Of one person no more are kept of a kind; somebody with more devices than this is no longer told by them. */
const MOST_OF_A_KIND = 20;

/** Notes what a person was seen with, to be compared when somebody is brought. Blank or unreadable parts are left out. */
export async function noteTraces(
  tx: Tx,
  business: { readonly id: number },
  person: number,
  seen: SeenWith,
  at: Instant,
): Promise<void> {
  const traces = (Object.keys(seen) as TraceKind[]).flatMap((kind) => {
    const value = traceOf(business.id, kind, seen[kind] ?? '');
    return value === null ? [] : [{ kind, value }];
  });
  if (traces.length === 0) return;
  await tx.query(
    `INSERT INTO referral_traces (business_id, person_id, kind, value, seen_at)
     SELECT this_business(), $1, t.kind, t.value, $4 FROM unnest($2::text[], $3::text[]) AS t (kind, value)
     WHERE (SELECT count(*) FROM referral_traces o
            WHERE o.business_id = this_business() AND o.person_id = $1 AND o.kind = t.kind) < ${MOST_OF_A_KIND}
     ON CONFLICT DO NOTHING`,
    [person, traces.map(({ kind }) => kind), traces.map(({ value }) => value), timestamptz(at)],
  );
}

function traceOf(business: number, kind: TraceKind, raw: string): string | null {
  const text = displayText(raw).slice(0, LONGEST);
  if (text === '') return null;
  if (HASHED.includes(kind))
    return createHash('sha256').update(`${business} ${kind} ${text.toLowerCase()}`).digest('hex');
  if (kind === 'address') return addressKey(readAddress(text)) === null ? null : text;
  const read = kind === 'mobile' ? readMobile(text) : readEmail(text);
  return read.ok ? read.value : null;
}
