import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import type { Experiment, ExperimentRead, ExperimentReading } from '../../../api/experiment-queries.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useCompact, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import spend from '../spend/Spend.module.css';
import { useSigned } from '../spend/signed.ts';
import { OUTCOMES } from './experiment-form.ts';
import { verdictOf } from './verdict.ts';

interface Shown {
  readonly experiment: Experiment;
  readonly latest: ExperimentReading;
  readonly days: ExperimentRead['days'];
}

/** What an experiment has shown: the alarm first, then what it means in plain words, then the numbers. */
export function Reading({ experiment, latest, days }: Shown) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const signed = useSigned();
  const money = useMoney();
  const { definition } = experiment;
  const { outcome } = definition;
  const { ratio, adjusted, total, winsorisedAbove } = latest;
  const deciding = latest[outcome];
  const say = (value: number) => (outcome === 'margin' ? signed.money(value) : signed.points(value));
  const verdict = verdictOf(latest, outcome);
  const between =
    deciding === null ? null : { low: say(deciding.always.low), high: say(deciding.always.high) };
  return (
    <div className={spend.stack}>
      {ratio.alarm ? (
        <Alert severity="error">
          <strong>{t('spend.reading.alarm')}</strong>{' '}
          {t('spend.reading.alarmText', {
            held: speech.number(ratio.held),
            treated: speech.number(ratio.treated),
            expected: speech.number(Math.round(ratio.expectedHeld)),
          })}
        </Alert>
      ) : (
        <Alert severity={verdict.severity}>
          <strong>{t(`spend.verdict.${verdict.say}`)}</strong>{' '}
          {deciding === null || between === null
            ? t('spend.reading.tooEarly', {
                counted: speech.number(latest.counted.held + latest.counted.treated),
                assigned: speech.number(latest.assigned.held + latest.assigned.treated),
              })
            : t('spend.reading.effect', { difference: say(deciding.difference), ...between })}
          {total === null || latest.verdict === 'open' || latest.verdict === 'too_early'
            ? null
            : ` ${t('spend.reading.total', {
                expected: signed.money(total.expected),
                low: signed.money(total.low),
                high: signed.money(total.high),
              })}`}
        </Alert>
      )}
      <EffectTable latest={latest} decides={outcome} />
      <ul className={spend.list}>
        <li>{t('spend.reading.treatAll')}</li>
        <li>{t('spend.reading.always')}</li>
        {ratio.alarm ? null : <li>{t('spend.reading.ratioFine')}</li>}
        {adjusted === null ? (
          <li>{t('spend.reading.notAdjusted')}</li>
        ) : (
          <li>
            {t(`spend.reading.adjusted.${adjusted.by}`, {
              reduction: speech.share(adjusted.reduction),
            })}
          </li>
        )}
        {winsorisedAbove === null ? null : (
          <li>{t('spend.reading.winsorised', { amount: money(winsorisedAbove) })}</li>
        )}
        {latest.crossed === 0 ? null : (
          <li>
            {t('spend.reading.crossed', { count: latest.crossed, shown: speech.number(latest.crossed) })}
          </li>
        )}
        <li>{t('spend.reading.margin', { rate: speech.share(latest.marginRate) })}</li>
        <li>{t('spend.reading.at', { day: speech.date(latest.at), time: speech.time(latest.at) })}</li>
      </ul>
      <Days days={days} outcome={outcome} say={say} />
    </div>
  );
}

function EffectTable({
  latest,
  decides,
}: {
  readonly latest: ExperimentReading;
  readonly decides: Experiment['definition']['outcome'];
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const signed = useSigned();
  const money = useMoney();
  const rows = OUTCOMES.flatMap((key) => {
    const uplift = latest[key];
    return uplift === null ? [] : [{ key, uplift }];
  });
  if (rows.length === 0) return null;
  return (
    <div className={spend.tableBox} tabIndex={0} role="region" aria-label={t('spend.reading.table')}>
      <table className={spend.table}>
        <thead>
          <tr>
            <th scope="col">{t('spend.reading.what')}</th>
            <th scope="col">{t('spend.trial.leftAlone')}</th>
            <th scope="col">{t('spend.trial.treated')}</th>
            <th scope="col">{t('spend.reading.difference')}</th>
            <th scope="col">{t('spend.reading.interval')}</th>
            <th scope="col">{t('spend.reading.once')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, uplift }) => {
            const plain = key === 'margin' ? money : speech.share;
            const say = key === 'margin' ? signed.money : signed.points;
            return (
              <tr key={key}>
                <th scope="row">
                  {t(`spend.outcome.${key}`)}
                  {key === decides ? <span className={spend.badge}>{t('spend.reading.decides')}</span> : null}
                </th>
                <td>
                  {plain(uplift.held.mean)}
                  <span className={spend.small}>
                    {t('spend.people', {
                      count: uplift.held.people,
                      shown: speech.number(uplift.held.people),
                    })}
                  </span>
                </td>
                <td>
                  {plain(uplift.treated.mean)}
                  <span className={spend.small}>
                    {t('spend.people', {
                      count: uplift.treated.people,
                      shown: speech.number(uplift.treated.people),
                    })}
                  </span>
                </td>
                <td>{say(uplift.difference)}</td>
                <td>{t('spend.range', { low: say(uplift.always.low), high: say(uplift.always.high) })}</td>
                <td>{t('spend.range', { low: say(uplift.once.low), high: say(uplift.once.high) })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Days(props: {
  readonly days: ExperimentRead['days'];
  readonly outcome: Experiment['definition']['outcome'];
  readonly say: (value: number) => string;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const cells = useCells();
  const compact = useCompact();
  const { outcome, say } = props;
  const days = props.days.map((one) => ({ ...one, day: dayOfAddress(one.day) ?? today }));
  const last = days.at(-1);
  if (last === undefined || days.every(({ difference }) => difference === null)) return null;
  const isMoney = outcome === 'margin';
  const cell = (value: number | null) => (isMoney ? cells.money(value) : cells.share(value));
  return (
    <ChartCard
      title={t('spend.reading.days')}
      definition={t('spend.reading.daysText')}
      asOf={last.day}
      file="experiment-days"
      unit={isMoney ? compact.unit : undefined}
      chart={{
        labels: days.map(({ day }) => speech.day(day, 'short')),
        series: [
          {
            name: t('spend.reading.difference'),
            kind: 'line',
            values: days.map(({ difference }) => difference),
            low: days.map(({ low }) => low),
            high: days.map(({ high }) => high),
          },
        ],
        say,
        axis: isMoney ? compact.money : (value) => speech.change(Math.round(value * 1000) / 10),
        baseline: 0,
      }}
      table={{
        columns: [
          { label: t('spend.reading.day') },
          { label: t('spend.reading.countedPeople'), numeric: true },
          { label: t('spend.reading.difference'), numeric: true },
          { label: t('spend.low'), numeric: true },
          { label: t('spend.high'), numeric: true },
        ],
        rows: days.map((one) => [
          cells.day(one.day),
          cells.number(one.counted),
          cell(one.difference),
          cell(one.low),
          cell(one.high),
        ]),
      }}
    />
  );
}
