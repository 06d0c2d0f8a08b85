import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { CardsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { Awards } from './Awards.tsx';
import type { Changes } from './OfferList.tsx';
import type { OffersSearch } from './offers-search.ts';
import { PersonPicker } from './PersonPicker.tsx';
import { PersonScore } from './PersonScore.tsx';
import { settingsQuery } from './queries.ts';
import { Weights } from './Weights.tsx';

/** What counts as deserving thanks, how much of it somebody deserves, and who is honoured at the end of the year. */
export function AppreciationView(props: {
  readonly mayWrite: boolean;
  readonly search: OffersSearch;
  readonly onChange: (changes: Changes) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { mayWrite, search, onChange } = props;
  const settings = useQuery(settingsQuery(asking));
  return (
    <>
      {settings.data === undefined ? (
        settings.isError ? (
          <FailureNotice error={settings.error} onRetry={() => void settings.refetch()} />
        ) : (
          <CardsSkeleton cards={1} height={420} />
        )
      ) : (
        <Weights kept={settings.data} mayWrite={mayWrite} />
      )}
      <section className={spend.section} aria-labelledby="person-score">
        <h2 id="person-score">{t('clubOffers.score.title')}</h2>
        <p>{t('clubOffers.score.text')}</p>
        <PersonPicker label={t('clubOffers.people.search')} onChoose={({ id }) => onChange({ person: id })} />
        {search.person === undefined ? null : <PersonScore key={search.person} person={search.person} />}
      </section>
      <Awards mayWrite={mayWrite} year={search.year} onYear={(year) => onChange({ year })} />
    </>
  );
}
