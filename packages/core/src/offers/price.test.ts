import { describe, expect, it } from 'vitest';
import {
  ago,
  atHand,
  buyer,
  card,
  codesOf,
  DAY,
  decisionOf,
  line,
  NOW,
  offer,
  ONE_PER_TEN_THOUSAND,
  OPEN_GUARD,
  paid,
  percent,
  priced,
  programme,
  type Shop,
  shop,
  voucher,
  wallet,
} from './shop.fixture.ts';
import type { Discount } from './offer.ts';
import { priceBasket } from './price.ts';

const TEA = line('tea', 3, 50_000, { group: 'drinks' });
const CUP = line('cup', 2, 20_000, { group: 'dishes' });
const bread = line('bread', 1, 10_001);

describe('what an offer takes off', () => {
  // A basket of 3 tea at 50,000, 2 cups at 20,000 and bread at 10,001: 200,001 in all.
  it.each<[string, Discount, number, number[]]>([
    ['10 % of everything', { kind: 'percent', share: 1000 }, 20_000, [15_000, 4_000, 1_000]],
    ['10 % up to 5,000', { kind: 'percent', share: 1000, cap: 5_000 }, 5_000, [3_750, 1_000, 250]],
    ['100 %', { kind: 'percent', share: 10_000 }, 200_001, [150_000, 40_000, 10_001]],
    ['30,000 off', { kind: 'amount', amount: 30_000 }, 30_000, [22_500, 6_000, 1_500]],
    ['more off than there is', { kind: 'amount', amount: 900_000 }, 200_001, [150_000, 40_000, 10_001]],
    ['each piece for 15,000', { kind: 'price', price: 15_000 }, 115_000, [105_000, 10_000, 0]],
    ['buy 2, get 1 free', { kind: 'buy-get', buy: 2, get: 1, share: 10_000 }, 30_001, [0, 20_000, 10_001]],
    ['buy 2, get 1 at half', { kind: 'buy-get', buy: 2, get: 1, share: 5000 }, 15_000, [0, 10_000, 5_000]],
    [
      'buy 2, get 1, once',
      { kind: 'buy-get', buy: 2, get: 1, share: 10_000, times: 1 },
      10_001,
      [0, 0, 10_001],
    ],
    ['2 cups free', { kind: 'free-product', item: 'cup', pieces: 2 }, 40_000, [0, 40_000, 0]],
  ])('%s', (_what, gives, off, byLine) => {
    const result = priced(shop([TEA, CUP, bread], { offers: [offer('thanks', gives)] }));
    expect(result.discount).toBe(off);
    expect(result.lines.map(({ discount }) => discount)).toEqual(byLine);
    expect(result.gross).toBe(200_001);
    expect(result.due).toBe(200_001 - off);
  });

  it('is only on the lines it is on, and never on shipping or a gift card that is bought', () => {
    const lines = [
      TEA,
      CUP,
      line('parcel', 1, 30_000, { kind: 'shipping' }),
      line('card', 1, 500_000, { kind: 'gift-card' }),
    ];
    const drinks = offer('drinks', percent(1000), { on: { groups: { only: ['drinks'] } } });
    expect(priced(shop(lines, { offers: [drinks] })).lines.map(({ discount }) => discount)).toEqual([
      15_000, 0, 0, 0,
    ]);
    const all = offer('all', percent(10_000));
    expect(priced(shop(lines, { offers: [all] })).due).toBe(530_000);
    const parcel = offer('parcel', percent(10_000), { on: { shipping: true } });
    expect(priced(shop(lines, { offers: [parcel] })).due).toBe(690_000);
  });

  it('buys drinks and gets dishes: a piece does not make itself cheaper', () => {
    const gives = {
      kind: 'buy-get',
      buy: 2,
      get: 1,
      share: 10_000,
      gets: { groups: { only: ['dishes'] } },
    } satisfies Discount;
    const on = { groups: { only: ['drinks'] } };
    const result = priced(shop([TEA, CUP], { offers: [offer('with-tea', gives, { on })] }));
    // Three pieces of tea buy one set: one cup.
    expect(result.lines.map(({ discount }) => discount)).toEqual([0, 20_000]);
    const own = { ...gives, gets: { items: { only: ['tea'] } } };
    expect(priced(shop([TEA], { offers: [offer('own', own, { on })] })).discount).toBe(50_000);
    expect(
      priced(shop([line('tea', 2, 50_000, { group: 'drinks' })], { offers: [offer('own', own, { on })] }))
        .discount,
    ).toBe(0);
  });

  it('does not give the piece away that has to be bought for it', () => {
    const gives = { kind: 'buy-get', buy: 1, get: 1, share: 10_000, gets: {} } satisfies Discount;
    const breadBuys = offer('with-bread', gives, { on: { items: { only: ['bread'] } } });
    // Bread is the cheaper, and it is the only piece that counts as bought.
    const result = priced(shop([bread, line('tea', 1, 50_000)], { offers: [breadBuys] }));
    expect(result.lines.map(({ discount }) => discount)).toEqual([0, 50_000]);
  });

  it('gives a perk and a smaller discount together', () => {
    const perk = { key: 'service', name: { fa: 'سرویس رایگان', en: 'a free service' }, cost: 3_000 };
    const gives = { kind: 'combination', discount: { kind: 'percent', share: 500 }, perk } as const;
    const decision = decisionOf(priced(shop([TEA], { offers: [offer('thanks', gives)] })), 'offer:thanks');
    expect(decision).toMatchObject({ amount: 7_500, cost: 10_500, perk: perk.name, outcome: 'applied' });
  });
});

