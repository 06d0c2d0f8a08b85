import { z } from 'zod';
import { displayText, FIRST_TABLED_DAY, type Day } from '../../values/index.ts';
import type { WalkOver } from '../buyer.ts';
import { associationOf, associationSchema, qValues } from './association.ts';
import { isSeen } from './order.ts';
import { PairCounts, type PairCount } from './pair-counts.ts';
import { shareSchema } from './shares.ts';

const ruleSchema = associationSchema.extend({
  from: z.string(),
  to: z.string(),
  /** Different people behind the count. */
  people: z.int().min(0),
  /** What p is worth after so many tests: of rules with q up to 0.05, one in twenty is there by chance. */
  q: z.number().min(0).max(1),
});

const rulesSchema = z.strictObject({
  /**
   * What is counted. `basket`: what a person bought on one day. `person`: people with two baskets or more, by their last
   * two, so that who buys most does not speak for all.
   */
  unit: z.enum(['basket', 'person']),
  of: z.int().min(0),
  /** What a pair needs to be looked at: so many of them, from so many people. */
  minimumCount: z.int().min(1),
  minimumPeople: z.int().min(1),
  /** Things that come often enough, and pairs of them: the tests that q corrects for. */
  frequentItems: z.int().min(0),
  tests: z.int().min(0),
  /** A count may be short by so many, because there were more pairs than are kept; 0: all are exact. */
  shortBy: z.int().min(0),
  /** Rules that hold, and the first 200 of them, the most leverage first. */
  found: z.int().min(0),
  rules: z.array(ruleSchema).max(200),
});

export const basketsSchema = z.strictObject({
  asOf: z.int(),
  /** Order days, and those whose lines are known. */
  orderDays: z.int().min(0),
  baskets: z.int().min(0),
  meanItems: z.number().min(0).nullable(),
  /** Different things seen; more than 50,000 are not told apart, the rarest are let go. */
  items: z.int().min(0),
  /** The 50 in most baskets. */
  most: z.array(z.strictObject({ item: z.string(), baskets: z.int().min(1), share: shareSchema })).max(50),
  together: rulesSchema,
  next: rulesSchema,
});
export type Baskets = z.infer<typeof basketsSchema>;

const MOST_ITEMS = 50_000;
/** Ways of writing that are remembered. */
const MOST_NAMES = 200_000;
/** Things of one basket that are looked at. */
const LARGEST_BASKET = 40;
const MOST_RULES = 200;
const MOST_TOLD = 50;
const MINIMUM_COUNT = 10;
const MINIMUM_SUPPORT = 0.001;
const MINIMUM_PEOPLE = 5;
const MOST_BY_CHANCE = 0.05;

interface Item {
  readonly id: number;
  readonly name: string;
  baskets: number;
  /** Baskets it may have been in before it was kept. */
  readonly missed: number;
  /** People with it in the last basket but one, and in the last. */
  before: number;
  after: number;
  /** The order day, counted over everybody, on which it was bought last. */
  lately: number;
}

/**
 * What is bought together, and what is bought next, up to `asOf`: pairs of things, by whether and not how many. Names
 * are trimmed and evenly spelt. Memory is bounded by 50,000 things and two tables of a million pairs.
 */
export function basketWalk({ asOf }: { readonly asOf: Day }): WalkOver<Baskets> {
  const items = new Items();
  const together = new PairCounts();
  const next = new PairCounts();
  let [orderDays, baskets, inBaskets, people, repeaters] = [0, 0, 0, 0, 0];
  // Three lists that change places, each a basket of a person: the one being filled and the last two.
  let today = new Basket();
  let latest = new Basket();
  let before = new Basket();

  function close(): void {
    if (today.size === 0) return;
    baskets++;
    inBaskets += today.size;
    for (let i = 0; i < today.size; i++) {
      const one = today.at(i);
      one.baskets++;
      for (let j = i + 1; j < today.size; j++) {
        const { id } = today.at(j);
        if (one.id < id) together.take(one.id, id, people);
        else together.take(id, one.id, people);
      }
    }
    [before, latest, today] = [latest, today, before];
    today.size = 0;
  }

  function follow(): void {
    repeaters++;
    for (let j = 0; j < latest.size; j++) latest.at(j).after++;
    for (let i = 0; i < before.size; i++) {
      const one = before.at(i);
      one.before++;
      for (let j = 0; j < latest.size; j++) {
        const other = latest.at(j);
        if (one !== other) next.take(one.id, other.id, people);
      }
    }
  }

  return {
    take(buyer) {
      people++;
      today.size = 0;
      latest.size = 0;
      before.size = 0;
      let lastDay = FIRST_TABLED_DAY - 1;
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        if (order.day > lastDay) {
          close();
          lastDay = order.day;
          orderDays++;
        }
        for (const line of order.lines) {
          if (today.size >= LARGEST_BASKET) break;
          const item = items.of(line.item);
          if (item !== null) today.add(item, orderDays);
        }
      }
      close();
      if (before.size > 0 && latest.size > 0) follow();
    },
    result() {
      const known = items.all();
      const most = [...known.values()].filter((item) => item.baskets > 0);
      most.sort((a, b) => b.baskets - a.baskets || (a.name < b.name ? -1 : 1));
      return {
        asOf,
        orderDays,
        baskets,
        meanItems: baskets > 0 ? inBaskets / baskets : null,
        items: items.seen,
        most: most.slice(0, MOST_TOLD).map((item) => ({
          item: item.name,
          baskets: item.baskets,
          share: item.baskets / baskets,
        })),
        together: rulesOf('basket', baskets, together, known),
        next: rulesOf('person', repeaters, next, known),
      };
    },
  };
}

