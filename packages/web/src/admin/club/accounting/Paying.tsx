import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Accounting.module.css';
import { ASPECTS } from './books-search.ts';
import { type Aspect, payingQuery } from './queries.ts';
import { useBookWords } from './words.ts';

const COLUMNS = ['earned', 'redeemed', 'cost'] as const;
const PARTNER_COLUMNS = ['redeemed', 'cost', 'owed'] as const;

/** What gave the units of a month, and what the redeemed ones have cost. */
export function Paying(props: {
  readonly month: string;
  readonly aspect: Aspect;
  readonly onAspect: (aspect: Aspect) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useBookWords();
  const isByPartner = props.aspect === 'partner';
  const paying = useQuery(payingQuery(asking, props.aspect, props.month));
  return (
    <section className={spend.section} aria-labelledby="club-paying">
      <h2 id="club-paying">{t('clubBooks.paying.title')}</h2>
      <p>{t(isByPartner ? 'clubBooks.paying.partnerText' : 'clubBooks.paying.text')}</p>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubBooks.paying.by')}
          value={props.aspect}
          views={ASPECTS.map((value) => ({ value, label: t(`clubBooks.paying.aspect.${value}`) }))}
          onChange={props.onAspect}
        />
      </div>
      {paying.data === undefined ? (
        paying.isError ? (
          <FailureNotice error={paying.error} onRetry={() => void paying.refetch()} />
        ) : (
          <BlockSkeleton height={220} />
        )
      ) : paying.data.lines.length === 0 ? (
        <p className="soft">{t('clubBooks.paying.none')}</p>
      ) : (
        <div className={spend.tableBox} role="group" tabIndex={0} aria-label={t('clubBooks.paying.title')}>
          <table className={spend.table}>
            <thead>
              <tr>
                <th scope="col">{t(`clubBooks.paying.aspect.${props.aspect}`)}</th>
                <th scope="col">{t('clubBooks.wallet')}</th>
                {(isByPartner ? PARTNER_COLUMNS : COLUMNS).map((column) => (
                  <th key={column} scope="col" className={styles.number}>
                    {t(`clubBooks.paying.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {paying.data.lines.map((line) => (
                <tr key={`${line.wallet} ${line.name}`}>
                  <th scope="row">
                    {line.name === '' ? (
                      t(isByPartner ? 'clubBooks.paying.noPartner' : 'clubBooks.paying.noCampaign')
                    ) : (
                      <bdi>{line.name}</bdi>
                    )}
                  </th>
                  <td>{words.wallet(line.wallet)}</td>
                  {isByPartner ? null : (
                    <td className={styles.number}>{words.units(line.earned - line.reversed)}</td>
                  )}
                  <td className={styles.number}>{words.units(line.redeemed - line.givenBack)}</td>
                  <td className={styles.number}>{words.money(line.cost)}</td>
                  {isByPartner ? (
                    <td className={styles.number}>
                      {line.owed === null || line.owed === 0
                        ? '–'
                        : t(line.owed > 0 ? 'clubBooks.paying.weOwe' : 'clubBooks.paying.theyPay', {
                            amount: words.money(Math.abs(line.owed)),
                          })}
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
