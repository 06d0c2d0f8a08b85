import type { ReactNode } from 'react';
import styles from './HeatTable.module.css';
import { useOneStop } from './useOneStop.ts';

export interface HeatCell {
  readonly shown: string;
  /** From 0, the paper's own colour, to 1. */
  readonly strength: number;
  /** What the cell says in words. */
  readonly title?: string;
  /** Not whole yet, or not sure. */
  readonly faint?: boolean;
  readonly link?: ReactNode;
}

export interface HeatRow {
  readonly label: ReactNode;
  /** A number of the row itself, beside its heading. */
  readonly aside?: ReactNode;
  /** Null where there is nothing to know yet. */
  readonly cells: readonly (HeatCell | null)[];
}

/**
 * A map of strengths that is a real table: read aloud cell by cell, printed, copied, and in the reader's own direction.
 * A drawing of the same would need all of that a second time.
 */
export function HeatTable(props: {
  readonly caption: string;
  /** What stands over the headings of the rows, and over the numbers beside them. */
  readonly corner: string;
  readonly asideCorner?: string;
  readonly columns: readonly string[];
  readonly rows: readonly HeatRow[];
  /** Whether nearly all cells are links: then arrows lead from one to the next. */
  readonly allLead?: boolean;
}) {
  const { asideCorner, allLead = false } = props;
  const { table, onKeyDown } = useOneStop(allLead);
  return (
    <div className={styles.scroll} role="group" aria-label={props.caption} tabIndex={0}>
      <table ref={table} className={`${styles.heat} ${allLead ? styles.leading : ''}`} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">{props.corner}</th>
            {asideCorner === undefined ? null : <th scope="col">{asideCorner}</th>}
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.label}</th>
              {asideCorner === undefined ? null : <td className={styles.aside}>{row.aside}</td>}
              {row.cells.map((cell, column) =>
                cell === null ? (
                  <td key={column} />
                ) : (
                  <td
                    key={column}
                    className={cell.faint === true ? styles.faint : undefined}
                    style={{ '--strength': `${Math.round(Math.min(Math.max(cell.strength, 0), 1) * 100)}%` }}
                    title={cell.title}
                  >
                    {cell.link ?? cell.shown}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
