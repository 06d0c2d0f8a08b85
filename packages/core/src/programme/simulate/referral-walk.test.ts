import { describe, expect, it } from 'vitest';
import type { Fact } from '../../facts/index.ts';
import { fiveRungLadder } from '../../ladder/index.ts';
import { DEFAULT_BUSINESS, dayFrom, zoneOf } from '../../values/index.ts';
import type { Programme } from '../definition.ts';
import type { ReferralTerms } from '../referral/terms.ts';
import { Simulation, type SimulationResult } from './simulation.ts';

const name = { fa: 'نام', en: 'name' };
const zone = zoneOf(DEFAULT_BUSINESS.zone);
const at = (month: number, day: number, year = 1405): number =>
  zone.at(dayFrom('jalali', year, month, day) ?? NaN, 12 * 3_600_000);

const terms: ReferralTerms = {
  returnWindow: 7,
  steps: [
    { key: 'joined', when: { kind: 'joined' }, referrer: [], friend: [{ wallet: 'points', units: 50 }] },
    {
      key: 'first',
      when: { kind: 'purchase', number: 1 },
      referrer: [{ wallet: 'points', units: 200 }],
      friend: [{ wallet: 'points', units: 100 }],
    },
  ],
};

const programme: Programme = {
  name,
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name,
      unit: 'points',
      worth: { points: 1, amount: 10 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
      spending: {},
    },
  ],
  rules: [],
  referral: terms,
};

const paid = (month: number, day: number, amount = 100_000, year = 1405): Fact => ({
  type: 'order.paid',
  at: at(month, day, year),
  data: { order: `${year}-${month}-${day}`, amount },
});
const back = (month: number, day: number, order: string, amount = 100_000): Fact => ({
  type: 'order.returned',
  at: at(month, day),
  data: { order, amount },
});
const joined = (month: number, day: number): Fact => ({ type: 'club.joined', at: at(month, day), data: {} });

interface Known {
  readonly person: number;
  readonly facts: readonly Fact[];
}
interface Brought extends Known {
  readonly month: number;
  readonly day: number;
}

const REFERRER = 1;

/** One referrer with friends, and everybody's own past. */
function play(
  friends: readonly Brought[],
  {
    own = [],
    changes = {},
    spends = 0,
  }: { own?: readonly Fact[]; changes?: Partial<ReferralTerms>; spends?: number } = {},
): SimulationResult {
  const simulation = new Simulation({
    programme: { ...programme, referral: { ...terms, ...changes } },
    ladders: [fiveRungLadder],
    business: DEFAULT_BUSINESS,
    from: at(1, 1),
    to: at(12, 29),
    spends,
    marginRate: null,
  });
  const personOf = ({ person, facts }: Known) => ({
    person,
    history: { knownSince: facts[0]?.at ?? 0, facts },
  });
  const referrer = personOf({ person: REFERRER, facts: own });
  simulation.bring(
    referrer,
    friends.map((one) => ({ ...personOf(one), at: at(one.month, one.day) })),
  );
  for (const one of [referrer, ...friends.map(personOf)]) simulation.add(one);
  return simulation.result();
}

const friend = (person: number, month: number, day: number, ...facts: Fact[]): Brought => ({
  person,
  month,
  day,
  facts,
});

