import type { SpokenReason } from '@nardeban/core/criteria';
import { expect, test } from 'vitest';
import { decisive } from './decisive.ts';

const line = (text: string, holds: boolean, parts: readonly SpokenReason[] = []): SpokenReason => ({
  text,
  holds,
  measuredText: null,
  facts: [],
  factCount: 0,
  parts,
});
const texts = (reason: SpokenReason) => decisive(reason).map(({ text }) => text);

test('of a climb the lines that hold are told, of a fall those that no longer do', () => {
  const either = line('either', true, [line('bought', true), line('wrote', false)]);
  expect(texts(either)).toEqual(['bought']);
  expect(texts(line('all', true, [either, line('known', true)]))).toEqual(['bought', 'known']);
  expect(texts(line('all', false, [line('bought', true), line('lately', false)]))).toEqual(['lately']);
});

test('a negation, which holds because its part does not, still tells that part', () => {
  expect(texts(line('not', true, [line('returned', false)]))).toEqual(['returned']);
});
