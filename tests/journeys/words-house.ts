import { createServer } from 'node:http';
import { drainClimbs } from '../../packages/server/src/capabilities/ladder/index.ts';
import { lookForRecommendations } from '../../packages/server/src/capabilities/sales/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openBusiness } from './business-house.ts';
import { ANALYST, OWNER } from './small-shop.ts';

const DAY = 86_400_000;

export const SELLER = { email: 'seller@small-shop.example', password: 'a password to sell with' };
export const LEILA = 'لیلا حسینی';
export const SARA = 'سارا بهرامی';
export const UPSET = 'نادر شاکی';

export interface WordsHouse {
  readonly address: string;
  /** A content customer with a deal about tea; another who bought the same; one with an open complaint. */
  readonly leila: number;
  readonly sara: number;
  readonly upset: number;
  readonly deal: number;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  readonly tell: (person: number, type: string, data: object, days?: number) => Promise<void>;
  /** What the jobs do every minute. */
  readonly look: () => Promise<void>;
  /** The address of a page of another site with this in it. */
  readonly elsewhere: (body: string) => string;
  close(): Promise<void>;
}

/** A tea shop of which a few customers think well, where nobody has written down a fear or asked for a word yet. */
export async function openWordsHouse(): Promise<WordsHouse> {
  const { address, ask, database, business, receive, close } = await openBusiness({
    slug: 'chaysara',
    name: 'چای‌سرای بهار',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [SELLER, 'sales', 'بهرام'],
      [ANALYST, 'analyst', 'سامان'],
    ],
  });
  const told = (person: object, type: string, data: object, days: number): Promise<number> =>
    receive(person, type, data, Date.now() - days * DAY);
  const look = async (): Promise<void> => {
    await drainClimbs(database, systemClock, business.id);
    await lookForRecommendations(database, systemClock);
  };

  const leila = await told({ mobile: '+989121110001', name: LEILA }, 'product.bought', tea('o1'), 40);
  const sara = await told({ mobile: '+989121110002', name: SARA }, 'product.bought', tea('o2'), 30);
  const upset = await told({ mobile: '+989121110003', name: UPSET }, 'product.bought', tea('o3'), 30);
  const score = { survey: 'nps', question: 'recommend', score: 10 };
  for (const id of [leila, upset]) await told({ id }, 'survey.answered', score, 5);
  await told({ id: upset }, 'complaint.opened', { complaint: 'c1' }, 1);
  const opened = await ask<{ id: number }>('POST', '/v1/sales/deals', {
    person: leila,
    title: 'سفارش چای برای مهمانی',
    amount: 40_000_000,
    products: ['چای ایرانی'],
    owner: null,
    expectedClose: null,
  });
  const bodies = new Map<string, string>();
  const stranger = createServer((request, reply) => {
    reply.setHeader('content-type', 'text/html; charset=utf-8');
    reply.end(
      `<!doctype html><html lang="fa" dir="rtl"><title>سایت مشتری</title><main><h1>سایت مشتری</h1>${bodies.get(request.url ?? '') ?? ''}</main></html>`,
    );
  });
  await new Promise<void>((listening) => {
    stranger.listen(0, '127.0.0.1', listening);
  });
  const place = stranger.address();
  const port = typeof place === 'object' && place !== null ? place.port : 0;
  return {
    address,
    leila,
    sara,
    upset,
    deal: opened.id,
    ask,
    tell: async (id, type, data, days = 0) => void (await told({ id }, type, data, days)),
    look,
    elsewhere(body) {
      const path = `/page-${bodies.size}`;
      bodies.set(path, body);
      return `http://127.0.0.1:${port}${path}`;
    },
    async close() {
      stranger.close();
      stranger.closeAllConnections();
      await close();
    },
  };
}

function tea(order: string): object {
  return { order, product: 'چای ایرانی', category: 'نوشیدنی', quantity: 1, amount: 2_000_000 };
}
