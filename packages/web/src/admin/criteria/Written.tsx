import type { Result } from '@nardeban/core/values';
import { useState } from 'react';
import { sayRefusal } from '../../language/refusal-text.ts';
import { useSetting } from '../setting.ts';
import styles from './Criteria.module.css';

/**
 * A value that is typed: any digits, with or without separators. What cannot be read stays as it was typed, with a word
 * about it, and counts as nothing until it can.
 */
export function Written<Value>(props: {
  readonly label: string;
  readonly value: Value | undefined;
  readonly show: (value: Value) => string;
  readonly read: (text: string) => Result<Value>;
  readonly onChange: (value: Value | undefined) => void;
  readonly fault?: string | undefined;
  readonly after?: string | undefined;
  readonly numeric?: boolean;
}) {
  const { speech } = useSetting();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (props.value === undefined ? '' : props.show(props.value));
  const read = typed === null || typed.trim() === '' ? null : props.read(typed);
  const unread = read !== null && !read.ok ? sayRefusal(read.refusal, speech.language) : undefined;
  const fault = unread ?? props.fault;
  return (
    <span className={styles.written} data-fault={fault === undefined ? undefined : ''}>
      <input
        aria-label={props.after === undefined ? props.label : `${props.label} (${props.after})`}
        aria-invalid={fault !== undefined}
        title={fault}
        dir="auto"
        autoComplete="off"
        inputMode={props.numeric === true ? 'decimal' : undefined}
        size={Math.min(18, Math.max(4, shown.length + 1))}
        value={shown}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const now = text.trim() === '' ? null : props.read(text);
          props.onChange(now !== null && now.ok ? now.value : undefined);
        }}
        onBlur={() => {
          if (typed === null) return;
          const now = props.read(typed);
          if (now.ok || typed.trim() === '') setTyped(null);
        }}
      />
      {props.after === undefined ? null : <span aria-hidden="true">{props.after}</span>}
      {unread === undefined ? null : <span className={styles.unread}>{unread}</span>}
    </span>
  );
}
