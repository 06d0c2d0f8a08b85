import { describe, expect, test } from 'vitest';
import { find, rank } from './finding.ts';

const ladder = { label: 'نردبان', words: 'Ladder rungs loyalty پله وفاداری' };
const people = { label: 'مردم', words: 'People customers مشتری' };
const exporting = { label: 'برون‌ریزی مردم', words: 'Export people CSV' };
const settings = { label: 'تنظیمات', words: 'Settings preferences' };
const all = [ladder, people, exporting, settings];
const first = (typed: string) => find(typed, all)[0];

describe('the palette finds a page', () => {
  test.each([
    ['its name', 'نردبان', ladder],
    ['its beginning', 'نرد', ladder],
    ['another word for it', 'مشتری', people],
    ['its name in the other language', 'ladder', ladder],
    ['Arabic letters', 'مشتري', people],
    ['the half space left out', 'برون ریزی', exporting],
    ['words in another order', 'مردم برون', exporting],
    ['Persian typed with a Latin keyboard', 'lvnl', people],
    ['Persian typed with a Latin keyboard', 'kvnfhk', ladder],
    ['English typed with a Persian keyboard', 'حثخحمث', people],
    ['Persian in Latin letters', 'nardeban', ladder],
    ['Persian in Latin letters', 'mardom', people],
    ['Persian in Latin letters', 'tanzimat', settings],
    ['Persian in Latin letters', 'moshtari', people],
    ['capital letters', 'LADDER', ladder],
  ])('by %s: %s', (_, typed, wanted) => {
    expect(first(typed)).toBe(wanted);
  });

  test('and the exact name before what only contains it', () => {
    expect(find('مردم', all)).toEqual([people, exporting]);
    expect(rank('people', people)).toBeGreaterThan(rank('people', exporting) - 1);
  });

  test('but nothing for letters that stand nowhere', () => {
    expect(find('ظظظ', all)).toEqual([]);
    expect(find('zz', all)).toEqual([]);
  });

  test('and everything before anything is typed', () => {
    expect(find('', all)).toEqual(all);
    expect(find(' \u200c ', all)).toEqual(all);
  });
});
