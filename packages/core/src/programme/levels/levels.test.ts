import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../facts/index.ts';
import { holdsFor } from '../../testing/properties.ts';
import { type BusinessCalendar, dayFrom, jalaliDay, zoneOf } from '../../values/index.ts';
import type { Levels } from './definition.ts';
import { levelTimeline } from './timeline.ts';

const tehran: BusinessCalendar = { zone: 'Asia/Tehran', calendar: 'jalali' };
const zone = zoneOf(tehran.zone);
const name = { fa: 'نام', en: 'name' };

/** Noon of a Jalali date written 1405/08/30. */
function on(date: string): number {
  const [year = 0, month = 0, day = 0] = date.split('/').map(Number);
  return zone.at(dayFrom('jalali', year, month, day) ?? NaN, 12 * 3_600_000);
}
const paid = (date: string, amount: number, order = date): Fact => ({
  type: 'order.paid',
  at: on(date),
  data: { order, amount },
});
const returned = (date: string, amount: number, order?: string): Fact => ({
  type: 'order.returned',
  at: on(date),
  data: { amount, ...(order === undefined ? {} : { order }) },
});

function levelsOf(parts: Partial<Levels>): Levels {
  return {
    name,
    by: 'amount',
    span: { kind: 'rolling', window: { months: 12 } },
    down: 'reached',
    levels: [
      { key: 'bronze', name, from: 0 },
      { key: 'silver', name, from: 100 },
      { key: 'gold', name, from: 300 },
    ],
    ...parts,
  };
}

/** Every step as `date from→to cause`. */
function told(parts: Partial<Levels>, facts: readonly Fact[], asOf = '1407/12/29'): string[] {
  return levelTimeline(levelsOf(parts), facts, on(asOf), tehran).moves.map(
    ({ at, from, to, cause }) => `${jalaliDay(zone.dayOf(at))} ${from}→${to} ${cause}`,
  );
}

