import { expect, test } from 'vitest';
import { asFailure, failureOf } from './failure.ts';

test('an answer becomes the failure a person can be told of', () => {
  const kinds = [400, 401, 403, 404, 422, 429, 500, 503].map((status) => failureOf(status, {}).kind);
  expect(kinds).toEqual(['refused', 'stranger', 'forbidden', 'absent', 'refused', 'busy', 'broken', 'busy']);
  expect(asFailure(new TypeError('fetch failed')).kind).toBe('offline');
  expect(asFailure('anything').kind).toBe('broken');
});

test('the server’s own sentence is kept, and nonsense in its place is not', () => {
  const said = { code: 'day_unreadable', sentence: 'این روز نیست.', field: 'asOf' };
  expect(failureOf(400, said)).toMatchObject({ kind: 'refused', ...said });
  expect(failureOf(502, '<html>').sentence).toBeUndefined();
});
