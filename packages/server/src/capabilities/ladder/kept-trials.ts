import type { Instant } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../platform/database/index.ts';

/** A draft tried on what really happened: what it was tried with, how far it has come, and what came of it. */
interface KeptTrial<Settings, Outcome> {
  readonly id: number;
  /** Of the draft that was tried. */
  readonly revision: number;
  readonly settings: Settings;
  readonly state: 'waiting' | 'running' | 'done' | 'stopped';
  /** People gone through, of how many. */
  readonly done: number;
  readonly total: number;
  readonly result: Outcome | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly endedAt: Instant | null;
}

/** So many are kept; the oldest go. */
const MOST_KEPT = 50;

/** The trials of one kind of draft, kept in a table of their own, in which `id` numbers them. */
export function trialStore<Definition, Settings, Outcome extends { readonly people: number }>({
  table,
  id,
}: {
  readonly table: 'club_simulations' | 'qualification_trials';
  readonly id: 'simulation_id' | 'trial_id';
}) {
  const columns = `${id} AS id, revision, settings, state, done, total, result, made_by AS "madeBy", made_at AS "madeAt",
    ended_at AS "endedAt"`;
  const one = `business_id = this_business() AND ${id} = $1`;

  return {
    async add(
      tx: Tx,
      asked: {
        readonly definition: Definition;
        readonly revision: number;
        readonly settings: Settings;
        readonly by: string;
        readonly now: Instant;
      },
    ): Promise<number> {
      const { rows } = await tx.query<{ id: number }>(
        `INSERT INTO ${table} (business_id, definition, revision, settings, state, made_by, made_at)
         VALUES (this_business(), $1, $2, $3, 'waiting', $4, $5) RETURNING ${id} AS id`,
        [
          JSON.stringify(asked.definition),
          asked.revision,
          JSON.stringify(asked.settings),
          asked.by,
          timestamptz(asked.now),
        ],
      );
      await tx.query(
        `DELETE FROM ${table} WHERE business_id = this_business() AND ${id} IN (
           SELECT ${id} FROM ${table} WHERE business_id = this_business()
           ORDER BY business_id DESC, ${id} DESC OFFSET ${MOST_KEPT})`,
      );
      const [row] = rows;
      if (row === undefined) throw new Error('A trial was added and not answered.');
      return row.id;
    },

    async byId(tx: Tx, trial: number): Promise<KeptTrial<Settings, Outcome> | null> {
      const { rows } = await tx.query<KeptTrial<Settings, Outcome>>(
        `SELECT ${columns} FROM ${table} WHERE ${one}`,
        [trial],
      );
      return rows[0] ?? null;
    },

    /** Takes one up, also one whose worker died: nothing of it was kept, so it begins anew. Null: it has ended. */
    async begin(
      tx: Tx,
      trial: number,
    ): Promise<{ readonly definition: Definition; readonly settings: Settings } | null> {
      const { rows } = await tx.query<{ definition: Definition; settings: Settings }>(
        `UPDATE ${table} SET state = 'running', done = 0, total = (
           SELECT count(*) FROM people WHERE business_id = this_business() AND merged_into IS NULL)
         WHERE ${one} AND state IN ('waiting', 'running') RETURNING definition, settings`,
        [trial],
      );
      return rows[0] ?? null;
    },

    /** Writes how far it has come; false: somebody stopped it. */
    async noteProgress(tx: Tx, trial: number, done: number): Promise<boolean> {
      const { rowCount } = await tx.query(
        `UPDATE ${table} SET done = $2, total = greatest(total, $2) WHERE ${one} AND state = 'running'`,
        [trial, done],
      );
      return rowCount !== 0;
    },

    async end(tx: Tx, trial: number, result: Outcome, now: Instant): Promise<void> {
      await tx.query(
        `UPDATE ${table} SET state = 'done', result = $2, done = $3, total = $3, ended_at = $4
         WHERE ${one} AND state = 'running'`,
        [trial, JSON.stringify(result), result.people, timestamptz(now)],
      );
    },

    /** False: it had ended already. */
    async stop(tx: Tx, trial: number, now: Instant): Promise<boolean> {
      const { rowCount } = await tx.query(
        `UPDATE ${table} SET state = 'stopped', ended_at = $2 WHERE ${one} AND state IN ('waiting', 'running')`,
        [trial, timestamptz(now)],
      );
      return rowCount !== 0;
    },
  };
}
