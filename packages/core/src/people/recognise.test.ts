import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NormalIdentity, recognise, Register, remember, rootsAfter } from './index.ts';

/** Tells identities one after the other; answers who each was: a number, 'nobody', or 'disputed'. */
function tell(identities: readonly NormalIdentity[]): { who: (number | string)[]; register: Register } {
  const register = new Register();
  let last = 0;
  const who = identities.map((identity) => {
    const recognition = recognise(identity, register);
    if (recognition.is === 'new') last += 1;
    remember(recognition, last, register);
    if (recognition.is === 'new') return last;
    return recognition.is === 'known' ? register.rootOf(recognition.person) : recognition.is;
  });
  return { who, register };
}

const stories: [story: string, told: NormalIdentity[], who: (number | string)[]][] = [
  ['nobody', [{}, { name: 'علی' }], ['nobody', 'nobody']],
  ['identifiers join', [{ mobile: 'm' }, { mobile: 'm', email: 'e' }, { email: 'e' }], [1, 1, 1]],
  [
    'another customer number',
    [{ external: '1', mobile: 'm' }, { external: '2', mobile: 'm' }, { mobile: 'm' }],
    [1, 2, 1],
  ],
  [
    'the second fact of the second',
    [
      { external: '1', mobile: 'm' },
      { external: '2', mobile: 'm' },
      { external: '2', mobile: 'm' },
    ],
    [1, 2, 2],
  ],
  [
    'another mobile, the same e-mail',
    [
      { mobile: 'm', email: 'e' },
      { mobile: 'n', email: 'e' },
      { mobile: 'n', email: 'e' },
    ],
    [1, 2, 2],
  ],
  [
    'another mobile, the same number',
    [{ external: '1', mobile: 'm' }, { external: '1', mobile: 'n' }, { mobile: 'n' }],
    [1, 1, 1],
  ],
  [
    'another mobile, the same device',
    [
      { mobile: 'm', anonymous: 'd' },
      { mobile: 'n', anonymous: 'd' },
    ],
    [1, 2],
  ],
  ['two people', [{ mobile: 'm' }, { external: '1' }, { mobile: 'm', external: '1' }], [1, 2, 'disputed']],
  ['two e-mail holders', [{ email: 'e' }, { mobile: 'm' }, { email: 'e', mobile: 'm' }], [1, 2, 'disputed']],
  [
    'a visitor signs in',
    [{ anonymous: 'd' }, { mobile: 'm' }, { anonymous: 'd', mobile: 'm' }, { anonymous: 'd' }],
    [1, 2, 2, 2],
  ],
  [
    'a visitor gives a new mobile',
    [{ anonymous: 'd' }, { anonymous: 'd', mobile: 'm' }, { mobile: 'm' }],
    [1, 1, 1],
  ],
  [
    'three at once',
    [{ external: '1' }, { mobile: 'm' }, { anonymous: 'd' }, { external: '1', mobile: 'm', anonymous: 'd' }],
    [1, 2, 3, 'disputed'],
  ],
];

test.each(stories)('%s', (_, told, who) => {
  expect(tell(told).who).toEqual(who);
});

test('what was said before stays true, whatever is said after', () => {
  const identity = fc.record(
    {
      external: fc.constantFrom('1', '2', '3'),
      mobile: fc.constantFrom('m', 'n', 'o'),
      email: fc.constantFrom('e', 'f'),
      anonymous: fc.constantFrom('c', 'd'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.array(identity, { maxLength: 12 }),
      fc.array(identity, { maxLength: 6 }),
      (first, more) => {
        const before = tell(first).register;
        const after = tell([...first, ...more]).register;
        for (const { external, mobile, email, anonymous } of first) {
          const said = [
            { kind: 'external', value: external },
            { kind: 'mobile', value: mobile },
            { kind: 'email', value: email },
            { kind: 'anonymous', value: anonymous },
          ] as const;
          for (const { kind, value } of said) {
            if (value === undefined) continue;
            expect(after.holderOf({ kind, value }) ?? null).toEqual(
              before.holderOf({ kind, value }) ?? after.holderOf({ kind, value }) ?? null,
            );
          }
        }
        // Nobody ends with two customer numbers: they would be two people made one without anybody asked.
        for (const value of ['1', '2', '3']) {
          const holder = after.holderOf({ kind: 'external', value });
          if (holder === undefined) continue;
          const numbers = after.identifiersOf(after.rootOf(holder)).filter(({ kind }) => kind === 'external');
          expect(numbers).toEqual([{ kind: 'external', value }]);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a repetition of what led to one person leads to the same again', () => {
  const identity = fc.record(
    { external: fc.constantFrom('1', '2'), mobile: fc.constantFrom('m', 'n') },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.array(identity, { maxLength: 8 }), (told) => {
      const { register } = tell(told);
      for (const one of told) {
        const again = recognise(one, register);
        if (again.is === 'known') expect(again.learnt).toEqual([]);
        expect(again.is).not.toBe('new');
      }
    }),
    { numRuns: 1000 },
  );
});

test('roots follow the merges in force, and a circle comes to an end', () => {
  const merges = [
    { loser: 1, winner: 2 },
    { loser: 2, winner: 3 },
    { loser: 5, winner: 6 },
    { loser: 6, winner: 5 },
  ];
  expect(rootsAfter([1, 2, 3, 4], merges)).toEqual(
    new Map([
      [1, 3],
      [2, 3],
      [3, 3],
      [4, 4],
    ]),
  );
  expect(rootsAfter([5], merges).get(5)).toBe(6);
});
