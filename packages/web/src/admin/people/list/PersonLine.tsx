import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../api/people-list-queries.ts';
import { PersonName } from '../naming.tsx';
import styles from './List.module.css';
import { Tick } from './Tick.tsx';

/** On a telephone the first two columns have a place of their own, and the others none. */
const places = [styles.second, styles.third];

/**
 * A person in the list. While the list is scrolled only rows that come into sight are drawn: the others are given the
 * same again and stay as they are.
 */
export const PersonLine = memo(function PersonLine(props: {
  readonly person: PersonRow;
  readonly index: number;
  /** Pixels from the top of the first row. */
  readonly start: number;
  readonly chosen: boolean;
  readonly href: string;
  readonly columns: readonly string[];
  readonly cell: (person: PersonRow, column: string) => ReactNode;
  readonly onToggle: (id: number, on: boolean) => void;
}) {
  const { t } = useTranslation();
  const { person, index, start, chosen, href, columns, cell, onToggle } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      className={chosen ? `${styles.row} ${styles.chosen}` : styles.row}
      style={{ transform: `translateY(${start}px)` }}
    >
      <span role="cell" className={styles.check}>
        <Tick
          on={chosen}
          label={t('peopleList.select', { name: person.name ?? person.id })}
          onChange={(on) => onToggle(person.id, on)}
        />
      </span>
      <span role="cell" className={`${styles.cell} ${styles.first}`}>
        <a href={href} data-person={person.id} className={styles.name}>
          <PersonName name={person.name} id={person.id} />
        </a>
      </span>
      {columns.map((column, at) => (
        <span role="cell" key={column} className={`${styles.cell} ${places[at] ?? styles.further}`}>
          {cell(person, column)}
        </span>
      ))}
    </div>
  );
});
