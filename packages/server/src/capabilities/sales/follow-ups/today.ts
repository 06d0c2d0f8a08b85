import { type Matter, type Ranked, rankToday, type Reason } from '@nardeban/core/sales';
import { type Instant, isoDay, type Zone, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  type CountsRow,
  type DealRow,
  type FollowUpRow,
  type MatterRow,
  readKnown,
  readNamed,
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
 * and what has no next step; one line a matter, in the order of what is lost otherwise. `owner` null: what is nobody's.
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
  const rows = [
    read.followUps,
    read.leads,
    read.stalled,
    read.dealsWithoutStep,
    read.leadsWithoutStep,
  ].flat();
  const known = await readKnown(tx, [...new Set(rows.map(({ person }) => person))]);
  const deals = new Map(
    [...read.followUps, ...read.stalled, ...read.dealsWithoutStep].map((row) => [row.deal, row]),
  );
  const matters = gather(read, (person) => known.get(person)?.root ?? person, { now, zone });
  const bands = new Map([...known.values()].map(({ root, band }) => [root, band]));
  const whole = matters.map((matter): Omit<TodayMatter, 'name' | 'mobile'> => {
    const deal = matter.deal === null ? undefined : deals.get(matter.deal);
    const band = bands.get(matter.person);
    const leaves = deal?.open === true && (band === 'leaving' || band === 'gone');
    return {
      ...matter,
      reasons: leaves ? [...matter.reasons, { code: 'leaving', band }] : matter.reasons,
      worth: deal?.open === true ? deal.weight : null,
      title: deal?.title ?? null,
      amount: deal?.amount ?? null,
      chance: deal?.chance ?? null,
    };
  });
  const shown = rankToday(whole, read.typical ?? 0).slice(0, asked.limit);
  const named = await readNamed(tx, [...new Set(shown.map(({ matter }) => matter.person))]);
  return {
    day: isoDay(day),
    now,
    items: shown.map(({ matter, ...ranked }) => {
      const { name = null, mobile = null } = named.get(matter.person) ?? {};
      return { ...ranked, matter: { ...matter, name, mobile } };
    }),
    counts: read.counts,
    typical: read.typical,
  };
}

interface Gathered {
  readonly deal: number | null;
  readonly lead: number | null;
  readonly person: number;
  readonly reasons: Reason[];
  readonly followUps: TodayFollowUp[];
}

/** One matter for everything that is about the same deal, else the same lead, else the same person. */
function gather(
  read: TodayRead,
  rootOf: (person: number) => number,
  clock: { readonly now: Instant; readonly zone: Zone },
): readonly Gathered[] {
  const matters = new Map<string, Gathered>();
  const matterOf = ({ person, deal, lead }: MatterRow): Gathered => {
    const root = rootOf(person);
    const key = deal !== null ? `deal ${deal}` : lead !== null ? `lead ${lead}` : `person ${root}`;
    let matter = matters.get(key);
    if (matter === undefined) {
      matter = { deal, lead, person: root, reasons: [], followUps: [] };
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
