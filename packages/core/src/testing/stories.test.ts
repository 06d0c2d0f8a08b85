import { describe, expect, it } from 'vitest';
import { readStory } from './stories.ts';

const tehran = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;

describe('a story', () => {
  it('becomes facts and expectations', () => {
    const story = readStory(
      `
      date             | person | fact            | amount    | order | onTime | score | question  | rung
      -----------------|--------|-----------------|-----------|-------|--------|-------|-----------|------
      1405/01/01       | سارا   | order.paid      | ۵۰۰٬۰۰۰   | a1    | yes    |       |           | first
      # she comes back the next morning
      1405/01/02 09:30 |        | order.paid      | 1_000     |       |        | _     | _         | repeat
                       | Omid   | survey.answered |           |       |        | 9     | recommend | _
      1406/01/01       |        |                 |           |       |        |       |           | none
      `,
      tehran,
    );
    const noon = Date.UTC(2026, 2, 21, 8, 30);
    const morning = Date.UTC(2026, 2, 22, 6, 0);
    expect(story.facts).toEqual([
      {
        person: 'سارا',
        type: 'order.paid',
        at: noon,
        data: { amount: 500_000, order: 'a1', onTime: true },
        source: 'story',
        key: 'line-4',
      },
      {
        person: 'سارا',
        type: 'order.paid',
        at: morning,
        data: { amount: 1000, order: 'order-6' },
        source: 'story',
        key: 'line-6',
      },
      {
        person: 'Omid',
        type: 'survey.answered',
        at: morning,
        data: { score: 9, question: 'recommend' },
        source: 'story',
        key: 'line-7',
      },
    ]);
    expect(story.expectations).toEqual([
      { line: 4, person: 'سارا', at: noon, column: 'rung', expected: 'first' },
      { line: 6, person: 'سارا', at: morning, column: 'rung', expected: 'repeat' },
      { line: 8, person: 'Omid', at: Date.UTC(2027, 2, 21, 8, 30), column: 'rung', expected: 'none' },
    ]);
  });

  it('may stand between bars, in another calendar, with other expectations', () => {
    const story = readStory(
      `| date       | person | fact       | points |
       | 2026-02-28 | Sara   | visit.made | 3      |`,
      { zone: 'UTC', calendar: 'gregorian', expects: ['points'] },
    );
    expect(story.facts[0]).toMatchObject({ at: Date.UTC(2026, 1, 28, 12), data: {} });
    expect(story.expectations).toMatchObject([{ column: 'points', expected: '3' }]);
  });

  const head = 'date | person | fact | amount | onTime | rung\n';
  it.each([
    ['', /empty/],
    ['date | person', /no column "fact"/],
    [`${head}1404/12/30 | Sara | | | | x`, /Line 2: there is no "1404\/12\/30"/],
    [`${head}1405/01/01 | Sara | order.bought | | | x`, /no fact is called "order.bought"/],
    [`${head}1405/01/01 | Sara | visit.made | 5 | | x`, /visit.made has no "amount"/],
    [`${head}1405/01/01 | Sara | order.paid | five | | x`, /"five" is no number/],
    [`${head}1405/01/01 | Sara | order.paid | 5 | true | x`, /neither yes nor no/],
    [`${head}1405/01/01 | Sara | order.paid`, /3 cells under 6 columns/],
    [`${head} | Sara | order.paid | 5 | | x`, /whose, and when/],
  ])('that cannot be read says where: %j', (text, message) => {
    expect(() => readStory(text, tehran)).toThrow(message);
  });
});
