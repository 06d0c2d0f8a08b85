import type { Day } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LadderOverview } from '../../api/answers.ts';
import { historyQuery } from '../../api/ladder-queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { useSetting } from '../setting.ts';
import styles from './HistoryTable.module.css';
import { yearUpTo } from './RungLine.tsx';

/** The numbers behind the lines, the newest week first. */
export function HistoryTable(props: { readonly overview: LadderOverview; readonly day: Day }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [open, setOpen] = useState(false);
  const { overview } = props;
  const { data } = useQuery({ ...historyQuery(asking, yearUpTo(overview.ladder, props.day)), enabled: open });
  const title = t(overview.kind === 'ladder' ? 'ladder.history.table' : 'ladder.history.tableClasses');
  const nameOf = (key: string) => {
    const rung = overview.rungs.find((one) => one.key === key);
    return rung === undefined ? key : speech.words(rung.name);
  };
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {data === undefined ? null : (
        <section className={styles.scroll} aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('ladder.history.day')}</th>
                {data.keys.map((key) => (
                  <th key={key} scope="col">
                    {nameOf(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.points.toReversed().map((point) => {
                const day = dayOfAddress(point.day);
                return (
                  <tr key={point.day}>
                    <th scope="row">{day === null ? point.day : speech.day(day, 'short')}</th>
                    {point.rungs.map((people, index) => (
                      <td key={data.keys[index]}>{speech.number(people)}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
