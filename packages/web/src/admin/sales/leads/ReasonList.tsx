import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Leads.module.css';
import { freshKey, named, withAt } from './naming-rules.ts';
import type { RulePart } from './rule-part.ts';

/** The reasons sales may refuse for. */
export function ReasonList({ definition, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { reasons } = definition;
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.define.reasons')}</h2>
      <p>{t('salesLeads.define.reasonsText')}</p>
      <ul className={`${styles.plain} ${styles.reasons}`}>
        {reasons.map((reason, index) => (
          <li key={reason.key} className={styles.reason}>
            <TextField
              size="small"
              label={t('salesLeads.define.reason')}
              value={reason.name[speech.language]}
              disabled={!mayChange}
              onChange={(event) => {
                const name = named(reason.name, speech.language, event.target.value);
                if (name !== undefined)
                  onChange({ ...definition, reasons: withAt(reasons, index, { ...reason, name }) });
              }}
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
            />
            {mayChange && reasons.length > 1 ? (
              <Button
                size="small"
                color="inherit"
                onClick={() => onChange({ ...definition, reasons: withAt(reasons, index, null) })}
              >
                {t('salesLeads.define.remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <div>
          <Button
            size="small"
            onClick={() => {
              const key = freshKey(
                'reason',
                reasons.map((one) => one.key),
              );
              const name = t('salesLeads.define.newReason');
              onChange({ ...definition, reasons: [...reasons, { key, name: { fa: name, en: name } }] });
            }}
          >
            {t('salesLeads.define.addReason')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
