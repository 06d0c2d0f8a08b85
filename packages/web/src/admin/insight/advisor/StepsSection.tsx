import Alert from '@mui/material/Alert';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Advised } from '../../../api/money-queries.ts';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { useCells, useCompact, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { DataTable } from '../chart/DataTable.tsx';
import spend from '../spend/Spend.module.css';
import styles from './Advisor.module.css';
import type { Advice, StepAdvice, Worth } from './moving.ts';
import { useNames } from './useNames.ts';

interface Shown {
  readonly advised: Advised;
  readonly advice: Advice;
  readonly ladder: string;
}

/** Each step up: what it is worth, the most it may cost, until when, and what that rests on. */
export function StepsSection({ advised, advice, ladder }: Shown) {
  const { t } = useTranslation();
  const names = useNames(advised);
  const cells = useCells();
  const compact = useCompact();
  const money = useMoney();
  const { speech } = useSetting();
  const unknown = advice.steps.filter(({ overall }) => overall === null);
  const told = advice.steps.flatMap((step) =>
    step.overall === null ? [] : [{ ...step, overall: step.overall }],
  );
  return (
    <>
      <Alert severity="warning">
        <div className={styles.caution}>
          <span>{t('spend.advisor.caution')}</span>
          <Link to={paths.insightExperiments} search={{ make: true }} className={spend.link}>
            {t('spend.advisor.prove')}
          </Link>
        </div>
      </Alert>
      <section className={spend.section}>
        <ChartCard
          title={t('spend.advisor.steps')}
          definition={t('spend.advisor.stepsText')}
          asOf={advice.asOf}
          file="spend-advice"
          unit={compact.unit}
          chart={{
            labels: told.map(({ rung }) => names.rung(rung)),
            series: [
              {
                name: t('spend.advisor.gain'),
                kind: 'bar',
                values: told.map(({ overall }) => overall.gain),
                low: told.map(({ overall }) => overall.low),
                high: told.map(({ overall }) => overall.high),
              },
            ],
            say: money,
            axis: compact.money,
            baseline: 0,
          }}
          table={{
            columns: [
              { label: t('spend.advisor.step') },
              { label: t('spend.advisor.peopleThere'), numeric: true },
              { label: t('spend.advisor.gain'), numeric: true },
              { label: t('spend.low'), numeric: true },
              { label: t('spend.high'), numeric: true },
              { label: t('spend.advisor.mostPerPerson'), numeric: true },
              { label: t('spend.advisor.mostPerClimb'), numeric: true },
            ],
            rows: told.map(({ rung, overall }) => [
              names.step(rung),
              cells.number(overall.people),
              cells.money(overall.gain),
              cells.money(overall.low),
              cells.money(overall.high),
              cells.money(overall.mostPerPerson),
              cells.money(overall.mostPerClimb),
            ]),
          }}
        />
        <ul className={styles.steps}>
          {told.map((step) => (
            <li key={step.rung}>
              <Step step={step} overall={step.overall} advised={advised} ladder={ladder} />
            </li>
          ))}
          {unknown.length === 0 ? null : (
            <li>
              <article className={spend.card}>
                <h3>{t('spend.advisor.unknown')}</h3>
                <p>{t('spend.advisor.unknownText')}</p>
                <ul className={spend.list}>
                  {unknown.map(({ rung, climbed, stayed }) => (
                    <li key={rung}>
                      {t('spend.advisor.seen', {
                        rung: names.step(rung),
                        climbed: speech.number(climbed),
                        stayed: speech.number(stayed),
                      })}
                    </li>
                  ))}
                </ul>
              </article>
            </li>
          )}
        </ul>
      </section>
    </>
  );
}

function Step(props: {
  readonly step: StepAdvice;
  readonly overall: Worth;
  readonly advised: Advised;
  readonly ladder: string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const money = useMoney();
  const { step, overall, advised, ladder } = props;
  const names = useNames(advised);
  const key = advised.names[step.rung]?.key;
  const next = advised.names[step.rung + 1]?.key;
  const seen = { climbed: speech.number(step.climbed), stayed: speech.number(step.stayed) };
  return (
    <article className={spend.card}>
      <div className={styles.stepHead}>
        <h3>{names.step(step.rung)}</h3>
        <Verdict worth={overall} />
      </div>
      <p className={styles.sentence}>
        {t(`spend.advisor.say.${overall.verdict}`, {
          gain: money(overall.gain),
          low: money(overall.low),
          high: money(overall.high),
        })}{' '}
        {overall.verdict === 'not_worth'
          ? null
          : step.stopAfterDays === null
            ? t('spend.advisor.noStop')
            : t('spend.advisor.stopAfter', { days: speech.number(step.stopAfterDays) })}
        {overall.rounds === null || overall.verdict === 'not_worth'
          ? null
          : ` ${overall.rounds === 0 ? t('spend.advisor.noRound') : t('spend.advisor.rounds', { count: overall.rounds, shown: speech.number(overall.rounds) })}`}
      </p>
      <dl className={spend.figures}>
        <div>
          <dt>{t('spend.advisor.mostPerPerson')}</dt>
          <dd>
            {money(overall.mostPerPerson)}
            <small>{t('spend.advisor.mostPerPersonNote')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('spend.advisor.mostPerClimb')}</dt>
          <dd>
            {money(overall.mostPerClimb)}
            <small>{t('spend.advisor.mostPerClimbNote')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('spend.advisor.peopleThere')}</dt>
          <dd>
            {key === undefined ? (
              speech.number(overall.people)
            ) : (
              <Link to={paths.rung} params={{ ladder, rung: key }} className={spend.link}>
                {speech.number(overall.people)}
              </Link>
            )}
            <small>{t('spend.advisor.anyway', { share: speech.share(overall.anyway) })}</small>
          </dd>
        </div>
      </dl>
      <details className={styles.more}>
        <summary>{t('spend.advisor.byWhom')}</summary>
        <Parts step={step} advised={advised} />
        <p className={spend.plain}>{t('spend.advisor.rests', seen)}</p>
        {next === undefined ? null : (
          <p className={spend.plain}>
            <Link
              to={paths.insightExperiments}
              search={{ make: true, ladder, rung: next }}
              className={spend.link}
            >
              {t('spend.advisor.proveStep')}
            </Link>
          </p>
        )}
      </details>
    </article>
  );
}

export function Verdict({ worth }: { readonly worth: Worth }) {
  const { t } = useTranslation();
  const { verdict } = worth;
  return (
    <span className={spend.verdict} data-good={verdict === 'unsure' ? undefined : verdict === 'worth'}>
      {t(`spend.worth.${verdict}`)}
    </span>
  );
}

/** The same step by type, and by how long ago they ordered. */
function Parts({ step, advised }: { readonly step: StepAdvice; readonly advised: Advised }) {
  const { t } = useTranslation();
  const names = useNames(advised);
  const cells = useCells();
  const rowOf = (name: string, worth: Worth) => [
    name,
    cells.number(worth.people),
    cells.money(worth.gain),
    cells.money(worth.low),
    cells.money(worth.high),
    cells.share(worth.anyway),
    cells.money(worth.mostPerPerson),
    t(`spend.worth.${worth.verdict}`),
  ];
  const columns = [
    { label: t('spend.advisor.who') },
    { label: t('spend.advisor.peopleThere'), numeric: true },
    { label: t('spend.advisor.gain'), numeric: true },
    { label: t('spend.low'), numeric: true },
    { label: t('spend.high'), numeric: true },
    { label: t('spend.advisor.anywayShort'), numeric: true },
    { label: t('spend.advisor.mostPerPerson'), numeric: true },
    { label: t('spend.advisor.verdict') },
  ];
  const rows = [
    ...(step.byType.length > 1 ? step.byType.map((worth) => rowOf(names.type(worth.type), worth)) : []),
    ...step.byRecency.map((worth) => rowOf(names.recency(worth), worth)),
  ];
  return <DataTable table={{ columns, rows }} label={names.step(step.rung)} />;
}
