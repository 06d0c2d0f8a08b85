import type { ReactNode } from 'react';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Programme.module.css';

/** A part of a result, under its heading. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.result}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What a part comes to, line by line; the first cell names the line. */
export function Table(props: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}) {
  return (
    <div className={spend.tableBox} role="group" tabIndex={0} aria-label={props.label}>
      <table className={spend.table}>
        <thead>
          <tr>
            {props.columns.map((column, at) =>
              column === '' ? (
                <td key={at} />
              ) : (
                <th key={at} scope="col">
                  {column}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
