import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isoDay } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import { explanationQuery, laddersQuery, personQuery } from '../../api/queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { AboutPerson } from './AboutPerson.tsx';
import { PersonName } from './naming.tsx';
import styles from './PersonPage.module.css';
import { PersonTools } from './PersonTools.tsx';
import { Standing } from './Standing.tsx';
import { Timeline } from './Timeline.tsx';
import { WhatNext } from './WhatNext.tsx';
import { Why } from './Why.tsx';

const route = getRouteApi('/staff/people/$person');

/** One person: where they stand, why, what would bring them up, and all that happened. */
export function PersonPage() {
  const { t } = useTranslation();
  const { person: id } = route.useParams();
  const search = route.useSearch();
  const { asking, speech, today } = useSetting();
  const day = dayOfAddress(search.asOf) ?? today;
  const asOf = day === today ? undefined : isoDay(day);
  const ladders = useQuery(laddersQuery(asking));
  const key = search.ladder ?? (ladders.data?.find((one) => one.kind === 'ladder') ?? ladders.data?.[0])?.key;
  const ladder = ladders.data?.find((one) => one.key === key);
  const person = useQuery(personQuery(asking, id));
  const explanation = useQuery({
    ...explanationQuery(asking, id, key ?? '', asOf),
    enabled: key !== undefined,
  });

  const failed = [person, explanation, ladders].find((one) => one.isError && one.data === undefined);
  if (failed !== undefined) {
    return <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  }

  const about = person.data;
  const answer = explanation.data;
  const places = ladder?.places ?? [];
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>
            {about === undefined ? <Skeleton width={260} /> : <PersonName name={about.name} id={about.id} />}
          </h1>
          <p className="soft">
            {about?.knownSince == null
              ? null
              : t('person.knownSince', { day: speech.date(about.knownSince) })}
          </p>
        </div>
        <PersonTools ladders={ladders.data ?? []} current={key} day={day} />
      </div>
      {day === today ? null : (
        <p className={styles.past} role="status">
          {t('person.past', { day: speech.day(day, 'full') })}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {answer === undefined || ladder === undefined ? (
            <Skeleton variant="rounded" height={280} />
          ) : (
            <>
              <Standing answer={answer} ladder={ladder} />
              {answer.rung === null ? null : (
                <div className={ladder.kind === 'ladder' ? styles.pair : undefined}>
                  <Why because={answer.because} person={id} pinned={answer.pinned !== null} />
                  {ladder.kind === 'ladder' ? <WhatNext answer={answer} places={places} person={id} /> : null}
                </div>
              )}
            </>
          )}
          <Timeline
            person={id}
            moves={answer?.moves ?? []}
            ladder={ladder}
            day={day}
            onlyMoves={search.show === 'moves'}
          />
        </div>
        <aside className={styles.aside}>
          {about === undefined ? <Skeleton height={200} /> : <AboutPerson person={about} />}
        </aside>
      </div>
    </>
  );
}
