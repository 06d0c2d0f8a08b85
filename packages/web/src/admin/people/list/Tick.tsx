import { useEffect, useRef } from 'react';
import styles from './List.module.css';

/** A box to tick: the browser's own, for a list makes hundreds of them while it is scrolled. */
export function Tick(props: {
  readonly on: boolean;
  /** Some of what it stands for is ticked, and some is not. */
  readonly part?: boolean;
  readonly label: string;
  readonly onChange: (on: boolean) => void;
}) {
  const { on, part = false, label, onChange } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = part;
  }, [part]);
  return (
    <label className={styles.tick}>
      <input
        ref={box}
        type="checkbox"
        checked={on}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}
