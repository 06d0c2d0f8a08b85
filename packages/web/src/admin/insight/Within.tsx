import styles from './Insight.module.css';

/** What is expected, with the bounds it will likely lie within under it. */
export function Within({ expected, bounds }: { readonly expected: string; readonly bounds: string }) {
  return (
    <span className={styles.within}>
      <span>{expected}</span>
      <small>{bounds}</small>
    </span>
  );
}
