import Button from '@mui/material/Button';
import type { Criteria } from '@nardeban/core/criteria';
import type { Vocabulary } from '@nardeban/core/facts';
import type { Definition } from '@nardeban/core/ladder';
import { useTranslation } from 'react-i18next';
import { CriteriaBuilder, emptyCriteria } from '../criteria/CriteriaBuilder.tsx';
import { type Fault, sentenceAt, under } from '../criteria/faults.ts';
import { WindowWords } from '../criteria/WindowWords.tsx';
import { InBothLanguages } from './InBothLanguages.tsx';
import { asksNothingAt, LEAST_PLACES, type Place, withoutRules } from './places.ts';
import styles from './Studio.module.css';

type Rule = 'enter' | 'stay' | 'when';
const MEANINGS = ['who', 'feels', 'helps'] as const;

/** Everything about one rung or class. */
export function RungEditor(props: {
  readonly definition: Definition;
  readonly place: Place;
  readonly index: number;
  readonly count: number;
  readonly vocabulary: Vocabulary;
  /** Those of this place, with paths inside it. */
  readonly faults: readonly Fault[];
  readonly locked: boolean;
  readonly onChange: (place: Place) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { definition, place, faults, onChange, locked } = props;
  const isLadder = definition.kind === 'ladder';
  const free = asksNothingAt(definition, props.index);
  const asks =
    place.enter !== undefined ||
    place.stay !== undefined ||
    place.when !== undefined ||
    place.grace !== undefined;
  const without = (part: keyof Place): Place => {
    const { [part]: _gone, ...rest } = place;
    return rest as Place;
  };
  const builder = (part: Rule, empty: string) => (
    <CriteriaBuilder
      key={`${place.key} ${part}`}
      value={place[part] ?? emptyCriteria()}
      label={t(`studio.rule.${part}`)}
      empty={empty}
      vocabulary={props.vocabulary}
      faults={under(faults, part)}
      onChange={(criteria: Criteria) => onChange({ ...place, [part]: criteria })}
    />
  );

  return (
    <fieldset className={styles.editor} disabled={locked}>
      <legend className="only-heard">{t(isLadder ? 'studio.rungForm' : 'studio.classForm')}</legend>
      <InBothLanguages
        label={t('studio.name')}
        words={place.name}
        faults={under(faults, 'name')}
        onChange={(name) => onChange({ ...place, name })}
      />

      {free && !asks ? (
        <p className={styles.free}>{t(isLadder ? 'studio.bottomAsksNothing' : 'studio.lastTakesAll')}</p>
      ) : free ? (
        <div className={styles.notice} role="alert">
          <p>{faults.find((fault) => !fault.field.includes('name'))?.sentence ?? t('studio.mustNotAsk')}</p>
          <Button size="small" variant="outlined" onClick={() => onChange(withoutRules(place))}>
            {t('studio.dropRules')}
          </Button>
        </div>
      ) : isLadder ? (
        <>
          <section className={styles.rule}>
            <h3>{t('studio.rule.enter')}</h3>
            {builder('enter', t('studio.enterEmpty'))}
          </section>
          <section className={styles.rule}>
            <h3>{t('studio.rule.stay')}</h3>
            {place.stay === undefined ? (
              <p className={styles.aside}>
                {t('studio.stayAsEnter')}{' '}
                <button
                  type="button"
                  className={styles.textButton}
                  onClick={() => onChange({ ...place, stay: place.enter ?? emptyCriteria() })}
                >
                  {t('studio.ownStay')}
                </button>
              </p>
            ) : (
              <>
                {builder('stay', t('studio.stayEmpty'))}
                <button type="button" className={styles.textButton} onClick={() => onChange(without('stay'))}>
                  {t('studio.dropStay')}
                </button>
              </>
            )}
            <div className={styles.grace}>
              <span>{t('studio.graceBefore')}</span>
              <WindowWords
                label={t('studio.grace')}
                window={place.grace}
                always={t('studio.noGrace')}
                before={t('studio.graceOf')}
                after={t('studio.graceAfter')}
                fault={sentenceAt(faults, 'grace')}
                onChange={(grace) => onChange(grace === undefined ? without('grace') : { ...place, grace })}
              />
            </div>
            {sentenceAt(faults, 'grace') === undefined ? null : (
              <p className={styles.fault} role="alert">
                {sentenceAt(faults, 'grace')}
              </p>
            )}
          </section>
        </>
      ) : (
        <section className={styles.rule}>
          <h3>{t('studio.rule.when')}</h3>
          {builder('when', t('studio.whenEmpty'))}
        </section>
      )}

      <details className={styles.meaning} open={under(faults, 'meaning').length > 0 || undefined}>
        <summary>{t('studio.meaning')}</summary>
        {place.meaning === undefined ? (
          <p className={styles.aside}>
            {t('studio.meaningFor')}{' '}
            <button
              type="button"
              className={styles.textButton}
              onClick={() => {
                const blank = { fa: '', en: '' };
                onChange({ ...place, meaning: { who: blank, feels: blank, helps: blank } });
              }}
            >
              {t('studio.writeMeaning')}
            </button>
          </p>
        ) : (
          <>
            {MEANINGS.map((part) => (
              <InBothLanguages
                key={part}
                lines={2}
                label={t(`rung.${part}`)}
                words={place.meaning?.[part] ?? { fa: '', en: '' }}
                faults={under(faults, `meaning.${part}`)}
                onChange={(words) =>
                  place.meaning === undefined
                    ? undefined
                    : onChange({ ...place, meaning: { ...place.meaning, [part]: words } })
                }
              />
            ))}
            <button type="button" className={styles.textButton} onClick={() => onChange(without('meaning'))}>
              {t('studio.dropMeaning')}
            </button>
          </>
        )}
      </details>

      {locked ? null : (
        <Button
          color="error"
          variant="text"
          disabled={props.count <= LEAST_PLACES}
          onClick={props.onRemove}
          sx={{ justifySelf: 'start' }}
        >
          {t(isLadder ? 'studio.removeRung' : 'studio.removeClass')}
        </Button>
      )}
    </fieldset>
  );
}
