import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseVocabulary } from '../../facts/index.ts';
import { MS_PER_DAY } from '../../values/index.ts';
import {
  type Pipeline,
  pipelineSchema,
  presentStep,
  type Step,
  stepName,
  stepsBefore,
} from './definition.ts';
import { editPipeline, stepToReturnTo } from './editing.ts';
import { type DealFact, factTypesAsked, fillIn, missingOnWay, proofsOf, type Standing } from './evidence.ts';
import { checkPipeline } from './faults.ts';
import { SEVEN_STEPS } from './seven-steps.ts';
import { stallOf } from './stalling.ts';

const OPENED = Date.UTC(2026, 4, 1);
const nothing: Standing = {
  deal: '7',
  openedAt: OPENED,
  known: {},
  amount: null,
  products: [],
  expectedClose: null,
  nextStep: false,
  facts: [],
};
const fact = (type: string, day: number, data: DealFact['data'] = {}): DealFact => ({
  type,
  at: OPENED + day * MS_PER_DAY,
  data,
});

describe('the seven steps', () => {
  test('are a definition that can be worked with, two of them after the sale', () => {
    expect(pipelineSchema.parse(SEVEN_STEPS)).toEqual(SEVEN_STEPS);
    expect(checkPipeline(SEVEN_STEPS, baseVocabulary).ok).toBe(true);
    expect(SEVEN_STEPS.steps.map(({ key, after = false }) => [key, after])).toEqual([
      ['contact', false],
      ['present', false],
      ['fears', false],
      ['agree', false],
      ['pay', false],
      ['belongs', true],
      ['recommend', true],
    ]);
  });

  test('ask at every step for what somebody else can see', () => {
    for (const { asks } of SEVEN_STEPS.steps) expect(asks.length).toBeGreaterThan(0);
    expect(factTypesAsked(SEVEN_STEPS)).toContain('wants.confirmed');
    expect(factTypesAsked(SEVEN_STEPS)).toContain('objection.answered');
  });
});

