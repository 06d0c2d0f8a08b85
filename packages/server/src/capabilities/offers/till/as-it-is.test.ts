import { expect, test } from 'vitest';
import { asItIs, jsonOf, valueOf } from './as-it-is.ts';

test('what was written before is written the same again, among everything else', () => {
  const priced = { lines: [{ net: 1, name: 'چای "سبز"' }], due: 1, none: null };
  const read = valueOf(JSON.stringify(priced));
  expect(jsonOf(priced)).toBe(JSON.stringify(priced));
  for (const answer of [
    { id: 1, priced, proof: null },
    { left: undefined, priced: read, again: read, say: ['x', undefined], at: Number.NaN },
    { left: undefined },
    {},
    [priced],
    'text',
    null,
  ])
    expect(asItIs()(answer)).toBe(JSON.stringify(answer));
});
