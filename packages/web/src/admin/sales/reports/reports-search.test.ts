import { expect, test } from 'vitest';
import { readReports } from './reports-search.ts';

test.each([
  ['nothing is the way of deals in the usual time', {}, {}],
  [
    'a report by its name',
    { view: 'lost', pipeline: 'seven-steps' },
    { view: 'lost', pipeline: 'seven-steps' },
  ],
  ['no such report', { view: 'all', pipeline: 7 }, {}],
  [
    'a figure that is looked into',
    { into: { figure: 'lost-in', reason: 'price', contacts: 'x', more: 1 } },
    { into: { figure: 'lost-in', reason: 'price' } },
  ],
  ['a figure that is none', { into: { figure: 'everything' } }, {}],
  [
    'contacts from none on',
    { into: { figure: 'contacts', contacts: 0 } },
    { into: { figure: 'contacts', contacts: 0 } },
  ],
])('the address says: %s', (_, raw, read) => {
  expect(readReports(raw)).toEqual(read);
});
