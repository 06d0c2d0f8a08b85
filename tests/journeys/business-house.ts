import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../../packages/server/src/app.ts';
import { receiveFacts } from '../../packages/server/src/capabilities/facts/index.ts';
import { foundBusiness } from '../../packages/server/src/capabilities/ladder/index.ts';
import { systemClock } from '../../packages/server/src/platform/clock/index.ts';
import { type Database, openDatabase } from '../../packages/server/src/platform/database/index.ts';
import { freshDatabase } from '../../packages/server/src/platform/database/testing.ts';
import { makeApiKey, scopes } from '../../packages/server/src/platform/http/index.ts';
import { prepareJobs } from '../../packages/server/src/platform/jobs/index.ts';
import { createLog } from '../../packages/server/src/platform/log/index.ts';
import { addStaff } from '../../packages/server/src/platform/sign-in/index.ts';
import { startWork } from '../../packages/server/src/work.ts';

/** Where the built page stands; `WEB_FOLDER` names another build, to try one beside the other. */
const built = process.env['WEB_FOLDER'] ?? join(import.meta.dirname, '../../packages/web/dist');

type Founding = Parameters<typeof foundBusiness>[2];
type Business = Extract<Awaited<ReturnType<typeof foundBusiness>>, { ok: true }>['value'];
type Config = Parameters<typeof buildApp>[0]['config'];

interface Account {
  readonly email: string;
  readonly password: string;
}

interface BusinessOptions extends Founding {
  /** Who works there: their account, role and name. */
  readonly staff: readonly (readonly [who: Account, role: string, name: string])[];
  /** What the server is told beside where its data stand. */
  readonly config?: Partial<Config>;
  /** Run the jobs as well, as `npm start` does; without them they only wait. */
  readonly jobs?: boolean;
}

/** A business that was just founded, with its staff, served by the whole program; nobody is known in it yet. */
export interface BusinessHouse {
  readonly address: string;
  readonly database: Database;
  readonly business: Business;
  /** Asks the server as another program would, with every right; the answer has to be a good one. */
  readonly ask: <Body>(method: string, path: string, body?: object) => Promise<Body>;
  /** Stores that somebody did this at that instant; answers their number. */
  readonly receive: (person: object, type: string, data: object, at: number) => Promise<number>;
  /** Gives somebody an account; answers its id. */
  readonly hire: (who: Account, role: string, name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Founds a business in a database of its own, hires its staff, and serves it. */
export async function openBusiness({
  staff,
  config,
  jobs = false,
  ...founding
}: BusinessOptions): Promise<BusinessHouse> {
  if (!existsSync(join(built, 'index.html')))
    throw new Error('The journeys look at the built page, and it is not built: run npm run build:web first.');
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), `nardeban-${founding.slug}-`));
  const log = createLog('silent');
  const founded = await foundBusiness(database, systemClock, founding);
  if (!founded.ok) throw new Error(founded.refusal.code);
  const business = founded.value;
  const hire = async (who: Account, role: string, name: string): Promise<string> => {
    const added = await addStaff(database, { ...who, name, businessSlug: business.slug, role });
    if (!added.ok) throw new Error(added.refusal.code);
    return added.value.userId;
  };
  for (const [who, role, name] of staff) await hire(who, role, name);
  const made = await makeApiKey(database, business, { name: 'till', scopes, madeBy: 'test' });
  if (!made.ok) throw new Error(made.refusal.code);
  // What asks for a job does so whether or not anybody works at it.
  if (!jobs) await prepareJobs(fresh.ownerUrl);
  const app = await buildApp({
    database,
    clock: systemClock,
    config: { publicUrl: undefined, sessionSecret: undefined, dataFolder, ...config },
    log,
    webFolder: built,
  });
  const parts = { database, ownerUrl: fresh.ownerUrl, clock: systemClock, log };
  const work = jobs ? await startWork(parts) : undefined;
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  let told = 0;
  return {
    address,
    database,
    business,
    hire,
    async ask<Body>(method: string, path: string, body?: object): Promise<Body> {
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
    },
    async receive(person, type, data, at) {
      told += 1;
      const [answer] = await receiveFacts(database, systemClock, business, [
        { person, type, at, source: 'till', key: `F-${told}`, data },
      ]);
      if (answer?.status !== 'stored' || answer.personId === null) throw new Error(JSON.stringify(answer));
      return answer.personId;
    },
    async close() {
      await work?.stop();
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}
