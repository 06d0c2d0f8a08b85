import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { NamedPersonLink, PersonLink } from './PersonLink.tsx';
import { referralTreeQuery } from './queries.ts';

/** Whom one person brought, and whom these brought, with what each level was worth. */
export function TreeSection({ person }: { readonly person: number }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data: tree, error, isError, refetch } = useQuery(referralTreeQuery(asking, person));
  if (isError && tree === undefined) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (tree === undefined) return <RowsSkeleton rows={4} columns={3} height={48} />;
  return (
    <section className={spend.section} aria-label={t('clubReferral.treeTitle')}>
      <h2>{t('clubReferral.treeTitle')}</h2>
      <p>
        <NamedPersonLink id={tree.person} />
        {tree.broughtBy === null ? null : (
          <>
            {' · '}
            {t('clubReferral.broughtBy')} <PersonLink person={tree.broughtBy} />
          </>
        )}
      </p>
      <dl className={spend.figures}>
        <div>
          <dt>{t('clubReferral.friends')}</dt>
          <dd>{speech.number(tree.friends)}</dd>
        </div>
        <div>
          <dt>{t('clubReferral.converted')}</dt>
          <dd>{speech.number(tree.converted)}</dd>
        </div>
        <div>
          <dt>{t('clubReferral.revenue')}</dt>
          <dd>{speech.money(tree.revenue)}</dd>
        </div>
        <div>
          <dt>{t('clubReferral.margin')}</dt>
          <dd>{speech.money(tree.margin)}</dd>
        </div>
      </dl>
      {tree.cut ? <p className={spend.plain}>{t('clubReferral.treeCut')}</p> : null}
      {tree.levels.map((level) => (
        <div key={level.level} className={spend.card} style={{ marginBlockStart: 16 }}>
          <h3>
            {t('clubReferral.level', { level: speech.number(level.level) })}
            <span className={spend.badge}>{speech.money(level.revenue)}</span>
          </h3>
          <ul className={spend.list}>
            {tree.people
              .filter((one) => one.level === level.level)
              .map((one) => (
                <li key={one.referral}>
                  <PersonLink person={one.person} /> · {t(`clubReferral.state.${one.state}`)} ·{' '}
                  {speech.money(one.revenue)}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
