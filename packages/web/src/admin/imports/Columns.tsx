import Button from '@mui/material/Button';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportProposal } from '../../api/imports-queries.ts';
import { useSetting } from '../setting.ts';
import styles from './Imports.module.css';

/** What a column may be, as the list shows it. */
const GROUPS = {
  person: ['mobile', 'email', 'external', 'name', 'first', 'last', 'city', 'birthday', 'tag'],
  order: ['order', 'date', 'time', 'amount', 'status', 'discount', 'tax', 'branch', 'channel'],
  line: ['product', 'sku', 'category', 'quantity', 'unitPrice'],
  other: ['ignore'],
} as const;
type Group = keyof typeof GROUPS;
type PlainField = (typeof GROUPS)[Group][number];

/** Columns that were left out and are shown all the same, so that few need no second look. */
const FEW = 8;
const CELLS_SHOWN = 4;

type Column = ImportProposal['columns'][number];

/** Every column with some of its cells and what it is taken for, in the order of the file; those left out come last. */
export function Columns(props: {
  readonly mapping: ImportMapping;
  readonly proposal: ImportProposal;
  readonly onChange: (part: Partial<ImportMapping>) => void;
  readonly disabled: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { mapping, proposal, onChange, disabled } = props;
  const [all, setAll] = useState(false);
  // By what was proposed: a column must not jump away under the hand that changes it.
  const used = proposal.columns.filter(({ header }) => fieldOf(proposal.import.mapping, header) !== 'ignore');
  const left = proposal.columns.filter(({ header }) => fieldOf(proposal.import.mapping, header) === 'ignore');
  const isAll = all || left.length <= FEW;
  const shown = isAll ? [...used, ...left] : used;
  const choose = (header: string, field: string) => onChange({ columns: { [header]: field } });

  return (
    <section className={styles.card} aria-labelledby="import-columns">
      <h2 id="import-columns">{t('imports.columns')}</h2>
      <p className="soft">{t('imports.columnsText')}</p>
      <ul className={styles.columns}>
        {shown.map((column) => (
          <ColumnCard
            key={column.header}
            column={column}
            field={fieldOf(mapping, column.header)}
            isKept={proposal.savedMapping}
            disabled={disabled}
            onChoose={choose}
          />
        ))}
      </ul>
      {isAll ? null : (
        <Button variant="text" onClick={() => setAll(true)}>
          {t('imports.moreColumns', { count: left.length, replace: { count: speech.number(left.length) } })}
        </Button>
      )}
    </section>
  );
}

function fieldOf(mapping: ImportMapping, header: string): string {
  const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : undefined;
  return typeof field === 'string' ? field : 'ignore';
}

function ColumnCard(props: {
  readonly column: Column;
  readonly field: string;
  readonly isKept: boolean;
  readonly disabled: boolean;
  readonly onChoose: (header: string, field: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { column, field, disabled, onChoose } = props;
  const id = useId();
  const trait = field.startsWith('trait:') ? field.slice('trait:'.length) : traitOf(column.header);
  const isChosen = field !== column.field;
  const why = isChosen ? (props.isKept ? 'kept' : 'chosen') : (column.why ?? 'none');
  const cells = column.cells.slice(0, CELLS_SHOWN);
  return (
    <li className={styles.column} data-used={field !== 'ignore'}>
      <div className={styles.columnHead}>
        <label htmlFor={id} title={column.header}>
          <span className="only-heard">{t('imports.as', { header: column.header })}</span>
          <bdi aria-hidden="true">{column.header}</bdi>
        </label>
        <small>
          {t(`imports.why.${why}`)}
          {isChosen || field === 'ignore'
            ? null
            : ` · ${t('imports.sure', { share: speech.share(column.sure) })}`}
        </small>
      </div>
      <select
        id={id}
        className={styles.select}
        value={field}
        disabled={disabled}
        onChange={({ target }) => onChoose(column.header, target.value)}
      >
        {(Object.keys(GROUPS) as Group[]).map((group) => (
          <optgroup key={group} label={t(`imports.fieldGroup.${group}`)}>
            {GROUPS[group].map((plain: PlainField) => (
              <option key={plain} value={plain}>
                {t(`imports.field.${plain}`)}
              </option>
            ))}
            {group === 'other' ? (
              <option value={`trait:${trait}`}>{t('imports.trait', { trait })}</option>
            ) : null}
          </optgroup>
        ))}
      </select>
      <p className={styles.cells} aria-label={t('imports.cells')}>
        {cells.map((cell, at) => (
          <bdi key={at} title={cell}>
            {cell === '' ? <em>{t('imports.emptyCells')}</em> : cell}
          </bdi>
        ))}
      </p>
    </li>
  );
}

/** A name for a trait made of a header: letters and digits of any script. */
function traitOf(header: string): string {
  const name = header
    .toLowerCase()
    .replace(/[^\p{Ll}\p{Lo}\p{N}]+/gu, '_')
    .replace(/^[_\p{N}]+|_+$/gu, '')
    .slice(0, 60);
  return name === '' ? 'column' : name;
}
