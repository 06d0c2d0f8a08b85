import { accept, type Refusal, type Result } from '@nardeban/core/values';
import type { Rows } from '../../../platform/database/index.ts';
import type { Posted } from './types.ts';

/** What a function of the ledger answers: one row with one JSON value. */
export interface LedgerAnswer {
  readonly answer: { readonly refused: Refusal } | { readonly value: unknown };
}

/** What the functions of the ledger may refuse. */
const refusals = new Set([
  'capture_exceeds_hold',
  'card_insufficient',
  'counter_full',
  'credit_unknown',
  'give_back_exceeds_spent',
  'hold_expired',
  'hold_released',
  'hold_unknown',
  'person_unknown',
  'spend_unknown',
  'take_back_exceeds_earned',
  'transfer_to_oneself',
  'units_insufficient',
]);

function read<T>(rows: Rows<LedgerAnswer>): Result<T> {
  const [row] = rows.rows;
  if (row === undefined) throw new Error('The ledger gave no answer');
  return 'refused' in row.answer
    ? { ok: false, refusal: known(row.answer.refused) }
    : accept(row.answer.value as T);
}

function known(refused: Refusal): Refusal {
  if (!refusals.has(refused.code))
    throw new Error(`The ledger refused with ${refused.code}, which has no sentence`);
  return refused;
}

/** The code of a statement that fails because the ledger refuses what it asks for; the refusal is its detail. */
const REFUSED = 'CLUB1';

/** What the ledger refused by letting a statement fail; null: it failed of something else. */
export function refusalOfLedger(error: unknown): Refusal | null {
  if (!(error instanceof Error && 'code' in error && 'detail' in error) || error.code !== REFUSED)
    return null;
  return known(JSON.parse(String(error.detail)) as Refusal);
}

/** The answer of `holdStatement`. */
export function readHeld(rows: Rows<LedgerAnswer>): Result<{ hold: number }> {
  return read(rows);
}

/** The answer of `captureStatement` and of whatever posts and may be refused. */
export function readPosted(rows: Rows<LedgerAnswer>): Result<Posted[]> {
  return read(rows);
}

/** The answer of `earnStatement`, in the order of the credits: nothing refuses it. */
export function readEarned(rows: Rows<LedgerAnswer>): Posted[] {
  const earned = read<Posted[]>(rows);
  if (!earned.ok) throw new Error(`What was earned was refused: ${earned.refusal.code}`);
  return earned.value;
}
