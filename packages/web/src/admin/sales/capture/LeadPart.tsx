import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslation } from 'react-i18next';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { OwnerChoice } from './OwnerChoice.tsx';
import type { PartProps } from './part-props.ts';
import { WordField } from './WordField.tsx';

const MOST_HOURS = 24 * 90;
const MOST_SECONDS = 60;

/** Where the leads go, what is said of where they come from, and when two sendings are one sign of interest. */
export function LeadPart({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { lead } = form;
  const write = (changes: Partial<typeof lead>) => onChange({ lead: { ...lead, ...changes } });
  return (
    <section className={styles.group} aria-labelledby="form-lead">
      <h2 id="form-lead">{t('salesCapture.lead')}</h2>
      <p className={spend.plain}>{t('salesCapture.leadText')}</p>
      <div className={spend.pair}>
        <WordField
          label={t('salesCapture.source')}
          value={lead.source}
          onChange={(source) => write({ source })}
        />
        <WordField
          label={t('salesCapture.campaign')}
          value={lead.campaign}
          onChange={(campaign) => write({ campaign })}
        />
        <OwnerChoice owner={lead.owner} onChange={(owner) => write({ owner })} />
        <TypedField
          small
          label={t('salesCapture.window')}
          manner={wholesIn(speech)}
          value={form.windowHours}
          least={1}
          most={MOST_HOURS}
          help={t('salesCapture.windowText')}
          onChange={(windowHours) => onChange({ windowHours: windowHours ?? 24 })}
        />
        <TypedField
          small
          label={t('salesCapture.least')}
          manner={wholesIn(speech)}
          value={form.leastSeconds}
          least={0}
          most={MOST_SECONDS}
          help={t('salesCapture.leastText')}
          onChange={(leastSeconds) => onChange({ leastSeconds: leastSeconds ?? 3 })}
        />
      </div>
      <FormControlLabel
        control={<Checkbox checked={lead.hand} onChange={(_, hand) => write({ hand })} />}
        label={t('salesCapture.hand')}
      />
    </section>
  );
}
