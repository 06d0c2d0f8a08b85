import { type Day, isoDay } from '@nardeban/core/values';
import { speakOfIt } from './afterwards.ts';
import { type Chance, chanceOf, type Weighted } from './chance.ts';
import { Diary, type PretendPerson, type World } from './diary.ts';
import { cardNumber, emailOf, mobileDigits, spelledMobile, typedName } from './identities.ts';
import {
  beCurious,
  comeNearer,
  leaveContact,
  lookAgain,
  lookAtPages,
  seeAdvertisement,
  subscribe,
  weigh,
} from './interest.ts';
import { type Known, type Life, lifeOf, momentOf, personOf, register, shortDate } from './life.ts';
import { type Order, placeOrder } from './orders.ts';
import { organisation } from './organisations.ts';
import { busyness, drawnDay } from './season.ts';
import { TEMPERS, type Temper, temperOf, type TemperTraits } from './tempers.ts';

/** How far somebody ever comes. */
type Fate = 'onlooker' | 'curious' | 'weighing' | 'buyer';

const FATES: Weighted<Fate> = [
  ['onlooker', 45],
  ['curious', 12],
  ['weighing', 11],
  ['buyer', 32],
];

const KNOWN: Readonly<Record<Fate, Known>> = {
  onlooker: 'stranger',
  curious: 'contact',
  weighing: 'contact',
  buyer: 'customer',
};

const MOST_IN_A_HOUSEHOLD = 12;
const MOST_REFERRALS_DEEP = 4;

interface Referral {
  readonly by: Life;
  readonly depth: number;
  /** The day on which the friend was told of the café. */
  readonly day: Day;
}

/**
 * All the people of the world, one household after the other, each household from its own stream of chance. Only
 * one household is in memory at a time. People of whom nothing was noted by the end of the world are left out.
 */
export function* pretendPeople(world: World): Generator<PretendPerson> {
  let next = 1;
  for (let stream = 1; next <= world.people; stream++) {
    const people = household(world, chanceOf(world.seed, stream), stream, next);
    next += people.length;
    for (const person of people) if (person.facts.length > 0) yield person;
  }
}

/** Somebody who came by themselves, whom they brought, whom those brought, and so on. */
function household(world: World, chance: Chance, stream: number, first: number): PretendPerson[] {
  if (stream % 120 === 100) return [organisation(world, chance, first)];
  const fate = chance.weighted(FATES);
  const home = chance.is(0.62) ? 'cafe' : 'web';
  const arrival = arrivalOf(world, chance, fate);
  const root = lifeOf(world, chance, first, arrival, KNOWN[fate], home);
  if (fate === 'onlooker') {
    for (let day = arrival; ; day += 1 + Math.floor(chance.wait(60))) {
      seeAdvertisement(root, day);
      if (!chance.is(0.35)) return [personOf(root)];
    }
  }
  if (fate !== 'buyer') {
    if (fate === 'curious') beCurious(root, arrival);
    else weigh(root, arrival);
    return [personOf(root)];
  }

  const lives: Life[] = [root];
  if (chance.is(0.0025)) pin(root, arrival);
  // A reader comes before, so that their e-mail is known to be theirs when somebody else's order names it.
  const before: PretendPerson[] = [];
  const after: PretendPerson[] = [];
  const referrals = buy(root, temperOf(false, chance), arrival, 0).referrals;
  // The list grows while it is walked: friends bring friends.
  for (const referral of referrals) {
    if (lives.length >= MOST_IN_A_HOUSEHOLD) break;
    const friend = lifeOf(world, chance, first + lives.length, referral.day, 'customer', referral.by.home);
    lives.push(friend);
    referrals.push(...befriend(friend, referral));
  }
  if (chance.is(0.008)) after.push(twin(root, first + lives.length));
  else if (chance.is(0.004)) before.push(reader(root, first + lives.length));
  return [...before, ...lives.map(personOf), ...after];
}

/** When somebody first comes near: some were there before the records begin, and more came every year. */
function arrivalOf(world: World, chance: Chance, fate: Fate): Day {
  const days = world.lastDay - world.firstDay;
  if (fate === 'buyer' && chance.is(0.1)) return world.firstDay + chance.int(0, Math.min(60, days));
  if (fate === 'buyer' && chance.is(0.1)) return world.lastDay - chance.int(0, Math.min(280, days));
  if (fate === 'weighing' && chance.is(0.55)) return world.lastDay - chance.int(0, Math.min(75, days));
  if (fate === 'curious' && chance.is(0.4)) return world.lastDay - chance.int(0, Math.min(330, days));
  for (;;) {
    const day = chance.int(world.firstDay, world.lastDay);
    const grown = 0.7 + (0.6 * (day - world.firstDay)) / Math.max(1, days);
    if (chance.is((grown * busyness(day)) / 5.5)) return day;
  }
}

