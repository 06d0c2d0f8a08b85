import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Offer } from '@nardeban/core/offers';
import { useTranslation } from 'react-i18next';
import { moneyIn } from '../../criteria/figures.ts';
import { SuggestedTexts } from '../../criteria/Suggested.tsx';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';

type Choosing = NonNullable<Offer['channels']>;
type What = 'items' | 'groups' | 'channels' | 'branches' | 'methods';

/** Where what is chosen occurs in the business's own history. */
const FOUND_IN = {
  items: ['product.bought', 'product'],
  groups: ['product.bought', 'category'],
  channels: ['order.paid', 'channel'],
  branches: ['order.paid', 'branch'],
  methods: ['order.paid', 'method'],
} as const satisfies Record<What, readonly [string, string]>;

/** On what, and where: goods, groups, channels, branches, ways of paying. */
export function WhereFields({ draft, onKept }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { on, leastBasket, channels, branches, methods } = draft.kept;
  const setOn = (
    changes: { readonly [Key in keyof NonNullable<Offer['on']>]?: NonNullable<Offer['on']>[Key] | undefined },
  ) => {
    const said = Object.fromEntries(
      Object.entries({ ...on, ...changes }).filter(([, value]) => value !== undefined),
    );
    onKept({ on: Object.keys(said).length === 0 ? undefined : said });
  };
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.where')}</legend>
      <div className={styles.grid}>
        <TypedField
          small
          label={t('clubOffers.field.leastBasket')}
          manner={moneyIn(speech)}
          value={leastBasket ?? null}
          least={1}
          onChange={(least) => onKept({ leastBasket: least ?? undefined })}
        />
      </div>
      <ChoosingField what="items" choosing={on?.items} onChange={(items) => setOn({ items })} />
      <ChoosingField what="groups" choosing={on?.groups} onChange={(groups) => setOn({ groups })} />
      <ChoosingField what="channels" choosing={channels} onChange={(one) => onKept({ channels: one })} />
      <ChoosingField what="branches" choosing={branches} onChange={(one) => onKept({ branches: one })} />
      <ChoosingField what="methods" choosing={methods} onChange={(one) => onKept({ methods: one })} />
      <FormControlLabel
        control={
          <Checkbox
            checked={on?.shipping === true}
            onChange={(_, checked) => setOn({ shipping: checked ? true : undefined })}
          />
        }
        label={t('clubOffers.field.shipping')}
      />
    </fieldset>
  );
}

/** Every one, only these, or all but these. */
function ChoosingField(props: {
  readonly what: What;
  readonly choosing: Choosing | undefined;
  readonly onChange: (choosing: Choosing | undefined) => void;
}) {
  const { t } = useTranslation();
  const { what, choosing, onChange } = props;
  const way = choosing === undefined ? 'all' : choosing.only === undefined ? 'except' : 'only';
  const values = way === 'only' ? choosing?.only : choosing?.except;
  const [type, field] = FOUND_IN[what];
  return (
    <div className={styles.choosing}>
      <TextField
        select
        size="small"
        label={t(`clubOffers.field.${what}`)}
        value={way}
        onChange={(event) => {
          const { value } = event.target;
          if (value === 'only' || value === 'except') onChange({ [value]: values ?? [] });
          else onChange(undefined);
        }}
      >
        {(['all', 'only', 'except'] as const).map((one) => (
          <MenuItem key={one} value={one}>
            {t(`clubOffers.way.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {way === 'all' ? null : (
        <SuggestedTexts
          label={t(`clubOffers.field.${what}`)}
          values={values ?? []}
          about={{ about: 'field', types: [type], field }}
          show={String}
          read={(text) => text}
          fault={values?.length === 0 ? t('clubOffers.missing.values') : undefined}
          onChange={(chosen) => onChange({ ...choosing, [way]: chosen.map(String) })}
        />
      )}
    </div>
  );
}
