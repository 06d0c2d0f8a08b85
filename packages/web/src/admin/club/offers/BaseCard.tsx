import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { moneyIn } from '../../criteria/figures.ts';
import spend from '../../insight/spend/Spend.module.css';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import type { KeptSettings, Settings } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';
import { useSettingsSaving } from './useSettingsSaving.ts';
import { RungsField } from './WhomFields.tsx';

/** Whether loyal customers cover so much of the month's target that the business may speak of prices in public. */
export function BaseCard({ kept, mayWrite }: { readonly kept: KeptSettings; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  const [isOpen, setOpen] = useState(false);
  const { base, settings, countedAt } = kept;
  const needed = settings.guard.publicNeeds;
  const bears = needed === undefined ? true : base !== null && base.covered >= needed;
  return (
    <section className={spend.card} aria-labelledby="offers-base">
      <h2 id="offers-base">
        {t('clubOffers.base.title')}{' '}
        <span className={spend.verdict} data-good={bears}>
          {t(bears ? 'clubOffers.base.bears' : 'clubOffers.base.bearsNot')}
        </span>
      </h2>
      <p>
        {settings.base === null
          ? t('clubOffers.base.unsaid')
          : base === null
            ? t('clubOffers.base.uncounted')
            : t('clubOffers.base.text', { rungs: words.rungs(settings.base) })}
      </p>
      {base === null ? null : (
        <dl className={spend.figures}>
          <div>
            <dt>{t('clubOffers.base.covered')}</dt>
            <dd>
              {words.share(base.covered)}
              {needed === undefined ? null : (
                <small>{t('clubOffers.base.needed', { share: words.share(needed) })}</small>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('clubOffers.base.fromLoyal')}</dt>
            <dd>
              {speech.money(base.fromLoyal)}
              <small>{t('clubOffers.base.weakest')}</small>
            </dd>
          </div>
          <div>
            <dt>{t('clubOffers.base.target')}</dt>
            <dd>
              {speech.money(base.target)}
              {countedAt === null ? null : (
                <small>{t('clubOffers.base.counted', { day: speech.date(countedAt, 'short') })}</small>
              )}
            </dd>
          </div>
        </dl>
      )}
      {mayWrite ? (
        <Button variant="outlined" sx={{ marginBlockStart: 2 }} onClick={() => setOpen(true)}>
          {t('clubOffers.base.edit')}
        </Button>
      ) : null}
      {isOpen ? <BaseDialog kept={kept} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}

type Loyal = { readonly ladder: string; readonly rungs: string[] } | undefined;

function loyalOf({ base }: Settings): Loyal {
  return base === null ? undefined : { ladder: base.ladder, rungs: base.rungs };
}

function BaseDialog({ kept, onClose }: { readonly kept: KeptSettings; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useOfferWords();
  // What others write meanwhile must not become what this form was based on.
  const [{ settings, revision }, setStart] = useState(kept);
  const [target, setTarget] = useState<number | null>(settings.base?.target ?? null);
  const [loyal, setLoyal] = useState<Loyal>(loyalOf(settings));
  const [isAsked, setAsked] = useState(false);
  const saving = useSettingsSaving({
    parts: ['base'],
    version: ({ base }: Settings) => [
      { label: t('clubOffers.base.target'), text: base === null ? '' : speech.money(base.target) },
      { label: t('clubOffers.base.loyal'), text: base === null ? '' : words.rungs(base) },
    ],
    onDone: onClose,
    onReload: (now) => {
      setStart(now);
      setTarget(now.settings.base?.target ?? null);
      setLoyal(loyalOf(now.settings));
    },
  });
  const { failure } = saving;
  const isMissing = loyal === undefined || loyal.rungs.length === 0;
  return (
    <FormDialog
      open
      title={t('clubOffers.base.edit')}
      deed={t('clubOffers.save')}
      pending={saving.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (target === null || loyal === undefined || isMissing) return;
        void saving.run({ settings: { ...settings, base: { target, ...loyal } }, revision });
      }}
    >
      <p className={spend.plain}>{t('clubOffers.base.help')}</p>
      {failure === null || failure.kind === 'changed' ? null : (
        <Alert severity="error">{failureText(failure, t)}</Alert>
      )}
      <TypedField
        required
        label={t('clubOffers.base.target')}
        manner={moneyIn(speech)}
        value={target}
        least={1}
        onChange={setTarget}
      />
      <RungsField
        rungs={loyal}
        label={t('clubOffers.base.loyal')}
        fault={isAsked && isMissing ? t('clubOffers.missing.rungs') : undefined}
        onChange={setLoyal}
      />
      {isAsked && loyal === undefined ? <p className={spend.fault}>{t('clubOffers.missing.rungs')}</p> : null}
      {settings.base === null ? null : (
        <Button
          color="error"
          sx={{ justifySelf: 'start' }}
          onClick={() => void saving.run({ settings: { ...settings, base: null }, revision })}
        >
          {t('clubOffers.base.forget')}
        </Button>
      )}
    </FormDialog>
  );
}
