import { hash } from 'node:crypto';
import type { Refusal, Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.ts';
import {
  type Database,
  retrying,
  type Rows,
  sharedTransactions,
  type Statement,
  timestamptz,
  type Tx,
} from '../database/index.ts';
import { askerOf } from './permit.ts';
import { refuseWith } from './problem.ts';

/** What a write answers: its status and body, and what of the body may be kept for a repetition. */
interface Answer<Body, Kept = Body> {
  readonly status: 200 | 201 | 202;
  readonly body: Body;
  /**
   * Where the body tells a secret that may be told only once: the body without it. Where the same body can be made again of
   * what is stored anyway: that by which `again` finds it.
   */
  readonly kept?: Kept;
  /** What is still to be written and answers nothing: it goes over together with the end of the transaction. */
  readonly last?: readonly Statement[];
  /** What a failure of `last` refuses; null: it is a failure. */
  readonly refusedBy?: (error: unknown) => Refusal | null;
}

type Work<Body, Kept> = (tx: Tx, first: readonly Rows<object>[]) => Promise<Result<Answer<Body, Kept>>>;

/** For the few writes that are asked hundreds of times a second: fewer round trips, and less that is kept twice. */
interface Hurried<Body, Kept> {
  /**
   * What the work reads first, in the same round trip that takes the key. It is read before it is known whether the key is
   * free, so it may change nothing and wait for nobody. All statements of the work are then planned once for a connection
   * (`plannedOnce` of TransactionOptions says what that asks of them).
   */
  readonly first?: readonly Statement[];
  /** Makes the body of what was kept, for a repetition. */
  readonly again?: (tx: Tx, kept: Kept) => Promise<Body>;
  /**
   * The answer does not wait for the disk: when the machine goes down, the last of what was written within the second before
   * may be gone, always the whole transaction and with it the key. For what is only a promise until something durable is made
   * of it, and only together with `first`.
   */
  readonly mayBeLost?: boolean;
  /**
   * Where more come than are done, those with a key that wait share a transaction (`sharedTransactions`). Whoever asks nothing but
   * what comes `first` and goes `last` can: `kind` names those that are alike, and two `about` the same never share one.
   */
  readonly shared?: { readonly kind: string; readonly about: string; readonly atOnce: number };
}

const KEPT_MS = 48 * 60 * 60 * 1000;
const KEY = /^[\x21-\x7e]{1,255}$/;

class Undone extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export interface BusinessWrites {
  /**
   * Runs a write in one transaction of the asker's business and sends what it answers. A refusal rolls everything
   * back. With an `Idempotency-Key` the answer is written in that same transaction: a repetition gets the same
   * status and body and `Idempotent-Replayed: true`; the key with another body is refused
   * (`idempotency_key_reuse`); while the first is under way, 409 with `Retry-After`. A refused write left nothing
   * behind, so its key stays free. Answers are kept for two days.
   */
  inBusiness<Body, Kept = Body>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work<Body, Kept>,
    hurried?: Hurried<Body, Kept>,
  ): Promise<void>;
  /** The same for whoever is known in another way than by a key or as staff: their keys are their own. */
  inBusinessOf<Body, Kept = Body>(
    whose: { readonly business: number; readonly name: string },
    request: FastifyRequest,
    reply: FastifyReply,
    work: Work<Body, Kept>,
    hurried?: Hurried<Body, Kept>,
  ): Promise<void>;
}

