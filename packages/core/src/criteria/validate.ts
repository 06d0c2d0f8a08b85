import { accept, refuse, type Refusal, type Result } from '../values/index.ts';
import type { Vocabulary } from '../facts/index.ts';
import { faultOfCondition } from './condition-faults.ts';
import { conditionSchema, type Criteria } from './criteria.ts';
import { excludes, freshPatience, type Patience } from './logic.ts';

/** Deeper than people can read, and shallow enough that no walk over a tree can exhaust the stack. */
export const MOST_DEPTH = 10;

/** Groups and conditions of one criteria, counted together. */
export const MOST_NODES = 200;

/** As many parts as one group may have; the schema says the same. */
const MOST_PARTS = 30;

/**
 * Reads criteria that came from outside, and refuses what could never be meant: unknown words, comparisons that do
 * not fit what is measured, conditions that cannot hold together. Bounds are checked on the way down, before anything
 * recurses without limit. `path` is where the criteria stands in what was sent; the refusal's field continues it
 * (`rungs[2].enter.all[0].where[1].field`).
 */
export function validateCriteria(criteria: unknown, words: Vocabulary, path = ''): Result<Criteria> {
  const reading: Reading = { words, patience: freshPatience(), nodes: 0 };
  const read = readNode(criteria, path, 1, reading);
  return reading.refusal ? { ok: false, refusal: reading.refusal } : accept(read);
}

interface Reading {
  readonly words: Vocabulary;
  readonly patience: Patience;
  nodes: number;
  refusal?: Refusal;
}

/** What stands in for a node that was refused: the reading stops, so nobody sees it. */
const NOTHING: Criteria = { any: [] };

function readNode(value: unknown, path: string, depth: number, reading: Reading): Criteria {
  reading.nodes += 1;
  if (reading.nodes > MOST_NODES) return stop(reading, 'criteria_too_large', path, { most: MOST_NODES });
  if (depth > MOST_DEPTH) return stop(reading, 'criteria_too_deep', path, { most: MOST_DEPTH });
  if (!isRecord(value)) return stop(reading, 'criteria_unreadable', path);
  if (Object.hasOwn(value, 'measure')) return readCondition(value, path, reading);
  const keys = Object.keys(value);
  const kind = keys[0];
  if (keys.length !== 1 || (kind !== 'all' && kind !== 'any' && kind !== 'not')) {
    return stop(reading, 'criteria_unreadable', path);
  }
  if (kind === 'not') return { not: readNode(value['not'], under(path, 'not'), depth + 1, reading) };
  const parts = readParts(value[kind], under(path, kind), depth, reading);
  if (kind === 'any') return { any: parts };
  if (!reading.refusal) findContradiction(parts, under(path, 'all'), reading);
  return { all: parts };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readParts(value: unknown, path: string, depth: number, reading: Reading): Criteria[] {
  if (!Array.isArray(value) || value.length === 0) {
    stop(reading, 'criteria_group_empty', path);
    return [];
  }
  if (value.length > MOST_PARTS) {
    stop(reading, 'criteria_group_too_large', path, { most: MOST_PARTS });
    return [];
  }
  const parts: Criteria[] = [];
  for (const [index, part] of value.entries()) {
    parts.push(readNode(part, `${path}[${index}]`, depth + 1, reading));
    if (reading.refusal) break;
  }
  return parts;
}

function findContradiction(parts: readonly Criteria[], path: string, reading: Reading): void {
  for (const [later, part] of parts.entries()) {
    const earlier = parts.findIndex(
      (other, index) => index < later && excludes(other, part, reading.patience),
    );
    if (earlier !== -1) {
      stop(reading, 'criteria_contradiction', `${path}[${later}]`, {
        earlier: earlier + 1,
        later: later + 1,
      });
      return;
    }
  }
}

/** Parts that belong to some measure: with another one they are misplaced, not unknown. */
const PARTS = new Set([
  'measure',
  'of',
  'where',
  'within',
  'kept',
  'open',
  'field',
  'trait',
  'tag',
  'is',
  'oneOf',
  'atLeast',
  'atMost',
]);

function readCondition(node: Readonly<Record<string, unknown>>, path: string, reading: Reading): Criteria {
  const parsed = conditionSchema.safeParse(node);
  if (parsed.success) {
    const fault = faultOfCondition(parsed.data, reading.words);
    if (fault) return stop(reading, fault.code, under(path, fault.part), fault.detail);
    return parsed.data;
  }
  const measure = String(node['measure']).slice(0, 100);
  const [issue] = parsed.error.issues;
  if (!issue || issue.path[0] === 'measure') {
    return stop(reading, 'measure_unknown', under(path, 'measure'), { measure });
  }
  const at = issue.path.reduce<string>(
    (sofar, key) => (typeof key === 'number' ? `${sofar}[${key}]` : under(sofar, String(key))),
    path,
  );
  if (issue.code === 'unrecognized_keys') {
    const part = String(issue.keys[0]).slice(0, 100);
    const misplaced = issue.path.length === 0 && PARTS.has(part);
    return stop(reading, misplaced ? 'criteria_part_misplaced' : 'criteria_part_unknown', under(at, part), {
      part,
      measure,
    });
  }
  const part = String(issue.path[0] ?? 'measure').slice(0, 100);
  const missing = issue.path.length === 1 && node[part] === undefined;
  return stop(reading, missing ? 'criteria_part_missing' : 'criteria_part_unreadable', at, { part, measure });
}

function stop(reading: Reading, code: string, path: string, detail?: Refusal['detail']): Criteria {
  const refused = refuse(code, path === '' ? undefined : path, detail);
  if (!refused.ok) reading.refusal ??= refused.refusal;
  return NOTHING;
}

function under(path: string, part: string): string {
  if (part === '') return path;
  return path === '' ? part : `${path}.${part}`;
}
