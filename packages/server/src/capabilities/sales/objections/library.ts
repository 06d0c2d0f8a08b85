import { type ObjectionWords, starterObjections } from '@nardeban/core/sales';
import {
  accept,
  changedMeanwhile,
  type Instant,
  type Language,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

export type LibraryState = 'active' | 'archived';

/** An answer as it is offered now; earlier wordings stand in its versions. */
export interface KeptAnswer {
  readonly id: number;
  readonly objection: number;
  readonly words: string;
  readonly version: number;
  readonly state: LibraryState;
  readonly revision: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
}

export interface KeptObjection extends ObjectionWords {
  readonly id: number;
  /** By this name facts speak of it. */
  readonly key: string;
  readonly state: LibraryState;
  readonly revision: number;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly changedBy: string;
  readonly changedAt: Instant;
  /** In the order in which they came. */
  readonly answers: readonly KeptAnswer[];
}

export interface LibraryAuthor {
  readonly by: string;
  readonly now: Instant;
}

export const MOST_OBJECTIONS = 500;
export const MOST_ANSWERS = 50;

type ObjectionRow = Omit<KeptObjection, 'answers'>;

const columns = `objection_id AS id, key, kind, title, behind, products, state, revision, made_by AS "madeBy",
  made_at AS "madeAt", changed_by AS "changedBy", changed_at AS "changedAt"`;

/** The library in the order in which it grew; `state` null: archived ones too. */
export async function listObjections(
  tx: Tx,
  asked: {
    readonly state: LibraryState | null;
    readonly kind?: string | undefined;
    readonly after?: number | undefined;
    readonly limit: number;
  },
): Promise<{ readonly objections: readonly KeptObjection[]; readonly next: number | null }> {
  const { rows } = await tx.query<ObjectionRow>(
    `SELECT ${columns} FROM objections
     WHERE business_id = this_business() AND ($1::text IS NULL OR state = $1) AND ($2::text IS NULL OR kind = $2)
       AND objection_id > $3 ORDER BY objection_id LIMIT $4`,
    [asked.state, asked.kind ?? null, asked.after ?? 0, asked.limit + 1],
  );
  const page = rows.slice(0, asked.limit);
  const next = rows.length > asked.limit ? (page.at(-1)?.id ?? null) : null;
  return { objections: await withAnswers(tx, page, asked.state), next };
}

/** Refusal: `objection_unknown`. */
export async function objectionById(
  tx: Tx,
  id: number,
  how: 'read' | 'hold' = 'read',
): Promise<Result<KeptObjection>> {
  const { rows } = await tx.query<ObjectionRow>(
    `SELECT ${columns} FROM objections WHERE business_id = this_business() AND objection_id = $1
     ${how === 'hold' ? 'FOR UPDATE' : ''}`,
    [id],
  );
  const [found] = await withAnswers(tx, rows, null);
  return found === undefined ? refuse('objection_unknown', 'objection', { id }) : accept(found);
}

async function withAnswers(
  tx: Tx,
  objections: readonly ObjectionRow[],
  state: LibraryState | null,
): Promise<KeptObjection[]> {
  if (objections.length === 0) return [];
  const { rows } = await tx.query<KeptAnswer>(
    `SELECT a.answer_id AS id, a.objection_id AS objection, v.words, a.version, a.state, a.revision,
       a.changed_by AS "changedBy", a.changed_at AS "changedAt"
     FROM objection_answers a JOIN objection_answer_versions v
       ON v.business_id = a.business_id AND v.answer_id = a.answer_id AND v.version = a.version
     WHERE a.business_id = this_business() AND a.objection_id = ANY($1::bigint[]) AND ($2::text IS NULL OR a.state = $2)
     ORDER BY a.answer_id`,
    [objections.map(({ id }) => id), state],
  );
  const answers = Map.groupBy(rows, ({ objection }) => objection);
  return objections.map((objection) => ({ ...objection, answers: answers.get(objection.id) ?? [] }));
}

/** Puts a fear into the library, with answers to it. Refusal: `objections_too_many`. */
export async function addObjection(
  tx: Tx,
  words: ObjectionWords & { readonly answers?: readonly string[] | undefined },
  author: LibraryAuthor,
): Promise<Result<KeptObjection>> {
  const room = await hasRoom(tx, 1);
  if (!room.ok) return room;
  return objectionById(tx, await insertObjection(tx, words, null, author));
}

/** The ten to begin with, in one language; those that are here already are left as they are. Answers how many were added. */
export async function addStarters(
  tx: Tx,
  language: Language,
  author: LibraryAuthor,
): Promise<Result<{ readonly added: number }>> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('nardeban objection starters'), this_business())`);
  const { rows } = await tx.query<{ key: string }>(
    'SELECT key FROM objections WHERE business_id = this_business() AND key = ANY($1::text[])',
    [starterObjections.map(({ key }) => key)],
  );
  const there = new Set(rows.map(({ key }) => key));
  const missing = starterObjections.filter(({ key }) => !there.has(key));
  const room = await hasRoom(tx, missing.length);
  if (!room.ok) return room;
  for (const { key, kind, title, behind, answers } of missing) {
    const words = { kind, title: title[language], behind: behind[language], products: [] };
    await insertObjection(tx, { ...words, answers: answers.map((answer) => answer[language]) }, key, author);
  }
  return accept({ added: missing.length });
}

async function hasRoom(tx: Tx, more: number): Promise<Result<true>> {
  const { rows } = await tx.query<{ there: number }>(
    'SELECT count(*)::int AS there FROM objections WHERE business_id = this_business()',
  );
  return (rows[0]?.there ?? 0) + more > MOST_OBJECTIONS
    ? refuse('objections_too_many', undefined, { most: MOST_OBJECTIONS })
    : accept(true);
}

async function insertObjection(
  tx: Tx,
  words: ObjectionWords & { readonly answers?: readonly string[] | undefined },
  key: string | null,
  author: LibraryAuthor,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO objections (business_id, key, kind, title, behind, products, made_by, made_at, changed_by, changed_at)
     VALUES (this_business(), coalesce($1, 'new-' || replace(gen_random_uuid()::text, '-', '')), $2, $3, $4, $5, $6, $7, $6, $7)
     RETURNING objection_id AS id`,
    [key, words.kind, words.title, words.behind, words.products, author.by, timestamptz(author.now)],
  );
  const id = rows[0]?.id ?? 0;
  if (key === null)
    await tx.query(
      `UPDATE objections SET key = 'objection-' || objection_id WHERE business_id = this_business() AND objection_id = $1`,
      [id],
    );
  for (const answer of words.answers ?? []) await insertAnswer(tx, id, answer, author);
  return id;
}

