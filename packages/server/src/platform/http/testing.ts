import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@nardeban/core/values';
import type { FastifyInstance } from 'fastify';
import { openDatabase, type Database } from '../database/index.ts';
import { freshDatabase } from '../database/testing.ts';
import { prepareJobs } from '../jobs/index.ts';
import { createLog } from '../log/index.ts';
import { type Business, createBusiness } from '../tenancy/index.ts';
import { makeApiKey } from './api-keys.ts';
import { type Scope, scopes } from './permissions.ts';
import type { ServerParts } from './server.ts';

/** A served program on a database of its own, with a clock that stands where it is put. */
export interface Served {
  readonly app: FastifyInstance;
  readonly database: Database;
  readonly parts: ServerParts;
  readonly ownerUrl: string;
  /** For another process that works on the same database. */
  readonly appUrl: string;
  readonly clock: { now(): Instant; set(at: Instant): void };
  /** Lines of the log, parsed. */
  readonly logged: Record<string, unknown>[];
  business(slug: string, details?: Partial<Business>): Promise<Business>;
  /** A key of a business; with every scope unless told. */
  key(business: Business, held?: readonly Scope[]): Promise<string>;
  /** For routes that add a job: the tables jobs are kept in. */
  prepareJobs(): Promise<void>;
  close(): Promise<void>;
}

/** The present of tests that do not care: 2026-06-01T09:00Z. */
export const TEST_NOW: Instant = Date.UTC(2026, 5, 1, 9);

export async function serveForTest(build: (parts: ServerParts) => Promise<FastifyInstance>): Promise<Served> {
  const fresh = await freshDatabase();
  const database = await openDatabase(fresh.appUrl, { max: 8 });
  const dataFolder = await mkdtemp(join(tmpdir(), 'nardeban-http-'));
  let now = TEST_NOW;
  const clock = { now: () => now, set: (at: Instant) => void (now = at) };
  const logged: Record<string, unknown>[] = [];
  const log = createLog('warn', {
    write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>),
  });
  const config = { publicUrl: undefined, sessionSecret: undefined, dataFolder };
  const parts: ServerParts = { database, clock, config, log, webFolder: join(dataFolder, 'web') };
  const app = await build(parts);
  return {
    app,
    database,
    parts,
    ownerUrl: fresh.ownerUrl,
    appUrl: fresh.appUrl,
    clock,
    logged,
    async business(slug, details = {}) {
      const made = await createBusiness(database, { name: slug, ...details, slug });
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value;
    },
    async key(business, held = scopes) {
      const made = await makeApiKey(database, business, { name: 'test', scopes: held, madeBy: 'test' });
      if (!made.ok) throw new Error(made.refusal.code);
      return made.value.key;
    },
    prepareJobs: () => prepareJobs(fresh.ownerUrl),
    async close() {
      await app.close();
      await database.close();
      await rm(dataFolder, { recursive: true, force: true });
      await fresh.drop();
    },
  };
}

export function bearer(key: string): { authorization: string } {
  return { authorization: `Bearer ${key}` };
}

/**
 * Asks a served program with these headers, and with more of them where a call says so, for what is found
 * under a path. A body that is JSON is answered read, any other as it stands.
 */
export function askWith(served: Pick<Served, 'app'>, headers: Readonly<Record<string, string>>, under = '') {
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    more: object = {},
  ) => {
    const answer = await served.app.inject({
      method,
      url: `${under}${url}`,
      headers: { ...headers, ...more },
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = answer.headers['content-type']?.includes('json') === true;
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: isJson ? answer.json() : answer.body,
      raw: answer.rawPayload,
    };
  };
}
export type Ask = ReturnType<typeof askWith>;
