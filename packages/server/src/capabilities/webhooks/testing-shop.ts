import type { Instant } from '@nardeban/core/values';
import type { Database } from '../../platform/database/index.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { receiveFacts } from '../facts/index.ts';
import { drainClimbs, foundBusiness } from '../ladder/index.ts';
import { type Hook, hookById, makeHook } from './hook-store.ts';
import { type Message, listMessages, type MessageOpened, openMessage } from './message-store.ts';
import { THIS_MACHINE } from './testing-receiver.ts';
import { type HookWork, type HookWorkOptions, startHooks } from './work.ts';

export const NOW = Date.UTC(2026, 5, 1, 9);
export const RULES = { own: THIS_MACHINE };

/** A shop with a clock of its own, where hooks are made and followed. */
export interface HookShop {
  readonly shop: Business;
  readonly clock: { now(): Instant; set(at: Instant): void };
  tell(type: string, given?: Readonly<Record<string, unknown>>): Promise<number>;
  climb(): Promise<void>;
  hook(url: string, events?: readonly string[]): Promise<{ readonly id: number; readonly secret: string }>;
  read(id: number): Promise<Hook>;
  log(hook: number, state?: Message['state']): Promise<readonly Message[]>;
  open(hook: number, message: number): Promise<MessageOpened>;
  worker(options?: Partial<HookWorkOptions>): HookWork;
}

let founded = 0;

export async function hookShop(database: Database): Promise<HookShop> {
  let now = NOW;
  const clock = { now: () => now, set: (at: Instant) => void (now = at) };
  founded += 1;
  const made = await foundBusiness(database, clock, { slug: `hooks-${founded}`, name: 'Hooks' });
  if (!made.ok) throw new Error(made.refusal.code);
  const shop = made.value;
  let told = 0;
  const inside = database.withBusiness.bind(null, shop.id) as <T>(
    work: Parameters<typeof database.withBusiness<T>>[1],
  ) => Promise<T>;
  return {
    shop,
    clock,
    async tell(type, given = {}) {
      told += 1;
      const fact = { person: { external: 'p1' }, type, at: now - 1000, key: `k${told}`, ...given };
      const [answer] = await receiveFacts(database, clock, shop, [fact]);
      if (answer?.status !== 'stored') throw new Error(JSON.stringify(answer));
      return answer.factId;
    },
    climb: async () => void (await drainClimbs(database, clock, shop.id)),
    async hook(url, events = ['*']) {
      const asked = { url, events, description: '', enabled: true };
      const hook = await inside((tx) => makeHook(tx, asked, { by: 'test', now, rules: RULES }));
      if (!hook.ok) throw new Error(hook.refusal.code);
      return { id: hook.value.hook.id, secret: hook.value.secret };
    },
    async read(id) {
      const hook = await inside((tx) => hookById(tx, id, now));
      if (hook === null) throw new Error('no hook');
      return hook;
    },
    log: async (hook, state) =>
      (await inside((tx) => listMessages(tx, hook, { state, limit: 200 }))).messages,
    async open(hook, message) {
      const opened = await inside((tx) => openMessage(tx, hook, message));
      if (!opened.ok) throw new Error(opened.refusal.code);
      return opened.value;
    },
    worker: (options = {}) =>
      startHooks({ database, clock, log: createLog('silent'), rules: RULES, everyMs: null, ...options }),
  };
}
