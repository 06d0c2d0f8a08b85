import { expect, test } from 'vitest';
import type { DeclaredTraits, TraitDeclaration } from '../facts/index.ts';
import { readMoment, zoneOf } from '../values/index.ts';
import { traitCellReader, traitValue } from './trait-cells.ts';

const of = (kind: TraitDeclaration['kind'], choices?: readonly string[]): TraitDeclaration => ({
  kind,
  fa: 'x',
  en: 'x',
  ...(choices === undefined ? {} : { choices }),
});
const declared: DeclaredTraits = {
  only: false,
  named: {
    shoe: of('number'),
    budget: of('money'),
    joined: of('day'),
    member: of('flag'),
    hair: of('text', ['صاف', 'فر', 'کوتاه']),
    gone: { ...of('number'), archived: true },
  },
};
const zone = zoneOf('Asia/Tehran');
const read = (trait: string, text: string, by = declared) =>
  traitCellReader(trait, by, { currency: 'IRR', unit: 'toman', grouping: null }, (cell) =>
    readMoment(cell, { zone }),
  )(text);

test.each([
  ['shoe', '۴۲', '42', 42],
  ['shoe', '41.5', '41.5', 41.5],
  ['budget', '۱۲٬۰۰۰ تومان', '120000', 120_000],
  ['joined', '۱۴۰۵/۰۱/۰۵', '2026-03-25', '2026-03-25'],
  ['member', 'بله', 'true', true],
  ['member', 'No', 'false', false],
  ['hair', 'كوتاه', 'کوتاه', 'کوتاه'],
  ['gone', 'anything', 'anything', 'anything'],
  ['undeclared', '42', '42', '42'],
])('a cell of %s that says %s is %j', (trait, cell, staged, value) => {
  expect(read(trait, cell)).toEqual({ ok: true, value: staged });
  expect(traitValue(trait, staged, declared)).toBe(value);
});

test.each([
  ['shoe', 'big', 'not_a_number'],
  ['joined', 'soon', 'date_unreadable'],
  ['member', 'maybe', 'flag_expected'],
  ['hair', 'آبی', 'choice_expected'],
])('a cell of %s that says %s is refused with %s', (trait, cell, code) => {
  expect(read(trait, cell)).toMatchObject({ ok: false, refusal: { code } });
});

test('where only declared traits are taken, a column of another one is refused', () => {
  const strict = { ...declared, only: true };
  expect(read('undeclared', 'x', strict)).toMatchObject({ refusal: { code: 'trait_not_declared' } });
  expect(read('city', 'یزد', strict)).toEqual({ ok: true, value: 'یزد' });
});
