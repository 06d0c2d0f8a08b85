import { describe, expect, test } from 'vitest';
import { zoneOf } from '../../values/index.ts';
import { SEVEN_STEPS } from '../pipeline/seven-steps.ts';
import { fillsOf } from './fills.ts';
import { noteSchema, notePartsOf } from './note.ts';
import { customerKindOf, isConsumerApart, openQuestions } from './part.ts';
import { brokenFrom, GRACE_DAYS, lookAtPromise, overdueFrom } from './promise.ts';

describe('what was said', () => {
  test.each([
    ['a need with words', { kind: 'need', text: ' چیزی برای رفع تشنگی ' }, null],
    ['a want that is a product and nothing else', { kind: 'want', product: 'چای' }, null],
    ['a want of nothing', { kind: 'want' }, 'note_says_nothing'],
    ['a budget of figures', { kind: 'budget', low: 10, high: 20 }, null],
    ['a budget until a day', { kind: 'budget', byDay: '2026-12-01' }, null],
    ['a budget of nothing', { kind: 'budget', text: '  ' }, 'note_says_nothing'],
    ['a budget turned around', { kind: 'budget', low: 20, high: 10 }, 'range_reversed'],
    ['a purpose', { kind: 'purpose', purpose: 'sells_on' }, null],
    [
      'an expectation of a product without a word',
      { kind: 'expectation', source: 'others', product: 'کفش' },
      'note_says_nothing',
    ],
  ])('%s', (_, note, code) => {
    const parts = notePartsOf(noteSchema.parse(note));
    expect(parts.ok ? null : parts.refusal.code).toBe(code);
    if (parts.ok) expect(parts.value.text).toBe(parts.value.text.trim());
  });

  test('a part of another kind is refused', () => {
    expect(noteSchema.safeParse({ kind: 'need', text: 'x', low: 5 }).success).toBe(false);
  });
});

describe('customer and consumer', () => {
  const self = (role: 'uses' | 'decides') => ({ role, self: true });
  const other = (role: 'uses' | 'decides') => ({ role, self: false });

  test.each([
    ['a parent who buys for a child', ['gives'], [other('uses')], 'end', true],
    ['a child of whom nobody spoke', ['gives'], [], 'end', true],
    ['a firm that sells on', ['sells_on'], [], 'trade', true],
    ['a shop that sells some and uses some', ['uses', 'sells_on'], [self('uses')], 'trade', false],
    ['who buys for themselves', ['uses'], [], 'end', false],
    ['somebody of whom nothing is known', [], [other('decides')], null, false],
  ] as const)('%s', (_, said, parts, kind, apart) => {
    expect(customerKindOf(said)).toBe(kind);
    expect(isConsumerApart(said, parts)).toBe(apart);
  });

  test('what is not known is what to ask next', () => {
    expect(openQuestions(new Set(), [])).toEqual(['need', 'want', 'decides', 'uses', 'budget', 'purpose']);
    expect(openQuestions(new Set(['need', 'like', 'budget']), [other('decides')])).toEqual([
      'want',
      'uses',
      'purpose',
    ]);
  });
});

describe('a promise', () => {
  const zone = zoneOf('Asia/Tehran');
  const due = 20_000;
  const ours = { due, side: 'us', done: false } as const;

  test('is overdue when its day is over in the zone of the business, and broken after the days of grace', () => {
    expect(overdueFrom(due, zone)).toBe(zone.startOf(due + 1));
    expect(lookAtPromise(ours, zone, zone.startOf(due) + 1)).toEqual({
      state: 'open',
      lookAt: overdueFrom(due, zone),
    });
    expect(lookAtPromise(ours, zone, overdueFrom(due, zone))).toEqual({
      state: 'open',
      lookAt: brokenFrom(due, zone),
    });
    expect(lookAtPromise(ours, zone, brokenFrom(due, zone) - 1)).toMatchObject({ state: 'open' });
    expect(lookAtPromise(ours, zone, zone.startOf(due + 1 + GRACE_DAYS))).toEqual({ state: 'broken' });
  });

  test('is kept where its follow-up was done, however late somebody looks', () => {
    expect(lookAtPromise({ ...ours, done: true }, zone, brokenFrom(due, zone) + 1)).toEqual({
      state: 'kept',
    });
  });

  test('of theirs is never called broken by the program', () => {
    expect(lookAtPromise({ ...ours, side: 'them' }, zone, brokenFrom(due, zone) + 1)).toEqual({
      state: 'open',
      lookAt: null,
    });
  });
});

describe('what a conversation tells a deal', () => {
  const note = (kind: 'need' | 'want' | 'like', text: string, product = '') => {
    const parts = notePartsOf(noteSchema.parse({ kind, text, product }));
    if (!parts.ok) throw new Error(parts.refusal.code);
    return parts.value;
  };
  const self = { role: 'decides', self: true, belonging: null } as const;

  test('is what its steps ask for and nobody has filled in', () => {
    const said = [
      note('need', 'نوشیدنی'),
      note('want', '', 'چای'),
      note('want', 'آب'),
      note('like', 'با نعنا'),
    ];
    expect(fillsOf(SEVEN_STEPS, { need: 'استراحت' }, said, [self])).toEqual({
      want: 'چای',
      taste: 'با نعنا',
      decides: 'self',
    });
    expect(fillsOf({ ...SEVEN_STEPS, steps: SEVEN_STEPS.steps.slice(0, 1) }, {}, said, [self])).toEqual({});
  });

  test.each([
    ['household', 'family'],
    ['works_at', 'firm'],
    ['knows', undefined],
    [null, undefined],
  ])('who decides and is %s is %s', (belonging, decides) => {
    expect(fillsOf(SEVEN_STEPS, {}, [], [{ ...self, self: false, belonging }])['decides']).toBe(decides);
  });
});
