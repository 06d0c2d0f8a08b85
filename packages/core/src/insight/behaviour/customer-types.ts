import type { Day } from '../../values/index.ts';
import type { Buyer } from '../buyer.ts';
import { atOnce, PEOPLE_A_PIECE, type Pieces } from '../pieces.ts';
import { Column } from './column.ts';
import {
  customerTypeSchema,
  type CustomerType,
  type CustomerTypeOfPerson,
  type CustomerTypes,
} from './customer-type.ts';
import { isSeen } from './order.ts';
import { OrderDays } from './order-days.ts';
import type { WalkOfPeople } from './people.ts';
import { meanOf, RateFit, shrunken, type RatePrior } from './rate-prior.ts';
import { partOf, shareOf } from './shares.ts';

/** Loyal: as the preset of customer types has it. */
const LOYAL_SILENCE = 180;
const LOYAL_FEWEST = 3;
const LOYAL_SHARE = 0.2;
const SEVERAL_ORDERS = 2;
/** Impulse too, as the preset has it: so many kinds or things in all. */
const MANY_CATEGORIES = 4;
const MANY_ITEMS = 10;
const NEED_WITHIN = 730;
/** Gaps of the business that stand beside one's own. */
const PRIOR_GAPS = 2;
/** Orders from which a proneness is told. */
const PRONE_FROM = 2;
/** Places of the histogram of proneness. */
const STEPS = 10_000;
/** Who ordered on more days stands with these. */
const MOST_ORDER_DAYS = 4_096;

/**
 * The five kinds of customers of retail by what they did up to `asOf`, with thresholds from the business itself
 * (reference/insight.md). `withoutOrder`: people known who have no kept order. Keeps 30 bytes a person.
 */
export function customerTypeWalk({
  asOf,
  withoutOrder,
}: {
  readonly asOf: Day;
  readonly withoutOrder: number;
}): WalkOfPeople<CustomerTypes, CustomerTypeOfPerson> {
  const everybody = new Everybody(asOf);
  let found: { readonly rules: Rules; readonly types: CustomerTypes } | null = null;

  const told = (): NonNullable<typeof found> => (found ??= atOnce(finding()));

  function* finding(): Pieces<NonNullable<typeof found>> {
    const rules = yield* everybody.ruling();
    return { rules, types: yield* typing(everybody, rules, withoutOrder) };
  }

  return {
    take(buyer) {
      found = null;
      everybody.take(buyer);
    },
    result: () => told().types,
    answerAt: (place) => answerOf(everybody, told().rules, place),
    *settle() {
      found ??= yield* finding();
    },
  };
}

interface Rules {
  readonly loyalFrom: number;
  readonly usualGap: number | null;
  readonly discountPrior: RatePrior;
  readonly discountFrom: number;
  /** Let off of every price in the business, from 0 to 1. */
  readonly letOff: number;
  readonly mixedPrior: RatePrior;
  readonly mixedFrom: number;
  readonly contactsPrior: RatePrior;
  readonly contactsBelow: number;
  readonly tenths: readonly number[];
}

/** A few numbers of each person, and sums over all. */
class Everybody {
  readonly asOf: Day;
  readonly silence = new Column('small');
  /** From the first order day to the last. */
  readonly span = new Column('small');
  readonly orders = new Column('small');
  readonly paid = new Column('real');
  readonly discounted = new Column('small');
  readonly letOff = new Column('rough');
  readonly withLines = new Column('small');
  readonly mixed = new Column('small');
  readonly categories = new Column('small');
  readonly items = new Column('small');
  readonly touches = new Column('small');
  granted = 0;
  price = 0;
  orderDays = 0;
  daysWithLines = 0;
  private gapDays = 0;
  private gaps = 0;
  /** At n: people who ordered on n days. */
  private readonly byOrders = new Float64Array(MOST_ORDER_DAYS);
  private readonly discountFit = new RateFit();
  private readonly mixedFit = new RateFit();
  private readonly contactsFit = new RateFit();
  private readonly days = new OrderDays();

  constructor(asOf: Day) {
    this.asOf = asOf;
  }

