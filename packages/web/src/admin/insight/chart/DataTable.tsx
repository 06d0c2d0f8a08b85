import styles from './DataTable.module.css';
import { type ChartTable, shownIn } from './table.ts';

/** A real table of numbers, which scrolls by itself where the page is narrow. */
export function DataTable({ table, label }: { readonly table: ChartTable; readonly label: string }) {
  const numeric = (column: number) => (table.columns[column]?.numeric === true ? styles.numeric : undefined);
  return (
    <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column.label} scope="col" className={numeric(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) =>
                column === 0 ? (
                  <th key={column} scope="row">
                    {shownIn(cell)}
                  </th>
                ) : (
                  <td key={column} className={numeric(column)}>
                    {shownIn(cell)}
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
