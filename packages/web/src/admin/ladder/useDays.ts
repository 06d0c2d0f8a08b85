import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';

/** Up to here the server counts a median to the day; beyond it is within five per cent. */
const EXACT_DAYS = 14;

/** A number of days in words; one that is only about right says so. */
export function useDays(): (days: number) => string {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (days) => {
    const whole = Math.round(days);
    if (whole === 0) return t('ladder.sameDay');
    return t(whole > EXACT_DAYS ? 'ladder.aboutDays' : 'ladder.days', {
      count: whole,
      days: speech.number(whole),
    });
  };
}
