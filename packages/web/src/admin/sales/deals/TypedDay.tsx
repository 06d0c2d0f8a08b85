import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manner } from '../../criteria/figures.ts';
import { useSetting } from '../../setting.ts';

/** A day that need not be said, typed in either calendar and in any digits; what cannot be read stays as typed. */
export function TypedDay(props: {
  readonly label: string;
  readonly manner: Manner<string>;
  /** YYYY-MM-DD. */
  readonly value: string | null;
  readonly help?: string | undefined;
  readonly onChange: (day: string | null) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { manner, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isLeft, setLeft] = useState(false);
  const read = typed === null || typed.trim() === '' ? null : manner.read(typed);
  const isWrong = read !== null && !read.ok;
  return (
    <TextField
      size="small"
      fullWidth
      label={props.label}
      value={typed ?? (value === null ? '' : manner.show(value))}
      error={isLeft && isWrong}
      helperText={
        isLeft && isWrong ? t('day.unreadable', { example: speech.day(today, 'short') }) : props.help
      }
      autoComplete="off"
      onChange={(event) => {
        const { value: text } = event.target;
        setTyped(text);
        setLeft(false);
        const found = text.trim() === '' ? null : manner.read(text);
        // A form must not send the day that stood there before a text that is none.
        const next = found !== null && found.ok ? found.value : null;
        if (next !== value) onChange(next);
      }}
      onBlur={() => {
        setLeft(true);
        if (!isWrong) setTyped(null);
      }}
      slotProps={{
        htmlInput: { dir: 'ltr', inputMode: 'numeric', style: { textAlign: 'start' }, maxLength: 30 },
      }}
    />
  );
}