type Rules = z.infer<typeof rulesSchema>;

function rulesOf(
  unit: Rules['unit'],
  of: number,
  pairs: PairCounts,
  items: ReadonlyMap<number, Item>,
): Rules {
  const minimumCount = Math.max(MINIMUM_COUNT, Math.ceil(MINIMUM_SUPPORT * of));
  const isBasket = unit === 'basket';
  const often = (count: number): boolean => count >= minimumCount;
  let tests: number;
  let frequentItems = 0;
  if (isBasket) {
    for (const item of items.values()) if (often(item.baskets)) frequentItems++;
    tests = (frequentItems * (frequentItems - 1)) / 2;
  } else {
    let [before, after, both] = [0, 0, 0];
    for (const item of items.values()) {
      if (often(item.before)) before++;
      if (often(item.after)) after++;
      if (often(item.before) && often(item.after)) both++;
      if (often(item.before) || often(item.after)) frequentItems++;
    }
    tests = before * after - both;
  }
  const looked: Omit<Rules['rules'][number], 'q'>[] = [];
  for (const pair of pairs.all()) {
    if (!often(pair.count) || pair.people < MINIMUM_PEOPLE) continue;
    const [from, to] = [items.get(pair.from), items.get(pair.to)];
    if (from === undefined || to === undefined) continue;
    looked.push(ruleOf(of, pair, from, to, isBasket));
    if (isBasket) looked.push(ruleOf(of, pair, to, from, isBasket));
  }
  const qs = qValues(
    looked.map(({ p }) => p),
    isBasket ? 2 * tests : tests,
  );
  const held = looked.flatMap((rule, i) => {
    const q = qs[i] ?? 1;
    return q <= MOST_BY_CHANCE && rule.lift > 1 ? [{ ...rule, q }] : [];
  });
  held.sort((a, b) => b.leverage - a.leverage || b.confidence - a.confidence || (a.from < b.from ? -1 : 1));
  return {
    unit,
    of,
    minimumCount,
    minimumPeople: MINIMUM_PEOPLE,
    frequentItems,
    tests,
    shortBy: pairs.shortBy,
    found: held.length,
    rules: held.slice(0, MOST_RULES),
  };
}

function ruleOf(
  of: number,
  pair: PairCount,
  from: Item,
  to: Item,
  isBasket: boolean,
): Omit<Rules['rules'][number], 'q'> {
  const fromCount = isBasket ? from.baskets : from.before;
  const toCount = isBasket ? to.baskets : to.after;
  return {
    from: from.name,
    to: to.name,
    people: pair.people,
    ...associationOf(of, fromCount, toCount, pair.count),
  };
}

/** A list that is filled again and again without growing anew, which an emptied array would. */
class Basket {
  size = 0;
  private readonly items: Item[] = [];

  /** Once on each order day; a thing that lies here already is marked with the day. */
  add(item: Item, orderDay: number): void {
    if (item.lately === orderDay) return;
    item.lately = orderDay;
    this.items[this.size++] = item;
  }

  at(place: number): Item {
    return this.items[place] as Item;
  }
}

/** Things by name. Where there are too many, those in fewest baskets are let go, as with pairs. */
class Items {
  private readonly byRaw = new Map<string, Item | null>();
  private byName = new Map<string, Item>();
  private last = 0;
  private letGo = 0;

  /** Different names seen so far; one that was let go and came back counts twice. */
  get seen(): number {
    return this.last;
  }

  /** Null for a name of nothing but spaces. */
  of(raw: string): Item | null {
    const known = this.byRaw.get(raw);
    if (known !== undefined) return known;
    if (this.byRaw.size >= MOST_NAMES) this.byRaw.clear();
    const name = displayText(raw).trim();
    const item = name === '' ? null : this.named(name);
    this.byRaw.set(raw, item);
    return item;
  }

  all(): ReadonlyMap<number, Item> {
    return new Map([...this.byName.values()].map((item) => [item.id, item]));
  }

  private named(name: string): Item {
    let item = this.byName.get(name);
    if (item === undefined) {
      if (this.byName.size >= MOST_ITEMS) this.makeRoom();
      item = { id: this.last++, name, baskets: 0, missed: this.letGo, before: 0, after: 0, lately: 0 };
      this.byName.set(name, item);
    }
    return item;
  }

  private makeRoom(): void {
    while (this.byName.size > MOST_ITEMS / 2) {
      this.letGo++;
      this.byName = new Map(
        [...this.byName].filter(([, { baskets, missed }]) => baskets + missed > this.letGo),
      );
    }
    this.byRaw.clear();
  }
}
