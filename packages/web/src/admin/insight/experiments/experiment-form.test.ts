import { expect, test } from 'vitest';
import { definitionOf, formOf, newExperiment, sizeAskedOf } from './experiment-form.ts';
import { verdictOf } from './verdict.ts';

const filled = { ...newExperiment({}), name: ' پیامک ', people: 4_000, base: 0.05 };

test('a definition comes back from its form as it was', () => {
  const definition = definitionOf(filled);
  expect(definition).toMatchObject({
    name: 'پیامک',
    held: 2_000,
    ladder: null,
    plan: { people: 4_000, measured: { what: 'share', base: 0.05 }, lift: 0.2 },
  });
  if (definition !== undefined) expect(definitionOf(formOf(definition))).toEqual(definition);
});

test('climbs need a rung; margin needs a mean and a spread; and the helper waits for all its numbers', () => {
  expect(definitionOf({ ...filled, outcome: 'climbs' })).toBeUndefined();
  expect(definitionOf({ ...filled, outcome: 'climbs', ladder: 'loyalty', rung: 'advocate' })).toMatchObject({
    ladder: 'loyalty',
    rung: 'advocate',
  });
  expect(sizeAskedOf({ ...filled, outcome: 'margin' })).toBeNull();
  expect(definitionOf({ ...filled, outcome: 'margin' })?.plan).toBeNull();
  expect(sizeAskedOf({ ...filled, outcome: 'margin', mean: 100, deviation: 250 })?.measured).toEqual({
    what: 'amount',
    mean: 100,
    deviation: 250,
  });
  for (const missing of [{ people: null }, { lift: null }, { held: null }, { base: 1 }, { base: null }])
    expect(sizeAskedOf({ ...filled, ...missing })).toBeNull();
});

test('who comes from a rung begins with climbs to it', () => {
  expect(newExperiment({ ladder: 'loyalty', rung: 'client' })).toMatchObject({
    outcome: 'climbs',
    ladder: 'loyalty',
    rung: 'client',
  });
});

test('an open reading of too few people says that waiting will not help', () => {
  const small = { measurable: false, people: 40, needed: null, smallestLift: null };
  expect(verdictOf({ verdict: 'open', measurability: null }, 'orders').say).toBe('open');
  expect(verdictOf({ verdict: 'open', measurability: small }, 'orders').say).toBe('openSmall');
  expect(verdictOf({ verdict: 'more', measurability: small }, 'orders')).toEqual({
    say: 'more',
    severity: 'success',
  });
  expect(verdictOf({ verdict: 'less', measurability: null }, 'margin').say).toBe('lessMoney');
  expect(verdictOf({ verdict: 'faulty', measurability: null }, 'margin').severity).toBe('error');
});
