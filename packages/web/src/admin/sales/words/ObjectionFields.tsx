import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { objectionKinds } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import type { ObjectionKind } from './queries.ts';
import styles from './Words.module.css';

export interface ObjectionForm {
  readonly title: string;
  readonly behind: string;
  readonly kind: ObjectionKind;
  /** As they are typed, with commas between them. */
  readonly products: string;
}

export const EMPTY_OBJECTION: ObjectionForm = { title: '', behind: '', kind: 'other', products: '' };

/** An objection in the customer's words, what is behind it, and what it is about. */
export function ObjectionFields(props: {
  readonly form: ObjectionForm;
  readonly isAsked: boolean;
  /** Only what the customer said: while somebody is on the line nothing else is asked. */
  readonly short?: boolean;
  readonly onChange: (changes: Partial<ObjectionForm>) => void;
}) {
  const { t } = useTranslation();
  const { form, isAsked, short = false, onChange } = props;
  const isMissing = isAsked && form.title.trim() === '';
  return (
    <>
      <TextField
        required
        autoFocus
        multiline
        label={t('salesWords.objections.titleLabel')}
        value={form.title}
        error={isMissing}
        helperText={isMissing ? t('salesWords.objections.needed') : undefined}
        onChange={(event) => onChange({ title: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200, dir: 'auto' } }}
      />
      <div className={styles.two}>
        <TextField
          select
          size="small"
          label={t('salesWords.objections.kindLabel')}
          value={form.kind}
          onChange={(event) =>
            onChange({ kind: objectionKinds.find((one) => one === event.target.value) ?? 'other' })
          }
        >
          {objectionKinds.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`salesWords.kind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        {short ? null : (
          <TextField
            size="small"
            label={t('salesWords.objections.productsLabel')}
            value={form.products}
            helperText={t('salesWords.objections.productsHelp')}
            onChange={(event) => onChange({ products: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 2000, dir: 'auto' } }}
          />
        )}
      </div>
      {short ? null : (
        <TextField
          multiline
          minRows={2}
          label={t('salesWords.objections.behindLabel')}
          value={form.behind}
          helperText={t('salesWords.objections.behindHelp')}
          onChange={(event) => onChange({ behind: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
        />
      )}
    </>
  );
}
