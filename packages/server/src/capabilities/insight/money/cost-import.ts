import { createHash } from 'node:crypto';
import { costColumns, costOfLine, type NewCost } from '@nardeban/core/insight';
import { accept, type Refusal, refuse, type Result } from '@nardeban/core/values';
import { parse } from 'csv-parse/sync';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { addCostLines, type Author, forgetRemoved, removedLines } from './cost-store.ts';

/** So many lines at a time: more is no list that somebody keeps by hand. */
export const MOST_COST_LINES = 2000;
const MOST_FAULTS_TOLD = 100;

export interface CostsImported {
  readonly added: number;
  readonly known: number;
  /** Lines that were in before and that somebody took away; left out. */
  readonly removed: number;
  readonly faults: readonly { readonly line: number; readonly refusal: Refusal }[];
  readonly faulty: number;
}

/**
 * A list of costs as text. Lines that cannot be read are told and the others put in; a line that was put in before is known
 * by what it says and by how often the list says it, so the same list twice changes nothing. A line that was put in and
 * taken away since stays away, unless `withRemoved` asks for it. Refusals: `too_many_cost_lines`,
 * `cost_columns_missing`, `file_unreadable`.
 */
export async function importCosts(
  tx: Tx,
  business: Business,
  { csv, withRemoved }: { readonly csv: string; readonly withRemoved: boolean },
  author: Author,
): Promise<Result<CostsImported>> {
  const rows = rowsOf(csv);
  if (!rows.ok) return rows;
  const [header = [], ...lines] = rows.value;
  const columns = costColumns(header);
  if (!columns.ok) return columns;
  const { currency, unit, zone } = business;
  const good: { cost: NewCost; key: string }[] = [];
  const faults: { line: number; refusal: Refusal }[] = [];
  const said = new Map<string, number>();
  for (const [place, cells] of lines.entries()) {
    const cost = costOfLine(cells, columns.value, { zone, money: { currency, unit } });
    if (!cost.ok) {
      faults.push({ line: place + 2, refusal: cost.refusal });
      continue;
    }
    const { channel, campaign, kind, from, to, amount, note } = cost.value;
    const text = JSON.stringify([channel, campaign, kind, from, to, amount, note]);
    const times = (said.get(text) ?? 0) + 1;
    said.set(text, times);
    good.push({ cost: cost.value, key: createHash('sha256').update(`${times} ${text}`).digest('hex') });
  }
  const away = await removedLines(
    tx,
    good.map(({ key }) => key),
  );
  if (withRemoved) await forgetRemoved(tx, [...away]);
  const wanted = withRemoved ? good : good.filter(({ key }) => !away.has(key));
  const added = await addCostLines(tx, wanted, author);
  return accept({
    added,
    known: wanted.length - added,
    removed: good.length - wanted.length,
    faults: faults.slice(0, MOST_FAULTS_TOLD),
    faulty: faults.length,
  });
}

function rowsOf(csv: string): Result<string[][]> {
  const [first = ''] = csv.split('\n', 1);
  const delimiter = [';', '\t', '،'].find((one) => first.includes(one) && !first.includes(',')) ?? ',';
  let rows: string[][];
  try {
    rows = parse(csv, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: MOST_COST_LINES + 2,
    });
  } catch {
    return refuse('file_unreadable', 'csv');
  }
  if (rows.length > MOST_COST_LINES + 1)
    return refuse('too_many_cost_lines', 'csv', { most: MOST_COST_LINES });
  return accept(rows);
}
