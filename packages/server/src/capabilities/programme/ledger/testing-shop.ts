import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { TestBusinesses } from '../../../platform/tenancy/testing.ts';
import { checkLedger, type Credit, earn, hold, type Holder, type Holding, type Posted } from './index.ts';

/** A shop with a few people, and short ways to say what happens to them. */
export interface LedgerShop {
  readonly business: Business;
  /** Their numbers. */
  readonly people: readonly number[];
  readonly inside: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Throws when anything does not add up. */
  readonly check: () => Promise<void>;
}

export const DAY = 86_400_000;
export const NOW = Date.UTC(2026, 5, 1);

export async function ledgerShop(world: TestBusinesses, people = 1): Promise<LedgerShop> {
  const business = await world.another();
  const inside = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    world.database.withBusiness(business.id, work);
  const { rows } = await inside((tx) =>
    tx.query<{ id: number }>(
      `INSERT INTO people (business_id, person_id, known_since)
       SELECT this_business(), nextval('person_ids'), now() FROM generate_series(1, $1::int) RETURNING person_id AS id`,
      [people],
    ),
  );
  return {
    business,
    people: rows.map(({ id }) => id).sort((a, b) => a - b),
    inside,
    async check() {
      const { differences, examples } = await checkLedger(world.database, business.id);
      if (differences > 0) throw new Error(`the ledger does not add up: ${JSON.stringify(examples)}`);
    },
  };
}

/** Units that have vested; `days` they are good for, null: for ever. */
export function give(
  tx: Tx,
  holder: Holder,
  units: number,
  more: Partial<Credit> & { readonly days?: number | null } = {},
): Promise<Posted[]> {
  const { days = null, ...credit } = more;
  return earn(tx, {
    holder,
    at: NOW,
    now: NOW,
    credits: [
      {
        wallet: 'points',
        units,
        availableFrom: NOW,
        expiresAt: days === null ? null : NOW + days * DAY,
        cause: { kind: 'earning' },
        key: 'credit',
        ...credit,
      },
    ],
  });
}

/** A hold of fifteen minutes. */
export function holdUnits(tx: Tx, person: number, units: number, more: Partial<Holding> = {}) {
  return hold(tx, {
    person,
    wallets: units === 0 ? [] : [{ wallet: 'points', units }],
    cards: [],
    claims: [],
    now: NOW,
    until: NOW + 900_000,
    purpose: 'quote',
    ...more,
  });
}
