import styles from './SmallLadder.module.css';

/** A whole ladder in the hand: the rung one stands on is lit, a rung once reached is marked. */
export function SmallLadder(props: {
  readonly rungs: readonly { readonly key: string; readonly name: string }[];
  readonly at: string | null;
  readonly highest: string | null;
  readonly words: { readonly here: string; readonly highest: string };
}) {
  const at = props.rungs.findIndex((one) => one.key === props.at);
  const last = Math.max(props.rungs.length - 1, 1);
  return (
    <ol className={styles.ladder}>
      {props.rungs
        .map((rung, place) => (
          <li
            key={rung.key}
            className={`${styles.rung} ${place === at ? styles.here : ''} ${place < at ? styles.below : ''}`}
            aria-current={place === at ? 'true' : undefined}
            style={{ '--level': `${(place / last) * 100}%` }}
          >
            <span className={styles.bar} aria-hidden="true" />
            <span>
              {rung.name}
              {place === at ? <span className="only-heard"> {props.words.here}</span> : null}
              {rung.key === props.highest && place > at ? (
                <span className={styles.mark}> {props.words.highest}</span>
              ) : null}
            </span>
          </li>
        ))
        .toReversed()}
    </ol>
  );
}
