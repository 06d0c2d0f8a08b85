import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ClassOfPeople, classPeopleQuery, type PersonScores } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import styles from './PeopleByClass.module.css';

export interface PeopleColumn {
  readonly label: string;
  readonly of: (scores: PersonScores) => ReactNode;
}

/** The people of a class, those with the most at stake first, page by page; each leads to their own page. */
export function PeopleByClass(
  props: ClassOfPeople & {
    readonly run: number;
    readonly label: string;
    readonly columns: readonly PeopleColumn[];
  },
) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { kind, of, run, columns } = props;
  const people = useInfiniteQuery(classPeopleQuery(asking, { kind, of }, run));
  if (people.data === undefined) {
    return people.isError ? (
      <FailureNotice error={people.error} onRetry={() => void people.refetch()} />
    ) : (
      <RowsSkeleton rows={8} columns={columns.length + 1} height={48} />
    );
  }
  const rows = people.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) return <p className="soft">{t('insight.people.nobody')}</p>;
  return (
    <>
      {/* Roles are said once more, since a telephone's layout takes them from the table. */}
      <table className={styles.people} role="table" aria-label={props.label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {t('insight.people.person')}
            </th>
            {columns.map((column) => (
              <th key={column.label} role="columnheader" scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((scores) => (
            <tr key={scores.person} role="row">
              <th role="rowheader" scope="row">
                <Link to={paths.person} params={{ person: String(scores.person) }}>
                  <PersonName name={scores.name} id={scores.person} />
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column.label} role="cell" data-label={column.label}>
                  {column.of(scores)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {people.hasNextPage ? (
        <div className={`not-printed ${styles.more}`}>
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
