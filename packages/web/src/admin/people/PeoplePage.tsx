import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { searchQuery } from '../../api/queries.ts';
import { paths } from '../../paths.ts';
import { OnwardIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { identifierShown, PersonName } from './naming.tsx';
import rows from './Rows.module.css';

const route = getRouteApi('/staff/people');

/** Everyone a search found. */
export function PeoplePage() {
  const { t } = useTranslation();
  const { search = '' } = route.useSearch();
  const { asking } = useSetting();
  const found = useQuery(searchQuery(asking, search));

  if (search === '') {
    return (
      <Notice title={t('search.startTitle')}>
        <p>{t('search.startText')}</p>
      </Notice>
    );
  }
  if (found.isError) return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <h1>
        {t('search.found')} <bdi>{search}</bdi>
      </h1>
      {found.data?.length === 0 ? (
        <Notice title={t('search.none')}>
          <p>{t('search.noneText')}</p>
        </Notice>
      ) : (
        <ul className={rows.rows} aria-busy={found.isPending}>
          {found.data?.map((person) => (
            <li key={person.id}>
              <Link to={paths.person} params={{ person: String(person.id) }} className={rows.row}>
                <span className={rows.name}>
                  <PersonName name={person.name} id={person.id} />
                </span>
                {[0, 1].map((index) => {
                  const identifier = person.identifiers[index];
                  return (
                    <span key={index} className={index === 0 ? rows.identifier : rows.since}>
                      {identifier === undefined ? null : identifierShown(identifier)}
                    </span>
                  );
                })}
                <OnwardIcon size={18} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
