import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOrder, PersonRow } from '../../../api/people-list-queries.ts';
import { paths } from '../../../paths.ts';
import { DownIcon, UpIcon } from '../../../ui/icons.tsx';
import { PersonName } from '../naming.tsx';
import { orderBy } from './cells.tsx';
import styles from './List.module.css';
import { sameOrder } from './state.ts';

const ROW = 52;
const ROW_ON_PHONE = 72;
const SPARE_ROWS = 12;

export interface Selected {
  readonly has: (id: number) => boolean;
  readonly toggle: (id: number, on: boolean) => void;
  readonly toggleAll: (on: boolean) => void;
  readonly all: boolean;
  readonly some: boolean;
}

/**
 * Rows of people of which only those in sight exist, however many there are. Arrow keys go from row to row, the space
 * bar selects, Enter opens.
 */
export function PeopleTable(props: {
  readonly people: readonly PersonRow[];
  readonly columns: readonly string[];
  readonly nameOf: (column: string) => string;
  readonly cell: (person: PersonRow, column: string) => ReactNode;
  readonly order: PeopleOrder;
  readonly onOrder: (order: PeopleOrder) => void;
  readonly selected: Selected;
  /** Called when the end comes into sight. */
  readonly onEnd: () => void;
  readonly end: ReactNode;
}) {
  const { t } = useTranslation();
  const { people, columns, nameOf, cell, order, onOrder, selected, onEnd, end } = props;
  const body = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  const onPhone = useOnPhone();
  useEffect(() => {
    const box = body.current;
    if (box === null) return undefined;
    const measure = () => setMargin(box.getBoundingClientRect().top + window.scrollY);
    measure();
    const seen = new ResizeObserver(measure);
    seen.observe(document.body);
    return () => seen.disconnect();
  }, []);
  const virtual = useWindowVirtualizer({
    count: people.length,
    estimateSize: () => (onPhone ? ROW_ON_PHONE : ROW),
    overscan: SPARE_ROWS,
    scrollMargin: margin,
    getItemKey: (index) => people[index]?.id ?? index,
  });
  useEffect(() => virtual.measure(), [onPhone, virtual]);
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= people.length - SPARE_ROWS) onEnd();
  }, [last, people.length, onEnd]);

  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    if (row === null) return;
    const index = Number(row.dataset['index']);
    const person = people[index];
    if (event.key === ' ' && (event.target as HTMLElement).tagName === 'A' && person !== undefined) {
      event.preventDefault();
      selected.toggle(person.id, !selected.has(person.id));
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(people.length - 1, Math.max(0, index + step));
    virtual.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() =>
      body.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus({ preventScroll: true }),
    );
  };

  const style = { '--columns': columns.length } as CSSProperties;
  return (
    <div className={styles.table}>
      <div
        className={styles.inner}
        role="table"
        aria-label={t('peopleList.title')}
        aria-rowcount={-1}
        style={style}
      >
        <div role="rowgroup">
          <div className={styles.head} role="row">
            <span role="columnheader">
              <Checkbox
                size="small"
                checked={selected.all}
                indeterminate={selected.some && !selected.all}
                onChange={(_, on) => selected.toggleAll(on)}
                slotProps={{ input: { 'aria-label': t('peopleList.selectAll') } }}
              />
            </span>
            <Head name={t('peopleList.column.name')} by={{ by: 'name' }} order={order} onOrder={onOrder} />
            {columns.map((column) => (
              <Head key={column} name={nameOf(column)} by={orderBy(column)} order={order} onOrder={onOrder} />
            ))}
          </div>
        </div>
        <div
          ref={body}
          className={styles.body}
          role="rowgroup"
          style={{ blockSize: virtual.getTotalSize() }}
          onKeyDown={onKey}
        >
          {items.map((item) => {
            const person = people[item.index];
            if (person === undefined) return null;
            const chosen = selected.has(person.id);
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                aria-selected={chosen}
                data-index={item.index}
                className={chosen ? `${styles.row} ${styles.chosen}` : styles.row}
                style={{ transform: `translateY(${item.start - margin}px)` }}
              >
                <span role="cell" className={styles.check}>
                  <Checkbox
                    size="small"
                    checked={chosen}
                    onChange={(_, on) => selected.toggle(person.id, on)}
                    slotProps={{
                      input: { 'aria-label': t('peopleList.select', { name: person.name ?? person.id }) },
                    }}
                  />
                </span>
                <span role="cell" className={`${styles.cell} ${styles.first}`}>
                  <Link to={paths.person} params={{ person: String(person.id) }} className={styles.name}>
                    <PersonName name={person.name} id={person.id} />
                  </Link>
                </span>
                {columns.map((column, index) => (
                  <span
                    role="cell"
                    key={column}
                    className={`${styles.cell} ${places[index] ?? styles.further}`}
                  >
                    {cell(person, column)}
                  </span>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      <div className={styles.end}>{end}</div>
    </div>
  );
}

/** On a telephone the first two columns have a place of their own, and the others none. */
const places = [styles.second, styles.third];

function Head(props: {
  readonly name: string;
  readonly by: PeopleOrder | undefined;
  readonly order: PeopleOrder;
  readonly onOrder: (order: PeopleOrder) => void;
}) {
  const { name, by, order, onOrder } = props;
  if (by === undefined)
    return (
      <span role="columnheader" className={styles.cell}>
        {name}
      </span>
    );
  const present = sameOrder(by, order);
  const down = order.descending ?? order.by !== 'name';
  return (
    <span
      role="columnheader"
      className={styles.cell}
      aria-sort={present ? (down ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className={styles.sorter}
        onClick={() =>
          onOrder(present ? { ...by, descending: !down } : { ...by, descending: by.by !== 'name' })
        }
      >
        {name}
        {present ? down ? <DownIcon size={14} /> : <UpIcon size={14} /> : null}
      </button>
    </span>
  );
}

function useOnPhone(): boolean {
  const [onPhone, setOnPhone] = useState(() => window.matchMedia('(max-width: 720px)').matches);
  useEffect(() => {
    const query = window.matchMedia('(max-width: 720px)');
    const listen = () => setOnPhone(query.matches);
    query.addEventListener('change', listen);
    return () => query.removeEventListener('change', listen);
  }, []);
  return onPhone;
}

/** What stands below the last row: more is on its way, was looked for in vain so far, or there is no more. */
export function ListEnd(props: {
  readonly busy: boolean;
  readonly more: boolean;
  readonly looked: string | null;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation();
  if (!props.more && !props.busy) return <span>{t('peopleList.end')}</span>;
  return (
    <>
      {props.looked === null ? null : <span>{props.looked}</span>}
      <Button size="small" loading={props.busy} onClick={props.onMore}>
        {t('peopleList.goOn')}
      </Button>
    </>
  );
}
