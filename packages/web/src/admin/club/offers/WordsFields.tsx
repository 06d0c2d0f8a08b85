import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../criteria/faults.ts';
import spend from '../../insight/spend/Spend.module.css';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';

const ANNOUNCED = ['private', 'public'] as const;
const BY = ['itself', 'code', 'asking'] as const;

/** What it is called, what is said to the customer, and how they hear of it. */
export function WordsFields({ draft, onChange, onKept, missing, faultOf }: PartProps) {
  const { t } = useTranslation();
  const { kept } = draft;
  const faults = (sentence: string | undefined): readonly Fault[] =>
    sentence === undefined ? [] : [{ field: 'fa', sentence }];
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.words')}</legend>
      <InBothLanguages
        label={t('clubOffers.field.name')}
        words={draft.name}
        faults={faults(faultOf('name') ?? (missing === 'name' ? t('clubOffers.missing.name') : undefined))}
        onChange={(name) => onChange({ name })}
      />
      <InBothLanguages
        label={t('clubOffers.field.thanks')}
        words={draft.thanks}
        lines={2}
        faults={faults(faultOf('thanks'))}
        onChange={(thanks) => onChange({ thanks })}
      />
      <p className={spend.plain}>{t('clubOffers.thanksHelp')}</p>
      <div className={styles.grid}>
        <TextField
          select
          size="small"
          label={t('clubOffers.field.announcement')}
          helperText={t(`clubOffers.announcementHelp.${kept.announcement}`)}
          value={kept.announcement}
          onChange={(event) =>
            onKept({ announcement: event.target.value === 'public' ? 'public' : 'private' })
          }
        >
          {ANNOUNCED.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`clubOffers.announcement.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          size="small"
          label={t('clubOffers.field.by')}
          value={kept.by}
          onChange={(event) => onKept({ by: BY.find((one) => one === event.target.value) ?? 'itself' })}
        >
          {BY.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`clubOffers.by.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </div>
    </fieldset>
  );
}
