import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { DEFAULT_GUARD, type Guard } from '@nardeban/core/offers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { hundredthsIn, wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { type GuardDraft, guardDraftOf, guardOf } from './guard-form.ts';
import type { KeptSettings, Settings } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';
import { useSettingsSaving } from './useSettingsSaving.ts';

const SHARES = ['line', 'basket', 'fees', 'mostDiscount', 'publicNeeds'] as const;
const MONIES = ['leastAmount', 'monthBudget'] as const;
const COUNTS = ['newcomerOrders', 'most', 'days', 'of'] as const;
const HELD_BACK = ['trim', 'swap', 'refuse'] as const;
/** The field of the guard each field of the form is kept in. */
const PLACES: Readonly<Record<string, string>> = {
  line: 'margin.line',
  basket: 'margin.basket',
  leastAmount: 'margin.leastAmount',
  most: 'waiting.most',
  days: 'waiting.days',
  of: 'waiting.habit.of',
  habitShare: 'waiting.habit.share',
};

/** Every part of the guard; an empty one does not check. */
export function GuardForm({ kept, onClose }: { readonly kept: KeptSettings; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  // What others write meanwhile must not become what this form was based on.
  const [{ settings, revision }, setStart] = useState(kept);
  const [draft, setDraft] = useState<GuardDraft>(() => guardDraftOf(settings.guard));
  const saving = useSettingsSaving({
    parts: ['guard'],
    version: ({ guard }: Settings) =>
      words.guard(guard).map((text, at) => ({ label: speech.number(at + 1), text })),
    onDone: onClose,
    onReload: (now) => {
      setStart(now);
      setDraft(guardDraftOf(now.settings.guard));
    },
  });
  const { failure } = saving;
  const place = failure?.kind === 'refused' ? (failure.field ?? '').replace(/^settings\.guard\./, '') : '';
  const faultOf = (field: string) =>
    failure !== null && place === (PLACES[field] ?? field) ? failureText(failure, t) : undefined;
  const set = (changes: Partial<GuardDraft>) => setDraft({ ...draft, ...changes });
  const share = hundredthsIn(speech);
  const field = (name: (typeof SHARES)[number] | 'habitShare') => (
    <TypedField
      key={name}
      small
      label={t(`clubOffers.guard.field.${name}`)}
      manner={share}
      value={draft[name]}
      least={0}
      most={name === 'publicNeeds' ? 10 : 1}
      fault={faultOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  const count = (name: (typeof COUNTS)[number]) => (
    <TypedField
      key={name}
      small
      label={t(`clubOffers.guard.field.${name}`)}
      manner={wholesIn(speech)}
      value={draft[name]}
      least={name === 'of' ? 2 : 1}
      fault={faultOf(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <FormDialog
      open
      title={t('clubOffers.guard.edit')}
      deed={t('clubOffers.save')}
      pending={saving.pending}
      onClose={onClose}
      onSubmit={() =>
        void saving.run({ settings: { ...settings, guard: guardOf(draft, settings.guard) }, revision })
      }
    >
      <p className={spend.plain}>{t('clubOffers.guard.help')}</p>
      {failure === null || failure.kind === 'changed' ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
      <div className={spend.pair}>
        {SHARES.map(field)}
        {MONIES.map((name) => (
          <TypedField
            key={name}
            small
            label={t(`clubOffers.guard.field.${name}`)}
            manner={moneyIn(speech)}
            value={draft[name]}
            least={name === 'monthBudget' ? 1 : 0}
            fault={faultOf(name)}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
        {count('newcomerOrders')}
      </div>
      <fieldset className={spend.fieldset}>
        <legend>{t('clubOffers.guard.field.waiting')}</legend>
        <div className={spend.pair}>
          {count('most')}
          {count('days')}
          {field('habitShare')}
          {count('of')}
        </div>
      </fieldset>
      <TextField
        select
        size="small"
        label={t('clubOffers.field.heldBack')}
        value={draft.heldBack}
        onChange={(event) => set({ heldBack: HELD_BACK.find((one) => one === event.target.value) ?? 'trim' })}
      >
        {HELD_BACK.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`clubOffers.heldBack.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Button
        size="small"
        sx={{ justifySelf: 'start' }}
        onClick={() => {
          const start: Guard = { ...DEFAULT_GUARD, perks: settings.guard.perks };
          setDraft(guardDraftOf(start));
        }}
      >
        {t('clubOffers.guard.defaults')}
      </Button>
    </FormDialog>
  );
}