describe('levels of the club', () => {
  it('go up at once, over several levels, and down when the window has passed', () => {
    expect(told({}, [paid('1404/01/10', 99), paid('1404/02/01', 201)])).toEqual([
      '1404/02/01 0→2 reached',
      '1405/01/10 2→1 fell',
      '1405/02/01 1→0 fell',
    ]);
  });

  it('wait for the grace before a fall, and stay if enough is bought within it', () => {
    const grace = { months: 2 } as const;
    expect(told({ grace }, [paid('1404/01/10', 100)])).toEqual([
      '1404/01/10 0→1 reached',
      '1405/03/10 1→0 fell',
    ]);
    expect(told({ grace }, [paid('1404/01/10', 100), paid('1405/02/30', 100)], '1406/02/29')).toEqual([
      '1404/01/10 0→1 reached',
    ]);
  });

  it('fall one step at a time, each after a grace of its own, where the club says so', () => {
    expect(told({ grace: { months: 1 }, down: 'step' }, [paid('1404/01/10', 300)])).toEqual([
      '1404/01/10 0→2 reached',
      '1405/02/10 2→1 fell',
      '1405/03/10 1→0 fell',
    ]);
  });

  it('fall to the level that is reached, or never', () => {
    expect(told({}, [paid('1404/01/10', 300)])).toEqual(['1404/01/10 0→2 reached', '1405/01/10 2→0 fell']);
    expect(told({ down: 'never' }, [paid('1404/01/10', 300)])).toEqual(['1404/01/10 0→2 reached']);
  });

  it('of a calendar year stay to the end of the next', () => {
    const span = { kind: 'calendar', unit: 'year', keeps: 1 } as const;
    expect(told({ span }, [paid('1404/06/01', 150), paid('1405/06/01', 150)])).toEqual([
      '1404/06/01 0→1 reached',
      '1407/01/01 1→0 fell',
    ]);
    expect(told({ span: { ...span, keeps: 0 } }, [paid('1404/06/01', 150)])).toEqual([
      '1404/06/01 0→1 reached',
      '1405/01/01 1→0 fell',
    ]);
  });

  it('by one invoice look at the largest alone', () => {
    expect(
      told({ by: 'invoice' }, [paid('1404/01/10', 60), paid('1404/01/11', 60), paid('1404/01/12', 100)]),
    ).toEqual(['1404/01/12 0→1 reached', '1405/01/12 1→0 fell']);
  });

  it('by orders count those that were kept', () => {
    const levels = levelsOf({}).levels.map((one, index) => ({ ...one, from: index * 2 }));
    expect(
      told({ by: 'orders', levels, span: { kind: 'ever' } }, [
        paid('1404/01/10', 5),
        paid('1404/01/11', 5, 'b'),
        returned('1404/01/12', 5, 'b'),
      ]),
    ).toEqual(['1404/01/11 0→1 reached', '1404/01/12 1→0 returned']);
  });

  it('by points count what was earned in their wallet and not taken back', () => {
    const earned = (date: string, points: number, wallet: string): Fact => ({
      type: 'points.earned',
      at: on(date),
      data: { points, wallet, order: 'a' },
    });
    const facts: Fact[] = [
      earned('1404/01/10', 90, 'points'),
      earned('1404/01/11', 500, 'credit'),
      earned('1404/01/12', 10, 'points'),
      { type: 'points.reversed', at: on('1404/02/01'), data: { points: 1, wallet: 'points', order: 'a' } },
    ];
    expect(told({ by: 'points', wallet: 'points', span: { kind: 'ever' } }, facts)).toEqual([
      '1404/01/12 0→1 reached',
      '1404/02/01 1→0 returned',
    ]);
  });

  it('go down one when two purchases are more than six months apart, and are won back by buying anew', () => {
    const parts = { span: { kind: 'ever' }, gap: { months: 6 } } as const;
    expect(told(parts, [paid('1404/01/10', 300), paid('1404/07/10', 1)], '1404/12/01')).toEqual([
      '1404/01/10 0→2 reached',
    ]);
    expect(told(parts, [paid('1404/01/10', 300), paid('1404/07/12', 1)], '1404/12/01')).toEqual([
      '1404/01/10 0→2 reached',
      '1404/07/11 2→1 gap',
    ]);
    // From silver (100) to gold (300) what was bought since must carry the difference.
    expect(
      told(parts, [paid('1404/01/10', 300), paid('1404/08/01', 199), paid('1404/08/02', 1)], '1404/12/01'),
    ).toEqual(['1404/01/10 0→2 reached', '1404/07/11 2→1 gap', '1404/08/02 1→2 reached']);
    expect(told(parts, [paid('1404/01/10', 300)])).toEqual([
      '1404/01/10 0→2 reached',
      '1404/07/11 2→1 gap',
      '1405/01/11 1→0 gap',
    ]);
  });

  it('a return undoes the level its order made, without grace', () => {
    const grace = { months: 6 } as const;
    expect(
      told(
        { grace },
        [paid('1404/01/10', 100), paid('1404/02/01', 200, 'big'), returned('1404/02/05', 200, 'big')],
        '1404/12/29',
      ),
    ).toEqual(['1404/01/10 0→1 reached', '1404/02/01 1→2 reached', '1404/02/05 2→1 returned']);
  });

  it('a return of a part undoes no more than the part', () => {
    expect(told({}, [paid('1404/01/10', 310, 'a'), returned('1404/01/20', 10, 'a')], '1404/12/29')).toEqual([
      '1404/01/10 0→2 reached',
    ]);
    expect(told({}, [paid('1404/01/10', 310, 'a'), returned('1404/01/20', 11, 'a')], '1404/12/29')).toEqual([
      '1404/01/10 0→2 reached',
      '1404/01/20 2→1 returned',
    ]);
  });

  it('say what comes next and when the fall is', () => {
    const timeline = levelTimeline(
      levelsOf({ grace: { days: 10 } }),
      [paid('1404/01/10', 120)],
      on('1404/03/01'),
      tehran,
    );
    expect(timeline).toMatchObject({
      level: 1,
      key: 'silver',
      value: 120,
      next: { key: 'gold', missing: 180 },
    });
    expect(jalaliDay(zone.dayOf(timeline.fallsAt ?? NaN))).toBe('1405/01/20');
  });
});

