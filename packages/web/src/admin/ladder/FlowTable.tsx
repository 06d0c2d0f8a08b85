import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderOverview } from '../../api/answers.ts';
import { type LadderSearch, paths } from '../../paths.ts';
import { DownIcon, OnwardIcon, UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { Change } from './Change.tsx';
import { useDays } from './useDays.ts';
import styles from './FlowTable.module.css';

const SHOWN = 12;

/** Every way people went, the strongest first: how many, which part of their rung, and after how long. */
export function FlowTable(props: {
  readonly overview: LadderOverview;
  readonly look: LadderSearch;
  readonly nameOf: (rung: string) => string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const sayDays = useDays();
  const [isWhole, setWhole] = useState(false);
  const { overview, look, nameOf } = props;
  const isLadder = overview.kind === 'ladder';
  const flows = overview.flows.toSorted((one, other) => other.people - one.people);
  const stepOf = new Map(overview.steps.map((step) => [`${step.from} ${step.to}`, step]));
  const shared = (share: number | null | undefined) =>
    share === null || share === undefined ? null : speech.share(share);
  const lasted = (days: number | null | undefined) =>
    days === null || days === undefined ? null : sayDays(days);

  return (
    <>
      {/* Roles are said once more, since a telephone's layout takes them from the table. */}
      <table className={styles.table} role="table" aria-labelledby="flows">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">{t('ladder.flows.way')}</th>
            <th role="columnheader">{t('ladder.flows.people')}</th>
            <th role="columnheader">{t('ladder.flows.change')}</th>
            {isLadder ? (
              <>
                <th role="columnheader">{t('ladder.flows.conversion')}</th>
                <th role="columnheader">{t('ladder.flows.time')}</th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {(isWhole ? flows : flows.slice(0, SHOWN)).map((flow) => {
            const step = stepOf.get(`${flow.from} ${flow.to}`);
            const shown = t('ladder.flowPeople', { count: flow.people, shown: speech.number(flow.people) });
            return (
              <tr role="row" key={`${flow.from} ${flow.to}`}>
                <th role="rowheader" className={styles.way}>
                  <span className={styles.steps}>
                    {flow.direction === 'across' ? null : (
                      <span className={flow.direction === 'up' ? styles.up : styles.down}>
                        {flow.direction === 'up' ? <UpIcon size={16} /> : <DownIcon size={16} />}
                        <span className={styles.direction}>{t(`ladder.flows.${flow.direction}`)}</span>
                      </span>
                    )}
                    <span>{nameOf(flow.from)}</span>
                    <OnwardIcon size={14} />
                    <span>{nameOf(flow.to)}</span>
                  </span>
                </th>
                <td role="cell" className={styles.people}>
                  {flow.people === 0 ? (
                    shown
                  ) : (
                    <Link
                      to={paths.moves}
                      params={{ ladder: overview.ladder }}
                      search={{ ...look, fromRung: flow.from, toRung: flow.to }}
                    >
                      {shown}
                    </Link>
                  )}
                </td>
                <td role="cell" className={styles.change}>
                  <Change
                    now={flow.people}
                    before={flow.peopleBefore}
                    good={flow.direction === 'down' ? 'fewer' : 'more'}
                  />
                </td>
                {isLadder ? (
                  <>
                    <Measured
                      name={t('ladder.flows.conversion')}
                      now={shared(step?.conversion)}
                      before={shared(step?.conversionBefore)}
                    />
                    <Measured
                      name={t('ladder.flows.time')}
                      now={lasted(step?.medianDays)}
                      before={lasted(step?.medianDaysBefore)}
                    />
                  </>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </table>
      {flows.length > SHOWN ? (
        <div className={`${styles.more} not-printed`}>
          <Button onClick={() => setWhole(!isWhole)}>
            {isWhole
              ? t('ladder.flows.fewer')
              : t('ladder.flows.all', { shown: speech.number(flows.length) })}
          </Button>
        </div>
      ) : null}
    </>
  );
}

/** A cell with a value and, quieter, what it was in the period before; on a telephone it carries its own name. */
function Measured(props: {
  readonly name: string;
  readonly now: string | null;
  readonly before: string | null;
}) {
  const { t } = useTranslation();
  const { name, now, before } = props;
  if (now === null) return <td role="cell" />;
  return (
    <td role="cell" data-label={name}>
      {now}
      {before === null ? null : (
        <span className={styles.was}> {t('ladder.flows.was', { value: before })}</span>
      )}
    </td>
  );
}
