import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { useSourceWord } from '../useSourceWord.ts';
import { sourcesQuery } from './queries.ts';

const PERIODS = ['7', '30', '90', '365'] as const;

/** Where signs of interest came from lately, and what sales made of them. */
export function Sources() {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [days, setDays] = useState<(typeof PERIODS)[number]>('30');
  const sources = useQuery(sourcesQuery(asking, Number(days)));
  const sourceWord = useSourceWord();
  const rows = sources.data;
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesCapture.period')}
          value={days}
          views={PERIODS.map((value) => ({
            value,
            label: t('salesCapture.lastDays', { count: Number(value), shown: speech.number(Number(value)) }),
          }))}
          onChange={setDays}
        />
      </div>
      {rows === undefined ? (
        sources.isError ? (
          <FailureNotice error={sources.error} onRetry={() => void sources.refetch()} />
        ) : (
          <RowsSkeleton rows={5} columns={6} height={48} />
        )
      ) : rows.length === 0 ? (
        <EmptyState icon={<FormsIcon size={30} />} title={t('salesCapture.noSources')}>
          {t('salesCapture.noSourcesText')}
        </EmptyState>
      ) : (
        <div
          className={spend.tableBox}
          role="group"
          tabIndex={0}
          aria-label={t('salesCapture.viewOf.sources')}
        >
          <table className={spend.table}>
            <thead>
              <tr>
                <th scope="col">{t('salesCapture.source')}</th>
                <th scope="col">{t('salesCapture.medium')}</th>
                <th scope="col">{t('salesCapture.campaign')}</th>
                {(['signs', 'people', 'handed', 'accepted', 'qualified'] as const).map((kind) => (
                  <th scope="col" key={kind}>
                    {t(`salesCapture.sourceOf.${kind}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.source} ${row.medium} ${row.campaign}`}>
                  <th scope="row" className={spend.words}>
                    <bdi>{row.source === '' ? '—' : sourceWord(row.source)}</bdi>
                  </th>
                  <td className={spend.words}>
                    <bdi>{row.medium ?? '—'}</bdi>
                  </td>
                  <td className={spend.words}>
                    <bdi>{row.campaign ?? '—'}</bdi>
                  </td>
                  {(['signs', 'people', 'handed', 'accepted', 'qualified'] as const).map((kind) => (
                    <td key={kind}>{speech.number(row[kind])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
