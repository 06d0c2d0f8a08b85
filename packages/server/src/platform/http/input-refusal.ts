import type { Refusal } from '@nardeban/core/values';

/** One fault a Zod schema found, as far as it is told to the sender. */
export interface InputIssue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly maximum?: number | bigint;
}

const LONGEST_FIELD = 200;

/** A fault in what was sent, as a refusal that names the input: absent, unexpected, or not right. */
export function refusalOfIssue(issue: InputIssue): Refusal {
  const place = issue.path.map(String).join('.').slice(0, LONGEST_FIELD);
  if (issue.code === 'unrecognized_keys') {
    const name = issue.keys?.[0] ?? '';
    const field = (place === '' ? name : `${place}.${name}`).slice(0, LONGEST_FIELD);
    return { code: 'input_unexpected', field, detail: { field } };
  }
  if (issue.code === 'too_big' && issue.origin === 'array' && place !== '') {
    return { code: 'input_too_many', field: place, detail: { most: Number(issue.maximum) } };
  }
  // Zod tells an absent value from a wrong one by the words of its message alone.
  const missing = issue.code === 'invalid_type' && /received (?:undefined|null)$/.test(issue.message);
  if (place === '') return { code: missing ? 'body_missing' : 'input_invalid', detail: { field: '.' } };
  return { code: missing ? 'input_missing' : 'input_invalid', field: place, detail: { field: place } };
}