  take(buyer: Buyer): void {
    const { days } = this;
    days.begin();
    for (const order of buyer.orders) if (isSeen(order, this.asOf)) days.take(order);
    days.close();
    const { orders, discounted, withLines, mixed } = days;
    let touches = 0;
    for (const touch of buyer.touches) if (touch.day <= this.asOf) touches++;
    this.silence.push(this.asOf - days.last);
    this.span.push(orders > 0 ? days.last - days.first : 0);
    this.orders.push(orders);
    this.paid.push(days.paid);
    this.discounted.push(discounted);
    this.letOff.push(days.price > 0 ? days.granted / days.price : 0);
    this.withLines.push(withLines);
    this.mixed.push(mixed);
    this.categories.push(days.categories.ofPerson);
    this.items.push(days.items.ofPerson);
    this.touches.push(touches);
    if (orders === 0) return;
    this.granted += days.granted;
    this.price += days.price;
    this.orderDays += orders;
    this.daysWithLines += withLines;
    this.gaps += orders - 1;
    this.gapDays += days.last - days.first;
    const place = Math.min(orders, MOST_ORDER_DAYS - 1);
    this.byOrders[place] = (this.byOrders[place] as number) + 1;
    this.discountFit.take(discounted, orders);
    this.mixedFit.take(mixed, withLines);
    if (touches > 0) this.contactsFit.take(orders, orders + touches);
  }

  *ruling(): Pieces<Rules> {
    const discountPrior = this.discountFit.prior();
    const mixedPrior = this.mixedFit.prior();
    const contactsPrior = this.contactsFit.prior();
    const letOff = this.price > 0 ? this.granted / this.price : 0;
    return {
      loyalFrom: this.loyalFrom(),
      usualGap: this.gaps > 0 ? this.gapDays / this.gaps : null,
      discountPrior,
      // More often than not, and more than is usual here: where everything is on sale, that tells nothing of a person.
      discountFrom: Math.max(0.5, meanOf(discountPrior)),
      letOff,
      mixedPrior,
      mixedFrom: Math.max(0.5, meanOf(mixedPrior)),
      contactsPrior,
      contactsBelow: meanOf(contactsPrior) / 2,
      tenths: yield* this.tenthsOf(discountPrior, letOff),
    };
  }

  private loyalFrom(): number {
    const people = this.byOrders.reduce((sum, count) => sum + count, 0);
    const most = this.byOrders.findLastIndex((count) => count > 0);
    let above = people;
    for (let orders = 0; orders < most; orders++) {
      if (orders >= LOYAL_FEWEST && above <= LOYAL_SHARE * people) return orders;
      above -= this.byOrders[orders] as number;
    }
    return Math.max(LOYAL_FEWEST, most);
  }

  /** By a histogram, and so to the ten-thousandth. */
  private *tenthsOf(prior: RatePrior, usual: number): Pieces<readonly number[]> {
    if (this.granted === 0) return [];
    const steps = new Float64Array(STEPS + 1);
    let people = 0;
    for (let place = 0; place < this.orders.size; place++) {
      if (place % PEOPLE_A_PIECE === 0) yield;
      if (this.orders.at(place) < PRONE_FROM) continue;
      const step = Math.ceil(pronenessAt(this, prior, usual, place) * STEPS);
      steps[step] = (steps[step] as number) + 1;
      people++;
    }
    if (people === 0) return [];
    const tenths: number[] = [];
    let seen = 0;
    for (let step = 0; step <= STEPS; step++) {
      seen += steps[step] as number;
      while (tenths.length < 9 && seen >= ((tenths.length + 1) * people) / 10) tenths.push(step / STEPS);
    }
    return tenths;
  }
}

function pronenessAt(people: Everybody, prior: RatePrior, usual: number, place: number): number {
  const orders = people.orders.at(place);
  const strength = prior.a + prior.b;
  const letOff = (orders * people.letOff.at(place) + strength * usual) / (orders + strength);
  return Math.min(1, 0.8 * letOff + 0.2 * shrunken(prior, people.discounted.at(place), orders));
}

/** What the rules look at, and what a reader of the answer sees. */
type Evidence = Omit<CustomerTypeOfPerson, 'type' | 'proneness' | 'pronenessTenth'>;

