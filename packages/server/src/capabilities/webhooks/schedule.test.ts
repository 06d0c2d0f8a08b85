import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseVocabulary } from '@nardeban/core/facts';
import { checkEvents, factsWanted, listens } from './events.ts';
import { DAY, MOST_TRIES, nextTry, readRetryAfter } from './schedule.ts';

const NOW = Date.UTC(2026, 5, 1);

describe('when to try again', () => {
  test('ten attempts in all, over three days', () => {
    const waits = Array.from({ length: MOST_TRIES }, (_, index) => nextTry(index + 1, NOW, 0, null));
    expect(waits.map((at) => (at === null ? null : (at - NOW) / 1000))).toEqual([
      5,
      300,
      1800,
      7200,
      18_000,
      36_000,
      50_400,
      72_000,
      86_400,
      null,
    ]);
  });

  test('chance makes it later by a fifth at most; what the receiver asks for is kept up to a day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: MOST_TRIES - 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.option(fc.integer({ min: 0, max: 10 * DAY })),
        (tries, chance, asked) => {
          const least = nextTry(tries, NOW, 0, asked) ?? 0;
          const at = nextTry(tries, NOW, chance, asked) ?? 0;
          const plain = nextTry(tries, NOW, 0, null) ?? 0;
          expect(at).toBeGreaterThanOrEqual(least);
          expect(at - NOW).toBeLessThanOrEqual(Math.ceil((least - NOW) * 1.2));
          expect(least).toBe(Math.max(plain, NOW + Math.min(asked ?? 0, DAY)));
        },
      ),
    );
  });

  test.each([
    ['120', 120_000],
    [' 5 ', 5000],
    ['Mon, 01 Jun 2026 00:01:00 GMT', 60_000],
    ['Sun, 31 May 2026 00:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    [undefined, null],
  ])('Retry-After %s is %s', (text, expected) => {
    expect(readRetryAfter(text, NOW)).toBe(expected);
  });
});

describe('what a hook listens to', () => {
  const checked = (events: string[]) => {
    const answer = checkEvents(events, baseVocabulary);
    return answer.ok ? answer.value : answer.refusal.code;
  };
  test('types, families, everything; each once', () => {
    expect(checked(['order.paid', 'person.moved', 'order.paid'])).toEqual(['order.paid', 'person.moved']);
    expect(checked(['order.paid', 'order.*', 'page.viewed'])).toEqual(['order.*', 'page.viewed']);
    expect(checked(['order.paid', '*'])).toEqual(['*']);
    expect(checked(['custom.*'])).toEqual(['custom.*']);
    expect(checked([])).toBe('hook_events_missing');
    expect(checked(['order.eaten'])).toBe('hook_event_unknown');
    expect(checked(['nothing.*'])).toBe('hook_event_unknown');
    expect(checked(['order.*.*'])).toBe('hook_event_unknown');
  });

  test('what is read of the facts is what somebody hears', () => {
    const types = Object.keys(baseVocabulary);
    const choices = [...types, ...types.map((type) => `${type.split('.')[0] ?? ''}.*`), '*'];
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom(...types),
        (hooks, type) => {
          const wanted = factsWanted(hooks);
          const read =
            wanted === 'all' ||
            wanted.types.includes(type) ||
            wanted.families.includes(type.split('.')[0] ?? '');
          expect(read).toBe(hooks.some((events) => listens(events, type)));
        },
      ),
    );
  });
});
