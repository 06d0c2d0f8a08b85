import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { seededChance } from '@nardeban/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTillShop, type TillShop } from '../testing-shop.ts';

const program = fileURLToPath(new URL('../testing-till.ts', import.meta.url));
const isNightly = process.env['NARDEBAN_NIGHTLY'] === '1';
const KILLS = isNightly ? 20 : 1;
const SALES = isNightly ? 600 : 24;
const CLIENTS = 6;
const POINTS = 10_000;

let shop: TillShop;
let folder: string;
beforeAll(async () => {
  shop = await openTillShop('killed-shop');
  folder = await mkdtemp(join(tmpdir(), 'nardeban-till-'));
});
afterAll(async () => {
  await shop.close();
  await rm(folder, { recursive: true, force: true });
});

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [program, shop.served.appUrl, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
  if (!Buffer.isBuffer(said)) throw new Error('The till did not start');
  return { child, port: Number(said.toString()) };
}

async function kill({ child }: Running): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

interface Sale {
  readonly place: number;
  quote?: { readonly id: number; readonly priced: { readonly due: number } };
  sold?: string;
  cancelled?: string;
}

/** What was answered; null: the server was gone before it could say anything. */
async function send(
  port: number,
  path: string,
  body: object,
  key: string,
): Promise<{ status: number; text: string } | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${shop.key}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    return null;
  }
}

test('a server that is killed at any instant and started again has sold everything once, and a replay changes nothing', async () => {
  const person = await shop.person('+989124440000');
  await shop.give(person, 'points', POINTS);
  const asked = (place: number) => ({
    person,
    order: `kill-${place}`,
    basket: { lines: [{ item: 'a', quantity: 1, unitPrice: 100_000 }] },
    use: [{ wallet: 'points', units: 10 }],
  });
  const steps = async (port: number, sale: Sale): Promise<boolean> => {
    const { place } = sale;
    if (sale.quote === undefined) {
      const quoted = await send(port, '/v1/till/quotes', asked(place), `q${place}`);
      if (quoted === null) return false;
      expect(quoted.status, quoted.text).toBe(201);
      sale.quote = JSON.parse(quoted.text) as NonNullable<Sale['quote']>;
    }
    if (sale.sold === undefined) {
      const { id, priced } = sale.quote;
      const sold = await send(port, `/v1/till/quotes/${id}/commit`, { paid: priced.due }, `c${place}`);
      if (sold === null) return false;
      expect(sold.status, sold.text).toBe(201);
      sale.sold = sold.text;
    }
    if (place % 3 === 0 && sale.cancelled === undefined) {
      const back = await send(port, `/v1/till/orders/kill-${place}/cancel`, {}, `x${place}`);
      if (back === null) return false;
      expect(back.status, back.text).toBe(201);
      sale.cancelled = back.text;
    }
    return true;
  };
  const sales: Sale[] = Array.from({ length: SALES }, (_, place) => ({ place }));
  const waiting = [...sales];
  const work = async (port: number): Promise<void> => {
    await Promise.all(
      Array.from({ length: CLIENTS }, async () => {
        for (let sale = waiting.shift(); sale !== undefined; sale = waiting.shift()) {
          if (await steps(port, sale)) continue;
          waiting.push(sale);
          return;
        }
      }),
    );
  };

  const chance = seededChance(7);
  for (let round = 0; round < KILLS; round++) {
    const running = await start();
    const working = work(running.port);
    await pause(60 + Math.floor(300 * chance.next()));
    await kill(running);
    await working;
    expect(await shop.differences()).toEqual([]);
  }
  const running = await start();
  try {
    await work(running.port);
    expect(waiting).toEqual([]);
    const state = async () => {
      const { rows } = await shop.served.database.withBusiness(shop.business.id, (tx) =>
        tx.query<{ orders: number; facts: number; balance: number }>(
          `SELECT (SELECT count(*)::int FROM till_orders WHERE business_id = this_business()) AS orders,
             (SELECT count(*)::int FROM facts WHERE business_id = this_business() AND type = 'order.paid') AS facts,
             (SELECT balance FROM club_accounts WHERE business_id = this_business() AND person_id = $1 AND wallet = 'points') AS balance`,
          [person],
        ),
      );
      return rows[0];
    };
    const kept = sales.filter(({ place }) => place % 3 !== 0).length;
    // Of each order that stays 10 points were spent and 9 earned: nothing is earned on what points paid.
    expect(await state()).toEqual({ orders: SALES, facts: SALES, balance: POINTS - kept });
    for (const sale of sales) {
      const again = await send(
        running.port,
        `/v1/till/quotes/${sale.quote?.id}/commit`,
        { paid: sale.quote?.priced.due },
        `c${sale.place}`,
      );
      expect(again?.text).toBe(sale.sold);
      if (sale.cancelled === undefined) continue;
      const back = await send(
        running.port,
        `/v1/till/orders/kill-${sale.place}/cancel`,
        {},
        `x${sale.place}`,
      );
      expect(back?.text).toBe(sale.cancelled);
    }
    expect(await state()).toEqual({ orders: SALES, facts: SALES, balance: POINTS - kept });
    expect(await shop.differences()).toEqual([]);
  } finally {
    await kill(running);
  }
}, 180_000);
