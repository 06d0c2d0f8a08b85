import { useTranslation } from 'react-i18next';
import type { PersonScores } from '../../../api/insight-queries.ts';
import { useWords } from '../words.ts';

/** Why somebody stands where they stand: their silence against their own rhythm. */
export function Reason({ scores }: { readonly scores: PersonScores }) {
  const { t } = useTranslation();
  const words = useWords();
  const { usualGap } = scores.evidence.cadence;
  const since = words.days(scores.daysSinceLast);
  return usualGap === null
    ? t('insight.leaving.reasonNoGap', { since })
    : t('insight.leaving.reason', { since, gap: words.days(usualGap) });
}
