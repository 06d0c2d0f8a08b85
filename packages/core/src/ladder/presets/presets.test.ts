import { describe, expect, it } from 'vitest';
import page from '../../../../../docs/reference/presets.md?raw';
import { holdsAt, sayCriteria } from '../../criteria/index.ts';
import { baseVocabulary, historyOf } from '../../facts/index.ts';
import { readStory } from '../../testing/stories.ts';
import { climb, compile } from '../climb.ts';
import { criteriaIn, placesOf, type Definition } from '../ladder.ts';
import { validateDefinition } from '../validate.ts';
import { praised } from './signs.ts';
import { customerTypes, fiveRungLadder, presets, sixRungLadder, thirteenStages } from './index.ts';

const tehran = { zone: 'Asia/Tehran', calendar: 'jalali' } as const;

describe.each(presets.map((preset) => [preset.definition.key, preset] as const))(
  'the preset %s',
  (_key, preset) => {
    it('is one that a business could publish itself', () => {
      expect(validateDefinition(preset.definition, baseVocabulary)).toEqual({
        ok: true,
        value: preset.definition,
      });
    });

    it('says of every place who is there, what they feel and what helps, in both languages', () => {
      const { definition } = preset;
      const places = definition.kind === 'ladder' ? definition.rungs : definition.classes;
      for (const { key, meaning, name } of places) {
        for (const words of [name, meaning?.who, meaning?.feels, meaning?.helps]) {
          expect(words?.fa, key).toMatch(/^[^A-Za-z]*$|«family»/);
          expect(words?.en, key).toMatch(/^[^\u0600-\u06FF]+$/);
        }
      }
    });

    it('has rules that can be said in both languages', () => {
      for (const criteria of criteriaIn(preset.definition)) {
        for (const language of ['fa', 'en'] as const) {
          const said = sayCriteria(criteria, {
            language,
            vocabulary: baseVocabulary,
            money: { currency: 'IRR', unit: 'toman' },
            ...tehran,
          });
          expect(said).not.toMatch(/undefined|[a-z]+\.[a-z]+/);
        }
      }
    });
  },
);

it('docs/reference/presets.md lists every place of every preset, in order, and no other', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| `'));
  const places = presets.flatMap(({ definition }) => placesOf(definition));
  expect(
    rows.map((row) =>
      row
        .split('|')
        .slice(1, 4)
        .map((cell) => cell.trim()),
    ),
  ).toEqual(places.map(({ key, name }) => [`\`${key}\``, name.fa, name.en]));
});

it('presets have keys of their own', () => {
  expect(new Set(presets.map(({ definition }) => definition.key)).size).toBe(presets.length);
  expect(sixRungLadder.rungs).toHaveLength(6);
  expect(fiveRungLadder.rungs).toHaveLength(5);
  // Thirteen stages, and a class for those who are in none.
  expect(thirteenStages.classes).toHaveLength(14);
  expect(customerTypes.classes).toHaveLength(5);
});

/** Where each person of a story stands right after each row, beside where the story says. */
function told(definition: Definition, table: string): { expected: string[]; found: string[] } {
  const { facts, expectations } = readStory(table, tehran);
  const compiled = compile(definition, tehran);
  const places = placesOf(definition);
  const expected: string[] = [];
  const found: string[] = [];
  for (const { line, person, at, expected: rung } of expectations) {
    const history = historyOf(facts.filter((fact) => fact.person === person && fact.at <= at));
    const { place } = climb(compiled, history, at);
    expected.push(`line ${line}: ${person} ${rung}`);
    found.push(`line ${line}: ${person} ${place === null ? 'nowhere' : (places[place]?.key ?? '')}`);
  }
  return { expected, found };
}

