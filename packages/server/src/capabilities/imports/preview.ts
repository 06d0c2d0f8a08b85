import type { DeclaredTraits } from '@nardeban/core/facts';
import {
  Counting,
  type ImportSummary,
  type Mapping,
  type RefusedRow,
  summaryOf,
} from '@nardeban/core/imports';
import type { BusinessCalendar, Instant } from '@nardeban/core/values';
import type { Database } from '../../platform/database/index.ts';
import { batchesOf, countOrders } from './batches.ts';
import { type PreviewedRow, previewRows } from './preview-rows.ts';
import { Staging } from './staging.ts';
import type { Table } from './table.ts';

export interface Preview {
  /** What an import would answer, but that nobody can say who is known already: `people` counts identities. */
  readonly summary: ImportSummary;
  /** Some of the rows that would be refused. */
  readonly refused: readonly RefusedRow[];
  /** The first and the last instant of what would be told; null: nothing has a date. */
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** The first rows of the file, as they would be read. */
  readonly rows: readonly PreviewedRow[];
}

export interface PreviewOptions {
  readonly now: Instant;
  readonly signal: AbortSignal;
  /** What the business declared of its people's traits. */
  readonly traits: DeclaredTraits;
  /** Rows read so far, of about how many. */
  onProgress?(rows: number, total: number): void;
}

const REFUSALS_SHOWN = 20;

/** Reads a whole file as an import would and writes nothing. Null: stopped. */
export async function previewImport(
  database: Database,
  table: Table,
  mapping: Mapping,
  business: BusinessCalendar,
  options: PreviewOptions,
): Promise<Preview | null> {
  const client = await database.pool.connect();
  const onError = (): void => {};
  client.on('error', onError);
  try {
    const refused: RefusedRow[] = [];
    const staging = await Staging.on(client);
    const staged = await staging.fill(table, mapping, business, {
      now: options.now,
      signal: options.signal,
      traits: options.traits,
      onProgress: async (rows, share) =>
        options.onProgress?.(rows, share > 0 ? Math.round(rows / share) : table.rowsEstimated),
      onRefused: async (rows) => {
        refused.push(
          ...rows.slice(0, REFUSALS_SHOWN - refused.length).map(({ line, refusal }) => ({ line, refusal })),
        );
      },
    });
    const counting = new Counting();
    counting.refused(staged.refused);
    const people = new Set<string>();
    let from = Number.POSITIVE_INFINITY;
    let to = Number.NEGATIVE_INFINITY;
    for await (const batch of batchesOf(staging.groups(), mapping)) {
      if (options.signal.aborted) return null;
      countOrders(counting, batch.orders, () => true);
      counting.refused(batch.refused.length);
      refused.push(...batch.refused.slice(0, Math.max(0, REFUSALS_SHOWN - refused.length)));
      for (const { at } of [...batch.orders, ...batch.people]) {
        if (at === null) continue;
        from = Math.min(from, at);
        to = Math.max(to, at);
      }
      for (const { external, mobile, email } of [
        ...batch.orders.map(({ person }) => person),
        ...batch.people,
      ]) {
        const strongest = external || mobile || email;
        if (strongest !== '') people.add(strongest);
      }
    }
    return {
      summary: summaryOf(counting.tally(), { lines: staged.lines, people: people.size }, mapping.currency),
      refused: refused.sort((a, b) => a.line - b.line),
      from: from > to ? null : from,
      to: from > to ? null : to,
      rows: previewRows(table, mapping, business, options.traits),
    };
  } finally {
    client.removeListener('error', onError);
    client.release(true);
  }
}
