import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../ui/DayField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';

import { DAYS_AHEAD, NEXT_KINDS, type NextDraft, readTime } from './talk-form.ts';

/** What is to be done next, and when. */
export function NextFields(props: {
  readonly next: NextDraft;
  readonly autoFocus: boolean;
  readonly onChange: (next: NextDraft) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { next, onChange } = props;
  const put = (changes: Partial<NextDraft>) => onChange({ ...next, ...changes });
  const isFaulty = readTime(next.time) === undefined;
  return (
    <>
      <div className={styles.two}>
        <TextField
          select
          size="small"
          label={t('salesMemory.form.nextKind')}
          value={next.kind}
          autoFocus={props.autoFocus}
          onChange={(event) => put({ kind: NEXT_KINDS.find((one) => one === event.target.value) ?? 'call' })}
        >
          {NEXT_KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`salesMemory.nextKind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <DayField
          label={t('salesMemory.form.nextDay')}
          day={next.day}
          last={today + DAYS_AHEAD}
          speech={speech}
          onChange={(day) => put({ day })}
        />
        <TextField
          size="small"
          label={t('salesMemory.form.nextTime')}
          value={next.time}
          error={isFaulty}
          helperText={isFaulty ? t('salesMemory.form.timeFault') : undefined}
          onChange={(event) => put({ time: event.target.value })}
          slotProps={{
            htmlInput: { maxLength: 8, dir: 'ltr', inputMode: 'numeric', style: { textAlign: 'start' } },
          }}
        />
      </div>
      <TextField
        label={t('salesMemory.form.nextAbout')}
        value={next.about}
        onChange={(event) => put({ about: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
      <FormControlLabel
        control={
          <Checkbox checked={next.agreed} onChange={(event) => put({ agreed: event.target.checked })} />
        }
        label={t('salesMemory.form.agreed')}
      />
    </>
  );
}
