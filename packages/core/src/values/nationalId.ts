import { accept, refuse, type Result } from './refusal.ts';
import { searchKey } from './text.ts';

/**
 * کد ملی, ten digits; eight or nine are padded with the zeros a spreadsheet ate. The last digit checks the others:
 * s = Σ d[i]·(10 − i) over the first nine, r = s mod 11, check = r < 2 ? r : 11 − r. Ten equal digits pass the
 * sum but were never issued. Refusals: `national_id_missing`, `national_id_invalid`.
 */
export function readNationalId(raw: string): Result<string> {
  const typed = digitsOf(raw);
  if (typed === '') return refuse('national_id_missing');
  if (!/^[0-9]{8,10}$/.test(typed)) return refuse('national_id_invalid');
  const id = typed.padStart(10, '0');
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += digit(id, index) * (10 - index);
  const rest = sum % 11;
  const check = rest < 2 ? rest : 11 - rest;
  if (/^([0-9])\1{9}$/.test(id) || check !== digit(id, 9)) return refuse('national_id_invalid');
  return accept(id);
}

const LEGAL_WEIGHTS = [29, 27, 23, 19, 17] as const;

/**
 * شناسه ملی of a company, eleven digits: k = d[9] + 2, s = Σ (k + d[i])·w[i mod 5] over the first ten with
 * w = 29, 27, 23, 19, 17; s mod 11 (10 counts as 0) is the last digit. Refusals: `legal_id_missing`,
 * `legal_id_invalid`.
 */
export function readLegalId(raw: string): Result<string> {
  const id = digitsOf(raw);
  if (id === '') return refuse('legal_id_missing');
  if (!/^[0-9]{11}$/.test(id)) return refuse('legal_id_invalid');
  const added = digit(id, 9) + 2;
  let sum = 0;
  for (let index = 0; index < 10; index++)
    sum += (added + digit(id, index)) * (LEGAL_WEIGHTS[index % 5] ?? 0);
  return (sum % 11) % 10 === digit(id, 10) ? accept(id) : refuse('legal_id_invalid');
}

function digitsOf(raw: string): string {
  return searchKey(raw.slice(0, 64)).replace(/[\s-]/g, '');
}

function digit(id: string, index: number): number {
  return id.charCodeAt(index) - 48;
}
