import Alert from '@mui/material/Alert';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../language/digits.ts';
import type { ImportPreview } from '../../api/imports-queries.ts';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Bar } from './Bar.tsx';
import { Figures } from './Figures.tsx';
import styles from './Imports.module.css';
import { toldAt } from './words.tsx';

/** The total of the whole file as this mapping reads it. */
export function Preview(props: {
  readonly preview: UseQueryResult<ImportPreview>;
  readonly isStale: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { data, isError, error, refetch } = props.preview;
  if (isError) return <FailureNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined || props.isStale) {
    return (
      <div>
        <p role="status">{props.isStale ? t('imports.saving') : t('imports.reading')}</p>
        <Bar share={null} label={t('imports.reading')} />
        <BlockSkeleton height={220} />
      </div>
    );
  }
  const { summary, refused } = data;
  return (
    <div aria-live="polite">
      <Figures summary={summary} />
      {data.from === null || data.to === null ? null : (
        <p className={styles.span}>
          {t('imports.span', { from: speech.date(data.from), to: speech.date(data.to) })}
        </p>
      )}
      {summary.refused === 0 ? null : (
        <Alert severity="warning">
          <details>
            <summary>
              {t('imports.refusedSome', {
                count: summary.refused,
                replace: { count: speech.number(summary.refused) },
              })}
            </summary>
            <ul className={styles.others}>
              {refused.map(({ line, sentence }) => (
                <li key={line}>{t('imports.refusedLine', { line: speech.number(line), why: sentence })}</li>
              ))}
            </ul>
          </details>
        </Alert>
      )}
    </div>
  );
}

/** The first rows, one by one, as they would be read. */
Preview.Rows = function PreviewRows({ preview }: { readonly preview: ImportPreview }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const isPeople = preview.rows.every((row) => row.kind === null);
  return (
    <section className={styles.card} aria-labelledby="import-rows">
      <h2 id="import-rows">{t('imports.firstRows')}</h2>
      {/* A table that is wider than the telephone is scrolled by itself, also with the keyboard. */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-labelledby="import-rows">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports.row')}</th>
              <th scope="col">{t('imports.when')}</th>
              <th scope="col">{t('imports.who')}</th>
              {isPeople ? null : <th scope="col">{t('imports.what')}</th>}
              {isPeople ? null : <th scope="col">{t('imports.amount')}</th>}
            </tr>
          </thead>
          <tbody>
            {preview.rows.map((row) => (
              <tr key={row.line}>
                <td>{speech.number(row.line)}</td>
                {row.refusal === null ? (
                  <>
                    <td>{row.at === null ? '' : toldAt(row.at, speech)}</td>
                    <td>
                      <Who row={row} />
                    </td>
                    {isPeople ? null : (
                      <td>
                        {row.kind === null ? null : t(`imports.kindOf.${row.kind}`)} <bdi>{row.order}</bdi>
                        {row.product === '' ? null : (
                          <>
                            <br />
                            <bdi className={styles.cut}>{row.product}</bdi>
                          </>
                        )}
                      </td>
                    )}
                    {isPeople ? null : (
                      <td>
                        {row.amount === null ? t('imports.orderTotal') : speech.money(Math.abs(row.amount))}
                      </td>
                    )}
                  </>
                ) : (
                  <td colSpan={isPeople ? 2 : 4} className={styles.refused}>
                    {t('imports.rowRefused', { why: inDigits(row.refusal.sentence, speech.language) })}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

function Who({ row }: { readonly row: ImportPreview['rows'][number] }) {
  const { t } = useTranslation();
  const { name, mobile, email, external } = row;
  const signs = [mobile, email, external].filter((sign) => sign !== '');
  if (signs.length === 0) return <em className="soft">{t('imports.nobody')}</em>;
  return (
    <>
      {name === '' ? null : <bdi className={styles.cut}>{name}</bdi>}{' '}
      {signs.map((sign) => (
        <bdi key={sign} dir="ltr" className={styles.sign}>
          {sign}
        </bdi>
      ))}
    </>
  );
}
