import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { toLatinDigits } from '@nardeban/core/values';
import { useState } from 'react';
import { sayRefusal } from '../../language/refusal-text.ts';
import { moneyIn } from '../criteria/figures.ts';
import { useSetting } from '../setting.ts';
import { amountInWords } from './wording.ts';

/**
 * An amount in the business's unit: thousands part themselves while it is typed, in whatever digits, and the amount stands
 * below in words. `onEnter` is given what stands there, null when nothing readable does.
 */
export function MoneyField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly onEnter?: (value: number | null) => void;
  readonly small?: boolean;
  readonly disabled?: boolean;
  readonly fault?: string | undefined;
}) {
  const { speech } = useSetting();
  const manner = moneyIn(speech);
  const { value } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null || typed.trim() === '' ? null : manner.read(ungrouped(typed));
  const own = read !== null && !read.ok ? sayRefusal(read.refusal, speech.language) : undefined;
  const fault = props.fault ?? own;
  const give = (text: string, atEnd: boolean) => {
    const plain = ungrouped(text);
    const found = plain.trim() === '' ? null : manner.read(plain);
    const amount = found?.ok === true && found.value >= 0 ? found.value : null;
    // While somebody writes in the middle of it the text stays under their hand.
    setTyped(amount !== null && atEnd && /^[0-9]+$/.test(toLatinDigits(plain)) ? manner.show(amount) : text);
    props.onChange(amount);
    return amount;
  };
  const words = value === null ? '' : amountInWords(value, speech);
  return (
    <TextField
      id={props.id}
      label={props.label}
      {...(props.small === true ? { size: 'small' as const } : {})}
      disabled={props.disabled ?? false}
      value={typed ?? (value === null ? '' : manner.show(value))}
      error={fault !== undefined}
      helperText={fault ?? (words === '' ? ' ' : words)}
      onChange={({ target }) => give(target.value, target.selectionStart === target.value.length)}
      onBlur={() => {
        if (own === undefined) setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        setTyped(null);
        props.onEnter?.(read === null ? value : read.ok ? read.value : null);
      }}
      autoComplete="off"
      slotProps={{
        htmlInput: { inputMode: 'decimal', dir: 'ltr', style: { textAlign: 'start' } },
        ...(manner.after === undefined
          ? {}
          : { input: { endAdornment: <InputAdornment position="end">{manner.after}</InputAdornment> } }),
      }}
    />
  );
}

/** One more digit at the end breaks the thousands that were parted before it: digits are read without what parts them. */
function ungrouped(text: string): string {
  return /^[0-9٬,،\s]+$/.test(toLatinDigits(text)) ? text.replace(/[٬,،\s]/g, '') : text;
}