describe('what is missing to go on', () => {
  const step = (key: string): Step => {
    const found = SEVEN_STEPS.steps.find((one) => one.key === key);
    if (found === undefined) throw new Error(key);
    return found;
  };
  const asked = (key: string, standing: Partial<Standing>) =>
    proofsOf(step(key), { ...nothing, ...standing }).map(({ ask, met, lack }) =>
      met ? ask : `${ask}: ${lack}`,
    );

  test.each<[string, string, Partial<Standing>, string[]]>([
    ['nothing is known', 'contact', {}, ['reached: not-happened', 'interest: not-said']],
    [
      'nobody answered',
      'contact',
      { facts: [fact('contact.attempted', 1, { outcome: 'no-answer' })] },
      ['reached: not-happened', 'interest: not-said'],
    ],
    [
      'they answered before the deal was opened',
      'contact',
      { facts: [fact('contact.attempted', -1, { outcome: 'answered' })] },
      ['reached: not-happened', 'interest: not-said'],
    ],
    [
      'they answered',
      'contact',
      { facts: [fact('contact.attempted', 1, { outcome: 'answered' })], known: { interest: 'کفش' } },
      ['reached', 'interest'],
    ],
    [
      'they answered about another deal',
      'contact',
      {
        facts: [fact('contact.attempted', 1, { outcome: 'answered', deal: '8' })],
        known: { interest: 'کفش' },
      },
      ['reached: not-happened', 'interest'],
    ],
    [
      'a worry is open',
      'fears',
      { facts: [fact('objection.raised', 1, { objection: 'price' })], known: { decides: 'self' } },
      ['answered: unanswered', 'decides'],
    ],
    [
      'a worry was answered and came back',
      'fears',
      {
        facts: [
          fact('objection.raised', 3, { objection: 'price' }),
          fact('objection.answered', 2, { objection: 'price', outcome: 'settled' }),
          fact('objection.raised', 1, { objection: 'price' }),
        ],
        known: { decides: 'self' },
      },
      ['answered: unanswered', 'decides'],
    ],
    [
      'a worry was answered and settled',
      'fears',
      {
        facts: [
          fact('objection.raised', 1, { objection: 'price', deal: '7' }),
          fact('objection.answered', 2, { objection: 'price', outcome: 'settled' }),
        ],
        known: { decides: 'self' },
      },
      ['answered', 'decides'],
    ],
    [
      'nothing was confirmed',
      'agree',
      { amount: 0, expectedClose: '2026-06-01' },
      ['confirmed: not-happened', 'value', 'close'],
    ],
  ])('%s', (_, key, standing, expected) => {
    expect(asked(key, standing)).toEqual(expected);
  });

  test('is asked of every step that is passed over, and of none on the way back', () => {
    const missing = missingOnWay(SEVEN_STEPS, 'contact', 'agree', nothing).map(
      ({ step: key, ask }) => `${key}.${ask}`,
    );
    expect(missing).toEqual([
      'contact.reached',
      'contact.interest',
      'present.need',
      'present.want',
      'present.shown',
      'fears.decides',
    ]);
    expect(missingOnWay(SEVEN_STEPS, 'pay', 'contact', nothing)).toEqual([]);
    // Winning leaves the steps before the sale, finishing those after it.
    expect(missingOnWay(SEVEN_STEPS, 'pay', null, nothing).map(({ ask }) => ask)).toEqual(['paid']);
    expect(missingOnWay(SEVEN_STEPS, 'belongs', null, nothing).map(({ ask }) => ask)).toEqual([
      'suggested',
      'asked',
    ]);
  });

  test('more facts and more fields never make more missing, objections apart', () => {
    const facts = fc.array(
      fc.record({
        type: fc.constantFrom('contact.attempted', 'order.paid', 'wants.confirmed', 'message.received'),
        at: fc.integer({ min: OPENED - MS_PER_DAY, max: OPENED + 9 * MS_PER_DAY }),
        data: fc.record(
          { outcome: fc.constantFrom('answered', 'no-answer'), deal: fc.constantFrom('7', '8') },
          { requiredKeys: [] },
        ),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(facts, facts, (some, more) => {
        const before = missingOnWay(SEVEN_STEPS, 'contact', null, { ...nothing, facts: some });
        const after = missingOnWay(SEVEN_STEPS, 'contact', null, { ...nothing, facts: [...more, ...some] });
        expect(before.map(({ ask }) => ask)).toEqual(expect.arrayContaining(after.map(({ ask }) => ask)));
      }),
    );
  });
});

describe('fields that are filled in', () => {
  test('hold what their kind allows, and nothing else', () => {
    const field = (kind: 'text' | 'number' | 'money' | 'day') => ({
      key: kind,
      kind,
      name: { fa: kind, en: kind },
    });
    const pipeline: Pipeline = {
      ...SEVEN_STEPS,
      steps: [
        {
          key: 'one',
          name: { fa: 'یک', en: 'one' },
          asks: [field('text'), field('number'), field('money'), field('day')],
        },
      ],
    };
    expect(
      fillIn(pipeline, { text: 'old' }, { text: null, number: 1.5, money: 0, day: '2026-02-28' }),
    ).toEqual({
      ok: true,
      value: { number: 1.5, money: 0, day: '2026-02-28' },
    });
    for (const wrong of [
      { text: 5 },
      { number: 'x' },
      { number: Number.NaN },
      { money: -1 },
      { money: 1.5 },
      { day: '2026-02-30' },
      { day: '1404/05/05' },
    ])
      expect(fillIn(pipeline, {}, wrong)).toMatchObject({ ok: false, refusal: { code: 'deal_field_wrong' } });
    expect(fillIn(pipeline, {}, { __proto__x: 1 })).toMatchObject({
      refusal: { code: 'deal_field_unknown' },
    });
    expect(fillIn(SEVEN_STEPS, {}, { decides: 'nobody' }).ok).toBe(false);
    expect(fillIn(SEVEN_STEPS, {}, { decides: 'family' }).ok).toBe(true);
  });
});

describe('a definition under its deals', () => {
  const without = (...keys: string[]): Pipeline => ({
    ...SEVEN_STEPS,
    steps: SEVEN_STEPS.steps.filter(({ key }) => !keys.includes(key)),
  });
  const standing = new Map([['fears', 3]]);

  test('is renamed and put into another order without any deal noticing', () => {
    const [first, second, ...rest] = SEVEN_STEPS.steps;
    if (first === undefined || second === undefined) throw new Error('steps');
    const renamed = {
      ...SEVEN_STEPS,
      steps: [{ ...second, name: { fa: 'نمایش', en: 'Show' } }, first, ...rest],
    };
    const edited = editPipeline(SEVEN_STEPS, renamed, {}, standing);
    expect(edited).toEqual({ ok: true, value: { pipeline: renamed, moves: new Map() } });
  });

  test('asks where the deals of a step go that is taken away', () => {
    expect(editPipeline(SEVEN_STEPS, without('fears'), {}, standing)).toMatchObject({
      refusal: { code: 'step_deals_go_nowhere', detail: { deals: 3 } },
    });
    for (const into of ['nowhere', 'fears', 'belongs'])
      expect(editPipeline(SEVEN_STEPS, without('fears'), { fears: into }, standing)).toMatchObject({
        refusal: { code: 'step_target_wrong' },
      });
    const edited = editPipeline(SEVEN_STEPS, without('fears'), { fears: 'agree' }, standing);
    if (!edited.ok) throw new Error(edited.refusal.code);
    expect([...edited.value.moves]).toEqual([['fears', 'agree']]);
    expect(presentStep(edited.value.pipeline, 'fears')?.key).toBe('agree');
    expect(stepName(edited.value.pipeline, 'fears')?.en).toBe('Meet the fears');
    // Its key is not given to another.
    expect(editPipeline(edited.value.pipeline, SEVEN_STEPS, {}, new Map())).toMatchObject({
      refusal: { code: 'step_key_retired' },
    });
  });

  test('keeps deals on their side of the sale', () => {
    const crossed = {
      ...SEVEN_STEPS,
      steps: SEVEN_STEPS.steps.map((step) =>
        step.key === 'fears' ? { ...step, after: true as const } : step,
      ),
    };
    expect(editPipeline(SEVEN_STEPS, crossed, {}, standing)).toMatchObject({
      refusal: { code: 'step_crosses_sale' },
    });
  });

  test('whatever is taken away one after the other, every step that ever was leads to one that is', () => {
    const keys = SEVEN_STEPS.steps.map(({ key }) => key);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(keys, { maxLength: 6 }),
        fc.array(fc.nat(6), { maxLength: 6 }),
        (gone, picks) => {
          let now: Pipeline = SEVEN_STEPS;
          for (const [index, key] of gone.entries()) {
            const next = { ...now, steps: now.steps.filter((step) => step.key !== key) };
            if (stepsBefore(next).length === 0) continue;
            const target = next.steps[(picks[index] ?? 0) % next.steps.length]?.key;
            const edited = editPipeline(now, next, target === undefined ? {} : { [key]: target }, new Map());
            if (!edited.ok) throw new Error(edited.refusal.code);
            now = edited.value.pipeline;
          }
          for (const key of keys) {
            const found = presentStep(now, key);
            expect(now.steps).toContain(found);
            expect(stepName(now, key)).not.toBeNull();
            expect(stepToReturnTo(now, key).after).not.toBe(true);
          }
        },
      ),
    );
  });

  test('is refused where nothing can be made of it', () => {
    const fault = (changes: Partial<Pipeline>) => {
      const checked = checkPipeline({ ...SEVEN_STEPS, ...changes }, baseVocabulary);
      return checked.ok ? null : checked.refusal.code;
    };
    const [first] = SEVEN_STEPS.steps;
    if (first === undefined) throw new Error('steps');
    const after = SEVEN_STEPS.steps.filter((step) => step.after === true);
    const asking = (type: string, field?: string): Partial<Pipeline> => ({
      steps: [
        {
          ...first,
          asks: [
            {
              key: 'x',
              kind: 'fact',
              name: first.name,
              facts: [{ type, ...(field === undefined ? {} : { where: { field, oneOf: ['a'] } }) }],
            },
          ],
        },
      ],
    });
    expect(fault({ steps: after })).toBe('pipeline_without_sale');
    expect(fault({ steps: [first, ...after, { ...first, key: 'late', asks: [] }] })).toBe(
      'pipeline_steps_misplaced',
    );
    expect(fault({ steps: [first, first] })).toBe('pipeline_key_twice');
    expect(fault({ steps: [first, { ...first, key: 'second' }] })).toBe('pipeline_key_twice');
    expect(fault(asking('never.heard'))).toBe('evidence_fact_unknown');
    expect(fault(asking('constructor'))).toBe('evidence_fact_unknown');
    expect(fault(asking('order.paid', 'colour'))).toBe('evidence_field_unknown');
    expect(fault(asking('order.paid', 'order'))).toBeNull();
  });
});