function evidenceOf(people: Everybody, rules: Rules, place: number): Evidence {
  const orders = people.orders.at(place);
  const discounted = people.discounted.at(place);
  const mixed = people.mixed.at(place);
  const withLines = people.withLines.at(place);
  const { usualGap } = rules;
  return {
    orders,
    paid: people.paid.at(place),
    daysSinceLast: people.silence.at(place),
    usualGap:
      usualGap === null ? null : (people.span.at(place) + PRIOR_GAPS * usualGap) / (orders - 1 + PRIOR_GAPS),
    discounted,
    discountedRate: people.granted > 0 ? shrunken(rules.discountPrior, discounted, orders) : null,
    discountShare: Math.min(1, people.letOff.at(place)),
    withLines,
    mixed,
    mixedRate: withLines > 0 ? shrunken(rules.mixedPrior, mixed, withLines) : null,
    categories: people.categories.at(place),
    items: people.items.at(place),
    touches: people.touches.at(place),
  };
}

function answerOf(people: Everybody, rules: Rules, place: number): CustomerTypeOfPerson | null {
  const orders = people.orders.at(place);
  if (orders === 0) return null;
  const evidence = evidenceOf(people, rules, place);
  const told = people.granted > 0 && orders >= PRONE_FROM;
  const proneness = told ? pronenessAt(people, rules.discountPrior, rules.letOff, place) : null;
  let pronenessTenth: number | null = null;
  if (proneness !== null) {
    pronenessTenth = 1;
    for (const tenth of rules.tenths) if (proneness > tenth) pronenessTenth++;
  }
  return { type: typeOf(evidence, rules), ...evidence, proneness, pronenessTenth };
}

function typeOf(person: Evidence, rules: Rules): CustomerType {
  const { orders, daysSinceLast } = person;
  const several = orders >= SEVERAL_ORDERS;
  if (person.discounted >= SEVERAL_ORDERS && (person.discountedRate ?? 0) >= rules.discountFrom)
    return 'discount-led';
  const silence = Math.max(LOYAL_SILENCE, 2 * (person.usualGap ?? 0));
  if (orders >= rules.loyalFrom && daysSinceLast <= silence) return 'loyal';
  if (daysSinceLast > NEED_WITHIN) return 'wandering';
  const many = person.categories >= MANY_CATEGORIES || person.items >= MANY_ITEMS;
  const often = person.mixed >= SEVERAL_ORDERS && (person.mixedRate ?? 0) >= rules.mixedFrom;
  if (several && (many || often)) return 'impulse';
  const contacts = shrunken(rules.contactsPrior, orders, orders + person.touches);
  return !several && contacts < rules.contactsBelow ? 'wandering' : 'need-led';
}

function* typing(everybody: Everybody, rules: Rules, withoutOrder: number): Pieces<CustomerTypes> {
  const sums = new Map(
    customerTypeSchema.options.map((type) => [type, { people: 0, revenue: 0, orders: 0 }]),
  );
  let [people, revenue] = [withoutOrder, 0];
  for (let place = 0; place < everybody.orders.size; place++) {
    if (place % PEOPLE_A_PIECE === 0) yield;
    if (everybody.orders.at(place) === 0) continue;
    const evidence = evidenceOf(everybody, rules, place);
    const sum = sums.get(typeOf(evidence, rules));
    if (sum === undefined) continue;
    people++;
    revenue += evidence.paid;
    sum.people++;
    sum.revenue += evidence.paid;
    sum.orders += evidence.orders;
  }
  const types = [...sums].map(([type, sum]) => ({
    type,
    ...partOf(sum.people + (type === 'wandering' ? withoutOrder : 0), people, sum.revenue, revenue),
    ordersShare: shareOf(sum.orders, everybody.orderDays),
  }));
  return {
    asOf: everybody.asOf,
    people,
    withoutOrder,
    revenue,
    types,
    rules: {
      loyalFrom: rules.loyalFrom,
      loyalSilence: LOYAL_SILENCE,
      usualGap: rules.usualGap,
      discountFrom: rules.discountFrom,
      discountPrior: rules.discountPrior,
      mixedFrom: rules.mixedFrom,
      mixedPrior: rules.mixedPrior,
      needWithin: NEED_WITHIN,
      contactsBelow: rules.contactsBelow,
      contactsPrior: rules.contactsPrior,
    },
    discountsTold: everybody.granted > 0,
    linesKnown: shareOf(everybody.daysWithLines, everybody.orderDays),
    discountShare: shareOf(everybody.granted, everybody.price),
    pronenessTenths: [...rules.tenths],
  };
}
