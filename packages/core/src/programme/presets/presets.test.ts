import { describe, expect, it } from 'vitest';
import { evaluate } from '../../criteria/index.ts';
import { baseVocabulary, historyOf } from '../../facts/index.ts';
import { DEFAULT_BUSINESS, dayFrom, jalaliDay, zoneOf } from '../../values/index.ts';
import { programmeSchema, type Programme } from '../definition.ts';
import { earningsOf, type Earnings } from '../earning/earnings.ts';
import { factMatches, gainOf } from '../earning/gains.ts';
import type { EarningPerson } from '../earning/person.ts';
import { programmeFaults } from '../faults.ts';
import { levelTimeline } from '../levels/timeline.ts';
import { unitsFor, worthOf } from '../wallet.ts';
import { clubPresets } from './index.ts';
import { TOMAN } from './preset.ts';

const zone = zoneOf(DEFAULT_BUSINESS.zone);
const at = (year: number, month: number, day: number): number =>
  zone.at(dayFrom('jalali', year, month, day) ?? NaN, 12 * 3_600_000);
const NOW = at(1405, 8, 30);

function club(key: string): Programme {
  const found = clubPresets.find((preset) => preset.key === key);
  if (found === undefined) throw new Error(`There is no club ${key}.`);
  return found.programme;
}

function person(parts: Partial<EarningPerson> = {}): EarningPerson {
  return { number: 1, member: true, ordersBefore: 1, rungs: {}, level: null, holds: () => true, ...parts };
}

function buy(
  programme: Programme,
  toman: number,
  more: Partial<EarningPerson> & { channel?: string; used?: number; paidByWallets?: number } = {},
): Earnings {
  const { channel, used = 0, paidByWallets = 0, ...parts } = more;
  const net = toman * TOMAN;
  return earningsOf({
    programme,
    basket: {
      lines: [{ item: 'a', quantity: 1, unitPrice: net }],
      ...(channel === undefined ? {} : { channel }),
    },
    lines: [{ net, tax: 0, byWallets: paidByWallets * TOMAN, byGiftCards: 0 }],
    person: person(parts),
    at: NOW,
    business: DEFAULT_BUSINESS,
    used: () => used,
  });
}
const units = (earnings: Earnings): Record<string, number> =>
  Object.fromEntries(earnings.earned.map(({ rule, points }) => [rule, points]));

function gain(programme: Programme, rule: string, parts: Partial<EarningPerson> = {}): number {
  const found = programme.rules.find(({ key }) => key === rule);
  if (found === undefined) throw new Error(`There is no rule ${rule}.`);
  return (
    gainOf({
      programme,
      rule: found,
      person: person(parts),
      at: NOW,
      business: DEFAULT_BUSINESS,
      used: () => 0,
    }).earned?.points ?? 0
  );
}

function levelAfter(
  programme: Programme,
  facts: readonly { at: number; amount?: number; points?: number }[],
  asOf = NOW,
): string {
  if (programme.levels === undefined) throw new Error('The club has no levels.');
  const told = facts.map(({ at: when, amount, points }, index) => ({
    type: points === undefined ? 'order.paid' : 'points.earned',
    at: when,
    data: points === undefined ? { order: String(index), amount: amount ?? 0 } : { points, wallet: 'points' },
  }));
  return levelTimeline(programme.levels, told, asOf, DEFAULT_BUSINESS).key;
}