describe('stories on the six rungs', () => {
  it.each([
    [
      'from a passer-by to an advocate',
      `
      date       | person | fact               | score | question  | order | amount | rung
      1403/02/01 | سارا   | ad.viewed          |       |           |       |        | suspect
      1403/02/03 |        | page.viewed        |       |           |       |        | lead
      1403/02/10 |        | cart.updated       |       |           |       |        | prospect
      1403/02/11 |        | order.paid         |       |           |       | 500000 | first-time-customer
      1403/05/01 |        | order.paid         |       |           |       | 500000 | repeat-customer
      1403/05/09 |        | survey.answered    | 8     | recommend |       |        | repeat-customer
      1403/06/09 |        | survey.answered    | 10    | recommend |       |        | advocate
      # nothing for a year after the last purchase, and ninety days more
      1404/05/02 |        |                    |       |           |       |        | advocate
      1404/07/28 |        |                    |       |           |       |        | advocate
      1404/08/05 |        |                    |       |           |       |        | lead
      `,
    ],
    [
      'interest cools after ninety days',
      `
      date       | person | fact           | rung
      1404/01/10 | امید   | product.viewed | lead
      1404/01/11 |        | product.viewed | lead
      1404/01/12 |        | product.viewed | prospect
      1404/03/20 |        |                | prospect
      1404/04/20 |        |                | lead
      `,
    ],
    [
      'an order given back is not an order, and thirty days are left to win the person back',
      `
      date       | person | fact           | order | amount | rung
      1404/01/10 | نگار   | order.paid     | a     | 100    | first-time-customer
      1404/01/15 |        | order.returned | a     | 100    | first-time-customer
      1404/02/20 |        |                |       |        | lead
      `,
    ],
    [
      'who buys once a year before Nowruz stays a customer',
      `
      date       | person | fact       | amount | rung
      1402/12/20 | بهرام  | order.paid | 100    | first-time-customer
      1404/01/10 |        |            |        | first-time-customer
      1404/01/12 |        | order.paid | 100    | first-time-customer
      1404/12/01 |        |            |        | first-time-customer
      `,
    ],
    [
      'a repeat customer stays one as long as a purchase is never a year away',
      `
      date       | person | fact       | amount | rung
      1402/01/10 | مینا   | order.paid | 100    | first-time-customer
      1402/06/10 |        | order.paid | 100    | repeat-customer
      1403/05/10 |        | order.paid | 100    | repeat-customer
      1404/04/10 |        | order.paid | 100    | repeat-customer
      1405/05/20 |        |            |        | lead
      `,
    ],
  ])('%s', (_what, table) => {
    const { expected, found } = told(sixRungLadder, table);
    expect(found).toEqual(expected);
  });
});

it('on the five rungs a client who would not recommend us is not one yet', () => {
  const { expected, found } = told(
    fiveRungLadder,
    `
    date       | person | fact            | score | question  | amount | rung
    1404/01/01 | Ali    | visit.made      |       |           |        | prospect
    1404/01/02 |        | order.paid      |       |           | 10     | customer
    1404/02/02 |        | survey.answered | 5     | recommend |        | customer
    1404/02/03 |        | order.paid      |       |           | 10     | customer
    1404/03/02 |        | order.paid      |       |           | 10     | customer
    1404/04/02 |        | survey.answered | 8     | recommend |        | client
    1404/05/02 |        | referral.converted |    |           |        | advocate
    `,
  );
  expect(found).toEqual(expected);
});

it('a friend who gave everything back makes nobody an advocate, one who stayed does (pain 31)', () => {
  const at = Date.UTC(2026, 0, 1);
  const fact = (daysAgo: number, type: string, friend: string) => ({
    type,
    at: at - daysAgo * 86_400_000,
    source: 'club',
    key: `${daysAgo} ${type}`,
    data: { friend },
  });
  const praises = (facts: Parameters<typeof historyOf>[0]) =>
    holdsAt(praised(12), historyOf(facts), at, tehran);
  const [came, went] = [fact(20, 'referral.converted', 'x'), fact(10, 'referral.undone', 'x')];
  expect(praises([came])).toBe(true);
  expect(praises([came, went])).toBe(false);
  expect(praises([came, went, fact(5, 'referral.converted', 'x')])).toBe(true);
  expect(praises([came, fact(15, 'referral.converted', 'y'), went])).toBe(true);
});

it('everyone in the thirteen stages is where sales would put them', () => {
  const { expected, found } = told(
    thirteenStages,
    `
    date       | person | fact                  | tag    | deal | outcome   | amount | rung
    1404/01/01 | A      | ad.viewed             |        |      |           |        | no-stage
    1404/01/02 | A      | newsletter.subscribed |        |      |           |        | subscriber
    1404/01/03 | A      | lead.captured         |        |      |           |        | lead
    1404/01/04 | A      | lead.qualified        |        |      |           |        | qualified-active
    1404/01/05 | A      | contact.attempted     |        |      | no-answer |        | qualified-active
    1404/01/06 | A      | contact.attempted     |        |      | no-answer |        | qualified-active
    1404/01/07 | A      | contact.attempted     |        |      | no-answer |        | qualified-not-reached
    1404/02/20 | A      | followup.agreed       |        |      |           |        | qualified-later
    1404/02/25 | A      | deal.opened           |        | d1   |           |        | opportunity
    1404/03/01 | A      | deal.lost             |        | d1   |           |        | lost-opportunity
    1404/03/05 | A      | deal.opened           |        | d2   |           |        | opportunity
    1404/03/06 | A      | deal.lost             |        | d2   |           |        | lost-opportunity
    1404/03/07 | A      | deal.reopened         |        | d1   |           |        | opportunity
    1404/03/08 | A      | deal.won              |        | d1   |           |        | lost-opportunity
    1404/04/01 | A      | order.paid            |        |      |           | 100    | buyer
    1405/05/01 | A      |                       |        |      |           |        | former-customer-low
    1405/05/02 | A      | price.asked           |        |      |           |        | former-customer-high
    1405/05/03 | A      | referral.converted    |        |      |           |        | evangelist
    1405/05/04 | A      | tag.added             | family |      |           |        | friends-and-family
    1404/01/01 | B      | price.asked           |        |      |           |        | lead
    1404/01/02 | B      | lead.disqualified     |        |      |           |        | unqualified-lead
    1404/07/05 | B      |                       |        |      |           |        | lead
    1404/08/01 | B      | lead.disqualified     |        |      |           |        | unqualified-lead
    1404/08/02 | B      | lead.handed           |        |      |           |        | lead
    1404/08/03 | B      | lead.qualified        |        |      |           |        | qualified-active
    1404/08/04 | B      | lead.disqualified     |        |      |           |        | unqualified-lead
    `,
  );
  expect(found).toEqual(expected);
});

