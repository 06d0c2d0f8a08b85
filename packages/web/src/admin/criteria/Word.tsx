import styles from './Criteria.module.css';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** One word of a sentence that can be another: a list of the browser's own, so that every hand and reader knows it. */
export function Word<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly fault?: string | undefined;
  readonly quiet?: boolean;
  readonly id?: string | undefined;
}) {
  const { choices, value } = props;
  const known = choices.some((one) => one.value === value);
  return (
    <select
      id={props.id}
      className={props.quiet === true ? styles.quietWord : styles.word}
      aria-label={props.label}
      aria-invalid={props.fault !== undefined}
      title={props.fault}
      value={value}
      onChange={(event) => {
        const chosen = choices.find((one) => one.value === event.target.value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      {known ? null : <option value={value}>{value === '' ? '…' : value}</option>}
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.text}
        </option>
      ))}
    </select>
  );
}
