import { createHash } from 'node:crypto';
import {
  claimsGivenBack,
  earningKey,
  inForceAt,
  type TracedFact,
  unitsToTakeBack,
} from '@nardeban/core/programme';
import type { Instant } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { takeBack, uncount } from '../ledger/posting.ts';
import { CLUB_SOURCE } from '../ledger/settling.ts';
import { bounded } from './crediting.ts';
import type { ClubState, PersonState } from './person-state.ts';
import { type CreditPosted, creditsForFacts, creditsOf, keysPosted } from './posted.ts';
import { factName, factsGone } from './traced-facts.ts';

interface Undoing {
  readonly tx: Tx;
  readonly business: Business;
  readonly club: ClubState;
  readonly person: number;
  readonly state: PersonState;
  readonly now: Instant;
}

/**
 * Takes back what orders earned that came back in another way than through the till, in proportion and line by nothing but
 * the amount; and what was earned for facts that have been withdrawn. Answers how many times it took something.
 */
export async function takeBackDue(on: Undoing): Promise<number> {
  return (await takeBackReturns(on)) + (await takeBackWithdrawn(on));
}

async function takeBackReturns(on: Undoing): Promise<number> {
  const { facts } = on.state;
  const returns = facts.filter(({ type, data }) => type === 'order.returned' && data['order'] !== undefined);
  let taken = 0;
  for (const [order, theirs] of Map.groupBy(returns, ({ data }) => String(data['order']))) {
    const paid = facts.find(({ type, data }) => type === 'order.paid' && data['order'] === order);
    // The till takes back itself what comes back there; only how much that was counts here.
    const elsewhere = theirs.filter(({ source }) => source !== 'till');
    if (paid === undefined || elsewhere.length === 0) continue;
    const atTill = amountOf(theirs.filter(({ source }) => source === 'till'));
    taken += await takeBackOrder(on, order, amountOf([paid]), { elsewhere, atTill });
  }
  return taken;
}

function amountOf(facts: readonly TracedFact[]): number {
  return facts.reduce((sum, { data }) => sum + Number(data['amount'] ?? 0), 0);
}

async function takeBackOrder(
  on: Undoing,
  order: string,
  amount: number,
  { elsewhere, atTill }: { readonly elsewhere: readonly TracedFact[]; readonly atTill: number },
): Promise<number> {
  const rules = new Set(on.club.versions.flatMap(({ definition }) => definition.rules.map(({ key }) => key)));
  const keys = [...rules].map((rule) => bounded(earningKey(rule, { kind: 'order', order })));
  const credits = [...(await creditsOf(on.tx, keys)).values()];
  let count = 0;
  for (const credit of credits) {
    const named = elsewhere.map((fact) => ({ fact, key: backKey(credit, fact) }));
    const done = await keysPosted(
      on.tx,
      named.map(({ key }) => key),
    );
    // Those that were taken back for already come first, so that a late one does not change what they took.
    let returned = atTill;
    for (const { fact, key } of named) if (done.has(key)) returned += Number(fact.data['amount'] ?? 0);
    let { taken } = credit;
    for (const { fact, key } of named) {
      if (done.has(key)) continue;
      returned += Number(fact.data['amount'] ?? 0);
      const units = Math.min(unitsToTakeBack(credit.units, amount, returned, taken), credit.units - taken);
      if (units === 0) continue;
      await takeUnits(on, { ...credit, taken }, units, key, fact);
      taken += units;
      count += 1;
    }
  }
  return count;
}

/** A fact that an import brought and its undoing took away was nothing to earn for. */
async function takeBackWithdrawn(on: Undoing): Promise<number> {
  const credits = (await creditsForFacts(on.tx, on.state.members)).filter(
    ({ units, taken }) => taken < units,
  );
  const told = credits.flatMap(({ cause }) => (cause.fact === undefined ? [] : [cause.fact]));
  const known = new Set(on.state.facts.map(factName));
  const gone = await factsGone(
    on.tx,
    told.filter((fact) => !known.has(factName(fact))),
  );
  let count = 0;
  for (const credit of credits) {
    const { fact } = credit.cause;
    if (fact === undefined || !gone.has(factName(fact))) continue;
    await takeUnits(on, credit, credit.units - credit.taken, `gone:${credit.transaction}`, null);
    count += 1;
  }
  return count;
}

async function takeUnits(
  on: Undoing,
  credit: CreditPosted,
  units: number,
  key: string,
  fact: TracedFact | null,
): Promise<void> {
  const { tx, business, person, now } = on;
  const at = fact?.at ?? now;
  const programme = inForceAt(on.club.versions, credit.at) ?? on.club.inForce;
  const wallet =
    programme.definition.wallets.find((one) => one.key === credit.wallet) ??
    on.club.inForce.definition.wallets.find((one) => one.key === credit.wallet);
  const { order, rule = '', version = programme.version } = credit.cause;
  const posted = await takeBack(tx, {
    earned: credit.key,
    units,
    at,
    now,
    cause: {
      kind: fact === null ? 'withdrawal' : 'return',
      rule,
      version,
      ...(order === undefined ? {} : { order }),
      ...(fact === null ? {} : { fact: { source: fact.source, key: fact.key } }),
    },
    key,
    negative: wallet?.negative ?? 'clamp',
  });
  if (!posted.ok) throw new Error(`What was earned could not be taken back: ${posted.refusal.code}`);
  const claims = claimsGivenBack(
    programme.definition,
    { rule, wallet: credit.wallet, units: credit.units, at: credit.at },
    { before: credit.taken, now: units },
    calendarOf(business),
  );
  if (claims.length > 0) await uncount(tx, { claims, person, key, now });
  const source = await sourceId(tx, business, CLUB_SOURCE);
  await appendFacts(tx, business, [
    {
      personId: person,
      conflictId: null,
      type: 'points.reversed',
      at,
      sourceId: source,
      key: `reversed:${posted.value.transaction}`,
      data: { points: units, wallet: credit.wallet, ...(order === undefined ? {} : { order }) },
    },
  ]);
}

function backKey(credit: CreditPosted, fact: TracedFact): string {
  const hash = createHash('sha256').update(factName(fact)).digest('hex').slice(0, 40);
  return `back:${credit.transaction}:${hash}`;
}
