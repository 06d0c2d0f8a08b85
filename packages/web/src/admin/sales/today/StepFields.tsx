import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { FOLLOW_UP_KINDS, isAgreedAsARule } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { OwnerField } from './OwnerField.tsx';
import type { StepDraft } from './step-draft.ts';
import styles from './Today.module.css';
import { WhenFields } from './WhenFields.tsx';

/** What is to be done next: what kind of deed, about what, when and by whom. */
export function StepFields(props: {
  readonly draft: StepDraft;
  readonly fault: string | null;
  readonly isAsked: boolean;
  /** Whose it is is said where it is planned, and follows the matter where it comes after something that is done. */
  readonly withOwner: boolean;
  readonly onChange: (changes: Partial<StepDraft>) => void;
}) {
  const { t } = useTranslation();
  const { draft, onChange } = props;
  const isMissing = props.isAsked && draft.about.trim() === '';
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <TextField
          select
          size="small"
          label={t('salesToday.form.kind')}
          value={draft.kind}
          onChange={(event) =>
            onChange({ kind: FOLLOW_UP_KINDS.find((one) => one === event.target.value) ?? 'task' })
          }
        >
          {FOLLOW_UP_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`salesToday.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {props.withOwner ? (
          <OwnerField
            label={t('salesToday.form.who')}
            value={draft.owner}
            nobody={t('salesToday.form.nobody')}
            onChange={(owner) => onChange({ owner })}
          />
        ) : null}
      </div>
      <TextField
        size="small"
        fullWidth
        multiline
        label={t('salesToday.form.about')}
        value={draft.about}
        error={isMissing}
        helperText={isMissing ? t('salesToday.form.aboutMissing') : undefined}
        onChange={(event) => onChange({ about: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
      />
      <WhenFields
        when={draft.when}
        fixed={isAgreedAsARule(draft.kind) || draft.agreed}
        fault={props.fault}
        onChange={(when) => onChange({ when })}
      />
      <FormControlLabel
        control={<Switch checked={draft.agreed} onChange={(_, agreed) => onChange({ agreed })} />}
        label={t('salesToday.form.agreed')}
      />
    </div>
  );
}
