import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstForm } from '@nardeban/core/sales';
import { buildApp } from '../../packages/server/src/app.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { startWork } from '../../packages/server/src/work.ts';
import { OWNER } from './small-shop.ts';

const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

export const SELLER = { email: 'seller@cycle.example', password: 'a password to sell with' };
export const MANAGER = { email: 'manager@cycle.example', password: 'a password to manage' };
export const SOFA = 'مبل راحتی';
export const CUSHION = 'کوسن';

/** Where somebody stands by what happened: on the ladder, and among the thirteen stages of sales. */
export interface Standing {
  readonly rung: string | null;
  readonly stage: string | null;
}

export interface CycleHouse {
  readonly address: string;
  /** Where strangers find the form. */
  readonly form: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  readonly standing: (person: number) => Promise<Standing>;
  /** Everywhere they stood on one of both, in order. */
  readonly way: (person: number, ladder: 'loyalty' | 'sales-stages') => Promise<string[]>;
  /** How often what was told of somebody, by what it is. */
  readonly told: (person: number) => Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** A furniture shop with a form, a seller and a manager, whom nobody has written to yet; its jobs run as with `npm start`. */
export async function openCycleHouse(): Promise<CycleHouse> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-cycle-'));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, { slug: 'chub', name: 'مبل چوب' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  const shop = founded.value;
  const hire = async (who: typeof SELLER, role: string, name: string): Promise<string> => {
    const added = await addStaff(database, { ...who, name, businessSlug: shop.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.userId;
  };
  await hire(OWNER, 'owner', 'مینا احمدی');
  await hire(MANAGER, 'manager', 'Sara Bahrami');
  const seller = await hire(SELLER, 'sales', 'بهرام');
  const made = await makeApiKey(database, shop, { name: 'test', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const app = await buildApp({ database, clock: systemClock, config, log, webFolder: built });
  const work = await startWork({ database, ownerUrl: fresh.ownerUrl, clock: systemClock, log });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ask = async <Body>(method: string, path: string, body?: object): Promise<Body> => {
    const answer = await fetch(address + path, {
      method,
      headers: {
        authorization: `Bearer ${made.value.key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(said)}`);
    return said as Body;
  };
  await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [seller] });
  await ask('PUT', '/v1/sales/belongs/pairs', {
    item: SOFA,
    other: CUSHION,
    own: true,
    sentenceFa: 'برای {item}، {other} هم بردارید.',
    sentenceEn: 'Take {other} with {item}.',
    revision: null,
  });
  await ask('POST', '/v1/sales/objections/starter', { language: 'fa' });
  await openForm(ask);
  const place = (person: number, ladder: string) =>
    ask<{ rung: string | null; moves: { from: string; to: string; superseded: boolean }[] }>(
      'GET',
      `/v1/people/${person}/ladders/${ladder}`,
    );
  return {
    address,
    form: '/f/chub/price',
    ask,
    async standing(person) {
      const [ladder, stages] = await Promise.all([place(person, 'loyalty'), place(person, 'sales-stages')]);
      return { rung: ladder.rung, stage: stages.rung };
    },
    async way(person, ladder) {
      const { moves } = await place(person, ladder);
      return moves.filter(({ superseded }) => !superseded).map(({ to }) => to);
    },
    async told(person) {
      const { facts } = await ask<{ facts: { type: string }[] }>(
        'GET',
        `/v1/people/${person}/facts?limit=500`,
      );
      const counts: Record<string, number> = {};
      for (const { type } of facts) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    },
    async close() {
      await work.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}

/** A form that asks which price somebody wants to know, open to everybody. */
async function openForm(ask: CycleHouse['ask']): Promise<void> {
  const first = firstForm();
  const definition = {
    ...first,
    title: { fa: 'قیمت مبل', en: 'Sofa prices' },
    fields: [
      ...first.fields,
      {
        key: 'what',
        kind: 'product',
        label: { fa: 'کدام کالا', en: 'Which product' },
        required: true,
        becomes: 'price',
        choices: [{ value: SOFA, label: { fa: SOFA, en: 'Sofa' } }],
      },
    ],
    lead: { ...first.lead, source: 'site', campaign: 'autumn' },
    // That robots wait is tried elsewhere; nobody has to wait here.
    leastSeconds: 0,
  };
  await ask('POST', '/v1/sales/forms', { key: 'price', definition });
  await ask('PUT', '/v1/sales/forms/price', { definition, state: 'open', revision: 1 });
}