/** Changes what `revision` showed. Refusals: `objection_unknown`, `changed_meanwhile`. */
export async function changeObjection(
  tx: Tx,
  id: number,
  asked: ObjectionWords & { readonly state: LibraryState; readonly revision: number },
  { by, now }: LibraryAuthor,
): Promise<Result<KeptObjection>> {
  const seen = await objectionById(tx, id, 'hold');
  if (!seen.ok) return seen;
  if (seen.value.revision !== asked.revision)
    return changedMeanwhile(seen.value.changedBy, seen.value.changedAt);
  await tx.query(
    `UPDATE objections SET kind = $2, title = $3, behind = $4, products = $5, state = $6, revision = revision + 1,
       changed_by = $7, changed_at = $8
     WHERE business_id = this_business() AND objection_id = $1`,
    [id, asked.kind, asked.title, asked.behind, asked.products, asked.state, by, timestamptz(now)],
  );
  return objectionById(tx, id);
}

/** Refusals: `objection_unknown`, `objection_answers_too_many`. The same words again are the answer that is there. */
export async function addAnswer(
  tx: Tx,
  objection: number,
  words: string,
  author: LibraryAuthor,
): Promise<Result<KeptAnswer>> {
  const about = await objectionById(tx, objection, 'hold');
  if (!about.ok) return about;
  const same = about.value.answers.find((answer) => answer.words === words && answer.state === 'active');
  if (same !== undefined) return accept(same);
  if (about.value.answers.length >= MOST_ANSWERS)
    return refuse('objection_answers_too_many', 'words', { most: MOST_ANSWERS });
  return answerOf(tx, objection, await insertAnswer(tx, objection, words, author));
}

