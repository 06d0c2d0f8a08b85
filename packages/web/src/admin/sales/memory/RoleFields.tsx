import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import styles from './Memory.module.css';
import { BELONGINGS, type RoleDraft, ROLES } from './talk-form.ts';
import { WhomFields } from './WhomFields.tsx';

/** Who plays which part, and how they belong to the customer. */
export function RoleFields(props: {
  readonly role: RoleDraft;
  readonly customer: number;
  readonly autoFocus: boolean;
  readonly onChange: (role: RoleDraft) => void;
}) {
  const { t } = useTranslation();
  const { role, onChange } = props;
  const put = (changes: Partial<RoleDraft>) => onChange({ ...role, ...changes });
  return (
    <>
      <div className={styles.two}>
        <TextField
          select
          label={t('salesMemory.parts.role')}
          value={role.role}
          autoFocus={props.autoFocus}
          onChange={(event) => put({ role: ROLES.find((one) => one === event.target.value) ?? 'decides' })}
        >
          {ROLES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`salesMemory.role.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          control={<Checkbox checked={role.self} onChange={(event) => put({ self: event.target.checked })} />}
          label={t('salesMemory.parts.self')}
        />
      </div>
      {role.self ? null : (
        <>
          <WhomFields
            label={t('salesMemory.parts.who')}
            whom={role.who}
            customer={props.customer}
            onChange={(who) => put({ who })}
          />
          {role.who.person === null ? null : (
            <TextField
              select
              label={t('salesMemory.parts.belonging')}
              value={role.belonging}
              onChange={(event) =>
                put({ belonging: BELONGINGS.find((one) => one === event.target.value) ?? '' })
              }
            >
              <MenuItem value="">{t('salesMemory.parts.noBelonging')}</MenuItem>
              {BELONGINGS.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`salesMemory.belonging.${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
        </>
      )}
      <TextField
        label={t('salesMemory.parts.note')}
        value={role.note}
        onChange={(event) => put({ note: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
      />
    </>
  );
}
