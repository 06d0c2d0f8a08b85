import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../../ui/DayField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';

import { DAYS_AHEAD, type PromiseDraft } from './talk-form.ts';

/** Who promises what, and by when. */
export function PromiseFields(props: {
  readonly promise: PromiseDraft;
  readonly autoFocus: boolean;
  readonly onChange: (promise: PromiseDraft) => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { promise, onChange } = props;
  return (
    <>
      <TextField
        label={t('salesMemory.promises.text')}
        value={promise.text}
        required
        autoFocus={props.autoFocus}
        onChange={(event) => onChange({ ...promise, text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
      <div className={styles.two}>
        <TextField
          select
          size="small"
          label={t('salesMemory.promises.side')}
          value={promise.side}
          onChange={(event) => onChange({ ...promise, side: event.target.value === 'them' ? 'them' : 'us' })}
        >
          <MenuItem value="us">{t('salesMemory.promises.us')}</MenuItem>
          <MenuItem value="them">{t('salesMemory.promises.them')}</MenuItem>
        </TextField>
        <DayField
          label={t('salesMemory.promises.due')}
          day={promise.due}
          last={today + DAYS_AHEAD}
          speech={speech}
          onChange={(due) => onChange({ ...promise, due })}
        />
      </div>
    </>
  );
}
