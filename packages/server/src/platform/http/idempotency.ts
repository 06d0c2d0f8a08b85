import { createHash } from 'node:crypto';
import type { Refusal, Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.ts';
import { type Database, retrying, timestamptz, type Tx } from '../database/index.ts';
import { askerOf } from './permit.ts';
import { refuseWith } from './problem.ts';

/** What a write answers: its status and body, and what of the body may be kept for a repetition. */
interface Answer<Body> {
  readonly status: 200 | 201 | 202;
  readonly body: Body;
  /** Where the body tells a secret that may be told only once: the body without it. */
  readonly kept?: Body;
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
  inBusiness<Body>(
    request: FastifyRequest,
    reply: FastifyReply,
    work: (tx: Tx) => Promise<Result<Answer<Body>>>,
  ): Promise<void>;
}

export function makeBusinessWrites(database: Database, clock: Clock): BusinessWrites {
  return {
    async inBusiness(request, reply, work) {
      const business = askerOf(request).business.id;
      const header = request.headers['idempotency-key'];
      if (header === undefined) {
        const result = await undoable(() =>
          database.withBusiness(business, async (tx) => valueOrUndo(await work(tx))),
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
      const endpoint = `${request.method} ${path}`;
      const bodyHash = createHash('sha256')
        .update(canonical([request.query, request.body ?? null]))
        .digest();
      const result = await undoable(() =>
        database.withBusiness(business, async (tx) => {
          const earlier = await takeKey(tx, business, endpoint, key, bodyHash);
          if (earlier !== null) return { ...earlier, replayed: true };
          const answer = valueOrUndo(await work(tx));
          await keepAnswer(tx, business, { endpoint, key, bodyHash }, answer, clock.now() - KEPT_MS);
          return { status: answer.status, body: answer.body, replayed: false };
        }),
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

async function undoable<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await retrying(work) };
  } catch (error) {
    if (error instanceof Undone) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function valueOrUndo<T>(result: Result<T>): T {
  if (!result.ok) throw new Undone(result.refusal);
  return result.value;
}

/** Takes the key for this transaction, or answers what it was used for before. */
async function takeKey(
  tx: Tx,
  business: number,
  endpoint: string,
  key: string,
  bodyHash: Buffer,
): Promise<{ status: number; body: unknown } | null> {
  const { rows: locks } = await tx.query<{ taken: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, $2)) AS taken',
    [`idempotency ${endpoint} ${key}`, business],
  );
  if (locks[0]?.taken !== true)
    throw new Undone({ code: 'idempotency_key_in_flight', field: 'Idempotency-Key' });
  const { rows } = await tx.query<{ body_hash: Buffer; status: number; answer: unknown }>(
    'SELECT body_hash, status, answer FROM idempotency_keys WHERE business_id = $1 AND endpoint = $2 AND key = $3',
    [business, endpoint, key],
  );
  const earlier = rows[0];
  if (earlier === undefined) return null;
  if (!earlier.body_hash.equals(bodyHash))
    throw new Undone({ code: 'idempotency_key_reuse', field: 'Idempotency-Key' });
  return { status: earlier.status, body: earlier.answer };
}

async function keepAnswer(
  tx: Tx,
  business: number,
  used: { readonly endpoint: string; readonly key: string; readonly bodyHash: Buffer },
  answer: Answer<unknown>,
  forgetBefore: number,
): Promise<void> {
  await tx.query(
    `INSERT INTO idempotency_keys (business_id, endpoint, key, body_hash, status, answer)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      business,
      used.endpoint,
      used.key,
      used.bodyHash,
      answer.status,
      JSON.stringify(answer.kept ?? answer.body ?? null),
    ],
  );
  // Each new key takes some old ones with it, so the table stays as small as two days of writes.
  await tx.query(
    `DELETE FROM idempotency_keys WHERE business_id = $1 AND (endpoint, key) IN (
       SELECT endpoint, key FROM idempotency_keys WHERE business_id = $1 AND made_at < $2
       ORDER BY made_at LIMIT 20 FOR UPDATE SKIP LOCKED)`,
    [business, timestamptz(forgetBefore)],
  );
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