describe('a deal that stands still', () => {
  const NOW = OPENED + 40 * MS_PER_DAY;
  const moving = {
    openedAt: OPENED,
    stepSince: NOW - MS_PER_DAY,
    changedAt: NOW,
    nextStep: true,
    lastContact: NOW - MS_PER_DAY,
    dueAt: NOW + 1,
  };
  test.each([
    ['moves', {}, null],
    ['took longer than its step may', { dueAt: NOW - 5 }, { reason: 'overdue', since: NOW - 5 }],
    ['has nothing next, since an hour', { nextStep: false, changedAt: NOW - 3_600_000 }, null],
    [
      'has nothing next, for days',
      { nextStep: false, changedAt: NOW - 3 * MS_PER_DAY },
      { reason: 'no-next-step', since: NOW - 2 * MS_PER_DAY },
    ],
    ['never heard from anybody', { lastContact: null }, { reason: 'quiet', since: OPENED + 14 * MS_PER_DAY }],
    [
      'is all of it, and says what lasts longest',
      { nextStep: false, changedAt: NOW - 3 * MS_PER_DAY, lastContact: null, dueAt: NOW - 5 },
      { reason: 'quiet', since: OPENED + 14 * MS_PER_DAY },
    ],
  ] as const)('%s', (_, changes, expected) => {
    expect(stallOf({ ...moving, ...changes }, null, { quietDays: 14 }, NOW)).toEqual(expected);
  });

  test('after the sale only the time of its step counts', () => {
    const idle = { ...moving, nextStep: false, changedAt: OPENED, lastContact: null };
    expect(stallOf(idle, { after: true }, { quietDays: 14 }, NOW)).toBeNull();
    expect(stallOf({ ...idle, dueAt: NOW - 1 }, { after: true }, {}, NOW)?.reason).toBe('overdue');
    expect(stallOf({ ...idle, nextStep: true }, null, {}, NOW)).toBeNull();
  });
});
