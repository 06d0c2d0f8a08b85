import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Perk } from '@nardeban/core/offers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { EditIcon, TrashIcon } from '../../../ui/icons.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { PerkFields } from './GivesFields.tsx';
import { inBoth, keyFrom, perkFrom, perkTyped } from './offer-form.ts';
import type { KeptSettings, Settings } from './queries.ts';
import { useSettingsSaving } from './useSettingsSaving.ts';

const NEW: Perk = { key: '', name: { fa: '', en: '' }, cost: 0 };

/** Services and small gifts that the guard may propose in place of a discount. */
export function Perks({ kept, mayWrite }: { readonly kept: KeptSettings; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [open, setOpen] = useState<Perk | null>(null);
  const { settings, revision } = kept;
  const { perks } = settings.guard;
  const saving = useSettingsSaving({
    parts: ['guard'],
    version: ({ guard }: Settings) => [
      {
        label: t('clubOffers.perks.title'),
        text: guard.perks.map(({ name }) => speech.words(name)).join(' · '),
      },
    ],
    onDone: () => setOpen(null),
  });
  const keep = (changed: readonly Perk[]) =>
    void saving.run({
      settings: { ...settings, guard: { ...settings.guard, perks: [...changed] } },
      revision,
    });
  return (
    <section className={spend.section} aria-labelledby="guard-perks">
      <h2 id="guard-perks">{t('clubOffers.perks.title')}</h2>
      <p>{t(perks.length === 0 ? 'clubOffers.perks.none' : 'clubOffers.perks.text')}</p>
      {perks.length === 0 ? null : (
        <ul className={spend.rows}>
          {perks.map((perk) => {
            const name = `\u2068${speech.words(perk.name)}\u2069`;
            return (
              <li key={perk.key}>
                <div className={spend.row}>
                  <div className={spend.what}>
                    <strong>
                      <bdi>{speech.words(perk.name)}</bdi>
                    </strong>
                    <div className={spend.about}>
                      {perk.worth === undefined ? null : (
                        <span>{t('clubOffers.perks.worth', { worth: speech.money(perk.worth) })}</span>
                      )}
                    </div>
                  </div>
                  <span className={spend.amount}>
                    {t('clubOffers.perks.cost', { cost: speech.money(perk.cost) })}
                  </span>
                  {mayWrite ? (
                    <span className={spend.buttons}>
                      <IconButton
                        aria-label={t('clubOffers.perks.edit', { name })}
                        onClick={() => setOpen(perk)}
                      >
                        <EditIcon size={18} />
                      </IconButton>
                      <IconButton
                        aria-label={t('clubOffers.perks.remove', { name })}
                        onClick={() => keep(perks.filter(({ key }) => key !== perk.key))}
                      >
                        <TrashIcon size={18} />
                      </IconButton>
                    </span>
                  ) : null}
                </div>
              </li>
            );
          })}
        </ul>
      )}
      {mayWrite ? (
        <Button variant="outlined" sx={{ marginBlockStart: 2 }} onClick={() => setOpen(NEW)}>
          {t('clubOffers.perks.add')}
        </Button>
      ) : null}
      {saving.failure === null || saving.failure.kind === 'changed' || open !== null ? null : (
        <Alert severity="error">{failureText(saving.failure, t)}</Alert>
      )}
      {open === null ? null : (
        <PerkDialog
          key={open.key}
          perk={open}
          taken={new Set(perks.map(({ key }) => key))}
          pending={saving.pending}
          failure={
            saving.failure === null || saving.failure.kind === 'changed'
              ? null
              : failureText(saving.failure, t)
          }
          onSave={(perk) => keep([...perks.filter(({ key }) => key !== perk.key), perk])}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

function PerkDialog(props: {
  readonly perk: Perk;
  readonly taken: ReadonlySet<string>;
  readonly pending: boolean;
  readonly failure: string | null;
  readonly onSave: (perk: Perk) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => perkTyped(props.perk));
  const [isAsked, setAsked] = useState(false);
  return (
    <FormDialog
      open
      title={t('clubOffers.perks.add')}
      deed={t('clubOffers.save')}
      pending={props.pending}
      onClose={props.onClose}
      onSubmit={() => {
        setAsked(true);
        const name = inBoth(draft.name);
        const key = draft.key !== '' || name === null ? draft.key : keyFrom(name, 'perk', props.taken);
        const perk = perkFrom({ ...draft, key });
        if (perk !== null) props.onSave(perk);
      }}
    >
      {props.failure === null ? null : <Alert severity="error">{props.failure}</Alert>}
      <PerkFields
        perk={draft}
        fault={isAsked && perkFrom(draft) === null ? t('clubOffers.missing.perk') : undefined}
        onChange={(changes) => setDraft({ ...draft, ...changes })}
      />
    </FormDialog>
  );
}
