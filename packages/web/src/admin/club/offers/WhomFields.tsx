import Alert from '@mui/material/Alert';
import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Offer } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import { asksNothing } from '../../criteria/shape.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import type { PartProps } from './part-props.ts';
import styles from './Offers.module.css';

type For = Offer['for'];
type Rungs = NonNullable<For['rungs']>;

/** Whom it is for: everything that is said must hold. */
export function WhomFields({ draft, onChange, onKept, missing, faultOf }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const vocabulary = useVocabulary();
  const { for: whom, kept } = draft;
  const change = <Key extends keyof For>(key: Key, value: For[Key] | undefined) => {
    const { [key]: _gone, ...others } = whom;
    onChange({ for: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <fieldset className={spend.fieldset}>
      <legend>{t('clubOffers.field.for')}</legend>
      <p className={spend.plain}>{t('clubOffers.forHelp')}</p>
      <div className={styles.grid}>
        <TypedField
          small
          label={t('clubOffers.field.appreciation')}
          help={t('clubOffers.field.appreciationHelp')}
          manner={wholesIn(speech)}
          value={whom.appreciation ?? null}
          least={0}
          most={100}
          fault={faultOf('for.appreciation')}
          onChange={(least) => change('appreciation', least ?? undefined)}
        />
      </div>
      <RungsField
        rungs={whom.rungs}
        fault={faultOf('for.rungs') ?? (missing === 'rungs' ? t('clubOffers.missing.rungs') : undefined)}
        onChange={(rungs) => change('rungs', rungs)}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={whom.chosen === true}
            onChange={(_, checked) => change('chosen', checked ? true : undefined)}
          />
        }
        label={t('clubOffers.field.chosen')}
      />
      <FormControlLabel
        control={
          <Checkbox checked={kept.newcomers} onChange={(_, checked) => onKept({ newcomers: checked })} />
        }
        label={t('clubOffers.field.newcomers')}
      />
      {whom.who === undefined ? (
        <Button
          size="small"
          variant="outlined"
          sx={{ justifySelf: 'start' }}
          onClick={() => change('who', emptyCriteria() as For['who'])}
        >
          {t('clubOffers.field.addWho')}
        </Button>
      ) : (
        <div>
          <CriteriaBuilder
            value={whom.who}
            vocabulary={vocabulary}
            label={t('clubOffers.field.who')}
            empty={t('clubOffers.field.whoEmpty')}
            onChange={(who) => change('who', who as For['who'])}
          />
          {faultOf('for.who') === undefined ? null : <Alert severity="error">{faultOf('for.who')}</Alert>}
          {asksNothing(whom.who) ? (
            <Button size="small" color="inherit" onClick={() => change('who', undefined)}>
              {t('clubOffers.field.noWho')}
            </Button>
          ) : null}
        </div>
      )}
    </fieldset>
  );
}

/** Rungs of one ladder; none said: wherever somebody stands. */
export function RungsField(props: {
  readonly rungs: Rungs | undefined;
  readonly fault?: string | undefined;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly onChange: (rungs: Rungs | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { rungs, fault, onChange } = props;
  const { data: ladders = [] } = useQuery(laddersQuery(asking));
  const ladder = ladders.find(({ key }) => key === rungs?.ladder);
  return (
    <div className={styles.choosing}>
      <TextField
        select
        size="small"
        label={t('clubOffers.field.ladder')}
        value={rungs?.ladder ?? ''}
        disabled={props.disabled === true}
        onChange={(event) => {
          const { value } = event.target;
          onChange(value === '' ? undefined : { ladder: value, rungs: [] });
        }}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{t('clubOffers.field.noLadder')}</MenuItem>
        {rungs !== undefined && ladder === undefined ? (
          <MenuItem value={rungs.ladder}>{rungs.ladder}</MenuItem>
        ) : null}
        {ladders.map(({ key, name }) => (
          <MenuItem key={key} value={key}>
            <bdi style={{ whiteSpace: 'normal' }}>{speech.words(name)}</bdi>
          </MenuItem>
        ))}
      </TextField>
      {rungs === undefined ? null : (
        <Autocomplete
          multiple
          size="small"
          disabled={props.disabled === true}
          options={ladder?.places.map(({ key }) => key) ?? []}
          value={rungs.rungs}
          getOptionLabel={(key) => {
            const place = ladder?.places.find((one) => one.key === key);
            return place === undefined ? key : speech.words(place.name);
          }}
          onChange={(_, chosen) => onChange({ ladder: rungs.ladder, rungs: chosen })}
          renderInput={(field) => (
            <TextField
              {...field}
              label={props.label ?? t('clubOffers.field.rungs')}
              error={fault !== undefined}
              helperText={fault}
            />
          )}
        />
      )}
    </div>
  );
}
