import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayRefusal } from '../../../language/refusal-text.ts';
import type { Manner } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';

/**
 * A number, an amount or a share, typed in any digits. `onChange` is given what could be read, null when the field was
 * emptied; what cannot be read stays as typed with a word about it. With `settled` it is given only when the field is
 * left or Enter pressed: for what is asked of the server or stands in the address.
 */
export function TypedField(props: {
  readonly label: string;
  readonly manner: Manner<number>;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly least?: number;
  readonly most?: number;
  readonly settled?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
  readonly small?: boolean;
  readonly help?: ReactNode;
  /** What the server found wrong with it. */
  readonly fault?: string | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { manner, value, least, most } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const readOf = (text: string): { readonly value: number | null } | { readonly fault: string } => {
    if (text.trim() === '') return { value: null };
    const read = manner.read(text);
    if (!read.ok) return { fault: sayRefusal(read.refusal, speech.language) };
    if (least !== undefined && read.value < least)
      return { fault: t('spend.field.least', { least: manner.show(least) }) };
    if (most !== undefined && read.value > most)
      return { fault: t('spend.field.most', { most: manner.show(most) }) };
    return { value: read.value };
  };
  const read = typed === null ? null : readOf(typed);
  const own = left && read !== null && 'fault' in read ? read.fault : undefined;
  const fault = own ?? props.fault;
  const give = (text: string) => {
    const found = readOf(text);
    if ('value' in found) {
      if (found.value !== value) props.onChange(found.value);
    } else if (props.settled !== true && value !== null) {
      // A form must not send what stood there before the text that cannot be read.
      props.onChange(null);
    }
  };
  const settle = () => {
    setLeft(true);
    if (typed === null) return;
    if (props.settled === true) give(typed);
    if (read !== null && 'value' in read) setTyped(null);
  };
  return (
    <TextField
      label={props.label}
      required={props.required ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.small === true ? { size: 'small' as const } : {})}
      value={typed ?? (value === null ? '' : manner.show(value))}
      error={fault !== undefined}
      helperText={fault ?? props.help}
      onChange={(event) => {
        const { value: text } = event.target;
        setTyped(text);
        setLeft(false);
        if (props.settled !== true) give(text);
      }}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        if (props.settled === true) settle();
        else setLeft(true);
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
