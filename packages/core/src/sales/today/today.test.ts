import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { type Matter, rankToday, type Reason, riskOf, riskOfReason } from './today.ts';

const matter = (deal: number, worth: number | null, reasons: readonly Reason[]): Matter => ({
  deal,
  lead: null,
  person: deal,
  worth,
  reasons,
});
const overdue = (days: number): Reason => ({ code: 'overdue', followUp: 1, days });

describe('the order of today', () => {
  it('puts what is worth most and most likely lost first', () => {
    const order = rankToday(
      [
        matter(1, 1000, [{ code: 'due-today', followUp: 1 }]),
        matter(2, 1000, [overdue(3)]),
        matter(3, 900, [overdue(3), { code: 'stalled', days: 20 }]),
        matter(4, 10_000, [{ code: 'no-next-step' }]),
      ],
      1000,
    );
    expect(order.map((one) => one.matter.deal)).toEqual([4, 3, 2, 1]);
    expect(order[2]).toMatchObject({ worth: 1000, loss: 360 });
  });

  it('lets a lead whose time ends in minutes go before one that has hours', () => {
    const due = (minutes: number): Reason => ({ code: 'answer-due', at: minutes, minutes });
    expect(riskOfReason(due(10))).toBeGreaterThan(riskOfReason(due(300)));
    expect(riskOfReason({ code: 'answer-late', at: 0, minutes: 1 })).toBeGreaterThanOrEqual(
      riskOfReason(due(0)),
    );
  });

  it('takes half of a typical deal for what nobody has put a number on', () => {
    const [one] = rankToday([matter(1, null, [overdue(0)])], 800);
    expect(one).toMatchObject({ worth: 400, loss: 400 * 0.3 });
    expect(rankToday([{ ...matter(1, null, [overdue(0)]), deal: null }], 800)[0]?.worth).toBe(200);
  });

  const reasons: fc.Arbitrary<Reason> = fc.oneof(
    fc.record({ code: fc.constant('overdue' as const), followUp: fc.constant(1), days: fc.nat(400) }),
    fc.record({ code: fc.constant('promise-overdue' as const), followUp: fc.constant(1), days: fc.nat(400) }),
    fc.record({
      code: fc.constant('at-time' as const),
      followUp: fc.constant(1),
      at: fc.nat(),
      minutes: fc.integer({ min: -600, max: 1440 }),
    }),
    fc.record({ code: fc.constant('stalled' as const), days: fc.nat(400) }),
    fc.record({ code: fc.constant('answer-late' as const), at: fc.nat(), minutes: fc.nat(100_000) }),
    fc.constant({ code: 'no-next-step' as const }),
    fc.constant({ code: 'leaving' as const, band: 'gone' as const }),
  );

  it('keeps every risk between nothing and certain, and one more reason never lowers it', () => {
    holdsFor(
      'today risk',
      200,
      fc.property(fc.tuple(fc.array(reasons, { maxLength: 6 }), reasons), ([some, more]) => {
        const risk = riskOf(some);
        expect(risk).toBeGreaterThanOrEqual(0);
        expect(riskOf([...some, more])).toBeGreaterThan(risk);
        expect(riskOf([...some, more])).toBeLessThan(1);
      }),
    );
  });
});
