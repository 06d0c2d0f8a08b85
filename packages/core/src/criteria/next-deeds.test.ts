import { describe, expect, test } from 'vitest';
import { vocabulary } from '../facts/index.ts';
import type { GapStep } from './answer.ts';
import type { Condition } from './criteria.ts';
import { deedsFor, type NextDeed } from './next-deeds.ts';

const count = (of: string, rest: object = {}): Condition => ({ measure: 'count', of, atLeast: 2, ...rest });
const facts = (condition: Condition): GapStep => ({ kind: 'facts', condition, more: 1 });

const table: readonly (readonly [what: string, step: GapStep, deeds: readonly NextDeed[]])[] = [
  [
    'an order: ask for it, write it down, agree on something',
    facts(count('order.paid')),
    [
      { kind: 'reach', about: 'buy' },
      { kind: 'record', type: 'order.paid', data: {} },
      { kind: 'follow-up' },
    ],
  ],
  [
    'an order of one channel: the record says so already',
    facts(count('order.paid', { where: [{ field: 'channel', oneOf: ['سایت', 'حضوری'] }] })),
    [
      { kind: 'reach', about: 'buy' },
      { kind: 'record', type: 'order.paid', data: { channel: 'سایت' } },
      { kind: 'follow-up' },
    ],
  ],
  [
    'an amount: how much one order was is for whoever records it to say',
    {
      kind: 'amount',
      condition: { measure: 'sum', of: 'order.paid', field: 'amount', atLeast: 5_000_000 },
      more: 900_000,
    },
    [
      { kind: 'reach', about: 'buy' },
      { kind: 'record', type: 'order.paid', data: {} },
      { kind: 'follow-up' },
    ],
  ],
  [
    'the latest answer: the value asked for is offered',
    {
      kind: 'value',
      condition: { measure: 'latest', of: 'survey.answered', field: 'score', atLeast: 9 },
      value: 9,
    },
    [
      { kind: 'reach', about: 'answer' },
      { kind: 'record', type: 'survey.answered', data: { score: 9 } },
      { kind: 'follow-up' },
    ],
  ],
  [
    'a page that is looked at: told by the site, so nobody writes it down',
    facts(count('page.viewed')),
    [{ kind: 'reach', about: 'visit' }, { kind: 'follow-up' }],
  ],
  [
    'a call: it is made, and written down',
    facts(count('contact.attempted')),
    [
      { kind: 'reach', about: 'talk' },
      { kind: 'record', type: 'contact.attempted', data: {} },
    ],
  ],
  [
    'the word of a member of staff: only written down',
    facts(count('lead.qualified')),
    [{ kind: 'record', type: 'lead.qualified', data: {} }],
  ],
  [
    'a complaint: nobody is asked for one',
    facts(count('complaint.opened')),
    [{ kind: 'record', type: 'complaint.opened', data: {} }],
  ],
  [
    'several types: the first stands for all',
    facts({ measure: 'count', of: ['visit.made', 'page.viewed'], atLeast: 1 }),
    [
      { kind: 'reach', about: 'visit' },
      { kind: 'record', type: 'visit.made', data: {} },
      { kind: 'follow-up' },
    ],
  ],
  [
    'a tag that is missing',
    { kind: 'value', condition: { measure: 'tag', tag: 'وفادار' }, value: true },
    [{ kind: 'tag', tag: 'وفادار', on: true }],
  ],
  [
    'a tag that is in the way',
    { kind: 'value', condition: { measure: 'tag', tag: 'رقیب' }, value: false },
    [{ kind: 'tag', tag: 'رقیب', on: false }],
  ],
  [
    'a trait',
    { kind: 'value', condition: { measure: 'trait', trait: 'city', is: 'تهران' }, value: 'تهران' },
    [{ kind: 'trait', trait: 'city', value: 'تهران' }],
  ],
  [
    'time alone',
    { kind: 'wait', condition: count('order.paid'), until: 1_800_000_000_000 },
    [{ kind: 'wait', until: 1_800_000_000_000 }, { kind: 'follow-up' }],
  ],
  [
    'a fact of the business’s own',
    facts(count('custom.tasting')),
    [
      { kind: 'reach', about: 'talk' },
      { kind: 'record', type: 'custom.tasting', data: {} },
      { kind: 'follow-up' },
    ],
  ],
];

describe('what can be done about a step', () => {
  test.each(table)('%s', (_, step, deeds) => {
    expect(deedsFor(step)).toEqual(deeds);
  });

  test('of every kind of fact there is something, but for what has a form or a consent of its own', () => {
    const nothing = Object.keys(vocabulary).filter((type) => deedsFor(facts(count(type))).length === 0);
    expect(nothing.toSorted()).toEqual([
      'ad.viewed',
      'consent.given',
      'consent.withdrawn',
      'note.written',
      'relation.ended',
      'relation.stated',
      'rung.pinned',
      'rung.unpinned',
      'tag.added',
      'tag.removed',
      'trait.changed',
    ]);
  });
});