describe('what real clubs publish can be said', () => {
  it('four levels by yearly spending; 7, 15, 20, 25 % paid some weeks later; a yearly cap; no company invoices', () => {
    const programme = club('yearly-gift');
    const given = (level: string): unknown => units(buy(programme, 1_000_000, { level }))['gift'];
    expect(['one', 'two', 'three', 'four'].map(given)).toEqual([700_000, 1_500_000, 2_000_000, 2_500_000]);
    expect(buy(programme, 1_000_000, { level: 'one' }).earned[0]?.availableFrom).toBe(
      zone.startOf(zone.dayOf(NOW) + 25),
    );
    expect(units(buy(programme, 100_000_000, { level: 'four', used: 249_999_000 }))).toEqual({ gift: 1000 });
    const { who } = programme.rules[0] ?? {};
    if (who === undefined) throw new Error('Everybody may earn.');
    const tagged = historyOf([
      { source: 's', key: '1', type: 'tag.added', at: at(1404, 1, 1), data: { tag: 'company' } },
    ]);
    const holds = (criteria: typeof who): boolean =>
      evaluate(criteria, tagged, NOW, DEFAULT_BUSINESS).verdict;
    expect(buy(programme, 1_000_000, { level: 'one', holds }).notEarned[0]?.reasons).toEqual([
      { code: 'other_people' },
    ]);
    expect(levelAfter(programme, [{ at: at(1405, 2, 1), amount: 150_000_000 * TOMAN }])).toBe('three');
  });

  it('a point per 150,000 tomans; the level pays 3, 5, 7 %; down one when purchases are over six months apart', () => {
    const programme = club('points-and-credit');
    expect(units(buy(programme, 1_000_000, { level: 'silver' }))).toEqual({ points: 6, credit: 500_000 });
    const points = [
      { at: at(1404, 12, 1), amount: 1 },
      { at: at(1404, 12, 1), points: 300 },
    ];
    expect(levelAfter(programme, points, at(1405, 5, 30))).toBe('gold');
    expect(levelAfter(programme, points, at(1405, 6, 2))).toBe('silver');
  });

  it('a point per 10,000 tomans in the shop, per 9,000 online; birthday 10, wedding 5, first 5, profile 10, survey 1, twenty friends', () => {
    const programme = club('deeds-and-points');
    expect(units(buy(programme, 90_000, { channel: 'shop' }))).toEqual({ 'in-store': 9 });
    expect(units(buy(programme, 90_000, { channel: 'online' }))).toEqual({ online: 10 });
    expect(units(buy(programme, 90_000, { ordersBefore: 0 }))).toEqual({
      'in-store': 9,
      'first-purchase': 5,
    });
    expect(
      ['birthday', 'wedding-day', 'full-profile', 'survey'].map((rule) => gain(programme, rule)),
    ).toEqual([10, 5, 10, 1]);
    const survey = programme.rules.find(({ key }) => key === 'survey');
    expect(
      survey && factMatches(survey, { type: 'survey.answered', data: { survey: 's', question: 'q' } }),
    ).toBe(true);
    expect(programme.referral?.limits?.friends).toBe(20);
  });

  it('a point per 10,000 tomans net of what points paid; not spent at the till but for capped codes', () => {
    const programme = club('points-for-codes');
    expect(units(buy(programme, 100_000, { paidByWallets: 20_000 }))).toEqual({ order: 8 });
    const [wallet] = programme.wallets;
    expect(wallet?.spending).toBeUndefined();
    expect(wallet && worthOf(wallet, 1000)).toBe(5_000 * TOMAN);
  });

  it('good for 180 days, pays up to the whole basket', () => {
    const programme = club('half-year-points');
    const [earned] = buy(programme, 100_000).earned;
    expect(earned?.points).toBe(20_000);
    expect(jalaliDay(zone.dayOf((earned?.expiresAt ?? NaN) - 1))).toBe('1406/02/30');
    expect(programme.wallets[0]?.spending?.mostShare).toBe(10_000);
  });

  it('the level by one invoice; 10, 15, 20 % credit to the end of the next season; birthday 50, 100, 200 thousand tomans', () => {
    const programme = club('one-invoice');
    const given = (toman: number): number | undefined => units(buy(programme, toman))['invoice'];
    expect([499_999, 500_000, 5_000_000, 15_000_000].map(given)).toEqual([
      undefined,
      500_000,
      7_500_000,
      30_000_000,
    ]);
    const [earned] = buy(programme, 500_000).earned;
    expect(jalaliDay(zone.dayOf((earned?.expiresAt ?? NaN) - 1))).toBe('1405/12/29');
    expect(
      levelAfter(programme, [
        { at: at(1405, 3, 1), amount: 5_000_000 * TOMAN },
        { at: at(1405, 3, 2), amount: 4_000_000 * TOMAN },
      ]),
    ).toBe('gold');
    expect(
      ['guest', 'silver', 'gold', 'diamond'].map((level) => gain(programme, 'birthday', { level })),
    ).toEqual([0, 50_000 * TOMAN, 100_000 * TOMAN, 200_000 * TOMAN]);
  });

  it('both sides of a referral, only after the friend’s first purchase, and not from one address', () => {
    const { referral } = club('bring-a-friend');
    expect(referral?.steps).toMatchObject([
      { when: { kind: 'purchase', number: 1 }, referrer: [{ units: 200 }], friend: [{ units: 100 }] },
    ]);
    expect(referral?.review?.refuse).toContain('same-address');
  });

  it('a hundred points are a thousand tomans', () => {
    const [wallet] = club('hundred-points').wallets;
    if (wallet === undefined) throw new Error('There is no wallet.');
    expect([worthOf(wallet, 100), worthOf(wallet, 1), unitsFor(wallet, 1_000 * TOMAN)]).toEqual([
      10_000, 100, 100,
    ]);
  });

  it('good for a year and then wiped; every order is a ticket of the month’s draw', () => {
    const programme = club('year-and-draw');
    const { earned } = buy(programme, 100_000);
    expect(
      earned.map(({ wallet, points, expiresAt }) => [
        wallet,
        points,
        jalaliDay(zone.dayOf((expiresAt ?? NaN) - 1)),
      ]),
    ).toEqual([
      ['points', 10, '1406/08/30'],
      ['ticket', 1, '1405/08/30'],
    ]);
  });
});

describe('a club that is shipped', () => {
  it.each(clubPresets)('$key can be published as it is', ({ programme }) => {
    expect(programmeSchema.parse(programme)).toEqual(programme);
    expect(programmeFaults(programme, { words: baseVocabulary, ladders: [] })).toEqual([]);
  });

  it.each(clubPresets)(
    '$key says in both languages what it is and what it costs',
    ({ title, description, costs }) => {
      for (const words of [title, description, costs]) {
        expect(words.fa).toMatch(/[\u0600-\u06ff]/);
        expect(words.en).toMatch(/^[\u0020-\u007e’–]+$/);
      }
    },
  );
});
