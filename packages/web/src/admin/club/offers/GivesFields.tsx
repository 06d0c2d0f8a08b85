import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { SuggestedText } from '../../criteria/Suggested.tsx';
import { hundredthsIn, wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import {
  DISCOUNT_KINDS,
  type DiscountDraft,
  type DiscountKind,
  GIVE_KINDS,
  perkTyped,
  type PerkDraft,
} from './offer-form.ts';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';
import { settingsQuery } from './queries.ts';

const NO_FAULTS = [] as const;

/** What it gives: a discount of one kind, a perk, or a little of both. */
export function GivesFields({ draft, onChange, missing, faultOf }: PartProps) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data: settings } = useQuery(settingsQuery(asking));
  const perks = settings?.settings.guard.perks ?? [];
  const { kind, beside, perk } = draft;
  const discountKind = kind === 'combination' ? beside : kind === 'perk' ? null : kind;
  const fault = faultOf('gives') ?? (missing === 'gives' ? t('clubOffers.missing.gives') : undefined);
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.gives')}</legend>
      <div className={styles.grid}>
        <TextField
          select
          size="small"
          label={t('clubOffers.field.kind')}
          value={kind}
          error={fault !== undefined}
          helperText={fault}
          onChange={(event) => {
            const chosen = GIVE_KINDS.find((one) => one === event.target.value);
            if (chosen !== undefined) onChange({ kind: chosen });
          }}
        >
          {GIVE_KINDS.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`clubOffers.kind.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {kind === 'combination' ? (
          <TextField
            select
            size="small"
            label={t('clubOffers.field.beside')}
            value={beside}
            onChange={(event) => {
              const chosen = DISCOUNT_KINDS.find((one) => one === event.target.value);
              if (chosen !== undefined) onChange({ beside: chosen });
            }}
          >
            {DISCOUNT_KINDS.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`clubOffers.kind.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
        {discountKind === null ? null : (
          <DiscountFields
            key={discountKind}
            kind={discountKind}
            discount={draft.discount}
            onChange={(changes) => onChange({ discount: { ...draft.discount, ...changes } })}
          />
        )}
      </div>
      {kind === 'perk' || kind === 'combination' ? (
        <>
          {perks.length === 0 ? null : (
            <TextField
              select
              size="small"
              label={t('clubOffers.field.knownPerk')}
              value={perks.some(({ key }) => key === perk.key) ? perk.key : ''}
              onChange={(event) => {
                const known = perks.find(({ key }) => key === event.target.value);
                onChange({
                  perk:
                    known === undefined
                      ? { key: '', name: { fa: '', en: '' }, cost: null, worth: null }
                      : perkTyped(known),
                });
              }}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            >
              <MenuItem value="">{t('clubOffers.field.newPerk')}</MenuItem>
              {perks.map((one) => (
                <MenuItem key={one.key} value={one.key}>
                  <bdi style={{ whiteSpace: 'normal' }}>{speech.words(one.name)}</bdi>
                </MenuItem>
              ))}
            </TextField>
          )}
          <PerkFields
            perk={perk}
            fault={missing === 'perk' ? t('clubOffers.missing.perk') : undefined}
            onChange={(changes) => onChange({ perk: { ...perk, ...changes } })}
          />
        </>
      ) : null}
    </fieldset>
  );
}

/** What a service or a gift is called, what it costs, and what it would be sold for. */
export function PerkFields(props: {
  readonly perk: PerkDraft;
  readonly fault?: string | undefined;
  readonly onChange: (changes: Partial<PerkDraft>) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { perk, fault, onChange } = props;
  return (
    <>
      <InBothLanguages
        label={t('clubOffers.field.perk')}
        words={perk.name}
        faults={fault === undefined ? NO_FAULTS : [{ field: 'fa', sentence: fault }]}
        onChange={(name) => onChange({ name })}
      />
      <div className={styles.grid}>
        <TypedField
          small
          required
          label={t('clubOffers.field.perkCost')}
          help={t('clubOffers.field.perkCostHelp')}
          manner={moneyIn(speech)}
          value={perk.cost}
          least={0}
          onChange={(cost) => onChange({ cost })}
        />
        <TypedField
          small
          label={t('clubOffers.field.perkWorth')}
          help={t('clubOffers.field.perkWorthHelp')}
          manner={moneyIn(speech)}
          value={perk.worth}
          least={0}
          onChange={(worth) => onChange({ worth })}
        />
      </div>
    </>
  );
}

function DiscountFields(props: {
  readonly kind: DiscountKind;
  readonly discount: DiscountDraft;
  readonly onChange: (changes: Partial<DiscountDraft>) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { kind, discount, onChange } = props;
  const money = moneyIn(speech);
  const wholes = wholesIn(speech);
  switch (kind) {
    case 'percent':
      return (
        <>
          <TypedField
            small
            required
            label={t('clubOffers.field.share')}
            manner={hundredthsIn(speech)}
            value={discount.share}
            least={0.0001}
            most={1}
            onChange={(share) => onChange({ share })}
          />
          <TypedField
            small
            label={t('clubOffers.field.cap')}
            help={t('clubOffers.field.capHelp')}
            manner={money}
            value={discount.cap}
            least={1}
            onChange={(cap) => onChange({ cap })}
          />
        </>
      );
    case 'amount':
      return (
        <TypedField
          small
          required
          label={t('clubOffers.field.amount')}
          manner={money}
          value={discount.amount}
          least={1}
          onChange={(amount) => onChange({ amount })}
        />
      );
    case 'price':
      return (
        <TypedField
          small
          required
          label={t('clubOffers.field.price')}
          help={t('clubOffers.field.priceHelp')}
          manner={money}
          value={discount.price}
          least={0}
          onChange={(price) => onChange({ price })}
        />
      );
    case 'buy-get':
      return (
        <>
          <TypedField
            small
            required
            label={t('clubOffers.field.buy')}
            manner={wholes}
            value={discount.buy}
            least={1}
            onChange={(buy) => onChange({ buy })}
          />
          <TypedField
            small
            required
            label={t('clubOffers.field.get')}
            manner={wholes}
            value={discount.get}
            least={1}
            onChange={(get) => onChange({ get })}
          />
          <TypedField
            small
            required
            label={t('clubOffers.field.getShare')}
            help={t('clubOffers.field.getShareHelp')}
            manner={hundredthsIn(speech)}
            value={discount.getShare}
            least={0.0001}
            most={1}
            onChange={(getShare) => onChange({ getShare })}
          />
          <TypedField
            small
            label={t('clubOffers.field.times')}
            help={t('clubOffers.field.timesHelp')}
            manner={wholes}
            value={discount.times}
            least={1}
            onChange={(times) => onChange({ times })}
          />
        </>
      );
    case 'free-product':
      return (
        <>
          <ProductField item={discount.item} onChange={(item) => onChange({ item })} />
          <TypedField
            small
            required
            label={t('clubOffers.field.pieces')}
            manner={wholes}
            value={discount.pieces}
            least={1}
            onChange={(pieces) => onChange({ pieces })}
          />
        </>
      );
  }
}

function ProductField({
  item,
  onChange,
}: {
  readonly item: string;
  readonly onChange: (item: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <span>
      <span className="soft" style={{ fontSize: '0.84rem' }}>
        {t('clubOffers.field.item')}
      </span>
      <br />
      <SuggestedText
        label={t('clubOffers.field.item')}
        value={item}
        about={{ about: 'field', types: ['product.bought'], field: 'product' }}
        onChange={(value) => onChange(String(value))}
      />
    </span>
  );
}
