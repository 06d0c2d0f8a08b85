import { sayCriteria, sayFacts, type Speech } from '../../criteria/index.ts';
import { type Language, toPersianDigits } from '../../values/index.ts';
import type { EngagementRule, FitRule } from './definition.ts';

/** What a fit rule asks for and brings. */
export function sayFitRule(rule: FitRule, speech: Speech): string {
  return WORDS[speech.language].fit(isolated(sayCriteria(rule.when, speech)), rule.points);
}

/** What an engagement rule counts and brings. */
export function sayEngagementRule(
  { of, where, points, halfLife, cap }: EngagementRule,
  speech: Speech,
): string {
  const words = WORDS[speech.language];
  const facts = isolated(sayFacts({ of, ...(where === undefined ? {} : { where }) }, speech));
  return words.join([
    words.each(facts, points),
    halfLife === null ? words.stays : words.halves(halfLife),
    ...(cap === undefined ? [] : [words.most(cap, points < 0)]),
  ]);
}

/** What stands in it may be of the other direction, and must not carry the points with it. */
function isolated(said: string): string {
  return `\u2068${said}\u2069`;
}

interface Words {
  fit(asked: string, points: number): string;
  each(facts: string, points: number): string;
  halves(days: number): string;
  readonly stays: string;
  most(cap: number, taken: boolean): string;
  join(parts: readonly string[]): string;
}

const fa = (value: number): string => toPersianDigits(String(Math.abs(value)));
const en = (value: number): string => `${Math.abs(value)} ${Math.abs(value) === 1 ? 'point' : 'points'}`;

const WORDS: Readonly<Record<Language, Words>> = {
  fa: {
    fit: (asked, points) => `${asked}: ${fa(points)} امتیاز ${points < 0 ? 'کم می‌شود' : 'می‌گیرد'}`,
    each: (facts, points) => `هر ${facts}: ${fa(points)} امتیاز ${points < 0 ? 'کم می‌شود' : 'می‌گیرد'}`,
    halves: (days) => `پس از هر ${fa(days)} روز نصف می‌شود`,
    stays: 'با گذشت زمان کم نمی‌شود',
    most: (cap, taken) => `روی هم دست‌بالا ${fa(cap)} امتیاز${taken ? ' کم می‌شود' : ''}`,
    join: (parts) => parts.join('؛ '),
  },
  en: {
    fit: (asked, points) => `${asked}: ${points < 0 ? 'minus ' : ''}${en(points)}`,
    each: (facts, points) => `${facts}: ${points < 0 ? 'minus ' : ''}${en(points)} each`,
    halves: (days) => `half as much after every ${days} ${days === 1 ? 'day' : 'days'}`,
    stays: 'does not fade',
    most: (cap, taken) => `at most ${taken ? 'minus ' : ''}${cap} together`,
    join: (parts) => parts.join('; '),
  },
};