describe('pain 20: 100 % off is exactly 0', () => {
  it('on prices and quantities that divide badly, with tax and with two offers', () => {
    const lines = [line('a', 7, 33_333, { tax: 19_999 }), line('b', 3, 1), line('c', 1, 0)];
    for (const offers of [
      [offer('all', percent(10_000))],
      [offer('a', percent(3333)), offer('b', percent(10_000))],
    ]) {
      const result = priced(shop(lines, { offers }));
      expect(result).toMatchObject({ net: 0, due: 0, tax: 0, discount: 233_334 });
      for (const { net, tax } of result.lines) expect([net, tax]).toEqual([0, 0]);
    }
  });

  it('says that a price of nought has nothing to take off', () => {
    const result = priced(shop([line('sample', 4, 0)], { offers: [offer('all', percent(5000))] }));
    expect(codesOf(decisionOf(result, 'offer:all'))).toEqual(['nothing_off']);
  });
});

describe('pain 21: stacking and buy-X-get-Y never go below zero', () => {
  it('with as many as there are', () => {
    const offers = [
      offer('half', percent(5000)),
      offer('one-free', { kind: 'buy-get', buy: 1, get: 1, share: 10_000 }),
      offer('tea-free', { kind: 'free-product', item: 'tea', pieces: 3 }),
      offer('much', { kind: 'amount', amount: 1_000_000 }),
    ];
    const result = priced(shop([TEA, CUP], { offers }));
    expect(result.due).toBe(0);
    expect(result.decisions.reduce((sum, { amount }) => sum + amount, 0)).toBe(result.gross);
  });
});

describe('pain 23: groups, exclusivity and a cap on the summed discount', () => {
  const group = (key: string, share: number, order = 100) =>
    offer(key, percent(share), { stacking: { group: 'seasonal', exclusive: false, order } });

  it('gives of a group the one that takes off most, and says which', () => {
    const result = priced(shop([TEA], { offers: [group('small', 500, 1), group('large', 1500, 2)] }));
    expect(result.discount).toBe(22_500);
    expect(decisionOf(result, 'offer:small').reasons).toEqual([
      { code: 'group_gave_another', detail: { by: 'offer:large' } },
    ]);
  });

  it('takes the next of a group where the best comes to nothing beside the others', () => {
    const best = offer('best', percent(5000), {
      stacking: { group: 'seasonal', exclusive: false, order: 100, mostTogether: 5000 },
    });
    const first = offer('first', percent(5000), { stacking: { exclusive: false, order: 1 } });
    const result = priced(shop([TEA], { offers: [first, best, group('small', 500)] }));
    expect(decisionOf(result, 'offer:best').outcome).toBe('skipped');
    expect(decisionOf(result, 'offer:small').amount).toBe(3_750);
  });

  it('gives an exclusive offer alone, where it takes off more than the others together', () => {
    const alone = (share: number) =>
      offer('alone', percent(share), { stacking: { exclusive: true, order: 1 } });
    const others = [offer('a', percent(1000)), offer('b', percent(1000))];
    const large = priced(shop([TEA], { offers: [alone(3000), ...others] }));
    expect(large.discount).toBe(45_000);
    expect(codesOf(decisionOf(large, 'offer:a'))).toEqual(['other_is_exclusive']);
    const small = priced(shop([TEA], { offers: [alone(1500), ...others] }));
    expect(small.discount).toBe(15_000 + 13_500);
    expect(codesOf(decisionOf(small, 'offer:alone'))).toEqual(['less_than_together']);
  });

  it('takes off one after the other in the stated order, each of what is left', () => {
    const first = offer('z-first', percent(5000), { stacking: { exclusive: false, order: 1 } });
    const second = offer(
      'a-second',
      { kind: 'amount', amount: 10_000 },
      { stacking: { exclusive: false, order: 2 } },
    );
    const both = priced(shop([TEA], { offers: [second, first] }));
    expect(both.discount).toBe(85_000);
    expect(both.decisions.map(({ source }) => source)).toEqual(['offer:z-first', 'offer:a-second']);
  });

  it('holds the sum of all to the cap, and an offer’s own cap to those that come after it', () => {
    const offers = [offer('a', percent(2000)), offer('b', percent(2000))];
    const guarded = priced(
      shop([TEA], { offers, guard: { heldBack: 'trim', perks: [], mostDiscount: 3000 } }),
    );
    expect(guarded.discount).toBe(45_000);
    expect(codesOf(decisionOf(guarded, 'offer:b'))).toEqual(['stacked_beyond_limit', 'trimmed_to']);
    const own = offer('a', percent(2000), { stacking: { exclusive: false, order: 1, mostTogether: 2500 } });
    expect(priced(shop([TEA], { offers: [own, offer('b', percent(2000))] })).discount).toBe(37_500);
  });
});

