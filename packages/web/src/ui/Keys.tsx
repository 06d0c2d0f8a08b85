import styles from './Keys.module.css';

const isMac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

/** Keys to press, drawn as keys. They are written as on the keyboard, left to right, in every language. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className={styles.keys} dir="ltr">
      {keys.map((key, index) => (
        <kbd key={index}>{key === 'command' ? (isMac ? '⌘' : 'Ctrl') : key}</kbd>
      ))}
    </span>
  );
}
