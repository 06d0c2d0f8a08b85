import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsFor } from '../../testing/properties.ts';
import { addressKey, readAddress, sameAddress } from './address.ts';
import { editsBetween, mailboxOf, similarEmails, similarNames } from './likeness.ts';
import { withinLimits } from './limits.ts';
import { type ReferralEdge, ringsIn } from './rings.ts';
import { referralFaults, referralTermsSchema } from './terms.ts';
import { worthOfGraph } from './worth.ts';

describe('addresses', () => {
  const one = 'تهران، خیابان ولیعصر، کوچهٔ یاس، پلاک ۱۲، طبقه ۲، واحد ۳';
  test.each([
    'خ وليعصر ک ياس پ12 و3',
    'تهران ولیعصر، بن بست یاس، پلاک 012 واحد ۰۳',
    'استان تهران، شهر تهران، خیابان ولیعصر، کوی یاس، پ ۱۲',
    'واحد ۳، پلاک ۱۲، کوچه یاس، خیابان ولیعصر، تهران',
  ])('that are one door are one: %s', (other) => {
    expect(sameAddress(readAddress(one), readAddress(other))).toBe(true);
    expect(sameAddress(readAddress(other), readAddress(one))).toBe(true);
  });
  test.each([
    'تهران، خیابان ولیعصر، کوچه یاس، پلاک ۱۳',
    'تهران، خیابان شریعتی، کوچه لاله، پلاک ۱۲',
    'تهران',
    'پلاک ۱۲',
    '',
  ])('that are not are not: %s', (other) =>
    expect(sameAddress(readAddress(one), readAddress(other))).toBe(false),
  );
  test('are told by their post code where both have one', () => {
    const home = readAddress('تهران، ولیعصر، پلاک ۱، کد پستی ۱۹۶۸۷۱۲۳۴۵');
    expect(sameAddress(home, readAddress('1968712345'))).toBe(true);
    expect(sameAddress(home, readAddress('تهران ولیعصر پلاک 1 کدپستی 1968712346'))).toBe(false);
  });
  test('have one key for their spellings, and none where they say too little', () => {
    expect(addressKey(readAddress('ولیعصر یاس پ ۱۲'))).toBe(
      addressKey(readAddress('خ ياس، خ وليعصر، پلاك 12')),
    );
    expect(addressKey(readAddress('تهران'))).toBeNull();
  });
  test('are read whatever is written', () => {
    holdsFor(
      'referral address',
      100,
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (raw) => {
        const address = readAddress(raw);
        expect(sameAddress(address, address)).toBe(
          address.postcode !== null || (address.plate !== null && address.places.length > 0),
        );
      }),
    );
  });
});

describe('likeness', () => {
  test('finds the mailbox behind an address', () => {
    expect(mailboxOf('A.l.i+shop@googlemail.com')).toBe('ali@gmail.com');
    expect(mailboxOf('a.li+x@example.com')).toBe('a.li@example.com');
  });
  test('of mailboxes and names', () => {
    expect(similarEmails('sara1@a.ir', 'sara22@a.ir')).toBe(true);
    expect(similarEmails('sara1@a.ir', 'sara1@b.ir')).toBe(false);
    expect(similarEmails('ali@a.ir', 'ala@a.ir')).toBe(false);
    expect(similarNames('محمد کریمی', 'محمد كريمي')).toBe(true);
    expect(similarNames('محمد کریمی', 'احمد کریمیان')).toBe(false);
  });
  test('counts edits as the definition does', () => {
    const slow = (a: string, b: string): number =>
      a === '' || b === ''
        ? a.length + b.length
        : Math.min(
            slow(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
            slow(a.slice(1), b) + 1,
            slow(a, b.slice(1)) + 1,
          );
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    holdsFor(
      'referral edits',
      100,
      fc.property(fc.tuple(word, word, fc.nat({ max: 4 })), ([a, b, most]) => {
        expect(editsBetween(a, b, most)).toBe(Math.min(slow(a, b), most + 1));
      }),
    );
  });
});

describe('rings', () => {
  const edge = fc.record({ referrer: fc.nat({ max: 7 }), friend: fc.nat({ max: 7 }) });
  /** Everybody who can be reached from somebody, by the plain definition. */
  const reach = (edges: readonly ReferralEdge[], from: number): Set<number> => {
    const found = new Set<number>();
    for (let grew = true; grew; ) {
      grew = false;
      for (const { referrer, friend } of edges) {
        if ((referrer === from || found.has(referrer)) && !found.has(friend)) {
          found.add(friend);
          grew = true;
        }
      }
    }
    return found;
  };
  test('are those who lead to each other', () => {
    holdsFor(
      'referral rings',
      300,
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const inRing = [0, 1, 2, 3, 4, 5, 6, 7].filter((person) => reach(edges, person).has(person));
        const rings = ringsIn(edges);
        expect(rings.flat().sort((a, b) => a - b)).toEqual(inRing);
        for (const ring of rings)
          for (const person of ring)
            expect(ring.every((other) => reach(edges, person).has(other))).toBe(true);
      }),
    );
  });
  test('of a chain of twenty thousand there are none, and no stack ends', () => {
    const chain = Array.from({ length: 20_000 }, (_, person) => ({ referrer: person, friend: person + 1 }));
    expect(ringsIn(chain)).toEqual([]);
    expect(ringsIn([...chain, { referrer: 20_000, friend: 0 }])[0]).toHaveLength(20_001);
  });
});

