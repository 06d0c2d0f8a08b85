import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { TOUCH_KINDS } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { TrashIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { OwnerField } from './OwnerField.tsx';
import type { TouchDraft } from './series-draft.ts';
import styles from './Today.module.css';

/** One touch of a series: on which working day, at what time, what kind of deed, by whom, and what to say. */
export function TouchFields(props: {
  readonly draft: TouchDraft;
  readonly place: number;
  readonly isFaulty: boolean;
  readonly mayManage: boolean;
  readonly onChange: (draft: TouchDraft) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { draft, mayManage, onChange, onRemove } = props;
  const title = t('salesToday.series.touch', { place: speech.number(props.place) });
  return (
    <fieldset className={styles.touch} disabled={!mayManage} aria-label={title}>
      <div className={styles.heading}>
        <strong>{title}</strong>
        {onRemove === undefined || !mayManage ? null : (
          <IconButton
            size="small"
            aria-label={t('salesToday.series.removeTouch', { touch: title })}
            onClick={onRemove}
          >
            <TrashIcon size={18} />
          </IconButton>
        )}
      </div>
      <div className={styles.touchHead}>
        <TextField
          size="small"
          label={t('salesToday.series.day')}
          value={draft.day}
          onChange={(event) => onChange({ ...draft, day: event.target.value })}
          slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 4 } }}
        />
        <TextField
          size="small"
          label={t('salesToday.form.clock')}
          value={draft.clock}
          autoComplete="off"
          onChange={(event) => onChange({ ...draft, clock: event.target.value })}
          slotProps={{ htmlInput: { dir: 'ltr', style: { textAlign: 'start' }, maxLength: 8 } }}
        />
        <TextField
          select
          size="small"
          label={t('salesToday.form.kind')}
          value={draft.kind}
          onChange={(event) =>
            onChange({ ...draft, kind: TOUCH_KINDS.find((one) => one === event.target.value) ?? 'task' })
          }
        >
          {TOUCH_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`salesToday.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <OwnerField
          label={t('salesToday.form.who')}
          value={draft.who}
          nobody={t('salesToday.series.whoever')}
          onChange={(who) => onChange({ ...draft, who })}
        />
      </div>
      <TextField
        size="small"
        fullWidth
        multiline
        label={t('salesToday.series.text')}
        value={draft.text}
        error={props.isFaulty}
        helperText={props.isFaulty ? t('salesToday.series.touchFaulty') : t('salesToday.series.textHelp')}
        onChange={(event) => onChange({ ...draft, text: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
    </fieldset>
  );
}
