import Button from '@mui/material/Button';
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOrder, PersonRow } from '../../../api/people-list-queries.ts';
import { DownIcon, UpIcon } from '../../../ui/icons.tsx';
import { orderBy, standOf } from './cells.tsx';
import styles from './List.module.css';
import { PersonLine, useLineWords } from './PersonLine.tsx';
import { sameOrder } from './state.ts';
import { Tick } from './Tick.tsx';
import { usePersonLinks } from './usePersonLinks.ts';
import { useRowsInSight } from './useRowsInSight.ts';

const ROW = 52;
const ROW_ON_PHONE = 72;
/** On a telephone the first two columns have a place of their own, and the others none. */
const places = [styles.second, styles.third];
/** So many rows before the last one the next page is asked for, so that the end is not seen before it is the end. */
const AHEAD = 90;

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
  /** Called when the end comes near. */
  readonly onEnd: () => void;
  readonly end: ReactNode;
}) {
  const { t } = useTranslation();
  const { people, columns, nameOf, cell, order, onOrder, selected, onEnd, end } = props;
  const body = useRef<HTMLDivElement>(null);
  const links = usePersonLinks();
  const words = useLineWords();
  const shown = useMemo(
    () =>
      columns.map((column, at) => {
        const { dir, cut } = standOf(column);
        const place = places[at] ?? styles.further;
        return { column, dir, className: `${styles.cell} ${place} ${cut ? styles.cut : ''}` };
      }),
    [columns],
  );
  const height = useOnPhone() ? ROW_ON_PHONE : ROW;
  const [{ first, last }, reach] = useRowsInSight(body, people.length, height);
  useEffect(() => {
    if (last >= people.length - AHEAD) onEnd();
  }, [last, people.length, onEnd]);
  // Whoever goes through the list with the keyboard stays where they are, though the page be scrolled away from them.
  const [held, setHeld] = useState(-1);
  const indexes = Array.from({ length: Math.max(0, last + 1 - first) }, (_, at) => first + at);
  if (held >= 0 && held < first) indexes.unshift(held);
  if (held > last && held < people.length) indexes.push(held);

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
    reach(next);
    body.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus();
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
              <Tick
                on={selected.all}
                part={selected.some && !selected.all}
                label={t('peopleList.selectAll')}
                onChange={selected.toggleAll}
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
          style={{ blockSize: people.length * height }}
          onKeyDown={onKey}
          onClick={links.onClick}
          onPointerOver={links.onNear}
          onFocus={(event) => {
            links.onNear(event);
            setHeld(Number(event.target.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1));
          }}
          onBlur={() => setHeld(-1)}
        >
          {indexes.map((index) => {
            const person = people[index];
            if (person === undefined) return null;
            return (
              <PersonLine
                key={person.id}
                person={person}
                index={index}
                start={index * height}
                chosen={selected.has(person.id)}
                href={links.hrefOf(person.id)}
                columns={shown}
                words={words}
                cell={cell}
                onToggle={selected.toggle}
              />
            );
          })}
        </div>
      </div>
      <div className={styles.end}>{end}</div>
    </div>
  );
}

function Head(props: {
  readonly name: string;
  readonly by: PeopleOrder | undefined;
  readonly order: PeopleOrder;
  readonly onOrder: (order: PeopleOrder) => void;
}) {
  const { name, by, order, onOrder } = props;
  if (by === undefined)
    return (
      <span role="columnheader" className={`${styles.cell} ${styles.cut}`}>
        {name}
      </span>
    );
  const present = sameOrder(by, order);
  const down = order.descending ?? order.by !== 'name';
  return (
    <span
      role="columnheader"
      className={`${styles.cell} ${styles.cut}`}
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
