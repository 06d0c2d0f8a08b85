import { type Because, evaluate } from '@nardeban/core/criteria';
import type { History } from '@nardeban/core/facts';
import {
  type AskGuard,
  askGuards,
  type AskRule,
  guardsOf,
  type Strength,
  strengthOf,
} from '@nardeban/core/sales';
import { type Instant, isoDay, refuse, type Result, zoneOf, accept } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf } from '../../ladder/index.ts';
import { membersOf } from '../../people/index.ts';
import { lastAsk } from './asks.ts';
import { historiesOf, readingOf } from './reading.ts';
import { settingsOf } from './settings.ts';

/** Whether somebody may be asked to recommend us at this moment, with the reasons. */
export interface MayAsk extends Strength {
  readonly person: number;
  readonly may: boolean;
  /** What speaks against it; `not-content`: nothing forbids it, but nothing shows that they are content either. Null: nothing. */
  readonly against: AskGuard | 'not-content' | null;
  /** What shows that they are content, and whether it does. */
  readonly content: Because;
  /** What forbids asking, each with whether it does. */
  readonly guards: readonly {
    readonly guard: AskGuard;
    readonly forbids: boolean;
    readonly because: Because;
  }[];
}

/** By a history of theirs. `comeBack`: they said "later", and the day they named has come. */
export function judge(
  business: Business,
  rule: AskRule,
  {
    person,
    history,
    now,
    comeBack,
  }: {
    readonly person: number;
    readonly history: History;
    readonly now: Instant;
    readonly comeBack: boolean;
  },
): MayAsk {
  const calendar = calendarOf(business);
  const content = evaluate(rule.happy, history, now, calendar);
  const all = guardsOf(rule);
  const guards = askGuards.map((guard) => {
    const { verdict, because } = evaluate(all[guard], history, now, calendar);
    return { guard, forbids: verdict && !(guard === 'lately' && comeBack), because };
  });
  const forbidding = guards.find(({ forbids }) => forbids)?.guard ?? null;
  const against = forbidding ?? (content.verdict ? null : 'not-content');
  return {
    person,
    may: against === null,
    against,
    content: content.because,
    guards,
    ...strengthOf(history, now),
  };
}

/** Refusal: `person_unknown`. */
export async function mayAsk(
  tx: Tx,
  business: Business,
  asked: number,
  now: Instant,
): Promise<Result<MayAsk>> {
  const { rows } = await tx.query<{ root: number }>(
    `SELECT coalesce(merged_into, person_id) AS root FROM people WHERE business_id = this_business() AND person_id = $1`,
    [asked],
  );
  const person = rows[0]?.root;
  if (person === undefined) return refuse('person_unknown', 'person', { id: asked });
  const { rule } = await settingsOf(tx);
  const history = (await historiesOf(tx, [person], readingOf(rule, { ids: true }))).get(person);
  const members = (await membersOf(tx, [person])).get(person) ?? [person];
  const last = await lastAsk(tx, members);
  const today = isoDay(zoneOf(business.zone).dayOf(now));
  const comeBack = last?.answer === 'later' && last.until !== null && last.until <= today;
  return accept(
    judge(business, rule, { person, history: history ?? { knownSince: now, facts: [] }, now, comeBack }),
  );
}
