import { expect, test } from 'vitest';
import { csvOf } from './table.ts';

test('a spreadsheet gets plain numbers, no marks of direction, and nothing it would run', () => {
  const csv = csvOf({
    columns: [{ label: 'ماه' }, { label: 'سهم', numeric: true }],
    rows: [
      ['\u2068فروردین\u2069', { shown: '۴۲٪', value: 0.42 }],
      ['=HYPERLINK("x")', { shown: '–', value: null }],
      ['+cmd|run', { shown: '۱', value: -1.5 }],
    ],
  });
  expect(csv).toBe(`\uFEFFماه,سهم\r\nفروردین,0.42\r\n"'=HYPERLINK(""x"")",\r\n'+cmd|run,-1.5\r\n`);
});
