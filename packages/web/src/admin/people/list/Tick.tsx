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
  return (
    <label className={styles.tick}>
      <input
        ref={part ? halfTicked : whollyTicked}
        type="checkbox"
        checked={on}
        aria-label={label}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  );
}

// The browser knows it as a property only; the same functions every time, so that a row that stays is left alone.
function halfTicked(box: HTMLInputElement | null): void {
  if (box !== null) box.indeterminate = true;
}

function whollyTicked(box: HTMLInputElement | null): void {
  if (box !== null) box.indeterminate = false;
}
