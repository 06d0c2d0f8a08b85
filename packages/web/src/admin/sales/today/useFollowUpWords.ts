import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import type { FollowUp, Kind, Reason, TodayFollowUp } from './queries.ts';

/** Keeps somebody's own words apart from the sentence around them, whichever way each runs. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

const HOUR = 60;

/** How what is to be done is spoken of. */
export function useFollowUpWords() {
  const { t } = useTranslation();
  const { speech, today } = useSetting();

  /** «امروز ۱۰:۳۰», «فردا», «۲۵ آذر». */
  function when({ dueAt, wholeDay }: Pick<FollowUp, 'dueAt' | 'wholeDay'>): string {
    const day = speech.dayOf(dueAt);
    const named =
      day === today
        ? t('salesToday.when.today')
        : day === today + 1
          ? t('salesToday.when.tomorrow')
          : day === today - 1
            ? t('salesToday.when.yesterday')
            : speech.dayInYear(dueAt);
    return wholeDay ? named : t('salesToday.when.at', { day: named, time: speech.time(dueAt) });
  }

  function minutesLeft(minutes: number): string {
    if (minutes < HOUR) return t('salesToday.inMinutes', { count: minutes, shown: speech.number(minutes) });
    const hours = Math.round(minutes / HOUR);
    if (hours < 48) return t('salesToday.inHours', { count: hours, shown: speech.number(hours) });
    return days(Math.round(hours / 24));
  }
  const days = (count: number): string => t('salesToday.inDays', { count, shown: speech.number(count) });

  /** Why it stands where it stands, as a sentence. */
  function reason(one: Reason, followUps: readonly TodayFollowUp[]): string {
    const of = 'followUp' in one ? followUps.find(({ id }) => id === one.followUp) : undefined;
    const kind = t(`salesToday.kind.${of?.kind ?? 'task'}`);
    switch (one.code) {
      case 'overdue':
        return one.days === 0
          ? t('salesToday.reason.missedToday', { kind })
          : t('salesToday.reason.overdue', { kind, days: days(one.days) });
      case 'promise-overdue':
        return one.days === 0
          ? t('salesToday.reason.promiseMissed')
          : t('salesToday.reason.promiseOverdue', { days: days(one.days) });
      case 'promise-due':
        return t('salesToday.reason.promiseDue');
      case 'at-time':
        return one.minutes < 0
          ? t('salesToday.reason.timePassed', { kind, time: speech.time(one.at) })
          : one.minutes <= 2 * HOUR
            ? t('salesToday.reason.soon', { kind, time: speech.time(one.at), left: minutesLeft(one.minutes) })
            : t('salesToday.reason.atTime', { kind, time: speech.time(one.at) });
      case 'due-today':
        return t('salesToday.reason.dueToday', { kind });
      case 'answer-due':
        return t('salesToday.reason.answerDue', { left: minutesLeft(one.minutes) });
      case 'answer-late':
        return t('salesToday.reason.answerLate', { late: minutesLeft(one.minutes) });
      case 'stalled':
        return t('salesToday.reason.stalled', { days: days(one.days) });
      case 'no-next-step':
        return t('salesToday.reason.noNextStep');
      case 'leaving':
        return t(`salesToday.reason.${one.band}`);
    }
  }

  return { when, reason, days, kind: (kind: Kind): string => t(`salesToday.kind.${kind}`) };
}
