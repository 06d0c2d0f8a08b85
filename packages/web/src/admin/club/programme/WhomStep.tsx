import Button from '@mui/material/Button';
import type { Programme } from '@nardeban/core/programme';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sentenceAt, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { BudgetFields, CapsFields } from './BoundsFields.tsx';
import { Choice, MaybeDay, MaybeNumber } from './fields.tsx';
import { Item } from './Item.tsx';
import { NEW_NAMES } from '@nardeban/core/programme';
import styles from './Programme.module.css';
import { type Campaign, freeKey, some, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

/** Who is a member, and campaigns for a time, with people held out to compare with. */
export function WhomStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [open, setOpen] = useState<string | null>(null);
  const campaigns = programme.campaigns ?? [];
  const change = (list: readonly Campaign[]) =>
    onChange(withPart<Programme, 'campaigns'>(programme, 'campaigns', some(list)));
  return (
    <>
      <p className={styles.said}>{t(`club.membership.${programme.membership}`)}</p>
      {locked ? null : (
        <div className={styles.line}>
          <Choice
            label={t('club.field.membership')}
            value={programme.membership}
            options={(['everybody', 'joined'] as const).map((value) => ({
              value,
              label: t(`club.membership.${value}`),
            }))}
            onChange={(membership) => onChange({ ...programme, membership })}
          />
        </div>
      )}
      <p className="soft">{t('club.whomRules')}</p>
      <h3 className={styles.subhead}>{t('club.campaigns')}</h3>
      <p className="soft">{t('club.campaignsLead')}</p>
      {campaigns.map((campaign, at) => {
        const own = under(faults, `campaigns[${at}]`);
        const set = <Part extends keyof Campaign>(part: Part, value: Campaign[Part] | undefined) =>
          change(withAt(campaigns, at, withPart(campaign, part, value)));
        const setDay = (end: 'from' | 'to', day: string | undefined) => {
          const dates = withPart(campaign.dates ?? {}, end, day);
          set('dates', dates.from === undefined && dates.to === undefined ? undefined : dates);
        };
        const said = [
          ...(campaign.dates?.from === undefined
            ? []
            : [t('club.say.fromDay', { day: words.day(campaign.dates.from) })]),
          ...(campaign.dates?.to === undefined
            ? []
            : [t('club.say.toDay', { day: words.day(campaign.dates.to) })]),
          ...(campaign.budget === undefined ? [] : [words.budget(campaign.budget)]),
          ...(campaign.control === undefined
            ? []
            : [t('club.say.control', { share: words.share(campaign.control) })]),
        ];
        return (
          <Item
            key={campaign.key}
            name={speech.words(campaign.name)}
            sentence={said.length === 0 ? t('club.say.noBounds') : said.join(t('club.say.clause'))}
            faults={own}
            open={open === campaign.key}
            locked={locked}
            onOpen={(isOpen) => setOpen(isOpen ? campaign.key : null)}
            onRemove={() => change(withAt(campaigns, at, null))}
          >
            <InBothLanguages
              label={t('club.field.campaignName')}
              words={campaign.name}
              faults={under(own, 'name')}
              onChange={(name) => set('name', name)}
            />
            <div className={styles.line}>
              <MaybeDay
                label={t('club.field.fromDay')}
                day={campaign.dates?.from}
                fault={sentenceAt(own, 'dates.from')}
                onChange={(day) => setDay('from', day)}
              />
              <MaybeDay
                label={t('club.field.toDay')}
                day={campaign.dates?.to}
                fault={sentenceAt(own, 'dates.to')}
                onChange={(day) => setDay('to', day)}
              />
              <MaybeNumber
                label={t('club.field.control')}
                kind="percent"
                least={1}
                most={5000}
                value={campaign.control}
                help={t('club.field.controlHelp')}
                onChange={(control) => set('control', control)}
              />
            </div>
            <BudgetFields
              budget={campaign.budget}
              faults={under(own, 'budget')}
              onChange={(budget) => set('budget', budget)}
            />
            <CapsFields
              caps={campaign.caps ?? []}
              isMoney={programme.wallets.every(({ unit }) => unit === 'money')}
              faults={under(own, 'caps')}
              onChange={(caps) => set('caps', caps)}
            />
          </Item>
        );
      })}
      {locked ? null : (
        <div>
          <Button
            variant="outlined"
            onClick={() => {
              const key = freeKey('campaign', campaigns);
              change([...campaigns, { key, name: NEW_NAMES.campaign, control: 1000 }]);
              setOpen(key);
            }}
          >
            {t('club.addCampaign')}
          </Button>
        </div>
      )}
    </>
  );
}
