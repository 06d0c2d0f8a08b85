import { overdueFrom, type PromiseSide, type PromiseState } from '@nardeban/core/sales';
import {
  accept,
  changedMeanwhile,
  displayText,
  type Instant,
  isoDay,
  readIsoDay,
  refuse,
  type Result,
  zoneOf,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { cancelFollowUps, planFollowUp } from '../follow-ups/index.ts';
import { tellSales } from '../telling.ts';
import { type PersonNamed, type Whom, whoIs } from './whom.ts';

/** What was promised, by whom and by when, and what came of it. */
export interface KeptPromise {
  readonly id: number;
  readonly person: PersonNamed;
  readonly deal: number | null;
  readonly talk: number | null;
  readonly replaces: number | null;
  readonly side: PromiseSide;
  /** Of ours: the member of staff who is to keep it. */
  readonly owner: string | null;
  readonly promisedBy: string;
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly state: PromiseState;
  /** Its day is over and nobody has said what came of it. */
  readonly overdue: boolean;
  readonly brokenAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly ending: string;
  readonly followUp: number | null;
  readonly revision: number;
  readonly by: string;
  readonly at: Instant;
}

const MOST_ENDED = 30;
const MOST_OPEN = 100;

const columns = `p.promise_id AS id, ${whoIs('p.person_id')} AS person, p.deal_id AS deal, p.talk_id AS talk, p.replaces,
  p.side, coalesce(f.owner, p.owner) AS owner, p.promised_by AS "promisedBy", p.text, p.due_on AS "dueOn", p.state, p.broken_at AS "brokenAt",
  p.ended_at AS "endedAt", p.ended_by AS "endedBy", p.ending, p.follow_up_id AS "followUp", p.revision, p.made_by AS by,
  p.made_at AS at`;

/** Whoever the follow-up was handed to is to keep the promise. */
const FROM = `FROM sales_promises p
  LEFT JOIN follow_ups f ON f.business_id = this_business() AND f.follow_up_id = p.follow_up_id`;

type Row = Omit<KeptPromise, 'overdue'>;

/** The promises made to these people and by them: what is open by its day, then what came of the last ones. */
export async function promisesOf(tx: Tx, whom: Whom, today: string): Promise<readonly KeptPromise[]> {
  const { rows } = await tx.query<Row>({
    name: 'sales-promises-of',
    text: `(SELECT ${columns} ${FROM}
            WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[]) AND p.state = 'open'
              AND ($2::bigint IS NULL OR p.deal_id IS NULL OR p.deal_id = $2)
            ORDER BY p.due_on, p.promise_id LIMIT ${MOST_OPEN})
           UNION ALL
           (SELECT ${columns} ${FROM}
            WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[]) AND p.state <> 'open'
              AND ($2::bigint IS NULL OR p.deal_id IS NULL OR p.deal_id = $2)
            ORDER BY p.promise_id DESC LIMIT ${MOST_ENDED})`,
    values: [whom.members, whom.deal],
  });
  return rows.map((row) => shown(row, today));
}

/**
 * Open promises of the whole business by their day, the oldest first; `owner`: those one member of staff is to keep. `after`: the
 * day and number at which the page before ended.
 */
export async function openPromises(
  tx: Tx,
  asked: {
    readonly overdue: boolean;
    readonly owner: string | null;
    readonly after: { readonly dueOn: string; readonly id: number } | null;
    readonly limit: number;
  },
  today: string,
): Promise<{ readonly promises: readonly KeptPromise[]; readonly next: string | null }> {
  const { rows } = await tx.query<Row>({
    name: 'sales-promises-open',
    text: `SELECT ${columns} ${FROM}
           WHERE p.business_id = this_business() AND p.state = 'open' AND ($1::text IS NULL OR coalesce(f.owner, p.owner) = $1)
             AND ($2::date IS NULL OR p.due_on < $2::date)
             AND ($3::date IS NULL OR (p.due_on, p.promise_id) > ($3::date, $4::bigint))
           ORDER BY p.due_on, p.promise_id LIMIT $5`,
    values: [
      asked.owner,
      asked.overdue ? today : null,
      asked.after?.dueOn ?? null,
      asked.after?.id ?? null,
      asked.limit + 1,
    ],
  });
  const promises = rows.slice(0, asked.limit).map((row) => shown(row, today));
  const last = rows.length > asked.limit ? promises.at(-1) : undefined;
  return { promises, next: last === undefined ? null : `${last.dueOn}_${last.id}` };
}

function shown(row: Row, today: string): KeptPromise {
  return { ...row, overdue: row.state === 'open' && row.dueOn < today };
}

export interface NewPromise {
  readonly side: PromiseSide;
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly dueOn: string;
  readonly owner: string | null;
  /** Who promised it, by name. */
  readonly promisedBy: string;
  readonly talk: number | null;
  readonly replaces: number | null;
  readonly by: string;
  readonly at: Instant;
}

/** So far ahead nothing is promised: a year was mistyped. */
const FARTHEST_DAYS = 3653;
const MOST_OPEN_OF_PERSON = MOST_OPEN;

/**
 * Keeps a promise, with a follow-up on its day for who is to keep it, or to ask after it. Ours is told as a fact; theirs is not,
 * since the fact says what we promised. Refusals: `date_does_not_exist`, `day_over`, `promise_day_far`, `promises_too_many`.
 */
export async function makePromise(
  tx: Tx,
  business: Business,
  whom: Whom,
  made: NewPromise,
): Promise<Result<{ readonly id: number }>> {
  const zone = zoneOf(business.zone);
  const due = readIsoDay(made.dueOn);
  if (due === null) return refuse('date_does_not_exist', 'dueOn', { text: made.dueOn });
  const today = zone.dayOf(made.at);
  if (due < today) return refuse('day_over', 'dueOn');
  if (due > today + FARTHEST_DAYS) return refuse('promise_day_far', 'dueOn');
  const open = (await promisesOf(tx, whom, isoDay(today))).filter(({ state }) => state === 'open').length;
  if (open >= MOST_OPEN_OF_PERSON)
    return refuse('promises_too_many', undefined, { most: MOST_OPEN_OF_PERSON });
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO sales_promises (business_id, person_id, deal_id, talk_id, replaces, side, owner, promised_by, text, due_on,
       look_at, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING promise_id AS id`,
    [
      whom.writtenUnder,
      whom.deal,
      made.talk,
      made.replaces,
      made.side,
      made.owner,
      displayText(made.promisedBy),
      displayText(made.text),
      made.dueOn,
      timestamptz(overdueFrom(due, zone)),
      made.by,
      timestamptz(made.at),
    ],
  );
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('A promise was not written down');
  const planned = await planFollowUp(tx, business, {
    person: whom.writtenUnder,
    deal: whom.deal,
    kind: 'promise',
    due: zone.startOf(due),
    wholeDay: true,
    about: displayText(made.text),
    owner: made.owner,
    origin: 'promise',
    originRef: String(id),
    key: `promise-${id}`,
    by: made.by,
    at: made.at,
  });
  if (!planned.ok) return planned;
  await tx.query(
    'UPDATE sales_promises SET follow_up_id = $2 WHERE business_id = this_business() AND promise_id = $1',
    [id, planned.value.id],
  );
  if (made.side === 'us')
    await tell(tx, business, {
      person: whom.writtenUnder,
      type: 'promise.made',
      key: `promise-${id}-made`,
      at: made.at,
      data: { promise: String(id), day: made.dueOn, by: made.promisedBy },
    });
  return accept({ id });
}

export interface Ending {
  readonly state: 'kept' | 'broken' | 'released';
  readonly ending: string;
  readonly by: string;
  readonly at: Instant;
}

/**
 * Says what came of a promise, as it was seen (`revision`). What was broken may still be kept, late; nothing else is said anew.
 * What was kept, broken or let go is not to be done any more, so its follow-up goes. Refusals: `promise_unknown`,
 * `changed_meanwhile`, `promise_over`.
 */
export async function endPromise(
  tx: Tx,
  business: Business,
  asked: { readonly id: number; readonly revision: number | null },
  ended: Ending,
): Promise<Result<true>> {
  const { rows } = await tx.query<{
    person: number;
    side: PromiseSide;
    state: PromiseState;
    revision: number;
    by: string | null;
    at: Instant | null;
  }>(
    `SELECT person_id AS person, side, state, revision, ended_by AS by, ended_at AS at FROM sales_promises
     WHERE business_id = this_business() AND promise_id = $1 FOR UPDATE`,
    [asked.id],
  );
  const [promise] = rows;
  if (promise === undefined) return refuse('promise_unknown', 'id', { id: asked.id });
  if (asked.revision !== null && asked.revision !== promise.revision)
    return changedMeanwhile(promise.by, promise.at);
  const keptLate = promise.state === 'broken' && ended.state === 'kept';
  if (promise.state !== 'open' && !keptLate) return refuse('promise_over', 'id');
  await tx.query(
    `UPDATE sales_promises SET state = $2, ended_at = $3, ended_by = $4, ending = $5, look_at = NULL, revision = revision + 1,
            broken_at = CASE WHEN $2 = 'broken' THEN $3 ELSE broken_at END
     WHERE business_id = this_business() AND promise_id = $1`,
    [asked.id, ended.state, timestamptz(ended.at), ended.by, displayText(ended.ending)],
  );
  if (!keptLate)
    await cancelFollowUps(tx, business, {
      origin: 'promise',
      originRef: String(asked.id),
      reason: ended.state,
      by: ended.by,
      at: ended.at,
    });
  if (promise.side === 'us' && ended.state !== 'released')
    await tell(tx, business, {
      person: promise.person,
      type: ended.state === 'kept' ? 'promise.kept' : 'promise.broken',
      key: `promise-${asked.id}-${ended.state}`,
      at: ended.at,
      data: { promise: String(asked.id) },
    });
  return accept(true);
}

/**
 * Agrees on another day, or another thing, in the place of a promise that was seen: the old one is let go and stays readable.
 * Refusals: those of endPromise and makePromise.
 */
export async function renewPromise(
  tx: Tx,
  business: Business,
  asked: { readonly id: number; readonly revision: number },
  renewed: {
    readonly text: string | null;
    readonly dueOn: string;
    readonly ending: string;
    readonly by: string;
    readonly at: Instant;
  },
): Promise<Result<{ readonly id: number }>> {
  const { by, at, ending } = renewed;
  const released = await endPromise(tx, business, asked, { state: 'released', ending, by, at });
  if (!released.ok) return released;
  const { rows } = await tx.query<{
    person: number;
    writtenUnder: number;
    deal: number | null;
    side: PromiseSide;
    owner: string | null;
    promisedBy: string;
    text: string;
  }>(
    `SELECT coalesce(o.merged_into, p.person_id) AS person, p.person_id AS "writtenUnder", p.deal_id AS deal, p.side,
            coalesce(f.owner, p.owner) AS owner, p.promised_by AS "promisedBy", p.text
     ${FROM} JOIN people o ON o.business_id = p.business_id AND o.person_id = p.person_id
     WHERE p.business_id = this_business() AND p.promise_id = $1`,
    [asked.id],
  );
  const [old] = rows;
  if (old === undefined) return refuse('promise_unknown', 'id', { id: asked.id });
  const { person, writtenUnder, deal, text, ...stays } = old;
  return makePromise(
    tx,
    business,
    { person, writtenUnder, members: [person], deal, owner: null, products: [] },
    { ...stays, text: renewed.text ?? text, dueOn: renewed.dueOn, talk: null, replaces: asked.id, by, at },
  );
}

async function tell(
  tx: Tx,
  business: Business,
  told: {
    readonly person: number;
    readonly type: 'promise.made' | 'promise.kept' | 'promise.broken';
    readonly key: string;
    readonly at: Instant;
    readonly data: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await tellSales(tx, business, [told]);
}