export function makeBusinessWrites(database: Database, clock: Clock): BusinessWrites {
  const forgetting = makeForgetting();
  const sharing = sharedTransactions(database);
  return {
    inBusiness(request, reply, work, hurried) {
      const { id } = askerOf(request).business;
      return this.inBusinessOf({ business: id, name: '' }, request, reply, work, hurried);
    },
    async inBusinessOf(
      { business, name },
      request,
      reply,
      work,
      { first = [], again, mayBeLost = false, shared } = {},
    ) {
      const header = request.headers['idempotency-key'];
      if (header === undefined) {
        const result = await undoable(() =>
          retrying(() =>
            database.withBusiness(
              business,
              async (tx) => {
                const read = await readFirst(tx, first, mayBeLost);
                const answer = valueOrUndo(await work(tx, read));
                if (answer.last !== undefined) await ending(tx, answer, []);
                return answer;
              },
              { plannedOnce: first.length > 0 },
            ),
          ),
        );
        if (result.ok) void reply.code(result.value.status).send(result.value.body);
        else refuseWith(request, reply, result.refusal);
        return;
      }
      const key = String(header);
      if (!KEY.test(key)) {
        refuseWith(request, reply, { code: 'idempotency_key_invalid', field: 'Idempotency-Key' });
        return;
      }

      const [path = ''] = request.url.split('?');
      const endpoint = `${name}${name === '' ? '' : ' '}${request.method} ${path}`;
      const bodyHash = hash('sha256', canonical([request.query, request.body ?? null]), 'buffer');
      const used = { business, endpoint, key, bodyHash };
      const asking = [...keyStatements(used, { hurries: first.length > 0, mayBeLost }), ...first];
      const write = async (tx: Tx, answers: readonly Rows<object>[]) => {
        const { earlier, read } = earlierOf(used, answers);
        if (earlier !== null) {
          const { status, body } = earlier;
          const told = again === undefined ? body : await again(tx, body as never);
          return { status, body: told, replayed: true, answer: null, keeps: [] };
        }
        const answer = valueOrUndo(await work(tx, read));
        const keeps = [keeping(used, answer), ...forgetting(business, clock.now())];
        return { status: answer.status, body: answer.body, replayed: false, answer, keeps };
      };
      const alone = (): Promise<Written> =>
        retrying(() =>
          database.withBusiness(business, async (tx) => {
            const { answer, keeps, ...written } = await write(tx, await tx.queryAll<object[]>(asking));
            if (answer !== null) await ending(tx, answer, keeps);
            return written;
          }),
        );
      const result = await undoable(() =>
        shared === undefined
          ? alone()
          : sharing<Written>(
              { business, name: shared.kind, atOnce: shared.atOnce },
              {
                name: shared.about,
                first: asking,
                async work(tx, answers) {
                  const { answer, keeps, ...value } = await write(tx, answers);
                  return { value, last: [...(answer?.last ?? []), ...keeps] };
                },
                alone,
              },
            ),
      );
      if (!result.ok) {
        if (result.refusal.code === 'idempotency_key_in_flight') void reply.header('retry-after', '1');
        refuseWith(request, reply, result.refusal);
        return;
      }
      if (result.value.replayed) void reply.header('idempotent-replayed', 'true');
      void reply.code(result.value.status).send(result.value.body);
    },
  };
}

/** What is answered to whoever asked for a write. */
interface Written {
  readonly status: number;
  readonly body: unknown;
  readonly replayed: boolean;
}

async function undoable<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function valueOrUndo<T>(result: Result<T>): T {
  if (!result.ok) throw new Undone(result.refusal);
  return result.value;
}