it('an order that is accepted and not paid for is an opportunity until it is paid, cancelled or too long ago', () => {
  const { expected, found } = told(
    thirteenStages,
    `
    date       | person    | fact               | deal | agreement | order | amount | rung
    1404/01/01 | pays      | lead.qualified     |      |           |       |        | qualified-active
    1404/01/02 | pays      | deal.opened        | d1   |           |       |        | opportunity
    1404/01/03 | pays      | quotation.accepted |      | a1        |       |        | opportunity
    1404/01/04 | pays      | order.placed       |      |           | so1   | 100    | opportunity
    1404/01/05 | pays      | deal.won           | d1   |           |       |        | opportunity
    1404/02/01 | pays      | order.paid         |      |           | so1   | 100    | buyer
    1404/02/02 | pays      | order.returned     |      |           | so1   | 100    | qualified-active
    1404/01/01 | reopens   | lead.qualified     |      |           |       |        | qualified-active
    1404/01/02 | reopens   | deal.opened        | d2   |           |       |        | opportunity
    1404/01/04 | reopens   | order.placed       |      |           | so2   | 100    | opportunity
    1404/01/05 | reopens   | deal.won           | d2   |           |       |        | opportunity
    1404/01/06 | reopens   | deal.reopened      | d2   |           |       |        | opportunity
    1404/01/07 | reopens   | order.cancelled    |      |           | so2   |        | opportunity
    1404/01/08 | reopens   | deal.lost          | d2   |           |       |        | lost-opportunity
    1404/01/04 | cancels   | order.placed       |      |           | so3   | 100    | opportunity
    1404/01/05 | cancels   | order.cancelled    |      |           | so3   |        | lead
    1404/01/04 | two       | order.placed       |      |           | so4   | 100    | opportunity
    1404/01/05 | two       | order.placed       |      |           | so5   | 100    | opportunity
    1404/01/06 | two       | order.cancelled    |      |           | so4   |        | opportunity
    1404/01/07 | two       | order.paid         |      |           | so5   | 100    | buyer
    1404/01/04 | forgets   | order.placed       |      |           | so6   | 100    | opportunity
    1405/01/03 | forgets   |                    |      |           |       |        | opportunity
    1405/01/05 | forgets   |                    |      |           |       |        | lead
    # bought long ago, and orders again
    1402/01/01 | returning | order.paid         |      |           | so7   | 100    | buyer
    1404/01/01 | returning |                    |      |           |       |        | former-customer-low
    1404/01/02 | returning | order.placed       |      |           | so8   | 100    | opportunity
    1404/01/03 | returning | order.cancelled    |      |           | so8   |        | former-customer-high
    `,
  );
  expect(found).toEqual(expected);
});

it('the five customer types tell people apart', () => {
  const { expected, found } = told(
    customerTypes,
    `
    date       | person   | fact           | order | category | sku | discount | amount | rung
    1404/01/01 | wanderer | page.viewed    |       |          |     |          |        | wandering
    1404/01/01 | needy    | order.paid     | a     |          |     |          | 100    | need-led
    1404/01/01 | bargain  | order.paid     | b     |          |     | 20       | 80     | need-led
    1404/02/01 | bargain  | order.paid     | c     |          |     | 20       | 80     | discount-led
    1404/01/01 | steady   | order.paid     | d     |          |     |          | 100    | need-led
    1404/02/01 | steady   | order.paid     | e     |          |     |          | 100    | need-led
    1404/03/01 | steady   | order.paid     | f     |          |     |          | 100    | need-led
    1404/04/01 | steady   | order.paid     | g     |          |     |          | 100    | loyal
    1404/11/01 | steady   |                |       |          |     |          |        | need-led
    1404/01/01 | lively   | order.paid     | h     |          |     |          | 100    | need-led
    1404/01/02 | lively   | product.bought | h     | bean     | s1  |          |        | need-led
    1404/01/03 | lively   | product.bought | h     | cup      | s2  |          |        | need-led
    1404/02/01 | lively   | order.paid     | i     |          |     |          | 100    | need-led
    1404/02/02 | lively   | product.bought | i     | book     | s3  |          |        | need-led
    1404/02/03 | lively   | product.bought | i     | mill     | s4  |          |        | impulse
    `,
  );
  expect(found).toEqual(expected);
});
