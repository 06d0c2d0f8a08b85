import type { ReactNode } from 'react';
import styles from './Notice.module.css';

/** A calm word in place of what could not be shown: what is the matter, and what to do. */
export function Notice(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly urgent?: boolean;
  /** It stands in place of a whole view, whose heading it then is. */
  readonly whole?: boolean;
}) {
  const Heading = props.whole === true ? 'h1' : 'h2';
  return (
    <section className={styles.notice} role={props.urgent === true ? 'alert' : 'status'}>
      <svg className={styles.drawing} viewBox="0 0 96 112" aria-hidden="true">
        <path d="M30 6 16 106M66 6l14 100" />
        <path d="M27 26h42M24 48h48M21 70h54M18 92h60" />
      </svg>
      <Heading className={styles.title}>{props.title}</Heading>
      {props.children === undefined ? null : <div className={styles.text}>{props.children}</div>}
      {props.action === undefined ? null : <div className={styles.action}>{props.action}</div>}
    </section>
  );
}
