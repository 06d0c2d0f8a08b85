import type { FactData } from '@nardeban/core/facts';
import { type Day, dateOf, type Instant, isoDay, MS_PER_DAY } from '@nardeban/core/values';
import type { Chance } from './chance.ts';
import { Diary, type PretendPerson, type PretendSource, type World } from './diary.ts';
import {
  cardNumber,
  emailOf,
  mobileDigits,
  type PretendIdentity,
  type PretendName,
  spelledMobile,
  typedName,
} from './identities.ts';
import { timeOfDay } from './season.ts';
import { type Branch, BRANCHES, CITIES } from './shop.ts';

/** One person of the pretend world while their story is being told. */
export interface Life {
  readonly world: World;
  readonly chance: Chance;
  readonly number: number;
  readonly name: PretendName;
  readonly identity: PretendIdentity;
  readonly home: 'cafe' | 'web';
  readonly branch: Branch;
  readonly city: string;
  readonly diary: Diary;
}

/** What a source learns of somebody: a till asks for the mobile, a form for the e-mail, an advertisement for nothing. */
export type Known = 'customer' | 'contact' | 'stranger';

export function lifeOf(
  world: World,
  chance: Chance,
  number: number,
  arrival: Day,
  known: Known,
  home: 'cafe' | 'web',
): Life {
  const name = typedName(chance);
  const years = (world.lastDay - arrival) / 365.25;
  const open = BRANCHES.filter((branch) => branch.yearsOpen >= years);
  const branch = chance.weighted(
    (open.length > 0 ? open : BRANCHES).map((one) => [one, one.weight] as const),
  );
  const city = home === 'cafe' ? branch.city : chance.weighted(CITIES);
  const identity = identityOf(chance, number, name, known, home);
  return { world, chance, number, name, identity, home, branch, city, diary: new Diary(world, number) };
}

function identityOf(
  chance: Chance,
  number: number,
  name: PretendName,
  known: Known,
  home: 'cafe' | 'web',
): PretendIdentity {
  const mobile = spelledMobile(mobileDigits(number), chance);
  const email = emailOf(name.latin, number);
  const called = name.text === undefined ? {} : { name: name.text };
  if (known === 'customer') {
    const external = cardNumber(number);
    if (home === 'web') return { external, mobile, email, ...called };
    return chance.is(0.25) ? { external, mobile, email, ...called } : { external, mobile, ...called };
  }
  if (known === 'contact') {
    const way = chance.next();
    if (way < 0.45) return { mobile, ...called };
    if (way < 0.75) return { email, ...(chance.is(0.6) ? called : {}) };
    return { mobile, email, ...called };
  }
  return chance.is(0.15) ? { anonymous: `visitor-${number.toString(36)}` } : { mobile, ...called };
}

export function personOf(life: Life): PretendPerson {
  return { number: life.number, identity: life.identity, facts: life.diary.facts() };
}

/** A moment of a day, by the hours of the place where this person is found. */
export function momentOf(life: Life, day: Day, place: 'cafe' | 'web' = life.home): Instant {
  return life.world.zone.at(day, timeOfDay(place, life.chance));
}

/** Where the deeds of a person are noted who comes to the café, or who is met on the web. */
export function sourceOf(life: Life): PretendSource {
  return life.home === 'cafe' ? 'pos' : 'web';
}

/** Entering somebody into the books: what they tell of themselves, and whether we may write to them. */
export function register(life: Life, day: Day, at: Instant): void {
  const { chance, diary } = life;
  const source = sourceOf(life);
  const where: FactData =
    life.home === 'cafe' ? { channel: 'branch', branch: life.branch.name } : { channel: 'web' };
  if (chance.is(0.7)) diary.tell('person.registered', at - 60_000, source, where);
  if (chance.is(0.75)) diary.tell('trait.changed', at, source, { trait: 'city', value: life.city });
  if (chance.is(0.35)) {
    const born = isoDay(day - chance.int(18 * 365, 62 * 365));
    diary.tell('trait.changed', at, source, { trait: 'birthday', value: born });
  }
  if (chance.is(0.5)) {
    diary.tell('consent.given', at, source, { purpose: 'marketing', channel: 'sms' });
    if (chance.is(0.08)) {
      const regret = at + chance.int(10, 400) * MS_PER_DAY;
      diary.tell('consent.withdrawn', regret, 'desk', { purpose: 'marketing', channel: 'sms' });
    }
  }
  if (chance.is(0.012)) {
    diary.tell('tag.added', at, 'desk', {
      tag: chance.weighted([
        ['family', 3],
        ['friends', 5],
        ['neighbour', 4],
      ]),
    });
  }
}

/** The Jalali date of a day as order numbers carry it: 050812. */
export function shortDate(day: Day): string {
  const date = dateOf(day, 'jalali');
  return [date.year % 100, date.month, date.day].map((part) => String(part).padStart(2, '0')).join('');
}
