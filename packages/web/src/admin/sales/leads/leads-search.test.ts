import { expect, test } from 'vitest';
import { readLeads, readQualification } from './leads-search.ts';

test('an address holds what a page on leads shows, and nothing else', () => {
  expect(readLeads({ view: 'late', owner: 'a', source: 'سایت', lead: 7, add: true, person: 3 })).toEqual({
    view: 'late',
    owner: 'a',
    source: 'سایت',
    lead: 7,
    add: true,
    person: 3,
  });
  expect(readLeads({ view: 'all', owner: '', source: 5, lead: -1, add: 'yes', person: 1.5 })).toEqual({});
});

test('the definition is shown without being named', () => {
  expect(readQualification({ view: 'definition', trial: 4, review: 'x' })).toEqual({ trial: 4 });
  expect(readQualification({ view: 'review', review: 2 })).toEqual({ view: 'review', review: 2 });
});
