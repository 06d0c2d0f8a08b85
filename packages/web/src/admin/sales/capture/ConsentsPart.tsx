import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { FormConsent } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import styles from './Capture.module.css';
import { freeKey } from './form-draft.ts';
import type { PartProps } from './part-props.ts';

const PURPOSES = ['offers', 'reminders', 'surveys', 'contact', 'terms'] as const;
const CHANNELS = ['sms', 'email', 'phone', 'messenger', 'post'] as const;
const MOST = 6;

/** What they may agree to, each with a tick and a sentence of its own that is kept with their answer. */
export function ConsentsPart({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { consents } = form;
  const write = (index: number, changes: Partial<FormConsent>) =>
    onChange({ consents: consents.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
  return (
    <section className={styles.group} aria-labelledby="form-consents">
      <h2 id="form-consents">{t('salesCapture.consents')}</h2>
      <p className={spend.plain}>{t('salesCapture.consentsText')}</p>
      {consents.map((consent, index) => (
        <fieldset
          key={consent.key}
          className={styles.part}
          aria-label={t('salesCapture.consentNumber', { number: speech.number(index + 1) })}
        >
          <InBothLanguages
            label={t('salesCapture.sentence')}
            lines={2}
            words={consent.words}
            faults={[]}
            onChange={(words) => write(index, { words })}
          />
          <div className={spend.pair}>
            <TextField
              select
              size="small"
              label={t('salesCapture.purpose')}
              value={consent.purpose}
              onChange={(event) => write(index, { purpose: event.target.value })}
            >
              {[...new Set([...PURPOSES, consent.purpose])].map((purpose) => (
                <MenuItem key={purpose} value={purpose}>
                  {t(`salesCapture.purposeOf.${purpose as (typeof PURPOSES)[number]}`, {
                    defaultValue: purpose,
                  })}
                </MenuItem>
              ))}
            </TextField>
            <TextField
              select
              size="small"
              label={t('salesCapture.channel')}
              value={consent.channel}
              onChange={(event) => {
                const channel = CHANNELS.find((one) => one === event.target.value);
                if (channel !== undefined) write(index, { channel });
              }}
            >
              {CHANNELS.map((channel) => (
                <MenuItem key={channel} value={channel}>
                  {t(`salesCapture.channelOf.${channel}`)}
                </MenuItem>
              ))}
            </TextField>
          </div>
          <div className={styles.partHead}>
            <FormControlLabel
              sx={{ flex: 1 }}
              control={
                <Checkbox checked={consent.required} onChange={(_, required) => write(index, { required })} />
              }
              label={t('salesCapture.consentRequired')}
            />
            <Button
              size="small"
              color="error"
              onClick={() => onChange({ consents: consents.filter((_, at) => at !== index) })}
            >
              {t('salesCapture.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {consents.length >= MOST ? null : (
        <div>
          <Button
            variant="outlined"
            onClick={() =>
              onChange({
                consents: [
                  ...consents,
                  {
                    key: freeKey(form, 'consent'),
                    purpose: 'offers',
                    channel: 'sms',
                    words: { fa: '', en: '', [speech.language]: t('salesCapture.consentSample') },
                    required: false,
                  },
                ],
              })
            }
          >
            {t('salesCapture.addConsent')}
          </Button>
        </div>
      )}
    </section>
  );
}
