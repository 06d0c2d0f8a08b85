import styles from './Criteria.module.css';

/** A word between two others. One language needs it where the other has none: there it is a blank, and nothing stands. */
export function Joint({ children }: { readonly children: string }) {
  return children.trim() === '' ? null : <span className={styles.joint}>{children}</span>;
}