describe('codes', () => {
  const coded = (key: string, share: number) => offer(key, percent(share), { by: 'code' });

  it('give what they bring, once in a basket however many of them are shown', () => {
    const offers = [coded('welcome', 1000)];
    const result = priced(
      shop([TEA], {
        offers,
        vouchers: [voucher(12, 'welcome'), voucher(9, 'welcome'), voucher(9, 'welcome')],
      }),
    );
    expect(result.discount).toBe(15_000);
    expect(decisionOf(result, 'voucher:9').outcome).toBe('applied');
    expect(codesOf(decisionOf(result, 'voucher:12'))).toEqual(['same_offer_once']);
    expect(result.claims).toContainEqual({
      key: 'voucher:9',
      of: 'all',
      limit: 1,
      add: 1,
      parts: [{ source: 'voucher:9', add: 1, counts: 'uses' }],
    });
  });

  it('say why they give nothing (pain 16)', () => {
    const offers = [
      coded('later', 1000),
      offer('over', percent(1000), { by: 'code', when: { zone: 'Asia/Tehran', to: NOW } }),
      offer('large', percent(1000), { by: 'code', leastBasket: 500_000 }),
      offer('friends', percent(1000), { by: 'code', for: { chosen: true } }),
    ];
    const vouchers = [
      voucher(1, 'later', { refused: { code: 'voucher_expired' } }),
      voucher(2, 'over'),
      voucher(3, 'large'),
      voucher(4, 'friends'),
      voucher(5, 'gone'),
      voucher(6, null, { refused: { code: 'voucher_unknown' } }),
    ];
    const result = priced(shop([TEA], { offers, vouchers }));
    expect(result.decisions.map((decision) => [decision.source, ...codesOf(decision)])).toEqual([
      ['voucher:1', 'voucher_expired'],
      ['voucher:2', 'offer_over'],
      ['voucher:3', 'basket_too_small'],
      ['voucher:4', 'not_chosen'],
      ['voucher:5', 'code_brings_nothing'],
      ['voucher:6', 'voucher_unknown'],
    ]);
    expect(result.discount).toBe(0);
  });

  it('are not given away by an offer that needs one', () => {
    expect(priced(shop([TEA], { offers: [coded('secret', 5000)] })).decisions).toEqual([]);
  });
});

