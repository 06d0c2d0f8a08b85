import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type FormField, mayBecome } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import styles from './Capture.module.css';
import { becoming } from './form-draft.ts';

const MOST_CHOICES = 50;

/** One thing that is asked. */
export function FieldCard(props: {
  readonly field: FormField;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (field: FormField) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { field, isFirst, isLast, onChange, onMove, onRemove } = props;
  const { kind, becomes, choices } = field;
  const name = speech.words(field.label);
  const may = mayBecome[kind];
  const write = (changes: Partial<FormField>) => onChange({ ...field, ...changes });
  return (
    <fieldset
      className={styles.part}
      aria-label={t('salesCapture.fieldNamed', { name: `\u2068${name}\u2069` })}
    >
      <div className={styles.partHead}>
        <strong>
          <bdi>{name}</bdi> <span className={spend.badge}>{t(`salesCapture.kindOf.${kind}`)}</span>
        </strong>
        <Button size="small" disabled={isFirst} onClick={() => onMove(-1)}>
          {t('salesCapture.up')}
        </Button>
        <Button size="small" disabled={isLast} onClick={() => onMove(1)}>
          {t('salesCapture.down')}
        </Button>
        <Button size="small" color="error" onClick={onRemove}>
          {t('salesCapture.remove')}
        </Button>
      </div>
      <InBothLanguages
        label={t('salesCapture.label')}
        words={field.label}
        faults={[]}
        onChange={(label) => write({ label })}
      />
      {may.length === 1 ? null : (
        <div className={spend.pair}>
          <TextField
            select
            size="small"
            label={t('salesCapture.becomes')}
            value={becomes}
            helperText={t(`salesCapture.becomesText.${becomes}`)}
            onChange={(event) => {
              const chosen = may.find((one) => one === event.target.value);
              if (chosen !== undefined) onChange(becoming(field, chosen));
            }}
          >
            {may.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`salesCapture.becomesOf.${one}`)}
              </MenuItem>
            ))}
          </TextField>
          {becomes === 'trait' ? (
            <TextField
              size="small"
              label={t('salesCapture.trait')}
              value={field.trait ?? ''}
              onChange={(event) => write({ trait: event.target.value })}
              autoComplete="off"
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 63 } }}
            />
          ) : null}
        </div>
      )}
      {kind === 'hidden' ? (
        <TextField
          size="small"
          label={t('salesCapture.hiddenValue')}
          value={field.value ?? ''}
          helperText={t('salesCapture.hiddenText', { example: `?${field.key}=…` })}
          onChange={(event) => write({ value: event.target.value })}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 300 } }}
        />
      ) : null}
      {choices === undefined ? null : (
        <>
          {choices.map((choice, index) => (
            <div key={index} className={styles.partHead}>
              <div style={{ flex: 1, minInlineSize: 0 }}>
                <InBothLanguages
                  label={t('salesCapture.choice', { number: speech.number(index + 1) })}
                  words={choice.label}
                  faults={[]}
                  onChange={(label) =>
                    write({ choices: choices.map((one, at) => (at === index ? { ...one, label } : one)) })
                  }
                />
              </div>
              {choices.length === 1 ? null : (
                <Button
                  size="small"
                  color="error"
                  aria-label={t('salesCapture.removeChoice', { number: speech.number(index + 1) })}
                  onClick={() => write({ choices: choices.filter((_, at) => at !== index) })}
                >
                  {t('salesCapture.remove')}
                </Button>
              )}
            </div>
          ))}
          {choices.length >= MOST_CHOICES ? null : (
            <div>
              <Button
                size="small"
                onClick={() =>
                  write({
                    choices: [...choices, { value: String(choices.length + 1), label: { fa: '', en: '' } }],
                  })
                }
              >
                {t('salesCapture.addChoice')}
              </Button>
            </div>
          )}
        </>
      )}
      {kind === 'hidden' ? null : (
        <FormControlLabel
          control={<Checkbox checked={field.required} onChange={(_, required) => write({ required })} />}
          label={t('salesCapture.required')}
        />
      )}
    </fieldset>
  );
}
