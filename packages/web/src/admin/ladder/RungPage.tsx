import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PersonOnRung } from '../../api/answers.ts';
import { laddersQuery, peopleOnRungQuery } from '../../api/queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { paths } from '../../paths.ts';
import { DayField } from '../../ui/DayField.tsx';
import { OnwardIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { identifierShown, PersonName } from '../people/naming.tsx';
import rows from '../people/Rows.module.css';
import { addressOfDay, useSetting } from '../setting.ts';
import styles from './RungPage.module.css';

const route = getRouteApi('/staff/ladders/$ladder/rungs/$rung');

/** The people on one rung, and what a person here is like. */
export function RungPage() {
  const { t } = useTranslation();
  const { ladder, rung } = route.useParams();
  const { asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const { asking, session, speech, today } = useSetting();
  const ladders = useQuery(laddersQuery(asking));
  const people = useInfiniteQuery(peopleOnRungQuery(asking, ladder, rung, asOf));
  const listed = ladders.data?.find((one) => one.key === ladder);
  const place = listed?.places.find((one) => one.key === rung);
  const look = asOf === undefined ? {} : { asOf };
  const found = people.data?.pages.flatMap((page) => page.rows) ?? [];
  // An address may name a rung that is not there: nothing on this page can be told of it.
  if (people.isError && place === undefined) {
    return <FailureNotice error={people.error} onRetry={() => void people.refetch()} />;
  }

  return (
    <>
      <nav className={styles.way} aria-label={t('rung.way')}>
        <Link to={paths.ladder} params={{ ladder }} search={look}>
          {listed === undefined ? t('rung.back') : speech.words(listed.name)}
        </Link>
        <OnwardIcon size={16} />
      </nav>
      <div className={styles.head}>
        <h1>{place === undefined ? <Skeleton width={220} /> : speech.words(place.name)}</h1>
        <DayField
          label={t('ladder.asOf')}
          day={dayOfAddress(asOf) ?? today}
          last={today}
          speech={speech}
          onChange={(day) => {
            const address = addressOfDay(day, today);
            void navigate({ search: address === undefined ? {} : { asOf: address } });
          }}
        />
      </div>
      {place?.meaning === undefined ? null : (
        <dl className={styles.meaning}>
          {(['who', 'feels', 'helps'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`rung.${name}`)}</dt>
              <dd>{place.meaning === undefined ? null : speech.words(place.meaning[name])}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className={`${styles.onward} not-printed`}>
        <Link to={paths.moves} params={{ ladder }} search={{ ...look, toRung: rung }}>
          {t('ladder.rungPage.arrived')}
        </Link>
        <Link to={paths.moves} params={{ ladder }} search={{ ...look, fromRung: rung }}>
          {t('ladder.rungPage.left')}
        </Link>
        {asOf === undefined && session?.scopes.includes('people:read') === true ? (
          <Link to={paths.people} search={{ filter: { places: [{ ladder, places: [rung] }] } }}>
            {t('ladder.rungPage.inPeople')}
          </Link>
        ) : null}
      </p>
      {people.isError && found.length === 0 ? (
        <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
      ) : people.isPending ? (
        <ul className={rows.rows} aria-busy="true" aria-label={t('loading')}>
          {Array.from({ length: 8 }, (_, index) => (
            <li key={index}>
              <Skeleton height={56} />
            </li>
          ))}
        </ul>
      ) : found.length === 0 ? (
        <Notice title={t('rung.empty')}>
          <p>{t('rung.emptyText')}</p>
        </Notice>
      ) : (
        <ul className={rows.rows}>
          {found.map((person) => (
            <li key={person.id}>
              <Link
                to={paths.person}
                params={{ person: String(person.id) }}
                search={{ ladder, ...(asOf === undefined ? {} : { asOf }) }}
                className={rows.row}
              >
                <span className={rows.name}>
                  <PersonName name={person.name} id={person.id} />
                </span>
                <span className={rows.identifier}>{oneIdentifier(person)}</span>
                <span className={rows.since}>{t('rung.since', { day: speech.date(person.since) })}</span>
                <OnwardIcon size={18} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {people.hasNextPage ? (
        <div className={rows.more}>
          <Button
            variant="outlined"
            loading={people.isFetchingNextPage}
            onClick={() => void people.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function oneIdentifier(person: PersonOnRung) {
  for (const kind of ['mobile', 'email', 'external'] as const) {
    const value = person[kind];
    if (value !== null) return identifierShown({ kind, value });
  }
  return null;
}
