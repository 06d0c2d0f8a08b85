import { useTranslation } from 'react-i18next';
import type { Advised } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';
import type { StepAdvice } from './moving.ts';

/** What rungs, types and times since the last order are called. */
export function useNames({ names, types }: Advised) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const rung = (place: number) => {
    const found = names[place];
    return found === undefined ? speech.number(place + 1) : speech.words(found.name);
  };
  return {
    rung,
    step: (place: number) => t('ladder.fromTo', { from: rung(place), to: rung(place + 1) }),
    type: (place: number) => {
      const found = types[place];
      return found === undefined ? t('spend.advisor.everyone') : speech.words(found.name);
    },
    recency: ({ overDays, upToDays }: Pick<StepAdvice['byRecency'][number], 'overDays' | 'upToDays'>) => {
      if (overDays === null && upToDays === null) return t('spend.advisor.neverOrdered');
      const [over, upTo] = [speech.number(overDays ?? 0), speech.number(upToDays ?? 0)];
      if (overDays === null) return t('spend.advisor.orderedWithin', { days: upTo });
      if (upToDays === null) return t('spend.advisor.orderedBefore', { days: over });
      return t('spend.advisor.orderedBetween', { over, upTo });
    },
  };
}
