import type { FactData, FactType } from '@nardeban/core/facts';
import type { LeadOrigin } from '@nardeban/core/sales';
import type { Instant } from '@nardeban/core/values';
import {
  int8Array,
  type Statement,
  textArray,
  timestamptz,
  type Tx,
} from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { addNotes } from '../../dossier/index.ts';
import { appendFacts, type FactRow, sourceId } from '../../facts/index.ts';
import { resolvePeople } from '../../people/index.ts';
import { checkOwner } from '../deals/index.ts';
import { captureLeads } from '../leads/index.ts';
import { SALES_SOURCE } from '../telling.ts';
import { type ConsentTold, keepConsents } from '../../consent/index.ts';
import { countingToday, type CountedNow } from './counts.ts';
import type { Told } from './told.ts';

/** By what it came: the form, the letter box, or lists. The same again is the same sign of interest only by the same way. */
export type Gate =
  | { readonly kind: 'form'; readonly id: number; readonly key: string }
  | { readonly kind: 'letter'; readonly id: number; readonly key: string }
  | { readonly kind: 'list'; readonly key: string };

/** Something that was sent in, is kept, and is now let in. */
export interface Letting {
  /** The number of the submission. */
  readonly submission: number;
  readonly told: Told;
  readonly origin: LeadOrigin;
  readonly at: Instant;
  readonly address: string | null;
}

/** What all of them have in common: a form's settings, a letter box's, a list's. */
export interface GateRules {
  readonly gate: Gate;
  /** Who gets the leads; null: as the rules of the business assign them. */
  readonly owner: string | null;
  /** It is a raised hand, whatever was written. */
  readonly hand: boolean;
  readonly windowMs: number;
  /** As whom notes are written. */
  readonly by: string;
}

export interface Taken {
  readonly state: 'taken' | 'repeated' | 'waiting';
  readonly person: number | null;
  readonly lead: number | null;
  readonly owner: string | null;
}

const CHANNELS = { form: 'web', letter: 'email', list: 'import' } as const;

/**
 * Makes leads of what was sent: who they are, what they said as facts, notes and consents, and the lead itself, scored and
 * assigned; all in the caller's transaction. Any number at once. Where two people could be meant it waits until somebody
 * has decided who it is. Sent again within the window it is no new sign of interest.
 */
export async function letIn(
  tx: Tx,
  business: Business,
  rules: GateRules,
  letting: readonly Letting[],
  {
    now,
    decidedBy = null,
    counted = [],
  }: {
    readonly now: Instant;
    readonly decidedBy?: string | null;
    /** What else is counted of the form at this moment. */
    readonly counted?: readonly CountedNow[];
  },
): Promise<readonly Taken[]> {
  const resolutions = await resolvePeople(
    tx,
    business,
    letting.map(({ told }) => told.identity),
    letting.map(({ at }) => at),
  );
  const known = letting.flatMap((one, index) => {
    const resolution = resolutions[index];
    return resolution !== undefined && 'personId' in resolution ? [{ ...one, ...resolution, index }] : [];
  });
  const people = [...new Set(known.map(({ canonicalId }) => canonicalId))].sort((a, b) => a - b);
  const source = await sourceId(tx, business, SALES_SOURCE);
  const anchors = await earlierSigns(tx, rules, people, known);
  const facts: FactRow[] = [];
  const notes: { personId: number; text: string; at: Instant }[] = [];
  const consents: ConsentTold[] = [];
  const fresh = new Map<number, number>();
  const repeated = new Set<number>();
  for (const one of known) {
    const { personId, canonicalId, submission, told, at } = one;
    const earlier = anchors.get(submission);
    const first = earlier?.submission ?? fresh.get(canonicalId);
    if (first === undefined) fresh.set(canonicalId, submission);
    else repeated.add(submission);
    facts.push(
      ...factsOf(
        rules,
        { personId, source, submission, at, told, origin: first === undefined ? one.origin : null },
        first ?? submission,
      ),
    );
    if (told.note !== '' && earlier?.isWordForWord !== true)
      notes.push({ personId: canonicalId, text: told.note, at });
    consents.push(...consentsOf(rules, { personId, told, at, address: one.address }));
  }
  await keepConsents(tx, consents);
  facts.push(...(await addNotes(tx, notes, { by: rules.by, source })));
  await appendFacts(tx, business, facts);
  const taken: Taken[] = letting.map(() => ({ state: 'waiting', person: null, lead: null, owner: null }));
  for (const { index, submission, canonicalId } of known)
    if (repeated.has(submission))
      taken[index] = { state: 'repeated', person: canonicalId, lead: null, owner: null };
  const signs = known.filter(({ submission }) => !repeated.has(submission));
  // Who was to get them may have left since.
  const isHere = rules.owner !== null && (await checkOwner(tx, rules.owner)).ok;
  const captured = await captureLeads(
    tx,
    business,
    signs.map(({ personId, origin, told }) => ({
      person: personId,
      ...origin,
      form: rules.gate.key,
      owner: isHere ? rules.owner : null,
      hand: rules.hand || told.asked.length > 0,
    })),
    { by: rules.by, now },
  );
  for (const [place, { index, canonicalId }] of signs.entries()) {
    const one = captured[place] ?? null;
    taken[index] = {
      state: 'taken',
      person: canonicalId,
      lead: one?.lead ?? null,
      owner: one?.owner ?? null,
    };
  }
  const leads = taken.filter(({ state }) => state === 'taken').length;
  const counts = [
    ...counted,
    ...(rules.gate.kind === 'form' && leads > 0
      ? [{ kind: 'lead' as const, subject: rules.gate.id, times: leads }]
      : []),
  ];
  await tx.queryAll([
    writingDown(letting, taken, resolutions, { now, decidedBy }),
    ...(counts.length === 0 ? [] : [countingToday(business, counts, now)]),
  ]);
  return taken;
}

