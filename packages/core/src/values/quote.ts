import type { Result } from './refusal.ts';
import { displayText } from './text.ts';

const LONGEST_QUOTE = 60;

/** A refusal's sentence quotes what was written: puts the beginning of the raw input into `detail.text`. */
export function quoting<T>(raw: string, result: Result<T>): Result<T> {
  if (result.ok || raw === '') return result;
  const shown = displayText(raw.slice(0, LONGEST_QUOTE));
  const text = raw.length > LONGEST_QUOTE ? `${shown}…` : shown;
  return { ok: false, refusal: { ...result.refusal, detail: { ...result.refusal.detail, text } } };
}