describe('for any orders and returns', () => {
  const orders = fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 250 })), {
    minLength: 1,
    maxLength: 12,
  });
  const start = dayFrom('jalali', 1403, 1, 1) ?? 0;
  const at = (day: number): number => zone.at(start + day, 12 * 3_600_000);
  const variants: readonly Partial<Levels>[] = [
    {},
    { grace: { days: 30 }, down: 'step' },
    { span: { kind: 'calendar', unit: 'quarter', keeps: 1 } },
    { span: { kind: 'ever' }, gap: { months: 3 } },
    { by: 'invoice', span: { kind: 'rolling', window: { days: 100 } } },
  ];
  const cases = fc.tuple(
    orders,
    fc.constantFrom(...variants),
    fc.array(fc.nat(11), { maxLength: 4 }),
    fc.nat(1200),
  );
  const asFacts = (list: readonly (readonly [number, number])[]): Fact[] =>
    list.map(([day, amount], index) => ({
      type: 'order.paid',
      at: at(day),
      data: { order: `o${index}`, amount },
    }));

  it('whatever order they arrive in, the levels are the same; and steps join one another', () => {
    holdsFor(
      'levels in any order of arrival',
      100,
      fc.property(cases, ([list, variant, back, until]) => {
        const facts = asFacts(list);
        const returns = back.flatMap((index): Fact[] => {
          const order = list[index];
          if (order === undefined) return [];
          return [{ type: 'order.returned', at: at(order[0] + 5), data: { order: `o${index}`, amount: 40 } }];
        });
        const all = [...facts, ...returns];
        const forward = levelTimeline(levelsOf(variant), all, at(until), tehran);
        expect(levelTimeline(levelsOf(variant), [...all].reverse(), at(until), tehran)).toEqual(forward);
        let stands = 0;
        let last = Number.NEGATIVE_INFINITY;
        for (const { from, to, at: when } of forward.moves) {
          expect(from).toBe(stands);
          expect(to).not.toBe(from);
          expect(when).toBeGreaterThanOrEqual(last);
          [stands, last] = [to, when];
        }
        expect(forward.level).toBe(stands);
      }),
    );
  });

  it('once everything came back, everybody stands where nothing was bought', () => {
    holdsFor(
      'levels undone by returns',
      100,
      fc.property(cases, ([list, variant]) => {
        const facts = asFacts(list);
        const back = list.map(
          ([, amount], index): Fact => ({
            type: 'order.returned',
            at: at(1000),
            data: { order: `o${index}`, amount },
          }),
        );
        expect(levelTimeline(levelsOf(variant), [...facts, ...back], at(1001), tehran)).toMatchObject({
          level: 0,
          value: 0,
        });
      }),
    );
  });

  it('the fall that is foretold happens at that instant and not before', () => {
    holdsFor(
      'the fall foretold',
      100,
      fc.property(cases, ([list, variant, , until]) => {
        const facts = asFacts(list).filter((fact) => fact.at <= at(until));
        const { fallsAt, level } = levelTimeline(levelsOf(variant), facts, at(until), tehran);
        if (fallsAt === null) return;
        expect(levelTimeline(levelsOf(variant), facts, fallsAt - 1, tehran).level).toBe(level);
        expect(levelTimeline(levelsOf(variant), facts, fallsAt, tehran).level).toBeLessThan(level);
      }),
    );
  });
});
