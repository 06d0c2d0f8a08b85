import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../language/saying.ts';
import { type ChangedPerson, type ChangesAsked, changedPeopleQuery } from '../../api/studio-queries.ts';
import { paths } from '../../paths.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { PersonName } from '../people/naming.tsx';
import { Reasons } from '../people/Reasons.tsx';
import { useTelling } from '../people/telling.ts';
import { useSetting } from '../setting.ts';
import compare from './Compare.module.css';
import styles from './Studio.module.css';

/** Everybody who would stand elsewhere, with the reason. */
export function ChangedPeople(props: {
  readonly name: number;
  readonly asked: ChangesAsked;
  readonly nameOf: (key: string) => string;
  readonly onAll: () => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { asked, nameOf } = props;
  const changed = useInfiniteQuery(changedPeopleQuery(asking, props.name, asked));
  const people = changed.data?.pages.flatMap((page) => page.people) ?? [];
  if (changed.isError && people.length === 0)
    return <FailureNotice error={changed.error} onRetry={() => void changed.refetch()} />;
  return (
    <>
      {asked.from === undefined || asked.to === undefined ? null : (
        <p className={styles.aside}>
          {t('studio.onlyThose', { from: nameOf(asked.from), to: nameOf(asked.to) })}{' '}
          <button type="button" className={styles.textButton} onClick={props.onAll}>
            {t('studio.showAll')}
          </button>
        </p>
      )}
      {changed.isPending ? (
        <RowsSkeleton rows={5} columns={3} height={64} />
      ) : (
        <ul className={compare.people}>
          {people.map((person) => (
            <li key={person.id}>
              <Person person={person} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
      {changed.hasNextPage ? (
        <div className={styles.moreRow}>
          <Button
            variant="outlined"
            loading={changed.isFetchingNextPage}
            onClick={() => void changed.fetchNextPage()}
          >
            {people.length === 0 ? t('studio.lookOn') : t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Person({
  person,
  nameOf,
}: {
  readonly person: ChangedPerson;
  readonly nameOf: (key: string) => string;
}) {
  const { t } = useTranslation();
  const telling = useTelling();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div className={compare.personRow}>
        <Link to={paths.person} params={{ person: String(person.id) }} className={compare.personName}>
          <PersonName name={person.name} id={person.id} />
        </Link>
        <span className={compare.move} data-direction={person.direction}>
          {person.direction === 'up' ? (
            <UpIcon size={15} />
          ) : person.direction === 'down' ? (
            <DownIcon size={15} />
          ) : null}
          {t('studio.fromTo', { from: nameOf(person.from), to: nameOf(person.to) })}
        </span>
        {person.because === null ? null : (
          <button
            type="button"
            className={styles.textButton}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('studio.why')}
          </button>
        )}
      </div>
      {open && person.because !== null ? (
        <div className={compare.because}>
          <p className={styles.aside}>
            {person.because.holds
              ? t('studio.meets', { place: nameOf(person.to) })
              : t('studio.meetsNot', { place: nameOf(person.from) })}
          </p>
          <Reasons reason={sayBecause(person.because, telling)} />
        </div>
      ) : null}
    </>
  );
}
