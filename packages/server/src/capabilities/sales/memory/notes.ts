import {
  type ExpectationSource,
  type NewNote,
  type NoteKind,
  type NoteParts,
  notePartsOf,
  type Purpose,
} from '@nardeban/core/sales';
import {
  accept,
  changedMeanwhile,
  displayText,
  type Instant,
  readIsoDay,
  refuse,
  type Result,
} from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { tellWishEnded, tellWishStated } from './telling-wishes.ts';
import { type PersonNamed, type Player, type Whom, whoIs } from './whom.ts';

/** One thing that was said, as it is kept. Money in minor units. */
export interface Note {
  readonly id: number;
  readonly deal: number | null;
  readonly talk: number | null;
  readonly kind: NoteKind;
  readonly text: string;
  readonly product: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly byDay: string | null;
  readonly purpose: Purpose | null;
  readonly source: ExpectationSource | null;
  readonly met: boolean | null;
  /** Who said it, where it was not the person themselves. */
  readonly player: PersonNamed | null;
  readonly saidBy: string | null;
  readonly saidAt: Instant;
  readonly by: string;
  readonly at: Instant;
  /** How often it was said otherwise before. */
  readonly changes: number;
  /** Null: it stands. */
  readonly until: Instant | null;
  readonly untilBy: string | null;
  readonly untilWhy: 'changed' | 'withdrawn' | 'over' | null;
}

/** What stands about a person at once. */
const MOST_STANDING = 300;
const MOST_IN_THREAD = 100;

export interface Said {
  readonly player: Player;
  readonly saidAt: Instant;
  readonly talk: number | null;
  readonly by: string;
  readonly at: Instant;
}

const columns = `m.note_id AS id, m.deal_id AS deal, m.talk_id AS talk, m.kind, m.text, m.product, m.low, m.high,
  m.by_day AS "byDay", m.purpose, m.source, m.met, ${whoIs('m.player_id')} AS player, m.said_by AS "saidBy",
  m.said_at AS "saidAt", m.made_by AS by, m.made_at AS at, m.until_at AS until, m.until_by AS "untilBy",
  m.until_why AS "untilWhy", CASE WHEN m.thread_id IS NULL THEN 0 ELSE (
    SELECT count(*)::int + 1 FROM sales_memory b
    WHERE b.business_id = this_business() AND b.thread_id = m.thread_id AND b.note_id < m.note_id) END AS changes`;

/** What stands about these people, the newest first; of a deal, with what was said in general. */
export async function standingNotes(tx: Tx, whom: Whom): Promise<readonly Note[]> {
  const { rows } = await tx.query<Note>({
    name: 'sales-memory-standing',
    text: `SELECT ${columns} FROM sales_memory m
           WHERE m.business_id = this_business() AND m.person_id = ANY($1::bigint[]) AND m.until_at IS NULL
             AND ($2::bigint IS NULL OR m.deal_id IS NULL OR m.deal_id = $2)
           ORDER BY m.note_id DESC LIMIT ${MOST_STANDING}`,
    values: [whom.members, whom.deal],
  });
  return rows;
}

/** A note and all that it was before, the newest first. Refusal: `memory_unknown`. */
export async function historyOfNote(tx: Tx, id: number): Promise<Result<readonly Note[]>> {
  const { rows } = await tx.query<Note>(
    `SELECT ${columns} FROM (
       SELECT coalesce(thread_id, note_id) AS thread FROM sales_memory
       WHERE business_id = this_business() AND note_id = $1) t, LATERAL (
       SELECT * FROM sales_memory o WHERE o.business_id = this_business() AND o.note_id = t.thread
       UNION ALL
       SELECT * FROM sales_memory o WHERE o.business_id = this_business() AND o.thread_id = t.thread) m
     ORDER BY m.note_id DESC LIMIT ${MOST_IN_THREAD}`,
    [id],
  );
  return rows.length === 0 ? refuse('memory_unknown', 'id', { id }) : accept(rows);
}

/** Keeps what was said; what they need, want or like is told as `want.stated`. Refusals: those of notePartsOf, `date_does_not_exist`, `memory_full`. */
export async function keepNote(
  tx: Tx,
  business: Business,
  whom: Whom,
  note: NewNote,
  said: Said,
): Promise<Result<{ readonly id: number }>> {
  const parts = readNote(note);
  if (!parts.ok) return parts;
  const { rows } = await tx.query<{ standing: number }>(
    `SELECT count(*)::int AS standing FROM (
       SELECT FROM sales_memory WHERE business_id = this_business() AND person_id = ANY($1::bigint[]) AND until_at IS NULL
       LIMIT ${MOST_STANDING}) s`,
    [whom.members],
  );
  if ((rows[0]?.standing ?? 0) >= MOST_STANDING)
    return refuse('memory_full', undefined, { most: MOST_STANDING });
  return accept({ id: await insert(tx, business, { whom, parts: parts.value, said, thread: null }) });
}

/** The parts of a note whose day exists. */
function readNote(note: NewNote): Result<NoteParts> {
  const parts = notePartsOf(note);
  if (!parts.ok || parts.value.byDay === null || readIsoDay(parts.value.byDay) !== null) return parts;
  return refuse('date_does_not_exist', 'byDay', { text: parts.value.byDay });
}

