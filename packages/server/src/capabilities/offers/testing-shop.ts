import type { Programme } from '@nardeban/core/programme';
import type { FastifyInstance } from 'fastify';
import { timestamptz } from '../../platform/database/index.ts';
import { buildServer } from '../../platform/http/index.ts';
import { askWith, bearer, serveForTest, type Served } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { resolvePeople } from '../people/index.ts';
import { checkLedger, earn, issueCard, wordBatch } from '../programme/index.ts';
import { offersRoutes } from './routes.ts';

/** A club as many shops have one: points for money, a wallet of credit, both worth something at the till. */
export const CLUB: Programme = {
  name: { fa: 'باشگاه', en: 'Club' },
  membership: 'everybody',
  wallets: [
    {
      key: 'points',
      name: { fa: 'امتیاز', en: 'points' },
      unit: 'points',
      worth: { points: 1, amount: 100 },
      vesting: 0,
      expiry: { kind: 'never' },
      negative: 'allow',
      spending: {},
    },
    {
      key: 'credit',
      name: { fa: 'اعتبار', en: 'credit' },
      unit: 'money',
      worth: { points: 1, amount: 1 },
      vesting: 20,
      expiry: { kind: 'after', unit: 'day', count: 180 },
      negative: 'clamp',
      spending: { proofFrom: 0 },
    },
  ],
  rules: [
    {
      key: 'per-money',
      name: { fa: 'امتیاز خرید', en: 'points for buying' },
      wallet: 'points',
      on: { kind: 'order' },
      gives: { kind: 'per', units: 1, amount: 10_000 },
    },
  ],
};

export interface Reply<Body = Record<string, never>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Record<string, unknown>;
}

/** A shop with a club, a till and everything that is asked of it over HTTP. */
export interface TillShop {
  readonly served: Served;
  readonly app: FastifyInstance;
  readonly business: Business;
  readonly key: string;
  ask<Body>(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply<Body>>;
  publish(programme: Programme): Promise<void>;
  person(mobile: string): Promise<number>;
  /** Puts units into a wallet, to be spent at once. */
  give(person: number, wallet: string, units: number, expiresAt?: number): Promise<void>;
  /** A code that everybody may know, which brings this offer so many times. */
  word(word: string, offer: string, uses: number): Promise<void>;
  giftCard(amount: number): Promise<{ readonly id: number; readonly code: string }>;
  /** The one-time code in the last text message to this mobile. */
  lastCode(mobile: string): Promise<string>;
  /** Every difference between lots, entries, balances and counters. */
  differences(): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

export async function openTillShop(slug = 'till-shop'): Promise<TillShop> {
  const served = await serveForTest((parts) =>
    buildServer({ ...parts, config: { ...parts.config, sms: { provider: 'recording' } } }, [offersRoutes]),
  );
  const business = await served.business(slug);
  const key = await served.key(business);
  const { app, database, clock } = served;
  const asked = askWith(served, bearer(key));
  let given = 0;
  const shop: TillShop = {
    served,
    app,
    business,
    key,
    async ask(method, url, body, headers = {}) {
      const answer = await asked(method, url, body as object | undefined, headers);
      return { ...answer, body: (answer.body === '' ? {} : answer.body) as never };
    },
    async publish(definition) {
      await database.withBusiness(business.id, (tx) =>
        tx.query(
          `INSERT INTO club_versions (business_id, version, definition, published_by, published_at)
           SELECT this_business(), coalesce(max(version), 0) + 1, $1, 'test', $2 FROM club_versions
           WHERE business_id = this_business()`,
          [JSON.stringify(definition), timestamptz(clock.now())],
        ),
      );
    },
    person: (mobile) =>
      database.withBusiness(business.id, async (tx) => {
        const [found] = await resolvePeople(tx, business, [{ mobile }], [clock.now()]);
        if (found === undefined || !('canonicalId' in found)) throw new Error('nobody was made');
        return found.canonicalId;
      }),
    async give(person, wallet, units, expiresAt) {
      given += 1;
      const name = `test:${given}`;
      await database.withBusiness(business.id, (tx) =>
        earn(tx, {
          holder: { kind: 'person', id: person },
          credits: [
            {
              wallet,
              units,
              availableFrom: clock.now(),
              expiresAt: expiresAt ?? null,
              cause: { kind: 'import' },
              key: name,
            },
          ],
          at: clock.now(),
          now: clock.now(),
        }),
      );
    },
    word: (word, offer, uses) =>
      database.withBusiness(business.id, async (tx) => {
        const made = await wordBatch(
          tx,
          business,
          { name: word, offer, word, uses, usesPerPerson: null, validFrom: null, validUntil: null },
          { by: 'test', now: clock.now() },
        );
        if (!made.ok) throw new Error(made.refusal.code);
      }),
    giftCard: (amount) =>
      database.withBusiness(business.id, async (tx) => {
        const made = await issueCard(
          tx,
          business,
          { amount, paid: true, person: null, expiresAt: null },
          { by: 'test', now: clock.now() },
        );
        if (!made.ok) throw new Error(made.refusal.code);
        return { id: made.value.card.id, code: made.value.code };
      }),
    lastCode: (mobile) =>
      database.withBusiness(business.id, async (tx) => {
        const { rows } = await tx.query<{ body: string }>(
          `SELECT body FROM recorded_messages WHERE business_id = this_business() AND recipient = $1
           ORDER BY message_id DESC LIMIT 1`,
          [mobile],
        );
        return /[0-9]{6}/.exec(rows[0]?.body ?? '')?.[0] ?? '';
      }),
    async differences() {
      return (await checkLedger(database, business.id)).examples;
    },
    close: () => served.close(),
  };
  await shop.publish(CLUB);
  return shop;
}
