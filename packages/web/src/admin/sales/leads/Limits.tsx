import type { Qualification } from '@nardeban/core/sales';
import { useTranslation } from 'react-i18next';
import { sentenceAt } from '../../criteria/faults.ts';
import spend from '../../insight/spend/Spend.module.css';
import styles from './Leads.module.css';
import type { RulePart } from './rule-part.ts';
import { WholeField } from './WholeField.tsx';

const MINUTES = 60;

/** From which scores on sales is asked to look, under which it cools, and how soon sales answers. */
export function Limits({ definition, faults, mayChange, onChange }: RulePart) {
  const { t } = useTranslation();
  const set = (changes: Partial<Qualification>) => onChange({ ...definition, ...changes });
  const { enter, stay, fit, engagement } = definition;
  const whole = (
    label: string,
    value: number,
    change: (value: number) => void,
    more: {
      readonly least?: number;
      readonly most?: number;
      readonly fault?: string | undefined;
      readonly help?: string;
    } = {},
  ) => (
    <WholeField
      label={label}
      value={value}
      least={0}
      most={10_000}
      {...more}
      onChange={(typed) => (typed === null || !mayChange ? undefined : change(typed))}
    />
  );
  return (
    <section className={styles.part}>
      <h2>{t('salesLeads.define.limits')}</h2>
      <p>{t('salesLeads.define.limitsText')}</p>
      <fieldset className={spend.fieldset} disabled={!mayChange}>
        <legend>{t('salesLeads.define.enter')}</legend>
        <div className={styles.pair}>
          {whole(t('salesLeads.fit'), enter.fit, (value) => set({ enter: { ...enter, fit: value } }), {
            fault: sentenceAt(faults, 'enter.fit'),
          })}
          {whole(
            t('salesLeads.engagement'),
            enter.engagement,
            (value) => set({ enter: { ...enter, engagement: value } }),
            { fault: sentenceAt(faults, 'enter.engagement') },
          )}
        </div>
      </fieldset>
      <fieldset className={spend.fieldset} disabled={!mayChange}>
        <legend>{t('salesLeads.define.stay')}</legend>
        <div className={styles.pair}>
          {whole(t('salesLeads.fit'), stay.fit, (value) => set({ stay: { ...stay, fit: value } }), {
            fault: sentenceAt(faults, 'stay.fit'),
          })}
          {whole(
            t('salesLeads.engagement'),
            stay.engagement,
            (value) => set({ stay: { ...stay, engagement: value } }),
            { fault: sentenceAt(faults, 'stay.engagement') },
          )}
        </div>
      </fieldset>
      <fieldset className={spend.fieldset} disabled={!mayChange}>
        <legend>{t('salesLeads.define.caps')}</legend>
        <div className={styles.pair}>
          {whole(t('salesLeads.define.fitCap'), fit.cap, (cap) => set({ fit: { ...fit, cap } }), {
            least: 1,
          })}
          {whole(
            t('salesLeads.define.engagementCap'),
            engagement.cap,
            (cap) => set({ engagement: { ...engagement, cap } }),
            { least: 1 },
          )}
        </div>
      </fieldset>
      <fieldset className={spend.fieldset} disabled={!mayChange}>
        <legend>{t('salesLeads.define.clock')}</legend>
        <div className={styles.pair}>
          {whole(
            t('salesLeads.define.answerWithin'),
            Math.round(definition.answerWithin / MINUTES),
            (hours) => set({ answerWithin: hours * MINUTES }),
            { least: 1, most: 720, help: t('salesLeads.define.answerWithinHelp') },
          )}
          {whole(t('salesLeads.define.pause'), definition.pause, (pause) => set({ pause }), {
            most: 3650,
            help: t('salesLeads.define.pauseHelp'),
          })}
          {whole(t('salesLeads.define.handDays'), definition.handDays, (handDays) => set({ handDays }), {
            least: 1,
            most: 365,
            help: t('salesLeads.define.handDaysHelp'),
          })}
        </div>
      </fieldset>
    </section>
  );
}
