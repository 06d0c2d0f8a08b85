import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Popover from '@mui/material/Popover';
import TextField from '@mui/material/TextField';
import type { Day } from '@nardeban/core/values';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../language/speech.ts';
import { CalendarIcon } from './icons.tsx';
import { MonthGrid } from './MonthGrid.tsx';

/**
 * A day, typed in either calendar and in any digits, or picked from the month. What cannot be read stays as typed, with
 * a word about what is expected.
 */
export function DayField(props: {
  readonly label: string;
  readonly day: Day;
  readonly last: Day;
  readonly speech: Speech;
  readonly onChange: (day: Day) => void;
}) {
  const { t } = useTranslation();
  const { speech, day, last } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLDivElement>(null);
  const read = typed === null ? day : speech.readDay(typed);
  const fault =
    read === null
      ? t('day.unreadable', { example: speech.day(last, 'short') })
      : read > last
        ? t('day.ahead')
        : null;

  const choose = (chosen: Day) => {
    setTyped(null);
    setOpen(false);
    if (chosen !== day) props.onChange(chosen);
  };
  const settle = () => {
    if (read !== null && read <= last) choose(read);
  };

  return (
    <>
      <TextField
        ref={anchor}
        size="small"
        label={props.label}
        value={typed ?? speech.day(day, 'short')}
        error={fault !== null}
        helperText={fault}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          if (event.key === 'Escape') setTyped(null);
        }}
        slotProps={{
          htmlInput: { dir: 'ltr', inputMode: 'numeric', autoComplete: 'off', style: { textAlign: 'start' } },
          input: {
            endAdornment: (
              <InputAdornment position="end">
                <IconButton size="small" edge="end" aria-label={t('day.pick')} onClick={() => setOpen(true)}>
                  <CalendarIcon />
                </IconButton>
              </InputAdornment>
            ),
          },
        }}
        sx={{ inlineSize: { xs: '100%', sm: 172 } }}
      />
      <Popover
        open={open}
        anchorEl={anchor.current}
        onClose={() => setOpen(false)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
        transformOrigin={{ vertical: 'top', horizontal: 'center' }}
      >
        <MonthGrid
          chosen={day}
          last={last}
          calendar={speech.calendar}
          language={speech.language}
          weekdays={t('day.weekdays').split(' ')}
          words={{ earlier: t('day.earlierMonth'), later: t('day.laterMonth') }}
          onChoose={choose}
        />
      </Popover>
    </>
  );
}
