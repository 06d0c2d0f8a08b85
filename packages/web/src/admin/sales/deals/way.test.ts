import { SEVEN_STEPS, stepsLeft as asTheServer } from '@nardeban/core/sales';
import { expect, test } from 'vitest';
import type { DealPage, Pipeline } from './queries.ts';
import { missingOf, stepsLeft } from './way.ts';

const pipeline = SEVEN_STEPS as Pipeline;
const keys = [...pipeline.steps.map(({ key }) => key), null];

test('the steps that are left behind are those the server asks about', () => {
  for (const from of pipeline.steps)
    for (const to of keys) {
      const target = pipeline.steps.find(({ key }) => key === to);
      const wins = from.after !== true && target?.after === true;
      expect(stepsLeft(pipeline, from.key, to).map(({ key }) => key)).toEqual(
        asTheServer(SEVEN_STEPS, from.key, wins ? null : to).map(({ key }) => key),
      );
    }
});

test('what was filled in is no longer missing, and what was emptied is', () => {
  const proof = (ask: string, met: boolean) => ({
    ask,
    met,
    optional: ask === 'taste',
    lack: null,
    at: null,
    open: 0,
  });
  const page = {
    proofs: [
      {
        step: 'present',
        proofs: [proof('need', false), proof('want', true), proof('taste', false), proof('shown', true)],
      },
    ],
  } as unknown as DealPage;
  const steps = stepsLeft(pipeline, 'present', 'fears');
  expect(missingOf(page, steps, {})).toBe(1);
  expect(missingOf(page, steps, { need: 'x' })).toBe(0);
  expect(missingOf(page, steps, { need: 'x', want: null })).toBe(1);
});