describe('what bringing friends would have cost', () => {
  it('is paid to both sides in steps, the purchase after its return window, and spent like anything else', () => {
    const brought = friend(2, 2, 1, joined(2, 1), paid(2, 5), paid(2, 20));
    const { referral, wallets, months, figures, most } = play([brought], { spends: 10_000 });
    expect(referral).toEqual({
      brought: 1,
      rewarded: 1,
      worth: 3500,
      steps: [
        { step: 'joined', side: 'friend', wallet: 'points', times: 1, units: 50, taken: 0, withheld: 0 },
        { step: 'first', side: 'referrer', wallet: 'points', times: 1, units: 200, taken: 0, withheld: 0 },
        { step: 'first', side: 'friend', wallet: 'points', times: 1, units: 100, taken: 0, withheld: 0 },
      ],
    });
    // 50 are there at the first purchase, the 100 for it only at the one after its window; the referrer never bought.
    expect(wallets[0]).toMatchObject({ earned: 350, spent: 150, outstanding: 200 });
    expect(figures).toMatchObject({ earned: 3500, cost: 1500 });
    expect(months.map(({ month, earned, spent }) => [month, earned, spent])).toEqual([
      ['1405-02', 3500, 1500],
    ]);
    expect(most.map(({ person, worth }) => [person, worth])).toEqual([
      [1, 2000],
      [2, 1500],
    ]);
  });

  it('is nothing inside the return window, and nothing for somebody who had bought before', () => {
    const early = friend(2, 2, 1, paid(2, 5), back(2, 8, '1405-2-5'));
    const before = friend(3, 3, 1, paid(1, 5), paid(3, 5));
    const { referral, wallets } = play([early, before]);
    expect(referral).toEqual({ brought: 2, rewarded: 0, worth: 0, steps: [] });
    expect(wallets[0]?.earned).toBe(0);
  });

  it('is taken back when all that the friend bought came back, and becomes a debt where it was spent', () => {
    const brought = friend(2, 2, 1, paid(2, 5), back(4, 1, '1405-2-5'));
    const { referral, wallets } = play([brought], { own: [paid(3, 1)], spends: 10_000 });
    expect(referral).toMatchObject({ brought: 1, rewarded: 1, worth: 0 });
    expect(referral?.steps.map(({ side, units, taken }) => [side, units, taken])).toEqual([
      ['referrer', 200, 200],
      ['friend', 100, 100],
    ]);
    // The referrer's 200 were spent in between.
    expect(wallets[0]).toMatchObject({ earned: 300, spent: 200, reversed: 300, debt: 200, outstanding: 0 });
  });

  it('keeps to the limits of a referrer in the order of time, whoever is named first', () => {
    const friends = [friend(2, 3, 1, paid(3, 5)), friend(3, 2, 1, paid(2, 5)), friend(4, 2, 2, paid(2, 6))];
    const { referral } = play(friends, {
      changes: { limits: { friendsPerMonth: 1, units: [{ wallet: 'points', units: 300 }] } },
    });
    // In month 2 only the first of two; in month 3 only what is left of 300.
    expect(referral?.steps.find(({ side }) => side === 'referrer')).toEqual({
      step: 'first',
      side: 'referrer',
      wallet: 'points',
      times: 2,
      units: 300,
      taken: 0,
      withheld: 300,
    });
    expect(referral?.steps.find(({ side }) => side === 'friend')?.times).toBe(3);
  });

  it('makes room in a limit again when a friend gave everything back', () => {
    const left = friend(2, 2, 1, paid(2, 5), back(3, 1, '1405-2-5'));
    const later = friend(3, 4, 1, paid(4, 5));
    const { referral } = play([left, later], { changes: { limits: { friends: 1 } } });
    expect(referral?.steps.find(({ side }) => side === 'referrer')).toMatchObject({
      times: 2,
      taken: 200,
      withheld: 0,
    });
  });

  it('is told only of the stretch that is played; what was paid before fills the limits', () => {
    const before: Brought = { ...friend(2, 1, 1), facts: [paid(11, 1, 100_000, 1404)] };
    const simulation = new Simulation({
      programme: { ...programme, referral: { ...terms, limits: { friends: 1 } } },
      ladders: [],
      business: DEFAULT_BUSINESS,
      from: at(1, 1),
      to: at(12, 29),
      spends: 0,
      marginRate: null,
    });
    const history = { knownSince: 0, facts: before.facts };
    simulation.bring({ person: 1, history: { knownSince: 0, facts: [] } }, [
      { person: 2, history, at: at(10, 1, 1404) },
      { person: 3, history: { knownSince: 0, facts: [paid(2, 5)] }, at: at(2, 1) },
    ]);
    expect(simulation.result().referral).toMatchObject({
      brought: 2,
      rewarded: 1,
      worth: 1000,
      steps: [
        { side: 'referrer', times: 0, withheld: 200 },
        { side: 'friend', times: 1 },
      ],
    });
  });

  it('is only for those who may refer, and reaches a rung of the ladder', () => {
    const rung: Partial<ReferralTerms> = {
      steps: [
        {
          key: 'client',
          when: { kind: 'rung', ladder: fiveRungLadder.key, rung: 'customer' },
          referrer: [{ wallet: 'points', units: 10 }],
          friend: [],
        },
      ],
      mayRefer: { measure: 'count', of: 'order.paid', atLeast: 1 },
    };
    const friends = [friend(2, 2, 1, paid(2, 5))];
    expect(play(friends, { changes: rung }).referral).toMatchObject({ brought: 1, rewarded: 0 });
    expect(play(friends, { changes: rung, own: [paid(1, 20)] }).referral).toMatchObject({
      rewarded: 1,
      worth: 100,
    });
  });

  it('is nothing that is said of a draft without referral, and zero where nobody is known to have been brought', () => {
    const { referral: _none, ...without } = programme;
    const settings = {
      ladders: [],
      business: DEFAULT_BUSINESS,
      from: at(1, 1),
      to: at(12, 29),
      spends: 0,
      marginRate: null,
    };
    expect(new Simulation({ ...settings, programme: without }).result().referral).toBeNull();
    expect(new Simulation({ ...settings, programme }).result().referral).toEqual({
      brought: 0,
      rewarded: 0,
      worth: 0,
      steps: [],
    });
  });
});
