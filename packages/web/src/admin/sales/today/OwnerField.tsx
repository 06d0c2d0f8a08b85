import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery } from '../queries.ts';

const NOBODY = '';

/** Who does it: somebody who works here, or nobody yet. */
export function OwnerField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly nobody: string;
  readonly onChange: (owner: string | null) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { colleagues = [], me = null } = useQuery(colleaguesQuery(asking)).data ?? {};
  const { value } = props;
  const isKnown = value === null || colleagues.some(({ id }) => id === value);
  return (
    <TextField
      select
      size="small"
      fullWidth
      label={props.label}
      value={value ?? NOBODY}
      onChange={(event) => props.onChange(event.target.value === NOBODY ? null : event.target.value)}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value={NOBODY}>{props.nobody}</MenuItem>
      {isKnown || value === null ? null : <MenuItem value={value}>{t('salesToday.form.gone')}</MenuItem>}
      {colleagues.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {id === me ? t('salesToday.form.me', { name }) : name}
        </MenuItem>
      ))}
    </TextField>
  );
}
