import { type Matter, type Ranked, rankToday, type Reason, riskOf } from '@nardeban/core/sales';
import { type Instant, isoDay, type Zone, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  type CountsRow,
  type DealRow,
  type FollowUpRow,
  type MatterRow,
  readKnown,
  readToday,
  type TodayRead,
} from './today-reading.ts';

/** What is to be done about a matter, as far as today shows it. */
export type TodayFollowUp = Omit<FollowUpRow, keyof DealRow>;

export interface TodayMatter extends Matter {
  readonly name: string | null;
  readonly mobile: string | null;
  readonly title: string | null;
  readonly amount: number | null;
  readonly chance: number | null;
  readonly followUps: readonly TodayFollowUp[];
}

export interface Today {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly now: Instant;
  readonly items: readonly Ranked<TodayMatter>[];
  /** How much there is of each kind, beyond what is shown; counted as far as 1000. */
  readonly counts: CountsRow;
  /** What a deal of this seller brings as a rule, in minor units; null: none of theirs has an amount. */
  readonly typical: number | null;
}

/**
 * What a seller has before them now: what is overdue and due today, leads that wait for an answer, deals that stand still,
 * and what has no next step; one line a matter, in the order of what is lost otherwise. `owner` null: what is nobody's. It
 * is the last thing that is asked of its transaction.
 */
export async function todayOf(
  tx: Tx,
  business: Business,
  asked: { readonly owner: string | null; readonly now: Instant; readonly limit: number },
): Promise<Today> {
  const { owner, now } = asked;
  const zone = zoneOf(business.zone);
  const day = zone.dayOf(now);
  const read = await readToday(tx, owner, { from: zone.startOf(day), until: zone.startOf(day + 1) });
  const deals = new Map(
    [...read.followUps, ...read.stalled, ...read.dealsWithoutStep].map((row) => [row.deal, row]),
  );
  const typical = read.typical ?? 0;
  const matters = gather(read, { now, zone }).map((matter): Told => {
    const deal = matter.deal === null ? undefined : deals.get(matter.deal);
    return {
      ...matter,
      worth: deal?.open === true ? deal.weight : null,
      isOpen: deal?.open === true,
      title: deal?.title ?? null,
      amount: deal?.amount ?? null,
      chance: deal?.chance ?? null,
    };
  });
  const near = withinReach(rankToday(matters, typical), asked.limit);
  const known = await readKnown(tx, [...new Set(near.map(({ person }) => person))]);
  const whole = near.map(({ isOpen, ...matter }): TodayMatter => {
    const { root = matter.person, name = null, mobile = null, band } = known.get(matter.person) ?? {};
    const leaves = isOpen && (band === 'leaving' || band === 'gone');
    const reasons: readonly Reason[] = leaves
      ? [...matter.reasons, { code: 'leaving', band }]
      : matter.reasons;
    return { ...matter, person: root, name, mobile, reasons };
  });
  return {
    day: isoDay(day),
    now,
    items: rankToday(whole, typical).slice(0, asked.limit),
    counts: read.counts,
    typical: read.typical,
  };
}

/** A matter of somebody of whom nothing is known yet but the number under which it was told. */
interface Told extends Omit<TodayMatter, 'name' | 'mobile'> {
  readonly isOpen: boolean;
}

/** Those that may be among the first so many, whatever is found of whom they are with: that only moves an open deal up. */
function withinReach(ranked: readonly Ranked<Told>[], limit: number): readonly Told[] {
  const least = ranked[limit - 1]?.loss ?? 0;
  return ranked
    .filter(({ matter, worth, loss }) => {
      if (loss >= least) return true;
      return (
        matter.isOpen &&
        Math.round(worth * riskOf([...matter.reasons, { code: 'leaving', band: 'gone' }])) >= least
      );
    })
    .map(({ matter }) => matter);
}

interface Gathered {
  readonly deal: number | null;
  readonly lead: number | null;
  readonly person: number;
  readonly reasons: Reason[];
  readonly followUps: TodayFollowUp[];
}

/** One matter for everything that is about the same deal, else the same lead, else the same person. */
function gather(read: TodayRead, clock: { readonly now: Instant; readonly zone: Zone }): readonly Gathered[] {
  const matters = new Map<string, Gathered>();
  const matterOf = ({ person, deal, lead }: MatterRow): Gathered => {
    const key = deal !== null ? `deal ${deal}` : lead !== null ? `lead ${lead}` : `person ${person}`;
    let matter = matters.get(key);
    if (matter === undefined) {
      matter = { deal, lead, person, reasons: [], followUps: [] };
      matters.set(key, matter);
    }
    return matter;
  };
  for (const row of read.followUps) {
    const matter = matterOf(row);
    const { id, kind, about, dueAt, wholeDay, state, revision } = row;
    matter.followUps.push({ id, kind, about, dueAt, wholeDay, state, revision });
    matter.reasons.push(reasonOf(row, clock));
  }
  for (const row of read.leads) {
    const minutes = Math.round((row.answerBy - clock.now) / 60_000);
    matterOf(row).reasons.push(
      minutes >= 0
        ? { code: 'answer-due', at: row.answerBy, minutes }
        : { code: 'answer-late', at: row.answerBy, minutes: -minutes },
    );
  }
  for (const row of read.stalled)
    matterOf(row).reasons.push({ code: 'stalled', days: daysSince(row.stalledAt, clock) });
  for (const row of [...read.dealsWithoutStep, ...read.leadsWithoutStep])
    matterOf(row).reasons.push({ code: 'no-next-step' });
  for (const { followUps } of matters.values()) followUps.sort((one, other) => one.dueAt - other.dueAt);
  return [...matters.values()];
}

/** What is past its time but not missed yet is still at its time. */
function reasonOf(row: FollowUpRow, clock: { readonly now: Instant; readonly zone: Zone }): Reason {
  const days = daysSince(row.dueAt, clock);
  const overdue = row.state === 'missed' || days > 0;
  if (row.kind === 'promise')
    return overdue
      ? { code: 'promise-overdue', followUp: row.id, days }
      : { code: 'promise-due', followUp: row.id, at: row.dueAt };
  if (overdue) return { code: 'overdue', followUp: row.id, days };
  return row.wholeDay
    ? { code: 'due-today', followUp: row.id }
    : {
        code: 'at-time',
        followUp: row.id,
        at: row.dueAt,
        minutes: Math.round((row.dueAt - clock.now) / 60_000),
      };
}

function daysSince(at: Instant, { now, zone }: { readonly now: Instant; readonly zone: Zone }): number {
  return Math.max(0, zone.dayOf(now) - zone.dayOf(at));
}
