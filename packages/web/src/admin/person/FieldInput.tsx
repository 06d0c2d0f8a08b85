import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FieldDeclaration } from '@nardeban/core/facts';
import { isoDay, readMoney, readNumber, type Result } from '@nardeban/core/values';
import { useTranslation } from 'react-i18next';
import type { Speech } from '../../language/speech.ts';
import { useSetting } from '../setting.ts';

/** The input for a field of a kind; what is typed stays a text until it is read. */
export function FieldInput(props: {
  readonly field: FieldDeclaration;
  readonly typed: string;
  readonly fault: string | null;
  readonly onType: (text: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { field } = props;
  const label = `${field[speech.language]}${field.kind === 'money' ? ` (${t(`dossier.unit.${speech.unit}`, { currency: speech.currency })})` : ''}`;
  if (field.kind === 'flag') {
    return (
      <TextField
        select
        label={label}
        value={props.typed}
        onChange={(event) => props.onType(event.target.value)}
      >
        <MenuItem value="">{t('dossier.tell.unsaid')}</MenuItem>
        <MenuItem value="yes">{t('yes')}</MenuItem>
        <MenuItem value="no">{t('no')}</MenuItem>
      </TextField>
    );
  }
  if (field.choices !== undefined) {
    return (
      <TextField
        select
        label={label}
        value={field.choices.includes(props.typed) ? props.typed : ''}
        required={field.required === true}
        error={props.fault !== null}
        helperText={props.fault}
        onChange={(event) => props.onType(event.target.value)}
      >
        <MenuItem value="">{t('dossier.tell.unsaid')}</MenuItem>
        {field.choices.map((choice) => (
          <MenuItem key={choice} value={choice} dir="auto">
            {choice}
          </MenuItem>
        ))}
      </TextField>
    );
  }
  const isNumber = field.kind === 'money' || field.kind === 'number';
  return (
    <TextField
      label={label}
      value={props.typed}
      required={field.required === true}
      error={props.fault !== null}
      helperText={props.fault ?? (field.kind === 'day' ? t('dossier.tell.day') : null)}
      onChange={(event) => props.onType(event.target.value)}
      slotProps={{
        htmlInput: {
          maxLength: 2000,
          dir: 'auto',
          inputMode: isNumber ? 'decimal' : 'text',
          autoComplete: 'off',
        },
      }}
    />
  );
}

/** What was typed into a field as the fact's record holds it; null: nothing was. */
export function readField(
  field: FieldDeclaration,
  typed: string,
  speech: Speech,
): Result<string | number | boolean> | null {
  const text = typed.trim();
  if (text === '') return null;
  if (field.kind === 'money') return readMoney(text, { currency: speech.currency, unit: speech.unit });
  if (field.kind === 'number') return readNumber(text);
  if (field.kind === 'flag') return { ok: true, value: text === 'yes' };
  if (field.kind === 'day') {
    const day = speech.readDay(text);
    return day === null ? { ok: false, refusal: { code: 'day_expected' } } : { ok: true, value: isoDay(day) };
  }
  return { ok: true, value: text };
}
