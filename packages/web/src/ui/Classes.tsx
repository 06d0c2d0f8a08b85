import type { ReactNode } from 'react';
import type { LadderRung } from './Ladder.tsx';
import styles from './Classes.module.css';

/** People by classes without order: a bar each, in the order in which the classes are asked. */
export function Classes(props: {
  readonly classes: readonly LadderRung[];
  readonly linkTo: (key: string, className: string, content: ReactNode) => ReactNode;
  readonly label: string;
}) {
  const fullest = Math.max(...props.classes.map((one) => one.share), 0);
  return (
    <ul className={styles.classes} aria-label={props.label}>
      {props.classes.map((one) => (
        <li key={one.key} style={{ '--fill': fullest > 0 ? one.share / fullest : 0 }}>
          {props.linkTo(
            one.key,
            styles.link ?? '',
            <>
              <span className={styles.name}>
                <strong>{one.name}</strong>
                {one.who === undefined ? null : <span className={styles.who}>{one.who}</span>}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span className={styles.fill} />
              </span>
              <span className={styles.count}>
                <strong>{one.count}</strong>
                <span className="soft">{one.shareShown}</span>
                <span className={styles.note}>{one.note}</span>
                {one.aside === undefined ? null : <span className={styles.note}>{one.aside}</span>}
              </span>
            </>,
          )}
        </li>
      ))}
    </ul>
  );
}