describe('pain 17: validity is an instant range in one stated zone', () => {
  const at = (now: number, when: Shop['now'] | object) =>
    priced(
      shop([TEA], {
        now,
        offers: [offer('now', percent(1000), { when: { zone: 'Asia/Tehran', ...(when as object) } })],
      }),
    ).discount > 0;

  it('holds from its first instant to the one before its end', () => {
    const when = { from: NOW, to: NOW + DAY };
    expect([NOW - 1, NOW, NOW + DAY - 1, NOW + DAY].map((now) => at(now, when))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('counts hours and weekdays in its zone, and a night belongs to the day it began on', () => {
    // Saturday 17 October 2026, 10:30 in Tehran; 22:00 in Auckland.
    expect(at(NOW, { hours: [{ from: 600, to: 660 }], weekdays: [0] })).toBe(true);
    expect(at(NOW, { hours: [{ from: 600, to: 660 }], zone: 'Pacific/Auckland' })).toBe(false);
    expect(at(NOW, { hours: [{ from: 630, to: 631 }] })).toBe(true);
    expect(at(NOW, { hours: [{ from: 570, to: 630 }] })).toBe(false);
    const oneAtNight = NOW - 9.5 * 3_600_000;
    expect(at(oneAtNight, { hours: [{ from: 1320, to: 120 }], weekdays: [6] })).toBe(true);
    expect(at(oneAtNight, { hours: [{ from: 1320, to: 120 }], weekdays: [0] })).toBe(false);
  });
});

describe('whom an offer is for', () => {
  const who = { measure: 'count', of: 'order.paid', atLeast: 2 } as const;

  it('is answered from the history at this instant, with a reason when it is not', () => {
    const regulars = offer('regulars', percent(1000), { for: { who } });
    const twice = buyer([paid(40, 'A', 100), paid(20, 'B', 100), paid(-1, 'C', 100)]);
    expect(priced(shop([TEA], { offers: [regulars], buyer: twice })).discount).toBe(15_000);
    const result = priced(shop([TEA], { offers: [regulars], buyer: buyer([paid(40, 'A', 100)]) }));
    expect(codesOf(decisionOf(result, 'offer:regulars'))).toEqual(['offer_other_people']);
    const nobody = priced(shop([TEA], { offers: [regulars], buyer: null }));
    expect(codesOf(decisionOf(nobody, 'offer:regulars'))).toEqual(['person_needed']);
  });

  it('can be a rung, an appreciation, a list, and not newcomers', () => {
    const offers = [
      offer('rung', percent(100), { for: { rungs: { ladder: 'five', rungs: ['client', 'advocate'] } } }),
      offer('thanked', percent(100), { for: { appreciation: 60 } }),
      offer('listed', percent(100), { for: { chosen: true } }),
      offer('known', percent(100), { newcomers: false }),
    ];
    const friend = buyer([paid(9, 'A', 1)], { rungs: { five: 'client' }, appreciation: 60 });
    const all = priced(
      shop([TEA], { offers: offers.map((one) => atHand(one, { chosen: true })), buyer: friend }),
    );
    expect(all.decisions.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    const stranger = buyer([paid(9, 'A', 50), ago(8, 'order.returned', { order: 'A', amount: 50 })], {
      appreciation: 59,
    });
    const none = priced(shop([TEA], { offers, buyer: stranger }));
    expect(none.decisions.map((one) => codesOf(one)[0])).toEqual([
      'offer_other_rung',
      'appreciation_too_low',
      'not_chosen',
      'not_for_newcomers',
    ]);
  });

  it('keeps its days between two times', () => {
    const spaced = offer('spaced', percent(1000), { leastDaysBetween: 30 });
    const given = (days: number) => buyer([ago(days, 'offer.given', { offer: 'spaced', amount: 5 })]);
    expect(priced(shop([TEA], { offers: [spaced], buyer: given(30) })).discount).toBe(15_000);
    const soon = priced(shop([TEA], { offers: [spaced], buyer: given(29) }));
    expect(decisionOf(soon, 'offer:spaced').reasons).toEqual([
      { code: 'given_recently', detail: { days: 29, least: 30 } },
    ]);
  });

  it('is told of what can be asked for, and given when it is', () => {
    const asking = offer('asking', percent(1000), { by: 'asking' });
    const silent = priced(shop([TEA], { offers: [asking] }));
    expect(codesOf(decisionOf(silent, 'offer:asking'))).toEqual(['not_asked']);
    expect(priced(shop([TEA], { offers: [atHand(asking, { asked: true })] })).discount).toBe(15_000);
  });
});

describe('limits and budgets', () => {
  it('pain 13: once for a customer holds for an offer that is given by itself', () => {
    const once = offer('once', percent(1000), { limits: { perPerson: 1 } });
    const counters = [{ key: 'offer:once:uses', of: 'person', used: 1 } as const];
    expect(codesOf(decisionOf(priced(shop([TEA], { offers: [once], counters })), 'offer:once'))).toEqual([
      'uses_of_person',
    ]);
    expect(codesOf(decisionOf(priced(shop([TEA], { offers: [once], buyer: null })), 'offer:once'))).toEqual([
      'person_needed',
    ]);
    const claims = priced(shop([TEA], { offers: [once] })).claims;
    expect(claims.map(({ key, of, add, limit }) => [key, of, add, limit])).toEqual([
      ['offer:once:cost', 'all', 15_000, null],
      ['offer:once:uses', 'all', 1, null],
      ['offer:once:uses', 'person', 1, 1],
    ]);
  });

  it('pain 24: a global limit and a budget of money hold above 1,000', () => {
    const much = offer('much', percent(1000), { limits: { total: 5_000, perDay: 100 }, budget: 100_000_000 });
    const used = (key: string, count: number) =>
      ({ key: `offer:much:${key}`, of: 'all', used: count }) as const;
    const after = (...counters: ReturnType<typeof used>[]) =>
      decisionOf(priced(shop([TEA], { offers: [much], counters })), 'offer:much');
    expect(after(used('uses', 4_999), used('cost', 99_985_000)).outcome).toBe('applied');
    expect(codesOf(after(used('uses', 5_000)))).toEqual(['uses_all']);
    expect(codesOf(after(used('day:2026-10-17', 100)))).toEqual(['uses_of_day']);
    const last = after(used('cost', 99_990_000));
    expect([last.outcome, last.amount, last.cost]).toEqual(['trimmed', 10_000, 10_000]);
    expect(codesOf(after(used('cost', 100_000_000)))).toEqual(['budget_spent']);
  });

  it('keeps the month’s budget of all offers together', () => {
    const guard = { ...OPEN_GUARD, monthBudget: 20_000 };
    const result = priced(
      shop([TEA], { offers: [offer('a', percent(1000)), offer('b', percent(1000))], guard }),
    );
    expect(result.discount).toBe(20_000);
    // 1 Mehr 1405.
    expect(result.claims.find(({ key }) => key.startsWith('discounts:'))).toMatchObject({
      key: 'discounts:month:2026-09-23',
      add: 20_000,
      limit: 20_000,
    });
  });
});

describe('pain 11: tax rounds to the minor unit', () => {
  it('falls with the price, and is not touched by points or gift cards', () => {
    const taxed = line('tea', 3, 36_667, { tax: 10_001 });
    expect(priced(shop([taxed], { offers: [offer('third', percent(3333))] })).tax).toBe(6_668);
    expect(priced(shop([taxed], { giftCards: [card(1, 50_000)] })).tax).toBe(10_001);
  });
});

describe('pain 7: editing an order computes what it costs in points again', () => {
  it('with the offers and the instant it was made under', () => {
    const club = programme([wallet()], [ONE_PER_TEN_THOUSAND]);
    const old = offer('old', percent(2000), { when: { zone: 'Asia/Tehran', to: NOW + DAY } });
    const made = shop([TEA, CUP], {
      offers: [old],
      programme: club,
      wallets: [{ wallet: 'points', balance: 5_000, use: null }],
    });
    expect(priced(made).spent[0]?.points).toBe(1_520);
    const edited = priced({ ...made, basket: { lines: [line('tea', 1, 50_000, { group: 'drinks' })] } });
    expect(edited.spent[0]?.points).toBe(400);
    expect(edited.discount).toBe(10_000);
  });
});

describe('bad input', () => {
  it('is refused with what is wrong', () => {
    const code = (input: Parameters<typeof priceBasket>[0]) => {
      const result = priceBasket(input);
      return result.ok ? 'ok' : result.refusal.code;
    };
    expect(code(shop([TEA], { currency: 'USD' }))).toBe('basket_currency_differs');
    expect(code(shop([line('x', 1_000_000, 1e15)]))).toBe('basket_too_large');
    expect(code(shop([line('x', 1, 10, { tax: 11 })]))).toBe('tax_above_price');
  });
});

describe('pain 22: many offers', () => {
  it('are priced quickly: 500 offers on 10 lines', () => {
    const lines = Array.from({ length: 10 }, (_none, place) =>
      line(`item-${place}`, place + 1, 10_000 + place),
    );
    const offers = Array.from({ length: 500 }, (_none, place) =>
      offer(`offer-${place}`, percent(10 + place), {
        for: { who: { measure: 'count', of: 'order.paid', atLeast: place % 7 } },
        ...(place % 5 === 0
          ? { stacking: { group: 'many', exclusive: place % 25 === 0, order: place } }
          : {}),
      }),
    );
    const facts = Array.from({ length: 200 }, (_none, place) => paid(place + 1, `order-${place}`, 1_000));
    const input = shop(lines, {
      offers,
      buyer: buyer(facts),
      guard: { heldBack: 'trim', perks: [], mostDiscount: 5000 },
    });
    for (let round = 0; round < 5; round++) expect(priced(input).decisions).toHaveLength(500);
  }, 5_000);
});
