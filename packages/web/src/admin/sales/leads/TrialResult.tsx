import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import type { QualificationTrial, TrialRate, TrialSide } from './queries.ts';

type Result = NonNullable<QualificationTrial['result']>;

/** Whom each definition would have handed to sales, what became of them, and for whom the draft decides otherwise. */
export function TrialResult({
  trial,
  result,
}: {
  readonly trial: QualificationTrial;
  readonly result: Result;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const names = new Map(trial.people.map(({ id, name }) => [id, name]));
  const { from, to, fruitDays } = trial.settings;
  const number = (value: number): string => speech.number(value);
  return (
    <>
      <p className={spend.plain}>
        {t('salesLeads.trial.of', {
          people: number(result.people),
          from: speech.date(from, 'short'),
          to: speech.date(to - 1, 'short'),
          days: number(fruitDays),
        })}
      </p>
      <div className={styles.sides}>
        <Side title={t('salesLeads.trial.present')} side={result.present} />
        <Side title={t('salesLeads.trial.draft')} side={result.draft} />
      </div>
      <p className={styles.said}>
        {t('salesLeads.trial.difference', {
          more: number(result.onlyDraft),
          fewer: number(result.onlyPresent),
          both: number(result.both),
        })}
      </p>
      {result.changes.length === 0 ? null : (
        <section>
          <h2 className={styles.subtitle}>{t('salesLeads.trial.changes')}</h2>
          <div className={spend.tableBox}>
            <table className={spend.table}>
              <thead>
                <tr>
                  <th scope="col">{t('salesLeads.trial.person')}</th>
                  <th scope="col">{t('salesLeads.trial.change')}</th>
                  <th scope="col">{t('salesLeads.trial.outcome')}</th>
                </tr>
              </thead>
              <tbody>
                {result.changes.map((one) => (
                  <tr key={one.person}>
                    <th scope="row">
                      <Link to={paths.person} params={{ person: String(one.person) }} className={spend.link}>
                        <PersonName name={names.get(one.person) ?? null} id={one.person} />
                      </Link>
                    </th>
                    <td className={spend.words}>
                      {t(`salesLeads.trial.changed.${one.change}`, {
                        before: one.before === null ? '' : speech.date(one.before, 'short'),
                        after: one.after === null ? '' : speech.date(one.after, 'short'),
                      })}
                    </td>
                    <td>
                      <span
                        className={spend.verdict}
                        {...(one.outcome === 'open' ? {} : { 'data-good': one.outcome === 'bought' })}
                      >
                        {t(`salesLeads.trial.became.${one.outcome}`)}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </>
  );
}

function Side({ title, side }: { readonly title: string; readonly side: TrialSide }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const number = (value: number): string => speech.number(value);
  const share = ({ rate, times, of, low, high }: TrialRate): string =>
    rate === null
      ? t('salesLeads.trial.noShare')
      : t('salesLeads.trial.share', {
          share: speech.share(rate),
          times: number(times),
          of: number(of),
          low: speech.share(low),
          high: speech.share(high),
        });
  return (
    <section className={spend.card}>
      <h2>{title}</h2>
      <dl className={styles.dl}>
        <dt>{t('salesLeads.trial.handed')}</dt>
        <dd>
          {number(side.handed)}{' '}
          <small>{t('salesLeads.trial.byHand', { count: side.byHand, shown: number(side.byHand) })}</small>
        </dd>
        <dt>{t('salesLeads.trial.precision')}</dt>
        <dd>{share(side.precision)}</dd>
        <dt>{t('salesLeads.trial.recall')}</dt>
        <dd>{share(side.recall)}</dd>
        <dt>{t('salesLeads.trial.refused')}</dt>
        <dd>{number(side.refused)}</dd>
      </dl>
    </section>
  );
}
