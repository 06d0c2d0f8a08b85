import { readPastedLines } from '@nardeban/core/sales';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { type ClipboardEvent, type KeyboardEvent, memo, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import { PlusIcon, TrashIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import { useSayFault } from './useSayFault.ts';
import {
  type Column,
  COLUMNS,
  emptyLine,
  type FormRead,
  lineFrom,
  type LineForm,
  MOST_LINES,
  withPasted,
} from './quotation-form.ts';

const FIGURES: ReadonlySet<Column> = new Set(['quantity', 'unitPrice', 'discount', 'tax']);
const LONGEST: Readonly<Record<Column, number>> = {
  sku: 100,
  text: 300,
  quantity: 30,
  unit: 20,
  unitPrice: 40,
  discount: 40,
  tax: 10,
};

type Change = (next: (lines: readonly LineForm[]) => readonly LineForm[]) => void;

/**
 * The lines of a quotation. Enter goes to the line beneath, and begins one after the last; the arrows go up and down; rows that
 * were copied out of a sheet are pasted anywhere.
 */
export function LinesTable(props: {
  readonly lines: readonly LineForm[];
  readonly read: FormRead;
  readonly taxRate: number;
  /** Faults are shown of what was asked to be kept, not of what is just being typed. */
  readonly isAsked: boolean;
  readonly onChange: Change;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { lines, read, taxRate, onChange } = props;
  const table = useRef<HTMLDivElement>(null);
  const [pasted, setPasted] = useState<{
    readonly lines: number;
    readonly refused: readonly string[];
  } | null>(null);
  const focus = useCallback((row: number, column: Column) => {
    // The line may be about to be made.
    requestAnimationFrame(() => {
      table.current
        ?.querySelector<HTMLInputElement>(`[data-row="${row}"] [data-column="${column}"]`)
        ?.focus();
    });
  }, []);
  const write = useCallback(
    (id: number, column: Column, text: string) =>
      onChange((all) => all.map((line) => (line.id === id ? { ...line, [column]: text } : line))),
    [onChange],
  );
  const remove = useCallback(
    (id: number) => {
      onChange((all) =>
        all.length === 1 ? [emptyLine(speech, taxRate)] : all.filter((line) => line.id !== id),
      );
    },
    [onChange, speech, taxRate],
  );
  const add = useCallback(
    (column: Column) => {
      const made = emptyLine(speech, taxRate);
      onChange((all) => (all.length >= MOST_LINES ? all : [...all, made]));
      focus(made.id, column);
    },
    [onChange, speech, taxRate, focus],
  );
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const { row, column } = placeOf(event.target);
    if (row === null || column === null) return;
    const place = lines.findIndex(({ id }) => id === row);
    const isDown = event.key === 'ArrowDown' || event.key === 'Enter';
    if (!isDown && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = lines[isDown ? place + 1 : place - 1];
    if (next !== undefined) focus(next.id, column);
    else if (event.key === 'Enter') add(lines.length === 0 ? 'text' : column);
  };
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const { row } = placeOf(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (row === null || !/[\t\n\r]./.test(text)) return;
    event.preventDefault();
    const { currency, unit, language } = speech;
    const found = readPastedLines(text, { currency, unit });
    const tax = emptyLine(speech, taxRate).tax;
    const made = found.lines.map((line) => lineFrom(line, speech, tax));
    onChange((all) => withPasted(all, row, made));
    setPasted({
      lines: made.length,
      refused: found.refused.map(({ row: at, refusal }) =>
        t('salesAgreement.lines.refused', { row: speech.number(at), why: sayRefusal(refusal, language) }),
      ),
    });
  };
  const sayFault = useSayFault();
  const faults = new Map(read.faults.map((fault) => [fault.row, fault]));
  return (
    <div>
      <div
        ref={table}
        className={styles.lines}
        role="group"
        aria-label={t('salesAgreement.lines.title')}
        onKeyDown={move}
        onPaste={paste}
      >
        <div className={styles.head} aria-hidden="true">
          <span />
          {COLUMNS.map((column) => (
            <span key={column} className={FIGURES.has(column) ? styles.figure : undefined}>
              {t(`salesAgreement.lines.${column}`)}
            </span>
          ))}
          <span className={styles.figure}>{t('salesAgreement.lines.amount')}</span>
        </div>
        {lines.map((line, place) => {
          const fault = props.isAsked ? faults.get(line.id) : undefined;
          const at = read.rows.get(line.id);
          const total = at === undefined ? undefined : read.totals?.lines[at];
          return (
            <Line
              key={line.id}
              line={line}
              place={place + 1}
              amount={total === undefined ? null : total.gross - total.lineOff}
              faultIn={fault?.column ?? null}
              fault={fault === undefined ? null : sayFault(fault.refusal)}
              onWrite={write}
              onRemove={remove}
            />
          );
        })}
      </div>
      {pasted === null ? null : (
        <Alert
          severity={pasted.refused.length === 0 ? 'success' : 'warning'}
          onClose={() => setPasted(null)}
          sx={{ marginBlockStart: 1 }}
        >
          {t('salesAgreement.lines.pasted', { count: pasted.lines, number: speech.number(pasted.lines) })}
          {pasted.refused.slice(0, 5).map((sentence) => (
            <div key={sentence}>{sentence}</div>
          ))}
        </Alert>
      )}
      <div className={styles.tools} style={{ marginBlockStart: 8 }}>
        <Button
          startIcon={<PlusIcon size={18} />}
          disabled={lines.length >= MOST_LINES}
          onClick={() => add('text')}
        >
          {t('salesAgreement.lines.add')}
        </Button>
        <span className={styles.soft}>
          {t('salesAgreement.lines.help', { most: speech.number(MOST_LINES) })}
        </span>
      </div>
    </div>
  );
}

function placeOf(target: EventTarget): { readonly row: number | null; readonly column: Column | null } {
  if (!(target instanceof HTMLInputElement)) return { row: null, column: null };
  const { column } = target.dataset;
  const row = target.closest<HTMLElement>('[data-row]')?.dataset['row'];
  return {
    row: row === undefined ? null : Number(row),
    column: COLUMNS.find((one) => one === column) ?? null,
  };
}

/** Five hundred of them stand beside each other: only the one that is typed in is drawn anew. */
const Line = memo(function Line(props: {
  readonly line: LineForm;
  readonly place: number;
  readonly amount: number | null;
  readonly faultIn: Column | null;
  readonly fault: string | null;
  readonly onWrite: (id: number, column: Column, text: string) => void;
  readonly onRemove: (id: number) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { line, place, faultIn, fault } = props;
  const number = speech.number(place);
  const described = `line-fault-${line.id}`;
  return (
    <div
      className={styles.line}
      data-row={line.id}
      role="group"
      aria-label={t('salesAgreement.lines.of', { number })}
    >
      <span className={styles.place} aria-hidden="true">
        {number}
      </span>
      {COLUMNS.map((column) => (
        <label key={column} className={column === 'text' ? styles.textCell : undefined}>
          <span className={styles.label}>{t(`salesAgreement.lines.${column}`)}</span>
          <input
            data-column={column}
            className={FIGURES.has(column) ? styles.figure : undefined}
            aria-label={t('salesAgreement.lines.cell', {
              column: t(`salesAgreement.lines.${column}`),
              number,
            })}
            aria-invalid={faultIn === column}
            {...(faultIn === column ? { 'aria-describedby': described } : {})}
            value={line[column]}
            maxLength={LONGEST[column]}
            dir={FIGURES.has(column) ? 'ltr' : 'auto'}
            inputMode={FIGURES.has(column) ? 'decimal' : 'text'}
            autoComplete="off"
            onChange={(event) => props.onWrite(line.id, column, event.target.value)}
          />
        </label>
      ))}
      <output className={styles.figure}>{props.amount === null ? '' : speech.money(props.amount)}</output>
      <button
        type="button"
        className={styles.remove}
        aria-label={t('salesAgreement.lines.remove', { number })}
        onClick={() => props.onRemove(line.id)}
      >
        <TrashIcon size={18} />
      </button>
      {fault === null ? null : (
        <p className={styles.fault} id={described}>
          {fault}
        </p>
      )}
    </div>
  );
});
