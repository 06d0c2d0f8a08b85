import { describe, expect, test } from 'vitest';
import { DEFAULT_BUSINESS, MS_PER_DAY, zoneOf } from '../../values/index.ts';
import { readAddress } from './address.ts';
import { type Evidence, fraudSigns, type Party } from './signs.ts';
import type { SignKind } from './terms.ts';

const T0 = zoneOf(DEFAULT_BUSINESS.zone).startOf(20_600) + 10 * 3_600_000;
const party = (person: number, seen: Partial<Party> = {}): Party => ({
  person,
  name: null,
  emails: [],
  mobiles: [],
  devices: [],
  cards: [],
  networks: [],
  addresses: [],
  knownSince: T0 - person * 30 * MS_PER_DAY,
  ...seen,
});
const innocent: Evidence = {
  referrer: party(1, { name: 'مریم کریمی', emails: ['maryam@example.com'], mobiles: ['+989121111111'] }),
  friend: party(2, { name: 'سارا احمدی', emails: ['sara@example.com'], mobiles: ['+989122222222'] }),
  others: [],
  claimedAt: T0,
  claims: [T0],
  chain: [
    { person: 2, knownSince: T0 },
    { person: 1, knownSince: T0 - 300 * MS_PER_DAY },
  ],
  ring: [],
  claimedBefore: false,
  boughtBefore: false,
};
const look = (changes: Partial<Evidence>, review?: Parameters<typeof fraudSigns>[1], cleared?: SignKind[]) =>
  fraudSigns({ ...innocent, ...changes }, review, DEFAULT_BUSINESS, cleared);
const kinds = (changes: Partial<Evidence>): string[] => look(changes).signs.map(({ kind }) => kind);
const friend = (seen: Partial<Party>): Party => ({ ...innocent.friend, ...seen });
const at = (raw: string): Party['addresses'] => [{ address: readAddress(raw), shown: raw }];

describe('signs against a referral', () => {
  test('are not there where nothing is in common', () => {
    expect(look({})).toEqual({ signs: [], score: 0, verdict: 'clear' });
  });

  test('see the own mobile and the own mailbox behind another spelling', () => {
    expect(kinds({ friend: friend({ mobiles: ['+989121111111'] }) })).toEqual(['own-contact']);
    expect(kinds({ friend: friend({ emails: ['Maryam+2@example.com'] }) })).toEqual(['own-contact']);
    expect(look({ friend: friend({ emails: ['maryam+x@example.com'] }) }).verdict).toBe('review');
  });

  test('see one device, card or network, also among the friends of one referrer', () => {
    const referrer = party(1, { devices: ['d1'], cards: ['c1'] });
    expect(kinds({ referrer, friend: friend({ devices: ['d1'] }) })).toEqual(['same-device']);
    expect(kinds({ referrer, friend: friend({ cards: ['c1'] }) })).toEqual(['same-card']);
    const others = [party(7, { devices: ['d9'], networks: ['n'] }), party(8, { devices: ['d9'] })];
    expect(look({ others, friend: friend({ devices: ['d9'] }) }).signs).toEqual([
      { kind: 'same-device', score: 60, detail: { other: 7, people: 2 } },
    ]);
    expect(look({ others, friend: friend({ networks: ['n'] }) }).verdict).toBe('clear');
  });

  test('see one door behind two spellings of an address, and show it', () => {
    const referrer = party(1, { addresses: at('تهران، خیابان ولیعصر، کوچه یاس، پلاک ۱۲، واحد ۳') });
    const sign = look({ referrer, friend: friend({ addresses: at('خ وليعصر ک. یاس پ12 و3') }) }).signs[0];
    expect(sign).toMatchObject({
      kind: 'same-address',
      detail: { other: 1, value: 'خ وليعصر ک. یاس پ12 و3' },
    });
    expect(kinds({ referrer, friend: friend({ addresses: at('خ ولیعصر ک یاس پ ۱۲ واحد ۴') }) })).toEqual([]);
  });

  test('see names and mailboxes that are nearly the same', () => {
    const referrer = party(1, { name: 'علی‌رضا رضایی', emails: ['alireza.rezaei1@example.com'] });
    expect(kinds({ referrer, friend: friend({ name: 'علیرضا رضائی' }) })).toEqual(['similar-name']);
    expect(kinds({ referrer, friend: friend({ emails: ['alireza.rezaei2@example.com'] }) })).toEqual([
      'similar-email',
    ]);
    expect(look({ referrer, friend: friend({ name: 'علیرضا رضائی' }) }).verdict).toBe('clear');
  });

  test('see a burst from the first friend that is too many, and not in those before it', () => {
    const claims = Array.from({ length: 8 }, (_, index) => T0 + index * 60_000);
    expect(kinds({ claims, claimedAt: T0 + 4 * 60_000 })).toEqual([]);
    expect(look({ claims, claimedAt: T0 + 5 * 60_000 }).signs[0]).toMatchObject({
      kind: 'burst',
      detail: { friends: 6, hours: 1 },
    });
    const week = Array.from({ length: 11 }, (_, index) => T0 + index * 12 * 3_600_000);
    expect(look({ claims: week, claimedAt: week[10] ?? 0 }).signs[0]).toMatchObject({
      detail: { friends: 11, hours: 168 },
    });
    expect(look({ claims, claimedAt: T0 + 7 * 60_000 }, { perHour: 50, perWeek: 50 }).signs).toEqual([]);
  });

  test('see a chain of accounts of one day, rings, two claims, a friend who is no friend', () => {
    const chain = [2, 1, 5].map((person) => ({ person, knownSince: T0 + person }));
    expect(kinds({ chain })).toEqual(['same-day-chain']);
    expect(kinds({ chain: chain.slice(0, 2) })).toEqual([]);
    expect(kinds({ ring: [1, 2] })).toEqual(['ring']);
    expect(kinds({ claimedBefore: true, boughtBefore: true })).toEqual(['claimed-twice', 'not-new']);
    expect(kinds({ friend: { ...innocent.referrer } })[0]).toBe('one-person');
  });

  test('add up, and a business says what weighs how much, what holds up and what refuses', () => {
    const referrer = party(1, { devices: ['d'], name: 'سارا احمدی' });
    const both = { referrer, friend: friend({ devices: ['d'] }) };
    expect(look(both)).toMatchObject({ score: 68, verdict: 'review' });
    expect(look(both, { from: 70 }).verdict).toBe('clear');
    expect(look(both, { weights: { 'same-device': 0 } })).toMatchObject({ score: 20, verdict: 'clear' });
    expect(look(both, { from: 100, refuse: ['same-device'] }).verdict).toBe('refuse');
  });

  test('that somebody let pass are shown and weigh nothing; a new one weighs', () => {
    const referrer = party(1, { devices: ['d'], cards: ['c'] });
    const one = look({ referrer, friend: friend({ devices: ['d'] }) }, undefined, ['same-device']);
    expect(one).toMatchObject({ score: 0, verdict: 'clear', signs: [{ kind: 'same-device' }] });
    const two = look({ referrer, friend: friend({ devices: ['d'], cards: ['c'] }) }, undefined, [
      'same-device',
    ]);
    expect(two).toMatchObject({ score: 70, verdict: 'review' });
  });
});
