import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import { PlanDialog } from './PlanDialog.tsx';
import { type WhoseFollowUps, withoutStepQuery } from './queries.ts';
import styles from './Today.module.css';

/** Every open deal and lead of which nobody has said what is next; each can be given its next step here. */
export function WithoutStep({ owner, mayWrite }: { readonly owner: string; readonly mayWrite: boolean }) {
  return (
    <div className={styles.stack}>
      <Stepless of="deals" owner={owner} mayWrite={mayWrite} />
      <Stepless of="leads" owner={owner} mayWrite={mayWrite} />
    </div>
  );
}

function Stepless(props: {
  readonly of: 'deals' | 'leads';
  readonly owner: string;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { of } = props;
  const [planning, setPlanning] = useState<WhoseFollowUps | null>(null);
  const found = useInfiniteQuery(withoutStepQuery(asking, of, props.owner));
  const matters = found.data?.pages.flatMap((page) => page.matters) ?? [];
  return (
    <section className={styles.card} aria-label={t(`salesToday.without.${of}`)}>
      <h2>{t(`salesToday.without.${of}`)}</h2>
      {found.isPending ? (
        <RowsSkeleton rows={3} columns={2} height={40} />
      ) : found.isError && matters.length === 0 ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : matters.length === 0 ? (
        <p className={styles.soft}>{t(`salesToday.without.none_.${of}`)}</p>
      ) : (
        <ul className={styles.list} style={{ gap: 0 }}>
          {matters.map((one) => (
            <li key={one.id} className={styles.dayRow}>
              <span className={styles.matterHead}>
                {of === 'deals' ? (
                  <Link to={paths.salesDeal} params={{ deal: String(one.id) }} className={styles.name}>
                    <bdi>{one.title}</bdi>
                  </Link>
                ) : null}
                <Link to={paths.person} params={{ person: String(one.person) }} className={styles.dealLink}>
                  <PersonName name={one.name} id={one.person} />
                </Link>
                {one.amount === null ? null : (
                  <span className={styles.amount}>{speech.money(one.amount)}</span>
                )}
              </span>
              {props.mayWrite ? (
                <Button
                  size="small"
                  startIcon={<PlusIcon size={16} />}
                  onClick={() =>
                    setPlanning(
                      of === 'deals'
                        ? { person: one.person, deal: one.id }
                        : { person: one.person, lead: one.id },
                    )
                  }
                >
                  {t('salesToday.planShort')}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {found.hasNextPage ? (
        <Button
          variant="outlined"
          sx={{ justifySelf: 'start' }}
          loading={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
      {planning === null ? null : <PlanDialog whose={planning} onClose={() => setPlanning(null)} />}
    </section>
  );
}
