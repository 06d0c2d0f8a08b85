import { createHash } from 'node:crypto';
import {
  type Claim,
  countersAsked,
  type CounterUse,
  type Earned,
  earningKey,
  earningsOf,
  type EarningOccasion,
  type GainDue,
  gainOf,
  gainsDue,
  type InForceSince,
  type OrderDue,
  ordersDue,
  standingAt,
} from '@nardeban/core/programme';
import type { FactData } from '@nardeban/core/facts';
import { type Instant, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { countersOf } from '../ledger/counters.ts';
import { capture, hold } from '../ledger/holds.ts';
import { earn, prolong } from '../ledger/posting.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';
import type { Cause } from '../ledger/types.ts';
import type { PersonState } from './person-state.ts';
import { keysPosted } from './posted.ts';

/** Where and when somebody earns, and for whom it is. */
interface Crediting {
  readonly tx: Tx;
  readonly business: Business;
  readonly person: number;
  readonly state: PersonState;
  readonly now: Instant;
}

/** Posts whatever the person has earned and not been given yet. Answers how many credits there were. */
export async function creditDue(on: Crediting): Promise<number> {
  const orders = ordersDue(on.state.asked);
  const gains = gainsDue(on.state.asked);
  const keys = [
    ...orders.flatMap((due) => orderKeys(due)),
    ...gains.flatMap(({ rule, occasion }) => keysOf(rule.key, occasion, on.state.members)),
  ];
  const posted = await keysPosted(on.tx, [...new Set(keys)]);
  let credits = 0;
  for (const due of orders) {
    // One order is settled at once by all rules there were: what came of it is not looked at again.
    if (!orderKeys(due).some((key) => posted.has(key))) credits += await creditOrder(on, due);
  }
  const done = new Set<string>();
  for (const due of gains) {
    const theirs = keysOf(due.rule.key, due.occasion, on.state.members);
    if (theirs.some((key) => posted.has(key) || done.has(key))) continue;
    for (const key of theirs) done.add(key);
    credits += await creditGain(on, due);
  }
  return credits;
}

function orderKeys({ programme, told }: OrderDue): string[] {
  return programme.definition.rules
    .filter(({ on }) => on.kind === 'order' || on.kind === 'first-order')
    .map(({ key }) => bounded(earningKey(key, { kind: 'order', order: told.order })));
}

/** Whoever was merged with somebody was perhaps given it before, under their own number. */
function keysOf(rule: string, occasion: EarningOccasion, members: readonly number[]): string[] {
  if (occasion.kind === 'order' || occasion.kind === 'fact') return [bounded(earningKey(rule, occasion))];
  return members.map((person) => bounded(earningKey(rule, { ...occasion, person })));
}

async function creditOrder(on: Crediting, { programme, at, told, fact }: OrderDue): Promise<number> {
  const calendar = calendarOf(on.business);
  const { definition } = programme;
  const person = standingAt(on.person, on.state.history, on.state.stood, definition, at, calendar);
  const lines = told.nets.map((net, place) => ({
    net,
    tax: told.taxes[place] ?? 0,
    byWallets: 0,
    byGiftCards: 0,
  }));
  return posting(on, programme, at, (used) => {
    const { basket, order } = told;
    const { earned, claims } = earningsOf({
      programme: definition,
      basket,
      lines,
      person,
      at,
      business: calendar,
      used,
    });
    return {
      claims,
      credits: earned.map((one) => ({
        earned: one,
        key: bounded(earningKey(one.rule, { kind: 'order', order })),
        cause: { kind: 'earning', order, rule: one.rule, version: programme.version, fact: traceOf(fact) },
        data: { order },
      })),
    };
  });
}

async function creditGain(on: Crediting, { rule, programme, at, occasion, fact }: GainDue): Promise<number> {
  const calendar = calendarOf(on.business);
  const { definition } = programme;
  const person = standingAt(on.person, on.state.history, on.state.stood, definition, at, calendar);
  // Rising to a level is thanked as somebody of that level; what reached it is of this very instant.
  const risen =
    rule.on.kind === 'level' && occasion.kind === 'person' ? (occasion.part ?? null) : person.level;
  return posting(on, programme, at, (used) => {
    const gain = gainOf({
      programme: definition,
      rule,
      person: { ...person, level: risen },
      at,
      business: calendar,
      used,
    });
    if (gain.earned === null) return { claims: [], credits: [] };
    const trace = fact === null ? {} : { fact: traceOf(fact) };
    return {
      claims: gain.claims,
      credits: [
        {
          earned: gain.earned,
          key: bounded(earningKey(rule.key, occasion)),
          cause: { kind: 'earning', rule: rule.key, version: programme.version, ...trace },
          data: {},
        },
      ],
    };
  });
}

interface Planned {
  readonly claims: readonly Claim[];
  readonly credits: readonly {
    readonly earned: Earned;
    readonly key: string;
    readonly cause: Cause;
    readonly data: FactData;
  }[];
}

/** So often what is left of a budget is looked at again when another took of it in between. */
const MOST_TRIES = 5;
const HELD_MS = 60_000;

/** Plans by what is left of caps and budgets, takes the room, posts the credits and tells them, all in this transaction. */
async function posting(
  on: Crediting,
  programme: InForceSince,
  at: Instant,
  plan: (used: CounterUse) => Planned,
): Promise<number> {
  const { tx, business, person, now } = on;
  for (let tries = 1; ; tries++) {
    const planned = plan(await usedNow(on, programme, at));
    if (planned.credits.length === 0) return 0;
    if (planned.claims.length > 0) {
      const held = await hold(tx, {
        person,
        wallets: [],
        cards: [],
        claims: [...planned.claims],
        until: now + HELD_MS,
        now,
        purpose: 'earning',
      });
      if (!held.ok) {
        if (held.refusal.code === 'counter_full' && tries < MOST_TRIES) continue;
        throw new Error(`What was earned could not be counted: ${held.refusal.code}`);
      }
      const captured = await capture(tx, held.value.hold, { at, now, cause: { kind: 'earning' } });
      if (!captured.ok) throw new Error(`What was earned could not be counted: ${captured.refusal.code}`);
    }
    const posted = await earn(tx, {
      holder: { kind: 'person', id: person },
      credits: planned.credits.map(({ earned, key, cause }) => ({
        wallet: earned.wallet,
        units: earned.points,
        availableFrom: earned.availableFrom,
        expiresAt: earned.expiresAt,
        cause,
        key,
      })),
      at,
      now,
    });
    await keepRolling(on, programme, planned);
    const source = await sourceId(tx, business, CLUB_SOURCE);
    await appendFacts(
      tx,
      business,
      planned.credits.map(({ earned, data }, place) => ({
        personId: person,
        conflictId: null,
        type: 'points.earned',
        at,
        sourceId: source,
        key: `earned:${posted[place]?.transaction ?? 0}`,
        data: { points: earned.points, wallet: earned.wallet, rule: earned.rule, ...data },
      })),
    );
    return planned.credits.length;
  }
}

/** What is in a wallet of rolling expiry lasts on from whatever happens in it. */
async function keepRolling(on: Crediting, { definition }: InForceSince, planned: Planned): Promise<void> {
  const zone = zoneOf(on.business.zone);
  for (const wallet of new Set(planned.credits.map(({ earned }) => earned.wallet))) {
    const expiry = definition.wallets.find(({ key }) => key === wallet)?.expiry;
    if (expiry?.kind !== 'rolling') continue;
    const expiresAt = zone.startOf(zone.dayOf(on.now) + expiry.days + 1);
    await prolong(on.tx, { holder: { kind: 'person', id: on.person }, wallet, expiresAt, now: on.now });
  }
}

async function usedNow(on: Crediting, programme: InForceSince, at: Instant): Promise<CounterUse> {
  const asked = countersAsked(programme.definition, at, calendarOf(on.business));
  const counters = await countersOf(on.tx, asked, on.person);
  const used = new Map(counters.map(({ key, of, used: taken, held }) => [`${of} ${key}`, taken + held]));
  return (key, of) => used.get(`${of} ${key}`) ?? 0;
}

function traceOf({ source, key }: { readonly source: string; readonly key: string }): {
  readonly source: string;
  readonly key: string;
} {
  return { source, key };
}

const LONGEST_KEY = 300;

/** The ledger takes no longer keys: what is cut off is told by its hash. */
export function bounded(key: string): string {
  if (key.length <= LONGEST_KEY) return key;
  const hash = createHash('sha256').update(key).digest('hex');
  return `${key.slice(0, LONGEST_KEY - hash.length - 1)}:${hash}`;
}
