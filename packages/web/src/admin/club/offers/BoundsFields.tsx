import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Offer } from '@nardeban/core/offers';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { hundredthsIn, wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { keyFrom } from './offer-form.ts';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';

const HELD_BACK = ['refuse', 'trim', 'swap'] as const;
const NONE = new Set<string>();

/** What it may cost, how often it is given, and how it goes with others. */
export function BoundsFields({ draft, onKept, faultOf }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { kept } = draft;
  const { limits, stacking } = kept;
  const wholes = wholesIn(speech);
  const setLimits = (limit: 'perPerson' | 'total' | 'perDay', value: number | null) => {
    const { [limit]: _gone, ...others } = limits ?? {};
    const said = value === null ? others : { ...others, [limit]: value };
    onKept({ limits: Object.keys(said).length === 0 ? undefined : said });
  };
  const setStacking = (
    changes: { readonly [Key in keyof Offer['stacking']]?: Offer['stacking'][Key] | undefined },
  ) => {
    const { group, mostTogether, exclusive, order } = { ...stacking, ...changes };
    onKept({
      stacking: {
        exclusive: exclusive ?? false,
        order: order ?? 100,
        ...(group === undefined ? {} : { group }),
        ...(mostTogether === undefined ? {} : { mostTogether }),
      },
    });
  };
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.bounds')}</legend>
      <div className={styles.grid}>
        <TypedField
          small
          label={t('clubOffers.field.budget')}
          help={t('clubOffers.field.budgetHelp')}
          manner={moneyIn(speech)}
          value={kept.budget ?? null}
          least={1}
          fault={faultOf('budget')}
          onChange={(budget) => onKept({ budget: budget ?? undefined })}
        />
        {(['perPerson', 'perDay', 'total'] as const).map((limit) => (
          <TypedField
            key={limit}
            small
            label={t(`clubOffers.field.${limit}`)}
            manner={wholes}
            value={limits?.[limit] ?? null}
            least={1}
            fault={faultOf(`limits.${limit}`)}
            onChange={(value) => setLimits(limit, value)}
          />
        ))}
        <TypedField
          small
          label={t('clubOffers.field.leastDays')}
          manner={wholes}
          value={kept.leastDaysBetween ?? null}
          least={1}
          most={3650}
          onChange={(days) => onKept({ leastDaysBetween: days ?? undefined })}
        />
        <TypedField
          small
          label={t('clubOffers.field.together')}
          help={t('clubOffers.field.togetherHelp')}
          manner={hundredthsIn(speech)}
          value={stacking.mostTogether === undefined ? null : stacking.mostTogether / 10_000}
          least={0.0001}
          most={1}
          fault={faultOf('stacking')}
          onChange={(most) =>
            setStacking({ mostTogether: most === null ? undefined : Math.round(most * 10_000) })
          }
        />
        <TypedField
          small
          required
          label={t('clubOffers.field.order')}
          help={t('clubOffers.field.orderHelp')}
          manner={wholes}
          value={stacking.order}
          least={0}
          most={10_000}
          onChange={(order) => setStacking({ order: order ?? 100 })}
        />
        <TextField
          size="small"
          label={t('clubOffers.field.group')}
          helperText={t('clubOffers.field.groupHelp')}
          defaultValue={stacking.group ?? ''}
          onBlur={(event) => {
            const said = event.target.value.trim();
            setStacking({ group: said === '' ? undefined : keyFrom({ fa: '', en: said }, 'group', NONE) });
          }}
          slotProps={{ htmlInput: { dir: 'ltr', maxLength: 60, style: { textAlign: 'start' } } }}
        />
        <TextField
          select
          size="small"
          label={t('clubOffers.field.heldBack')}
          value={kept.heldBack ?? ''}
          onChange={(event) => onKept({ heldBack: HELD_BACK.find((one) => one === event.target.value) })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('clubOffers.heldBack.usual')}</MenuItem>
          {HELD_BACK.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`clubOffers.heldBack.${one}`)}
            </MenuItem>
          ))}
        </TextField>
      </div>
      <FormControlLabel
        control={
          <Checkbox
            checked={stacking.exclusive}
            onChange={(_, checked) => setStacking({ exclusive: checked })}
          />
        }
        label={t('clubOffers.field.exclusive')}
      />
    </fieldset>
  );
}