async function insertAnswer(
  tx: Tx,
  objection: number,
  words: string,
  { by, now }: LibraryAuthor,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `WITH made AS (
       INSERT INTO objection_answers (business_id, objection_id, changed_by, changed_at)
       VALUES (this_business(), $1, $3, $4) RETURNING business_id, answer_id
     ) INSERT INTO objection_answer_versions (business_id, answer_id, version, words, made_by, made_at)
     SELECT business_id, answer_id, 1, $2, $3, $4 FROM made RETURNING answer_id AS id`,
    [objection, words, by, timestamptz(now)],
  );
  return rows[0]?.id ?? 0;
}

/** Refusal: `objection_answer_unknown`, also for an answer to something else. */
export async function answerOf(tx: Tx, objection: number, answer: number): Promise<Result<KeptAnswer>> {
  const about = await objectionById(tx, objection);
  if (!about.ok) return about;
  const found = about.value.answers.find(({ id }) => id === answer);
  return found === undefined ? refuse('objection_answer_unknown', 'answer', { id: answer }) : accept(found);
}

/**
 * New words are a new version: what was said before stays as it was said. Refusals: `objection_unknown`,
 * `objection_answer_unknown`, `changed_meanwhile`.
 */
export async function changeAnswer(
  tx: Tx,
  which: { readonly objection: number; readonly answer: number },
  asked: { readonly words: string; readonly state: LibraryState; readonly revision: number },
  { by, now }: LibraryAuthor,
): Promise<Result<KeptAnswer>> {
  const held = await objectionById(tx, which.objection, 'hold');
  if (!held.ok) return held;
  const seen = await answerOf(tx, which.objection, which.answer);
  if (!seen.ok) return seen;
  if (seen.value.revision !== asked.revision)
    return changedMeanwhile(seen.value.changedBy, seen.value.changedAt);
  const isNew = asked.words !== seen.value.words;
  const version = seen.value.version + (isNew ? 1 : 0);
  if (isNew)
    await tx.query(
      `INSERT INTO objection_answer_versions (business_id, answer_id, version, words, made_by, made_at)
       VALUES (this_business(), $1, $2, $3, $4, $5)`,
      [which.answer, version, asked.words, by, timestamptz(now)],
    );
  await tx.query(
    `UPDATE objection_answers SET state = $2, version = $3, revision = revision + 1, changed_by = $4, changed_at = $5
     WHERE business_id = this_business() AND answer_id = $1`,
    [which.answer, asked.state, version, by, timestamptz(now)],
  );
  return answerOf(tx, which.objection, which.answer);
}

/** Takes back an answer nobody gave yet. Refusals: `objection_answer_unknown`, `objection_answer_used`: it can be archived. */
export async function removeAnswer(
  tx: Tx,
  which: { readonly objection: number; readonly answer: number },
): Promise<Result<true>> {
  // Whoever gives it meanwhile holds the objection too.
  const held = await objectionById(tx, which.objection, 'hold');
  if (!held.ok) return held;
  const seen = await answerOf(tx, which.objection, which.answer);
  if (!seen.ok) return seen;
  const { rows } = await tx.query(
    `SELECT FROM objection_events WHERE business_id = this_business() AND objection_id = $1 AND answer_id = $2 LIMIT 1`,
    [which.objection, which.answer],
  );
  if (rows.length > 0) return refuse('objection_answer_used', 'answer');
  for (const table of ['objection_answer_versions', 'objection_answers'])
    await tx.query(`DELETE FROM ${table} WHERE business_id = this_business() AND answer_id = $1`, [
      which.answer,
    ]);
  return accept(true);
}

export interface AnswerVersion {
  readonly version: number;
  readonly words: string;
  readonly by: string;
  readonly at: Instant;
}

/** How an answer was worded, the last first. Refusal: `objection_answer_unknown`. */
export async function answerVersions(
  tx: Tx,
  which: { readonly objection: number; readonly answer: number },
): Promise<Result<readonly AnswerVersion[]>> {
  const seen = await answerOf(tx, which.objection, which.answer);
  if (!seen.ok) return seen;
  const { rows } = await tx.query<AnswerVersion>(
    `SELECT version, words, made_by AS by, made_at AS at FROM objection_answer_versions
     WHERE business_id = this_business() AND answer_id = $1 ORDER BY version DESC LIMIT 200`,
    [which.answer],
  );
  return accept(rows);
}
