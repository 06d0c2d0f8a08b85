import { DEFAULT_GUARD, guardSchema } from '@nardeban/core/offers';
import { expect, test } from 'vitest';
import { guardDraftOf, guardOf } from './guard-form.ts';

test('the form gives the guard back as it was', () => {
  expect(guardOf(guardDraftOf(DEFAULT_GUARD), DEFAULT_GUARD)).toEqual(DEFAULT_GUARD);
  const bare = { heldBack: 'refuse' as const, perks: [] };
  expect(guardOf(guardDraftOf(bare), bare)).toEqual(bare);
});

test('what is said by halves does not check, and the guard stays one that can be kept', () => {
  const draft = { ...guardDraftOf(DEFAULT_GUARD), days: null, publicNeeds: 0 };
  const guard = guardOf(draft, DEFAULT_GUARD);
  expect(guard).not.toHaveProperty('waiting');
  expect(guard).not.toHaveProperty('publicNeeds');
  expect(guardSchema.safeParse(guard).success).toBe(true);
});
