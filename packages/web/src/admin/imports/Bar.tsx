import styles from './Imports.module.css';

/** How far something is: `share` from 0 to 1, or null while nobody can say. */
export function Bar({ share, label }: { readonly share: number | null; readonly label: string }) {
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      data-moving={share === null}
    >
      <span style={{ inlineSize: share === null ? '30%' : `${share * 100}%` }} />
    </div>
  );
}
