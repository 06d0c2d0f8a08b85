import { describe, expect, test } from 'vitest';
import { seededChance } from '../../testing/index.ts';
import { nightly } from '../../testing/properties.ts';
import { cellsOf, type BuyingHistory } from '../cells.ts';
import { fitModels } from '../fit.ts';
import { type Behaviour, gammaOf, simulateCustomer } from '../simulate.ts';
import { fitSpending } from '../spending.ts';

/** Parts of a day: whole days, on which two orders are one, would stand in the way of what is looked at. */
const FINE = 10;
/** Pareto/NBD takes its time over every part of a day. */
const COARSE = nightly ? FINE : 3;

/**
 * Of many pretended shops, the share whose true parameter lies within 1.96 standard errors (on the logarithm, where the
 * likelihood is fitted) of the fitted one. It is 95 % but for chance and for shops being finite.
 */
describe('standard errors hold what they say', () => {
  const shops = nightly ? 200 : 10;
  const people = nightly ? 3000 : 1200;
  const leavingAfter = { kind: 'after_orders', a: 0.8, b: 2.5 } as const;
  const cases = [
    ['bg-nbd', { ...leavingAfter, atFirst: false }, { r: 0.8, alpha: 60, a: 0.8, b: 2.5 }],
    ['mbg-nbd', { ...leavingAfter, atFirst: true }, { r: 0.8, alpha: 60, a: 0.8, b: 2.5 }],
    ['pareto-nbd', { kind: 'at_any_time', s: 0.9, beta: 150 }, { r: 0.8, alpha: 60, s: 0.9, beta: 150 }],
    ['nbd', { kind: 'never' }, { r: 0.8, alpha: 60 }],
  ] as const;

  function covered(
    truth: Readonly<Record<string, number>>,
    fits: readonly (readonly [Readonly<Record<string, number>>, Readonly<Record<string, number | null>>])[],
  ) {
    return Object.entries(truth).map(([name, value]) => {
      const inside = fits.filter(([parameters, errors]) => {
        const fitted = parameters[name] ?? Number.NaN;
        return (
          Math.abs(Math.log(fitted / value)) <= (1.96 * (errors[name] ?? Number.POSITIVE_INFINITY)) / fitted
        );
      });
      return [name, inside.length / fits.length] as const;
    });
  }
  const least = 0.95 - 3 * Math.sqrt((0.95 * 0.05) / shops);

  test.each(cases)('%s', (name, leaving, truth) => {
    const chance = seededChance(77);
    const grain = name === 'pareto-nbd' ? COARSE : FINE;
    const fits = Array.from({ length: shops }, () => {
      const histories: BuyingHistory[] = Array.from({ length: people }, () => {
        const age = chance.int(300, 600);
        const behaviour = { r: 0.8, alpha: 60 * grain, leaving: slower(leaving, grain) };
        return simulateCustomer(() => chance.next(), behaviour, age * grain);
      });
      const [fitted] = fitModels(cellsOf(histories), [name], grain);
      if (fitted === undefined) throw new Error('not fitted');
      return [fitted.model.parameters, fitted.standardErrors] as const;
    });
    for (const [parameter, share] of covered(truth, fits)) expect(share, parameter).toBeGreaterThan(least);
  });

  test('Gamma-Gamma', () => {
    const chance = seededChance(78);
    const draw = (): number => chance.next();
    const truth = { p: 6, q: 4, gamma: 15 };
    const fits = Array.from({ length: shops }, () => {
      const spenders = Array.from({ length: 800 }, () => {
        const scale = gammaOf(draw, truth.q) / truth.gamma;
        const x = chance.int(1, 6);
        let sum = 0;
        for (let i = 0; i < x; i++) sum += gammaOf(draw, truth.p) / scale;
        return { x, mean: sum / x };
      });
      const { p, q, gamma, standardErrors } = fitSpending(spenders) ?? {
        p: 0,
        q: 0,
        gamma: 0,
        standardErrors: {},
      };
      return [{ p, q, gamma }, standardErrors] as const;
    });
    for (const [parameter, share] of covered(truth, fits)) expect(share, parameter).toBeGreaterThan(least);
  });
});

function slower(leaving: Behaviour['leaving'], grain: number): Behaviour['leaving'] {
  return leaving.kind === 'at_any_time' ? { ...leaving, beta: leaving.beta * grain } : leaving;
}
