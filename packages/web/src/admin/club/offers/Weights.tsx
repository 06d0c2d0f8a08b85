import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { AppreciationPart, AppreciationRule } from '@nardeban/core/offers';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import spend from '../../insight/spend/Spend.module.css';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';
import type { KeptSettings, Settings } from './queries.ts';
import { PartMeasure } from './PartMeasure.tsx';
import { NewPart } from './NewPart.tsx';
import { atWhole, isPartWhole, MOST_PARTS, sumOfWeights, WHOLE } from './weights.ts';
import { useSettingsSaving } from './useSettingsSaving.ts';

/** The parts of the score with their weights, which add up to a hundred. */
export function Weights({ kept, mayWrite }: { readonly kept: KeptSettings; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [start, setStart] = useState(kept);
  const [draft, setDraft] = useState<readonly AppreciationPart[] | null>(null);
  const saving = useSettingsSaving({
    parts: ['appreciation'],
    version: ({ appreciation }: Settings) =>
      appreciation.parts.map(({ name, weight }) => ({
        label: speech.words(name),
        text: speech.number(weight),
      })),
    onDone: () => setDraft(null),
    onReload: () => setDraft(null),
  });
  const parts = draft ?? kept.settings.appreciation.parts;
  const sum = sumOfWeights(parts);
  const isWhole = parts.every(isPartWhole);
  /** The part that was added last, which stands open to be written. */
  const [begun, setBegun] = useState<string>();
  const change = (changed: readonly AppreciationPart[]) => {
    // What others write meanwhile must not become what this was based on.
    if (draft === null) setStart(kept);
    setDraft(changed);
    saving.clear();
  };
  const { failure } = saving;
  return (
    <section className={spend.card} aria-labelledby="appreciation-weights">
      <h2 id="appreciation-weights">{t('clubOffers.weights.title')}</h2>
      <p>{t('clubOffers.weights.text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (draft === null || sum !== WHOLE || !isWhole) return;
          const appreciation: AppreciationRule = { parts: [...draft] };
          void saving.run({ settings: { ...start.settings, appreciation }, revision: start.revision });
        }}
      >
        <ul className={styles.weights}>
          {parts.map((part, at) => (
            <li key={part.key}>
              <div>
                <strong>
                  <bdi style={{ whiteSpace: 'normal' }}>{speech.words(part.name)}</bdi>
                </strong>
                <PartMeasure
                  part={part}
                  begun={begun === part.key}
                  mayWrite={mayWrite}
                  onChange={(changed) => change(parts.map((one, place) => (place === at ? changed : one)))}
                />
              </div>
              {mayWrite ? (
                <>
                  <TypedField
                    small
                    required
                    label={t('clubOffers.weights.weight', { name: speech.words(part.name) })}
                    manner={wholesIn(speech)}
                    value={part.weight === 0 ? null : part.weight}
                    least={1}
                    most={100}
                    onChange={(weight) =>
                      change(
                        parts.map((one, place) => (place === at ? { ...one, weight: weight ?? 0 } : one)),
                      )
                    }
                  />
                  {parts.length === 1 ? (
                    <span />
                  ) : (
                    <Button
                      size="small"
                      color="inherit"
                      aria-label={t('clubOffers.weights.remove', { name: speech.words(part.name) })}
                      onClick={() => change(parts.filter((_, place) => place !== at))}
                    >
                      {t('clubOffers.remove')}
                    </Button>
                  )}
                </>
              ) : (
                <span className="figure">{speech.number(part.weight)}</span>
              )}
            </li>
          ))}
        </ul>
        {mayWrite && parts.length < MOST_PARTS ? (
          <NewPart
            parts={parts}
            onAdd={(part) => {
              setBegun(part.key);
              change([...parts, part]);
            }}
          />
        ) : null}
        <div className={styles.deeds} style={{ alignItems: 'center' }}>
          <span className={styles.sum} data-good={sum === WHOLE} role="status">
            {t('clubOffers.weights.sum', { sum: speech.number(sum) })}
          </span>
          {sum === WHOLE || !mayWrite ? null : (
            <Button size="small" variant="outlined" onClick={() => change(atWhole(parts))}>
              {t('clubOffers.weights.make')}
            </Button>
          )}
          {draft === null ? null : (
            <>
              <Button
                type="submit"
                variant="contained"
                loading={saving.pending}
                disabled={sum !== WHOLE || !isWhole}
              >
                {t('clubOffers.save')}
              </Button>
              <Button color="inherit" onClick={() => setDraft(null)}>
                {t('confirm.cancel')}
              </Button>
            </>
          )}
        </div>
        {isWhole ? null : <p className="soft">{t('clubOffers.weights.unfinished')}</p>}
        {failure === null || failure.kind === 'changed' ? null : (
          <Alert severity="error" sx={{ marginBlockStart: 2 }}>
            {failureText(failure, t)}
          </Alert>
        )}
      </form>
    </section>
  );
}
