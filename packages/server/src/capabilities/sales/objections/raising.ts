import type { FactData } from '@nardeban/core/facts';
import type { ObjectionKind, RaiseState } from '@nardeban/core/sales';
import { accept, changedMeanwhile, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { dealById } from '../deals/index.ts';
import { tellOfDeals } from '../deals/telling.ts';
import { type LibraryAuthor, answerOf, objectionById } from './library.ts';

export type RaiseEventKind = 'raised' | 'answered' | 'settled' | 'opened';

/** One step of what became of it. */
export interface RaiseEvent {
  readonly place: number;
  readonly kind: RaiseEventKind;
  readonly answer: number | null;
  /** The answer as it was worded then. */
  readonly words: string | null;
  readonly note: string;
  readonly by: string;
  readonly at: Instant;
}

/** An objection raised in a deal, with its whole story. */
export interface Raised {
  readonly id: number;
  readonly deal: number;
  readonly objection: number;
  readonly key: string;
  readonly kind: ObjectionKind;
  readonly title: string;
  readonly state: RaiseState;
  /** Given last; where it is settled, the one that settled it. */
  readonly answer: number | null;
  readonly raisedAt: Instant;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
  readonly events: readonly RaiseEvent[];
}

type RaisedRow = Omit<Raised, 'events'>;

const columns = `r.raise_id AS id, r.deal_id AS deal, r.objection_id AS objection, o.key, o.kind, o.title, r.state,
  r.answer_id AS answer, r.raised_at AS "raisedAt", r.revision, r.changed_by AS "changedBy", r.changed_at AS "changedAt"`;
const FROM = `objection_raises r JOIN objections o ON o.business_id = r.business_id AND o.objection_id = r.objection_id`;

/** What was raised in a deal, what is open first. */
export async function raisedIn(tx: Tx, deal: number): Promise<Raised[]> {
  const { rows } = await tx.query<RaisedRow>(
    `SELECT ${columns} FROM ${FROM} WHERE r.business_id = this_business() AND r.deal_id = $1
     ORDER BY r.state, r.raise_id DESC LIMIT 500`,
    [deal],
  );
  return withEvents(tx, rows);
}

async function withEvents(tx: Tx, raised: readonly RaisedRow[]): Promise<Raised[]> {
  if (raised.length === 0) return [];
  const { rows } = await tx.query<RaiseEvent & { raise: number }>(
    `SELECT e.raise_id AS raise, e.place, e.kind, e.answer_id AS answer, v.words, e.note, e.by, e.at
     FROM objection_events e LEFT JOIN objection_answer_versions v
       ON v.business_id = e.business_id AND v.answer_id = e.answer_id AND v.version = e.version
     WHERE e.business_id = this_business() AND e.raise_id = ANY($1::bigint[]) ORDER BY e.raise_id, e.place`,
    [raised.map(({ id }) => id)],
  );
  const events = Map.groupBy(rows, ({ raise }) => raise);
  return raised.map((one) => ({
    ...one,
    events: (events.get(one.id) ?? []).map(({ place, kind, answer, words, note, by, at }) => ({
      place,
      kind,
      answer,
      words,
      note,
      by,
      at,
    })),
  }));
}

/**
 * Somebody says what holds them back. Raised again it is the same matter, open again; raised while it is open it is left as
 * it is. Refusals: `deal_unknown`, `objection_unknown`.
 */
export async function raiseObjection(
  tx: Tx,
  business: Business,
  asked: { readonly deal: number; readonly objection: number; readonly note: string },
  author: LibraryAuthor,
): Promise<Result<Raised>> {
  const deal = await dealById(tx, asked.deal);
  if (deal === null) return refuse('deal_unknown', 'deal', { id: asked.deal });
  // Held, so that two who raise the same at once are one after the other, and no answer goes meanwhile.
  const objection = await objectionById(tx, asked.objection, 'hold');
  if (!objection.ok) return objection;
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO objection_raises (business_id, deal_id, person_id, objection_id, raised_at, changed_by, changed_at)
     SELECT this_business(), d.deal_id, d.person_id, $2, $3, $4, $3 FROM deals d
     WHERE d.business_id = this_business() AND d.deal_id = $1
     ON CONFLICT (business_id, deal_id, objection_id) DO NOTHING RETURNING raise_id AS id`,
    [deal.id, asked.objection, timestamptz(author.now), author.by],
  );
  const made = rows[0]?.id;
  const raised = await heldRaise(tx, { deal: deal.id, objection: asked.objection });
  if (!raised.ok) return raised;
  if (made === undefined && raised.value.state === 'open') return accept(raised.value);
  const event = {
    kind: made === undefined ? ('opened' as const) : ('raised' as const),
    answer: null,
    version: null,
  };
  return noted(tx, business, raised.value, { ...event, note: asked.note }, author);
}

/**
 * What was answered, and whether that settled it. Refusals: `objection_raise_unknown`, `changed_meanwhile`,
 * `objection_answer_unknown`, `deal_unknown`.
 */
export async function answerObjection(
  tx: Tx,
  business: Business,
  asked: {
    readonly deal: number;
    readonly raise: number;
    readonly answer: number;
    readonly settled: boolean;
    readonly note: string;
    readonly revision: number;
  },
  author: LibraryAuthor,
): Promise<Result<Raised>> {
  const open = await opened(tx, asked);
  if (!open.ok) return open;
  const raised = open.value;
  const held = await objectionById(tx, raised.objection, 'hold');
  if (!held.ok) return held;
  const answer = await answerOf(tx, raised.objection, asked.answer);
  if (!answer.ok) return answer;
  const event = { kind: 'answered' as const, answer: answer.value.id, version: answer.value.version };
  return noted(tx, business, raised, { ...event, note: asked.note, settled: asked.settled }, author);
}

/** Settled after all, or open again. Refusals: `objection_raise_unknown`, `changed_meanwhile`, `deal_unknown`. */
export async function settleObjection(
  tx: Tx,
  business: Business,
  asked: {
    readonly deal: number;
    readonly raise: number;
    readonly state: RaiseState;
    readonly note: string;
    readonly revision: number;
  },
  author: LibraryAuthor,
): Promise<Result<Raised>> {
  const open = await opened(tx, asked);
  if (!open.ok) return open;
  const raised = open.value;
  if (raised.state === asked.state) return accept(raised);
  const kind = asked.state === 'settled' ? ('settled' as const) : ('opened' as const);
  const last = raised.events.findLast((event) => event.kind === 'answered');
  const answer = kind === 'settled' ? (last?.answer ?? null) : null;
  return noted(tx, business, raised, { kind, answer, version: null, note: asked.note }, author);
}

async function opened(
  tx: Tx,
  asked: { readonly deal: number; readonly raise: number; readonly revision: number },
): Promise<Result<Raised>> {
  const deal = await dealById(tx, asked.deal);
  if (deal === null) return refuse('deal_unknown', 'deal', { id: asked.deal });
  const raised = await heldRaise(tx, { deal: asked.deal, raise: asked.raise });
  if (!raised.ok) return raised;
  if (raised.value.revision === asked.revision) return raised;
  return changedMeanwhile(raised.value.changedBy, raised.value.changedAt);
}

async function heldRaise(
  tx: Tx,
  which: { readonly deal: number; readonly raise?: number; readonly objection?: number },
): Promise<Result<Raised>> {
  const { rows } = await tx.query<RaisedRow>(
    `SELECT ${columns} FROM ${FROM} WHERE r.business_id = this_business() AND r.deal_id = $1
       AND ($2::bigint IS NULL OR r.raise_id = $2) AND ($3::bigint IS NULL OR r.objection_id = $3)
     FOR UPDATE OF r`,
    [which.deal, which.raise ?? null, which.objection ?? null],
  );
  const [found] = await withEvents(tx, rows);
  return found === undefined ? refuse('objection_raise_unknown', 'raise') : accept(found);
}

interface NewEvent {
  readonly kind: RaiseEventKind;
  readonly answer: number | null;
  readonly version: number | null;
  readonly note: string;
  readonly settled?: boolean;
}

/** Writes a step down, tells it, and answers how it stands now. */
async function noted(
  tx: Tx,
  business: Business,
  raised: Raised,
  event: NewEvent,
  { by, now }: LibraryAuthor,
): Promise<Result<Raised>> {
  const place = (raised.events.at(-1)?.place ?? 0) + 1;
  const isSettled = event.kind === 'settled' || (event.kind === 'answered' && event.settled === true);
  await tx.query(
    `INSERT INTO objection_events (business_id, raise_id, place, kind, objection_id, deal_id, answer_id, version, note, by, at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      raised.id,
      place,
      event.kind,
      raised.objection,
      raised.deal,
      event.answer,
      event.version,
      event.note,
      by,
      timestamptz(now),
    ],
  );
  await tx.query(
    `UPDATE objection_raises SET state = $2, answer_id = coalesce($3, answer_id), revision = revision + 1,
       changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND raise_id = $1`,
    [raised.id, isSettled ? 'settled' : 'open', event.answer, by, timestamptz(now)],
  );
  const data: FactData = { objection: raised.key, deal: String(raised.deal) };
  const given = event.answer === null ? {} : { answer: String(event.answer) };
  const isRaise = event.kind === 'raised' || event.kind === 'opened';
  await tellOfDeals(tx, business, [
    {
      deal: raised.deal,
      type: isRaise ? 'objection.raised' : 'objection.answered',
      at: now,
      key: `objection-${raised.id}-${event.kind}-${place}`,
      data: isRaise ? data : { ...data, ...given, outcome: isSettled ? 'settled' : 'open' },
    },
  ]);
  return heldRaise(tx, { deal: raised.deal, raise: raised.id });
}
