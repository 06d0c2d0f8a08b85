import type { ReactNode } from 'react';
import styles from './Figures.module.css';

export interface Figure {
  readonly label: string;
  readonly value: ReactNode;
  /** Against what was before, or within which bounds. */
  readonly note?: ReactNode;
}

/** A few numbers that matter, large. */
export function Figures({ items, label }: { readonly items: readonly Figure[]; readonly label?: string }) {
  return (
    <dl
      className={styles.figures}
      aria-label={label}
      // Full rows read better than a last one of its own.
      data-across={items.length % 4 === 0 ? 4 : 3}
    >
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd>
            <strong>{item.value}</strong>
            {item.note === undefined ? null : <span className={styles.note}>{item.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
