import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { AppreciationPart } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import { moneyIn } from '../../criteria/figures.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import styles from './Offers.module.css';

type Signs = Extract<AppreciationPart['of'], { kind: 'cooperation' }>['signs'];
const MOST_SIGNS = 20;

/** What a part is called and what it looks at. */
export function PartForm(props: {
  readonly part: AppreciationPart;
  readonly onChange: (part: AppreciationPart) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const ladders = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const { part, onChange } = props;
  const { of } = part;
  return (
    <div className={styles.partForm}>
      <InBothLanguages
        label={t('clubOffers.part.name')}
        words={part.name}
        faults={[]}
        onChange={(name) => onChange({ ...part, name })}
      />
      {of.kind === 'rung' ? (
        <TextField
          select
          size="small"
          label={t('clubOffers.part.ladder')}
          value={of.ladder}
          onChange={(event) => onChange({ ...part, of: { kind: 'rung', ladder: event.target.value } })}
        >
          {ladders.every(({ key }) => key !== of.ladder) ? (
            <MenuItem value={of.ladder}>{of.ladder}</MenuItem>
          ) : null}
          {ladders.map(({ key, name }) => (
            <MenuItem key={key} value={key}>
              <bdi style={{ whiteSpace: 'normal' }}>{speech.words(name)}</bdi>
            </MenuItem>
          ))}
        </TextField>
      ) : of.kind === 'cooperation' ? (
        <SignsFields signs={of.signs} onChange={(signs) => onChange({ ...part, of: { ...of, signs } })} />
      ) : (
        <TypedField
          small
          settled
          label={t(of.kind === 'on-time' ? 'clubOffers.part.least' : 'clubOffers.part.full')}
          manner={of.kind === 'spent' ? moneyIn(speech) : wholesIn(speech)}
          value={of.kind === 'on-time' ? of.least : of.full}
          least={1}
          {...(of.kind === 'on-time' ? { most: 1000 } : of.kind === 'tenure' ? { most: 36_600 } : {})}
          onChange={(next) => {
            if (next !== null)
              onChange({
                ...part,
                of: of.kind === 'on-time' ? { ...of, least: next } : { ...of, full: next },
              });
          }}
        />
      )}
    </div>
  );
}

/** What is good to work with somebody: conditions, each as heavy as it is said to be. */
function SignsFields(props: { readonly signs: Signs; readonly onChange: (signs: Signs) => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const vocabulary = useVocabulary();
  const { signs, onChange } = props;
  const put = (at: number, changes: Partial<Signs[number]>) =>
    onChange(signs.map((one, place) => (place === at ? { ...one, ...changes } : one)));
  return (
    <>
      {signs.map((sign, at) => (
        <fieldset key={at} className={styles.signFields}>
          <legend>{t('clubOffers.part.signNumber', { number: speech.number(at + 1) })}</legend>
          <InBothLanguages
            label={t('clubOffers.part.signName')}
            words={sign.name}
            faults={[]}
            onChange={(name) => put(at, { name })}
          />
          <CriteriaBuilder
            value={sign.holds}
            vocabulary={vocabulary}
            label={t('clubOffers.part.signHolds')}
            onChange={(holds) => put(at, { holds })}
          />
          <div className={styles.deeds}>
            <TypedField
              small
              required
              label={t('clubOffers.part.signWeight')}
              manner={wholesIn(speech)}
              value={sign.weight}
              least={1}
              most={100}
              onChange={(weight) => {
                if (weight !== null) put(at, { weight });
              }}
            />
            {signs.length === 1 ? null : (
              <Button
                size="small"
                color="inherit"
                onClick={() => onChange(signs.filter((_, place) => place !== at))}
              >
                {t('clubOffers.remove')}
              </Button>
            )}
          </div>
        </fieldset>
      ))}
      {signs.length >= MOST_SIGNS ? null : (
        <Button
          size="small"
          sx={{ justifySelf: 'start' }}
          onClick={() =>
            onChange([...signs, { name: { fa: '', en: '' }, weight: 1, holds: emptyCriteria() }])
          }
        >
          {t('clubOffers.part.addSign')}
        </Button>
      )}
    </>
  );
}