describe('worth of the graph', () => {
  const friendOf = (referrer: number, friend: number, revenue: number, converted = true) => ({
    referrer,
    friend,
    revenue,
    margin: Math.floor(revenue / 4),
    converted,
  });
  const friends = [friendOf(1, 2, 100), friendOf(1, 3, 0, false), friendOf(2, 4, 40), friendOf(4, 5, 8)];
  test('adds up what came by each person, level by level', () => {
    const [worth] = worthOfGraph(friends, [1], 5);
    expect(worth).toEqual({
      person: 1,
      levels: [
        { level: 1, friends: 2, converted: 1, revenue: 100, margin: 25 },
        { level: 2, friends: 1, converted: 1, revenue: 40, margin: 10 },
        { level: 3, friends: 1, converted: 1, revenue: 8, margin: 2 },
      ],
      friends: 4,
      converted: 3,
      revenue: 148,
      margin: 37,
    });
    expect(worthOfGraph(friends, [1, 2], 1).map(({ revenue }) => revenue)).toEqual([100, 40]);
    expect(worthOfGraph(friends, [5], 3)).toMatchObject([{ friends: 0, levels: [] }]);
  });
  test('counts nobody twice in a circle', () => {
    const circle = [friendOf(1, 2, 10), friendOf(2, 3, 10), friendOf(3, 1, 10)];
    expect(worthOfGraph(circle, [1], 50)).toMatchObject([{ friends: 2, revenue: 20 }]);
  });
});

describe('limits', () => {
  const nothing = {
    friends: 0,
    friendsThisMonth: 0,
    units: new Map<string, number>(),
    unitsThisMonth: new Map<string, number>(),
    countsFriend: false,
  };
  const rewards = [
    { wallet: 'points', units: 200 },
    { wallet: 'coin', units: 1 },
  ];
  test('of a club that rewards up to twenty friends', () => {
    expect(withinLimits({ friends: 20 }, rewards, { ...nothing, friends: 19 }).pay).toEqual(rewards);
    expect(withinLimits({ friends: 20 }, rewards, { ...nothing, friends: 20 })).toMatchObject({
      pay: [],
      withheld: rewards,
      reached: 'friends',
    });
    expect(
      withinLimits({ friends: 20 }, rewards, { ...nothing, friends: 20, countsFriend: true }).pay,
    ).toEqual(rewards);
    expect(withinLimits({ friendsPerMonth: 3 }, rewards, { ...nothing, friendsThisMonth: 3 }).reached).toBe(
      'friends-per-month',
    );
  });
  test('of units cut a reward to what is left, of the tighter one', () => {
    const limits = {
      units: [{ wallet: 'points', units: 1000 }],
      unitsPerMonth: [{ wallet: 'points', units: 300 }],
    };
    const so = { ...nothing, units: new Map([['points', 900]]), unitsThisMonth: new Map([['points', 250]]) };
    expect(withinLimits(limits, rewards, so)).toEqual({
      pay: [
        { wallet: 'points', units: 50 },
        { wallet: 'coin', units: 1 },
      ],
      withheld: [{ wallet: 'points', units: 150 }],
      reached: 'units',
    });
  });
  test('never let more through than they say, whatever was given', () => {
    holdsFor(
      'referral limits',
      200,
      fc.property(
        fc.tuple(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 400 })),
        ([most, had, units]) => {
          const { pay, withheld } = withinLimits(
            { units: [{ wallet: 'points', units: most + 1 }] },
            [{ wallet: 'points', units }],
            { ...nothing, units: new Map([['points', had]]) },
          );
          const [paid = { units: 0 }] = pay;
          expect(had + paid.units).toBeLessThanOrEqual(Math.max(had, most + 1));
          expect(paid.units + (withheld[0]?.units ?? 0)).toBe(units);
        },
      ),
    );
  });
});

describe('terms', () => {
  const step = (key: string, wallet: string, units = 1) => ({
    key,
    when: { kind: 'joined' as const },
    referrer: units === 0 ? [] : [{ wallet, units }],
    friend: [],
  });
  test('name what a schema cannot see', () => {
    const terms = referralTermsSchema.parse({
      returnWindow: 0,
      steps: [step('a', 'points'), step('a', 'gold'), step('b', '', 0)],
      limits: {
        units: [
          { wallet: 'points', units: 1 },
          { wallet: 'points', units: 2 },
        ],
      },
    });
    expect(referralFaults(terms, ['points']).map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'referral_step_twice steps.1.key',
      'referral_wallet_unknown steps.1.referrer.0.wallet',
      'referral_step_empty steps.2',
      'referral_wallet_twice limits.units.1.wallet',
    ]);
  });
  test('of published clubs can be said: after the first purchase, another address, up to twenty people', () => {
    const gawramal = {
      returnWindow: 0,
      steps: [
        {
          key: 'first',
          when: { kind: 'purchase', number: 1 },
          referrer: [{ wallet: 'points', units: 200 }],
          friend: [{ wallet: 'points', units: 100 }],
        },
      ],
      review: { refuse: ['same-address'] },
      limits: { friends: 20 },
    };
    expect(referralTermsSchema.safeParse(gawramal).success).toBe(true);
  });
});
