import Button from '@mui/material/Button';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PeopleOrder, PersonRow } from '../../../api/people-list-queries.ts';
import { DownIcon, UpIcon } from '../../../ui/icons.tsx';
import { orderBy } from './cells.tsx';
import styles from './List.module.css';
import { PersonLine } from './PersonLine.tsx';
import { sameOrder } from './state.ts';
import { Tick } from './Tick.tsx';
import { usePersonLinks } from './usePersonLinks.ts';

const ROW = 52;
const ROW_ON_PHONE = 72;
/** Rows that are there above and below what is seen. */
const SPARE_ROWS = 8;
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
    if (last >= people.length - AHEAD) onEnd();
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
          style={{ blockSize: virtual.getTotalSize() }}
          onKeyDown={onKey}
          onClick={links.onClick}
          onPointerOver={links.onNear}
          onFocus={links.onNear}
        >
          {items.map((item) => {
            const person = people[item.index];
            if (person === undefined) return null;
            return (
              <PersonLine
                key={item.key}
                person={person}
                index={item.index}
                start={item.start - margin}
                chosen={selected.has(person.id)}
                href={links.hrefOf(person.id)}
                columns={columns}
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
