import { expect, test } from 'vitest';
import { speechOf } from '../../../language/speech.ts';
import { askedBatch, askedTerms, batchFaults, newBatch, termsFaults, termsOf } from './batch-form.ts';
import type { Batch } from './queries.ts';

const zone = 'Asia/Tehran';
const speech = speechOf({ calendar: 'jalali', zone, currency: 'IRR', unit: 'toman' }, 'fa');
const batch: Batch = {
  id: 1,
  name: 'نوروز',
  offer: 'spring',
  kind: 'drawn',
  word: null,
  state: 'done',
  asked: 5,
  made: 5,
  printable: true,
  disabled: false,
  revision: 1,
  uses: 1,
  usesPerPerson: null,
  validFrom: Date.parse('2026-03-20T20:30:00Z'),
  validUntil: Date.parse('2026-04-03T20:30:00Z'),
  madeBy: 'x',
  madeAt: 0,
  changedBy: 'x',
  changedAt: 0,
};

test('the terms of a batch come back from the form as they went in, to the instant', () => {
  const { name, uses, usesPerPerson, validFrom, validUntil } = batch;
  expect(askedTerms(termsOf(batch, speech), zone)).toEqual({
    name,
    uses,
    usesPerPerson,
    validFrom,
    validUntil,
  });
  // The last day that is shown is one on which the codes are good.
  expect(speech.day(termsOf(batch, speech).until ?? 0, 'short')).toBe('۱۴۰۵/۰۱/۱۴');
});

test('a batch asks for as many codes or for a word, never for both', () => {
  const form = { ...newBatch(), name: ' تابستان ', offer: 'summer', word: 'SUMMER' };
  expect(askedBatch(form, zone)).toMatchObject({ name: 'تابستان', count: 100, offer: 'summer' });
  expect('word' in askedBatch(form, zone)).toBe(false);
  const named = askedBatch({ ...form, kind: 'word' }, zone);
  expect(named).toMatchObject({ word: 'SUMMER' });
  expect('count' in named).toBe(false);
});

test('a form says everything that is missing', () => {
  expect(batchFaults({ ...newBatch(), count: null })).toEqual(['name', 'offer', 'count']);
  expect(batchFaults({ ...newBatch(), kind: 'word' })).toEqual(['name', 'offer', 'word']);
  expect(termsFaults({ ...newBatch(), name: 'x', from: 12, until: 11 })).toEqual(['until']);
  expect(termsFaults({ ...newBatch(), name: 'x', from: 12, until: 12 })).toEqual([]);
});
