import styles from './Skeletons.module.css';

/** A line of text that is on its way, as high as the text will be. Plain, for the first view waits for what it is made of. */
export function Bone({ width }: { readonly width: number }) {
  return <span className={styles.bone} style={{ inlineSize: width }} aria-hidden="true" />;
}
