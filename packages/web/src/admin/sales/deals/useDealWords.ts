import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery } from '../queries.ts';
import { type DealCard, type DealOwner, type Pipeline } from './queries.ts';

/** How deals are spoken of: whose they are, what they are worth, what is next and why they stand still. */
export function useDealWords(owners: readonly DealOwner[] = []) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { colleagues = [], me = null } = useQuery(colleaguesQuery(asking)).data ?? {};
  const names = new Map<string, string>(owners.map(({ id, name }) => [id, name]));
  for (const { id, name } of colleagues) names.set(id, name);
  const here = new Set(colleagues.map(({ id }) => id));
  const step = (pipeline: Pipeline, key: string): string => {
    const found =
      pipeline.steps.find((one) => one.key === key) ?? pipeline.retired?.find((one) => one.key === key);
    return found === undefined ? key : speech.words(found.name);
  };
  return {
    colleagues,
    me,
    step,
    owner: (id: string | null): string =>
      id === null ? t('salesDeals.nobody') : (names.get(id) ?? t('salesDeals.someone')),
    isGone: (id: string | null): boolean =>
      id !== null && (owners.find((one) => one.id === id)?.gone ?? (here.size > 0 && !here.has(id))),
    amount: (amount: number | null): string =>
      amount === null ? t('salesDeals.noAmount') : speech.money(amount),
    day: (iso: string | null): string => {
      const day = iso === null ? null : dayOfAddress(iso);
      return day === null ? '' : speech.day(day, 'short');
    },
    stall: ({ stalledFor, stalledAt }: Pick<DealCard, 'stalledFor' | 'stalledAt'>): string | null =>
      stalledFor === null || stalledAt === null
        ? null
        : t(`salesDeals.stall.${stalledFor}`, { since: speech.dayInYear(stalledAt) }),
    lost: (pipeline: Pipeline, reason: string | null): string => {
      if (reason === null) return '';
      const found = pipeline.lostReasons.find(({ key }) => key === reason);
      return found === undefined ? reason : speech.words(found.name);
    },
    next: (next: DealCard['next']): string | null => {
      if (next === null) return null;
      const at = next.wholeDay
        ? speech.dayInYear(next.dueAt)
        : `${speech.dayInYear(next.dueAt)} ${speech.time(next.dueAt)}`;
      return `${at} · ${next.about}`;
    },
  };
}
export type DealWords = ReturnType<typeof useDealWords>;
