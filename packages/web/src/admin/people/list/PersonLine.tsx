import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRow } from '../../../api/people-list-queries.ts';
import styles from './List.module.css';
import { Tick } from './Tick.tsx';

/** Stands where a name comes. */
const SOMEBODY = '\u0000';

const firstCell = `${styles.cell} ${styles.first}`;

export interface ColumnShown {
  readonly column: string;
  readonly dir: 'ltr' | 'auto' | undefined;
  readonly className: string;
}

export interface LineWords {
  readonly nameOf: (person: PersonRow) => string;
  readonly selectOf: (person: PersonRow) => string;
}

/** What a line says besides its cells, asked of the language once and not for every row. */
export function useLineWords(): LineWords {
  const { t } = useTranslation();
  return useMemo(() => {
    const nameless = t('person.nameless', { number: SOMEBODY });
    const select = t('peopleList.select', { name: SOMEBODY });
    return {
      nameOf: ({ id, name }) =>
        name === null || name.trim() === '' ? nameless.replace(SOMEBODY, `${id}`) : name,
      selectOf: ({ id, name }) => select.replace(SOMEBODY, () => name ?? `${id}`),
    };
  }, [t]);
}

/**
 * A person in the list: as few boxes as can be, no hook, nothing asked that the list could say. While the list is
 * scrolled only rows that come into sight are drawn: the others are given the same again and stay as they are.
 */
export const PersonLine = memo(function PersonLine(props: {
  readonly person: PersonRow;
  readonly index: number;
  /** Pixels from the top of the first row. */
  readonly start: number;
  readonly chosen: boolean;
  readonly href: string;
  readonly columns: readonly ColumnShown[];
  readonly words: LineWords;
  readonly cell: (person: PersonRow, column: string) => ReactNode;
  readonly onToggle: (id: number, on: boolean) => void;
}) {
  const { person, index, start, chosen, href, columns, words, cell, onToggle } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-index={index}
      className={chosen ? `${styles.row} ${styles.chosen}` : styles.row}
      style={{ insetBlockStart: start }}
    >
      <span role="cell" className={styles.check}>
        <Tick on={chosen} label={words.selectOf(person)} onChange={(on) => onToggle(person.id, on)} />
      </span>
      <span role="cell" className={firstCell}>
        <a href={href} data-person={person.id} className={styles.name} dir="auto">
          {words.nameOf(person)}
        </a>
      </span>
      {columns.map(({ column, dir, className }) => (
        <span role="cell" key={column} dir={dir} className={className}>
          {cell(person, column)}
        </span>
      ))}
    </div>
  );
});