/**
 * What a submission tells of its person. `origin` is null where it is no new sign of interest; `anchor` is the submission that
 * was the first sign: the same wish again is the same wish.
 */
export function factsOf(
  { gate }: GateRules,
  letting: Pick<Letting, 'submission' | 'told' | 'at'> & {
    readonly personId: number;
    readonly source: number;
    readonly origin: LeadOrigin | null;
  },
  anchor: number,
): readonly FactRow[] {
  const { personId, source, submission, told, at, origin } = letting;
  const channel = CHANNELS[gate.kind];
  const facts: FactRow[] = [];
  const tell = (type: FactType, key: string, data: FactData): void => {
    facts.push({ personId, conflictId: null, type, at, sourceId: source, key, data });
  };
  if (origin !== null) tell('lead.captured', `capture-${submission}-lead`, leadData(gate, origin));
  for (const { trait, value } of told.traits)
    tell('trait.changed', `capture-${submission}-trait-${trait}`, { trait, value });
  for (const { for: what, product } of told.asked)
    tell(what === 'price' ? 'price.asked' : 'demo.asked', `capture-${anchor}-${what}-${product ?? ''}`, {
      ...(product === null ? {} : { product }),
      channel,
    });
  for (const wish of told.wishes)
    tell('wish.stated', `capture-${anchor}-wish-${wish.slice(0, 100)}`, { wish });
  if (told.isMessage && gate.kind === 'letter')
    tell('message.received', `capture-${submission}-message`, { channel });
  for (const { purpose, channel: by } of told.consents)
    tell('consent.given', `capture-${submission}-consent-${purpose}-${by}`, { purpose, channel: by });
  return facts;
}

/** What a submission's person agreed to, word for word. */
export function consentsOf(
  { gate }: GateRules,
  { personId, told, at, address }: Pick<Letting, 'told' | 'at' | 'address'> & { readonly personId: number },
): readonly ConsentTold[] {
  return told.consents.map((consent) => ({
    ...consent,
    person: personId,
    way: `form ${gate.key}`,
    address,
    at,
  }));
}

function leadData(gate: Gate, { source, medium, campaign }: LeadOrigin): FactData {
  return {
    channel: CHANNELS[gate.kind],
    form: gate.key,
    source,
    ...(medium === null ? {} : { medium }),
    ...(campaign === null ? {} : { campaign }),
  };
}

interface Earlier {
  readonly submission: number;
  readonly isWordForWord: boolean;
}

