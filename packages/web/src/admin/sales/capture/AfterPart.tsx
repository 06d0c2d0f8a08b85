import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { Views } from '../../insight/spend/Views.tsx';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import styles from './Capture.module.css';
import type { PartProps } from './part-props.ts';

/** What whoever has sent the form sees: a word of thanks, or a page of the business's own. */
export function AfterPart({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const { after } = form;
  return (
    <section className={styles.group} aria-labelledby="form-after">
      <h2 id="form-after">{t('salesCapture.after')}</h2>
      <div>
        <Views
          label={t('salesCapture.after')}
          value={after.kind}
          views={[
            { value: 'thanks', label: t('salesCapture.thanks') },
            { value: 'redirect', label: t('salesCapture.redirect') },
          ]}
          onChange={(kind) =>
            onChange({
              after: kind === 'thanks' ? { kind, words: { fa: '', en: '' } } : { kind, to: 'https://' },
            })
          }
        />
      </div>
      {after.kind === 'thanks' ? (
        <InBothLanguages
          label={t('salesCapture.thanksWords')}
          lines={2}
          words={after.words}
          faults={[]}
          onChange={(words) => onChange({ after: { kind: 'thanks', words } })}
        />
      ) : (
        <TextField
          size="small"
          label={t('salesCapture.redirectTo')}
          value={after.to}
          helperText={t('salesCapture.redirectText')}
          onChange={(event) => onChange({ after: { kind: 'redirect', to: event.target.value } })}
          autoComplete="off"
          slotProps={{ htmlInput: { dir: 'ltr', maxLength: 1000, inputMode: 'url' } }}
        />
      )}
    </section>
  );
}
