import type { Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { type Fault, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { InBothLanguages } from '../../studio/InBothLanguages.tsx';
import { BudgetStep } from './BudgetStep.tsx';
import { GoalsStep } from './GoalsStep.tsx';
import { Faults } from './Item.tsx';
import { LevelsStep } from './LevelsStep.tsx';
import styles from './Programme.module.css';
import { type Step, STEPS } from './programme-search.ts';
import { ReferralStep } from './ReferralStep.tsx';
import { RulesStep } from './RulesStep.tsx';
import { faultsIn, type StepProps } from './steps.ts';
import { StudyStep } from './StudyStep.tsx';
import { useProgrammeWords } from './useProgrammeWords.ts';
import { WalletsStep } from './WalletsStep.tsx';
import { WhomStep } from './WhomStep.tsx';

/** The steps in the order in which they have to be thought, with what stands in each and what is wrong with it. */
export function Design(props: {
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly step: Step;
  readonly locked: boolean;
  readonly onStep: (step: Step) => void;
  readonly onChange: (programme: Programme) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { programme, faults, step, locked, onChange } = props;
  const words = useProgrammeWords(programme);
  const shared: StepProps = { programme, faults, words, locked, onChange };
  const at = STEPS.indexOf(step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  const about = (one: Step): string => {
    const count = (list: readonly unknown[] | undefined) => ({
      count: list?.length ?? 0,
      shown: speech.number(list?.length ?? 0),
    });
    switch (one) {
      case 'study':
        return '';
      case 'goals':
        return t('club.about.goals', count(programme.goals));
      case 'budget':
        return programme.budget === undefined ? t('club.about.none') : words.budget(programme.budget);
      case 'whom':
        return t(`club.about.${programme.membership}`);
      case 'wallets':
        return words.list(programme.wallets.map(({ name }) => speech.words(name)));
      case 'rules':
        return t('club.about.rules', count(programme.rules));
      case 'levels':
        return programme.levels === undefined
          ? t('club.about.none')
          : t('club.about.levels', count(programme.levels.levels));
      case 'referral':
        return programme.referral === undefined
          ? t('club.about.none')
          : t('club.about.referral', count(programme.referral.steps));
    }
  };
  const nowhere = faults.filter(
    ({ field }) =>
      STEPS.every((one) => faultsIn(one, [{ field, sentence: '' }]).length === 0) &&
      !field.startsWith('name'),
  );
  return (
    <div className={styles.studio}>
      <nav className={styles.steps} aria-label={t('club.steps')}>
        <ol>
          {STEPS.map((one, number) => {
            const wrong = faultsIn(one, faults).length;
            return (
              <li key={one}>
                <button
                  type="button"
                  className={styles.step}
                  aria-current={one === step ? 'step' : undefined}
                  onClick={() => props.onStep(one)}
                >
                  <span className={styles.number} aria-hidden="true">
                    {speech.number(number + 1)}
                  </span>
                  <span className={styles.stepWords}>
                    <strong>{t(`club.step.${one}`)}</strong>
                    <small>{about(one)}</small>
                    {wrong === 0 ? null : (
                      <small className={styles.wrong}>
                        {t('club.about.wrong', { count: wrong, shown: speech.number(wrong) })}
                      </small>
                    )}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
        <details className={styles.more} open={under(faults, 'name').length > 0}>
          <summary>{t('club.field.programmeName')}</summary>
          {locked ? (
            <p>{speech.words(programme.name)}</p>
          ) : (
            <InBothLanguages
              label={t('club.field.programmeName')}
              words={programme.name}
              faults={under(faults, 'name')}
              onChange={(name) => onChange({ ...programme, name })}
            />
          )}
        </details>
        <Faults faults={nowhere} />
      </nav>
      <section className={styles.main} aria-labelledby="step-title">
        <h2 id="step-title">{t(`club.step.${step}`)}</h2>
        <p className={styles.plain}>{t(`club.lead.${step}`)}</p>
        <div className={styles.list}>
          {step === 'study' ? <StudyStep /> : null}
          {step === 'goals' ? <GoalsStep {...shared} /> : null}
          {step === 'budget' ? <BudgetStep {...shared} /> : null}
          {step === 'whom' ? <WhomStep {...shared} /> : null}
          {step === 'wallets' ? <WalletsStep {...shared} /> : null}
          {step === 'rules' ? <RulesStep {...shared} /> : null}
          {step === 'levels' ? <LevelsStep {...shared} /> : null}
          {step === 'referral' ? <ReferralStep {...shared} /> : null}
        </div>
        <div className={`${styles.onward} not-printed`}>
          {before === undefined ? (
            <span />
          ) : (
            <button type="button" className={styles.textButton} onClick={() => props.onStep(before)}>
              {t('club.previous', { step: t(`club.step.${before}`) })}
            </button>
          )}
          {after === undefined ? null : (
            <button type="button" className={styles.textButton} onClick={() => props.onStep(after)}>
              {t('club.next', { step: t(`club.step.${after}`) })}
            </button>
          )}
        </div>
      </section>
    </div>
  );
}