/**
 * Of each that is the same again within the window: the submission that was the sign of interest. Two of the same person at
 * once come one after the other.
 */
async function earlierSigns(
  tx: Tx,
  { gate, windowMs }: GateRules,
  people: readonly number[],
  known: readonly { readonly submission: number; readonly canonicalId: number; readonly at: Instant }[],
): Promise<ReadonlyMap<number, Earlier>> {
  if (known.length === 0) return new Map();
  const [, found] = await tx.queryAll<[object, { of: number; submission: number; isWordForWord: boolean }]>([
    {
      name: 'capture-one-by-one',
      text: `SELECT pg_advisory_xact_lock(hashtextextended('nardeban capture', one)) FROM unnest($1::bigint[]) AS one`,
      values: [int8Array(people)],
    },
    {
      name: `capture-earlier-${gate.kind}`,
      text: `SELECT w.submission AS of, min(s.id) AS submission, bool_or(s.same) AS "isWordForWord"
             FROM unnest($1::bigint[], $2::bigint[], $3::text[]) AS w (submission, person, at), LATERAL (
               SELECT w.person AS member
               UNION ALL
               SELECT o.person_id FROM people o WHERE o.business_id = this_business() AND o.merged_into = w.person OFFSET 0) m, LATERAL (
               SELECT o.submission_id AS id, (o.content -> $6) = (
                   SELECT me.content -> $6 FROM capture_submissions me
                   WHERE me.business_id = this_business() AND me.submission_id = w.submission) AS same
               FROM capture_submissions o
               WHERE o.business_id = this_business() AND o.person_id = m.member AND o.state = 'taken'
                 AND o.at BETWEEN w.at::timestamptz - $4::float8 * interval '1 millisecond'
                              AND w.at::timestamptz + $4::float8 * interval '1 millisecond'
                 AND ${SAME_GATE[gate.kind]}
               ORDER BY o.at DESC LIMIT 1) s
             GROUP BY w.submission`,
      values: [
        int8Array(known.map(({ submission }) => submission)),
        int8Array(known.map(({ canonicalId }) => canonicalId)),
        textArray(known.map(({ at }) => timestamptz(at))),
        windowMs,
        gate.kind === 'list' ? null : gate.id,
        { form: 'written', letter: 'text', list: 'cells' }[gate.kind],
      ],
    },
  ]);
  return new Map(found.rows.map(({ of, submission, isWordForWord }) => [of, { submission, isWordForWord }]));
}

const SAME_GATE = {
  form: 'o.form_id = $5',
  letter: 'o.mailbox_id = $5',
  list: 'o.batch_id IS NOT NULL AND $5::bigint IS NULL',
} as const;

function writingDown(
  letting: readonly Letting[],
  taken: readonly Taken[],
  resolutions: Awaited<ReturnType<typeof resolvePeople>>,
  { now, decidedBy }: { readonly now: Instant; readonly decidedBy: string | null },
): Statement {
  const conflicts = resolutions.map((resolution) =>
    'conflictId' in resolution ? resolution.conflictId : null,
  );
  const persons = resolutions.map((resolution) => ('personId' in resolution ? resolution.personId : null));
  return {
    name: 'capture-write-down',
    text: `UPDATE capture_submissions s SET state = w.state, person_id = w.person, lead_id = w.lead, conflict_id = w.conflict,
             reasons = CASE WHEN w.state <> 'waiting' THEN s.reasons
                            WHEN w.conflict IS NOT NULL THEN ARRAY['two_people'] ELSE ARRAY['nobody'] END,
             decided_by = CASE WHEN w.state <> 'waiting' THEN $6 END,
             decided_at = CASE WHEN w.state <> 'waiting' AND $6::text IS NOT NULL THEN $7::timestamptz END
           FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[])
             AS w (submission, state, person, lead, conflict)
           WHERE s.business_id = this_business() AND s.submission_id = w.submission`,
    values: [
      int8Array(letting.map(({ submission }) => submission)),
      textArray(taken.map(({ state }) => state)),
      int8Array(persons),
      int8Array(taken.map(({ lead }) => lead)),
      int8Array(conflicts),
      decidedBy,
      timestamptz(now),
    ],
  };
}
