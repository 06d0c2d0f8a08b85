import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery } from '../queries.ts';

/** Who gets the leads that come this way; nobody named: as leads are dealt out anyway. */
export function OwnerChoice(props: {
  readonly owner: string | null;
  readonly onChange: (owner: string | null) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const colleagues = useQuery(colleaguesQuery(asking)).data?.colleagues ?? [];
  const { owner, onChange } = props;
  const isGone = owner !== null && colleagues.length > 0 && !colleagues.some(({ id }) => id === owner);
  return (
    <TextField
      select
      size="small"
      label={t('salesCapture.owner')}
      value={owner ?? ''}
      error={isGone}
      helperText={isGone ? t('salesCapture.ownerGone') : undefined}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
    >
      <MenuItem value="">{t('salesCapture.inTurn')}</MenuItem>
      {isGone || (owner !== null && colleagues.length === 0) ? <MenuItem value={owner}>…</MenuItem> : null}
      {colleagues.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          <bdi>{name}</bdi>
        </MenuItem>
      ))}
    </TextField>
  );
}
