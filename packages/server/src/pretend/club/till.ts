import type { Day, Instant } from '@nardeban/core/values';
import { MS_PER_DAY, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { commitQuote, makeQuote, returnOrder, sourcesOf } from '../../capabilities/offers/index.ts';
import { type Balance, balancesOf, guesserOf, redeemReward } from '../../capabilities/programme/index.ts';
import { type Chance, chanceOf, type Weighted } from '../chance.ts';
import { BRANCHES, basket, type Category, categoryName, priceOn } from '../shop.ts';
import { CASHIER, made, ownerAt } from './author.ts';
import type { Member } from './members.ts';
import { LETTER_WORD } from './offers.ts';

const SEED = 1402;
const SALES = 5;
const REDEMPTIONS = 4;
const LEAST_SPENT = 100;
const SPENT_IN_STEPS = 50;
/** What is handed over at the counter, and for how many units. */
const COUNTER = [
  ['cookie', 600],
  ['tree', 300],
] as const;
const TASTE: Weighted<Category> = [
  ['hot', 5],
  ['cake', 3],
  ['beans', 3],
  ['food', 2],
];

interface At {
  readonly tx: Tx;
  readonly business: Business;
  readonly at: Instant;
}

/**
 * Some days at the new till: members buy, some of them with what they have collected or with a code, somebody brings a piece
 * back, and a few rewards are redeemed.
 */
export async function daysAtTheTill(
  on: At,
  members: readonly Member[],
  told: { readonly round: number; readonly lastDay: Day; readonly honoured: readonly number[] },
): Promise<void> {
  const { round, lastDay, honoured } = told;
  const chance = chanceOf(SEED, round);
  const there = members.filter(({ joinedAt }) => joinedAt < on.at);
  if (there.length === 0) return;
  const coming = Array.from({ length: SALES + REDEMPTIONS }, () => chance.pick(there).person);
  for (const [place, person] of [...new Set(coming.slice(SALES))].entries())
    await redeem({ ...on, at: on.at + place * 60_000 }, person);
  // One of the best comes first, to be thanked.
  const best = there.filter(({ person }) => honoured.includes(person)).map(({ person }) => person);
  const buying = [...best.slice(round % Math.max(1, best.length)).slice(0, 1), ...coming.slice(0, SALES)];
  for (const [place, person] of [...new Set(buying)].entries()) {
    const at = on.at + (place + 1) * 1_800_000;
    await sell({ ...on, at }, { person, number: numberOf(round, place), lastDay, place, round, chance });
  }
}

function numberOf(round: number, place: number): string {
  return `H-${round + 1}${String(place + 1).padStart(3, '0')}`;
}

async function sell(
  { tx, business, at }: At,
  sale: {
    readonly person: number;
    readonly number: string;
    readonly lastDay: Day;
    readonly place: number;
    readonly round: number;
    readonly chance: Chance;
  },
): Promise<void> {
  const { person, number, lastDay, place, round, chance } = sale;
  const day = zoneOf(business.zone).dayOf(at);
  const lines = basket(TASTE, chance.int(2, 4), chance).map(({ product, quantity }) => ({
    item: product.sku,
    name: product.name,
    group: categoryName(product),
    quantity: quantity + (place === 1 ? 1 : 0),
    unitPrice: priceOn(product.price, day, lastDay),
  }));
  const points = available(await balanceOf(tx, person, at), 'points');
  const units = Math.floor(Math.min(points, 1_500) / SPENT_IN_STEPS) * SPENT_IN_STEPS;
  const asking = { business, now: at, by: CASHIER, guesser: guesserOf({ kind: 'staff', name: CASHIER }) };
  const quoted = made(
    await makeQuote(
      tx,
      {
        person,
        order: number,
        basket: { lines, channel: 'branch', branch: chance.pick(BRANCHES).name, method: 'card' },
        ...(units >= LEAST_SPENT ? { use: [{ wallet: 'points', units }] } : {}),
        ...(place === 2 && round > 1 ? { codes: [LETTER_WORD] } : {}),
      },
      asking,
    ),
    'quote',
  );
  const told = { paid: quoted.priced.due };
  const sold = made(
    await commitQuote(tx, { ...asking, now: at + 60_000, quote: quoted.id, told, proof: null }, []),
    'order',
  );
  if (sold.last !== undefined) await tx.queryAll(sold.last);
  if (place !== 1) return;
  const back = at + 2 * MS_PER_DAY;
  made(
    await returnOrder(tx, business, {
      number,
      lines: [{ line: 0, quantity: 1 }],
      reason: 'اشتباه در آماده‌سازی',
      at: back,
      now: back,
      by: CASHIER,
      sources: await sourcesOf(tx, business, []),
    }),
    'return',
  );
}

/** The dearest that they can pay; nothing where they cannot pay any. */
async function redeem({ tx, business, at }: At, person: number): Promise<void> {
  const points = available(await balanceOf(tx, person, at), 'points');
  const key = COUNTER.find(([, units]) => units <= points)?.[0];
  if (key === undefined) return;
  const asked = { key, person, units: null, proven: false };
  made(await redeemReward(tx, business, asked, ownerAt(at)), `redemption of ${key}`);
}

async function balanceOf(tx: Tx, person: number, now: Instant): Promise<readonly Balance[]> {
  return balancesOf(tx, { kind: 'person', id: person }, { now });
}

function available(balances: readonly Balance[], wallet: string): number {
  return balances.find((one) => one.wallet === wallet)?.available ?? 0;
}