interface UsedKey {
  readonly business: number;
  readonly endpoint: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

/** What takes the key for this transaction, and what it was used for before. */
function keyStatements(
  { business, endpoint, key }: UsedKey,
  { hurries, mayBeLost }: { readonly hurries: boolean; readonly mayBeLost: boolean },
): Statement[] {
  return [
    {
      name: `idempotency-lock${hurries ? '-planned-once' : ''}${mayBeLost ? '-may-be-lost' : ''}`,
      text: `SELECT pg_try_advisory_xact_lock(hashtextextended($1, $2)) AS taken${hurries ? PLANNED_ONCE : ''}${mayBeLost ? `, ${MAY_BE_LOST}` : ''}`,
      values: [`idempotency ${endpoint} ${key}`, business],
      many: { types: ['text', 'bigint'] },
    },
    {
      name: 'idempotency-earlier',
      text: 'SELECT body_hash, status, answer FROM idempotency_keys WHERE business_id = $1 AND endpoint = $2 AND key = $3',
      values: [business, endpoint, key],
      many: { types: ['integer', 'text', 'text'] },
    },
  ];
}

/** By the answers of `keyStatements`, and what was read after them. */
function earlierOf(
  { bodyHash }: UsedKey,
  [locks, keys, ...read]: readonly Rows<object>[],
): {
  readonly earlier: { readonly status: number; readonly body: unknown } | null;
  readonly read: readonly Rows<object>[];
} {
  if ((locks?.rows[0] as { taken: boolean } | undefined)?.taken !== true)
    throw new Undone({ code: 'idempotency_key_in_flight', field: 'Idempotency-Key' });
  const [earlier] = (keys?.rows ?? []) as { body_hash: Buffer; status: number; answer: unknown }[];
  if (earlier === undefined) return { earlier: null, read };
  if (!earlier.body_hash.equals(bodyHash))
    throw new Undone({ code: 'idempotency_key_reuse', field: 'Idempotency-Key' });
  return { earlier: { status: earlier.status, body: earlier.answer }, read };
}

/** As `plannedOnce` of TransactionOptions, without statements of their own. */
const PLANNED_ONCE = `, set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`;

const MAY_BE_LOST = `set_config('synchronous_commit', 'off', true)`;

/** The same where there is no key to take. */
async function readFirst(
  tx: Tx,
  first: readonly Statement[],
  mayBeLost: boolean,
): Promise<readonly Rows<object>[]> {
  if (first.length === 0) return [];
  if (!mayBeLost) return tx.queryAll<object[]>(first);
  const [, ...read] = await tx.queryAll<object[]>([
    { name: 'may-be-lost', text: `SELECT ${MAY_BE_LOST}` },
    ...first,
  ]);
  return read;
}

/** Writes what is left to write and commits, in one round trip. */
async function ending(
  tx: Tx,
  { last = [], refusedBy }: Pick<Answer<unknown, unknown>, 'last' | 'refusedBy'>,
  keeps: readonly Statement[],
): Promise<void> {
  try {
    await tx.commitWith([...last, ...keeps]);
  } catch (error) {
    const refusal = refusedBy?.(error) ?? null;
    if (refusal !== null) throw new Undone(refusal);
    throw error;
  }
}

/** Keeps the answer. */
function keeping(
  { business, endpoint, key, bodyHash }: UsedKey,
  { status, body, kept }: Answer<unknown, unknown>,
): Statement {
  return {
    name: 'idempotency-keep',
    text: `INSERT INTO idempotency_keys (business_id, endpoint, key, body_hash, status, answer)
           VALUES ($1, $2, $3, $4, $5, $6)`,
    many: {
      types: ['integer', 'text', 'text', 'bytea', 'integer', 'jsonb'],
      text: `INSERT INTO idempotency_keys (business_id, endpoint, key, body_hash, status, answer)
             SELECT $1, $2, $3, $4, $5, $6 FROM asked`,
    },
    values: [business, endpoint, key, bodyHash, status, JSON.stringify(kept ?? body ?? null)],
  };
}

/** So many new keys at most, or so much time, take those with them that are old: the table stays as small as two days of writes. */
const FORGOTTEN_AFTER = 16;
const FORGOTTEN_AFTER_MS = 1_000;

/** What takes the old keys of a business away with a new one, where it is time for it. */
function makeForgetting(): (business: number, now: number) => Statement[] {
  const last = new Map<number, { readonly at: number; writes: number }>();
  return (business, now) => {
    const before = last.get(business);
    if (before !== undefined && Math.abs(now - before.at) < FORGOTTEN_AFTER_MS) {
      before.writes += 1;
      if (before.writes < FORGOTTEN_AFTER) return [];
    }
    last.set(business, { at: now, writes: 0 });
    return [
      {
        name: 'idempotency-forget',
        // By their places and their age, whatever the planner believes: of a table it takes for empty it would walk through
        // all that a business has, for as long as the connection lives.
        text: `DELETE FROM idempotency_keys WHERE business_id = $1 AND made_at < $2 AND ctid = ANY(ARRAY(
                 SELECT ctid FROM idempotency_keys WHERE business_id = $1 AND made_at < $2
                 ORDER BY made_at LIMIT ${20 * FORGOTTEN_AFTER} FOR UPDATE SKIP LOCKED))`,
        values: [business, timestamptz(now - KEPT_MS)],
      },
    ];
  };
}

/** JSON with the names of every object in order, so that two spellings of one body have one hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const inner = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`);
    return `{${inner.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