/** The friend comes, orders, and the one who sent them is told so. Answers whom the friend sends in turn. */
function befriend(friend: Life, referral: Referral): Referral[] {
  const { chance } = friend;
  const { by } = referral;
  by.diary.tell('referral.made', momentOf(by, referral.day), 'pos', { friend: cardNumber(friend.number) });
  if (chance.is(0.3)) leaveContact(friend, referral.day + 1, 'friend');
  const firstOrder = referral.day + 2 + Math.floor(chance.wait(14));
  const story = buy(friend, temperOf(true, chance), firstOrder, referral.depth);
  if (story.first !== undefined) {
    const data = { friend: cardNumber(friend.number), amount: story.first.amount };
    by.diary.tell('referral.converted', story.first.at + 60_000, 'desk', data);
  }
  return story.referrals;
}

interface Story {
  readonly first: Order | undefined;
  readonly referrals: Referral[];
}

/** A customer's years: from the first order until they come no more, whenever that is. */
function buy(life: Life, temper: Temper, arrival: Day, depth: number): Story {
  const { chance, world } = life;
  const traits = TEMPERS[temper];
  const referrals: Referral[] = [];
  let first: Order | undefined;
  let wished = arrival;
  let last = arrival - 1;
  for (let count = 0; count < traits.mostOrders && wished <= world.lastDay + 3; count++) {
    const day = Math.max(last + 1, drawnDay(wished, chance));
    if (day > world.lastDay) break;
    last = day;
    if (first === undefined && depth === 0) comeNearer(life, day);
    const made = placeOrder(life, traits, day, count);
    if (first === undefined) {
      first = made;
      register(life, day, made.at);
    }
    speakOfIt(life, traits, made);
    if (depth < MOST_REFERRALS_DEEP && chance.is(traits.refers)) {
      const told = day + chance.int(0, 10);
      if (chance.is(0.7)) referrals.push({ by: life, depth: depth + 1, day: told });
      else life.diary.tell('referral.made', momentOf(life, told), 'pos', {});
    }
    const gap = gapOf(traits, chance);
    look(life, traits, day, gap);
    if (chance.is(traits.leaving)) break;
    wished = day + gap;
  }
  return { first, referrals };
}

/** Days until the next order: the sum of several waits is more even than one. */
function gapOf(traits: TemperTraits, chance: Chance): number {
  let gap = 0;
  for (let part = 0; part < traits.regularity; part++) gap += chance.wait(traits.gap / traits.regularity);
  return Math.max(1, Math.round(gap));
}

/** Looks without a purchase, between an order and when the next would be. */
function look(life: Life, traits: TemperTraits, day: Day, gap: number): void {
  const { chance } = life;
  let looks = Math.floor(traits.looks) + (chance.is(traits.looks % 1) ? 1 : 0);
  for (; looks > 0; looks--) lookAgain(life, day + chance.int(1, Math.max(1, gap)));
}

/** A member of staff holds somebody on the top rung for a while, and says why. */
function pin(life: Life, arrival: Day): void {
  const { chance, diary, world } = life;
  const day = Math.max(arrival + 5, world.lastDay - chance.int(1, 50));
  diary.tell('rung.pinned', momentOf(life, day), 'desk', {
    ladder: 'loyalty',
    rung: 'advocate',
    until: isoDay(day + chance.int(60, 200)),
    reason: chance.pick(['عکس‌های ما را منتشر کرده', 'دوست قدیمی کافه', 'عضو گروه چشایی رُستری']),
    by: 'demo@nardeban.example',
  });
}

/** The same person entered a second time at another till: a card of its own, the same mobile, another spelling. */
function twin(of: Life, number: number): PretendPerson {
  const { world, chance } = of;
  const diary = new Diary(world, number);
  const mobile = spelledMobile(mobileDigits(of.number), chance);
  const name = chance.is(0.5) ? of.name.text : typedName(chance).text;
  const identity = { external: cardNumber(number), mobile, ...(name === undefined ? {} : { name }) };
  const double: Life = { ...of, number, identity, diary, home: 'cafe' };
  let day = chance.int(world.firstDay, world.lastDay);
  for (let count = 0; count < 4 && day <= world.lastDay; count++) {
    placeOrder(double, TEMPERS.impulse, day, count);
    day += chance.int(5, 90);
  }
  return { number, identity, facts: diary.facts() };
}

/**
 * Somebody who long had the newsletter by e-mail, came to the till with a mobile, and at last orders on the web with
 * both: one person or two? Answers the reader of the newsletter.
 */
function reader(of: Life, number: number): PretendPerson {
  const { chance, world } = of;
  const name = typedName(chance);
  const email = emailOf(name.latin, number);
  const life: Life = {
    ...of,
    number,
    name,
    identity: { email },
    home: 'web',
    diary: new Diary(world, number),
  };
  const day = chance.int(world.firstDay, world.lastDay);
  subscribe(life, day);
  lookAtPages(life, day + chance.int(1, 60), chance.int(1, 4));
  const both = { email, mobile: `0${mobileDigits(of.number)}` };
  const data = {
    order: `${shortDate(day)}-${number}-web`,
    amount: chance.int(40, 400) * 10_000,
    channel: 'web',
    method: 'online',
  };
  of.diary.tell('order.paid', momentOf(life, day + chance.int(30, 200)), 'web', data, both);
  return personOf(life);
}