interface Held {
  readonly id: number;
  readonly thread: number;
  readonly person: number;
  readonly deal: number | null;
  readonly player: number | null;
  readonly saidBy: string | null;
  readonly until: Instant | null;
}

/** The note, held until this transaction ends, if it still stands as it was seen. */
async function held(tx: Tx, id: number): Promise<Result<Held>> {
  const { rows } = await tx.query<Held>(
    `SELECT note_id AS id, coalesce(thread_id, note_id) AS thread, person_id AS person, deal_id AS deal,
            player_id AS player, said_by AS "saidBy", until_at AS until
     FROM sales_memory WHERE business_id = this_business() AND note_id = $1 FOR UPDATE`,
    [id],
  );
  const [note] = rows;
  if (note === undefined) return refuse('memory_unknown', 'id', { id });
  if (note.until === null) return accept(note);
  // Somebody was quicker: whatever is done now would be done to what no longer stands.
  const { rows: ends } = await tx.query<{ by: string; at: Instant }>(
    `SELECT until_by AS by, until_at AS at FROM sales_memory WHERE business_id = this_business() AND note_id = $1`,
    [id],
  );
  return changedMeanwhile(ends[0]?.by ?? null, ends[0]?.at ?? note.until, 'id');
}

/**
 * Says it otherwise: the new row takes the place of the one that was seen, which stays readable. `said` null: nobody said it
 * anew, so whoever said it first still does. Refusals: `memory_unknown`, `changed_meanwhile`, `memory_kind_fixed`, those of
 * notePartsOf.
 */
export async function changeNote(
  tx: Tx,
  business: Business,
  id: number,
  note: NewNote,
  said: Omit<Said, 'player'> & { readonly player: Player | null },
): Promise<Result<{ readonly id: number }>> {
  const seen = await held(tx, id);
  if (!seen.ok) return seen;
  const parts = readNote(note);
  if (!parts.ok) return parts;
  const { rows } = await tx.query<{ kind: NoteKind }>(
    `SELECT kind FROM sales_memory WHERE business_id = this_business() AND note_id = $1`,
    [id],
  );
  if (rows[0]?.kind !== note.kind) return refuse('memory_kind_fixed', 'note.kind');
  await end(tx, business, id, { why: 'changed', by: said.by, at: said.at });
  const { person, deal, thread, player, saidBy } = seen.value;
  const whom = { person, writtenUnder: person, members: [person], deal, owner: null, products: [] };
  const by = said.player ?? { person: player, name: saidBy };
  return accept({
    id: await insert(tx, business, { whom, parts: parts.value, said: { ...said, player: by }, thread }),
  });
}

/** Ends what no longer holds: it was never so (`withdrawn`), or is over. Refusals: `memory_unknown`, `changed_meanwhile`. */
export async function endNote(
  tx: Tx,
  business: Business,
  id: number,
  ended: { readonly why: 'withdrawn' | 'over'; readonly by: string; readonly at: Instant },
): Promise<Result<true>> {
  const seen = await held(tx, id);
  if (!seen.ok) return seen;
  await end(tx, business, id, ended);
  return accept(true);
}

async function end(
  tx: Tx,
  business: Business,
  id: number,
  { why, by, at }: { readonly why: NonNullable<Note['untilWhy']>; readonly by: string; readonly at: Instant },
): Promise<void> {
  const { rows } = await tx.query<{ person: number; kind: NoteKind; product: string }>(
    `UPDATE sales_memory SET until_at = $2, until_by = $3, until_why = $4
     WHERE business_id = this_business() AND note_id = $1 RETURNING person_id AS person, kind, product`,
    [id, timestamptz(at), by, why],
  );
  for (const { person, kind, product } of rows)
    await tellWishEnded(tx, business, { note: id, person, kind, product }, { why, at });
}

async function insert(
  tx: Tx,
  business: Business,
  kept: {
    readonly whom: Whom;
    readonly parts: NoteParts;
    readonly said: Said;
    readonly thread: number | null;
  },
): Promise<number> {
  const { whom, parts, said, thread } = kept;
  const { rows } = await tx.query<{ id: number }>({
    name: 'sales-memory-keep',
    text: `INSERT INTO sales_memory (business_id, thread_id, person_id, deal_id, talk_id, kind, text, product, low, high,
             by_day, purpose, source, met, player_id, said_by, said_at, made_by, made_at)
           VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
           RETURNING note_id AS id`,
    values: [
      thread,
      whom.writtenUnder,
      whom.deal,
      said.talk,
      parts.kind,
      displayText(parts.text),
      displayText(parts.product),
      parts.low,
      parts.high,
      parts.byDay,
      parts.purpose,
      parts.source,
      parts.met,
      said.player.person,
      said.player.name,
      timestamptz(said.saidAt),
      said.by,
      timestamptz(said.at),
    ],
  });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error('A note of the memory was not written down');
  const { kind, product, text } = parts;
  // Clocks of those who tell it may be ahead of ours; what ends it must not come before it.
  const at = Math.min(said.saidAt, said.at);
  const wish = { note: id, person: whom.writtenUnder, kind, product: displayText(product) };
  await tellWishStated(tx, business, wish, { text: displayText(text), deal: whom.deal, at });
  return id;
}
