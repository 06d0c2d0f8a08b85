import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { type Measurability, type SizeAsked, sizeQuery } from '../../../api/experiment-queries.ts';
import { useSetting } from '../../setting.ts';

/** Says before the start whether so many people can show what is hoped for, and else what they could show. */
export function SizeHelper({ asked }: { readonly asked: SizeAsked | null }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const settled = useDeferredValue(asked);
  const { data } = useQuery(sizeQuery(asking, settled));
  return (
    <div role="status" aria-live="polite">
      {asked === null || data === undefined || data === null ? (
        <Alert severity="info">{t('spend.size.needs')}</Alert>
      ) : (
        <SizeTold told={data} lift={asked.lift} />
      )}
    </div>
  );
}

/** The answer in words. */
export function SizeTold({ told, lift }: { readonly told: Measurability; readonly lift: number }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { measurable, people, needed, smallestLift } = told;
  const figures = {
    people: speech.number(people),
    lift: speech.share(lift),
    needed: speech.number(needed?.needed ?? 0),
    held: speech.number(needed?.held ?? 0),
    treated: speech.number(needed?.treated ?? 0),
    smallest: speech.share(smallestLift ?? 0),
  };
  if (measurable) {
    return (
      <Alert severity="success">
        <strong>{t('spend.size.can')}</strong> {t('spend.size.canText', figures)}
        {smallestLift === null ? null : ` ${t('spend.size.smallest', figures)}`}
      </Alert>
    );
  }
  return (
    <Alert severity="warning">
      <strong>{t('spend.size.cannot')}</strong>{' '}
      {t(needed === null ? 'spend.size.never' : 'spend.size.cannotText', figures)}{' '}
      {t(smallestLift === null ? 'spend.size.notEvenDouble' : 'spend.size.smallest', figures)}
    </Alert>
  );
}
