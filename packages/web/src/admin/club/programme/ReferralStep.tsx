import Button from '@mui/material/Button';
import type { Programme, ReferralReward, ReferralStep as Milestone } from '@nardeban/core/programme';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { CriteriaBuilder } from '../../criteria/CriteriaBuilder.tsx';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { asksNothing, emptyCriteria } from '../../criteria/shape.ts';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { Choice, NumberField } from './fields.tsx';
import { Faults, More } from './Item.tsx';
import styles from './Programme.module.css';
import { LadderChoice } from './LadderChoice.tsx';
import { ReferralBounds, RewardsField } from './ReferralBounds.tsx';
import { ReferralReview } from './ReferralReview.tsx';
import { freeKey, type Referral, withAt, withPart } from './shape.ts';
import type { StepProps } from './steps.ts';

/** What is given for bringing a friend, to both, as the friend climbs. */
export function ReferralStep({ programme, faults, words, locked, onChange }: StepProps) {
  const { t } = useTranslation();
  const vocabulary = useVocabulary();
  const { referral } = programme;
  const change = (changed: Referral | undefined) =>
    onChange(withPart<Programme, 'referral'>(programme, 'referral', changed));
  const reward = (): ReferralReward => {
    const [wallet] = programme.wallets;
    return { wallet: wallet?.key ?? 'points', units: wallet?.unit === 'money' ? 500_000 : 100 };
  };
  if (referral === undefined)
    return (
      <>
        <p className={styles.nothing}>{t('club.noReferral')}</p>
        {locked ? null : (
          <div>
            <Button
              variant="outlined"
              onClick={() =>
                change({
                  returnWindow: 7,
                  steps: [
                    {
                      key: 'first-purchase',
                      when: { kind: 'purchase', number: 1 },
                      referrer: [reward()],
                      friend: [reward()],
                    },
                  ],
                  limits: { friends: 20 },
                })
              }
            >
              {t('club.addReferral')}
            </Button>
          </div>
        )}
      </>
    );
  const own = under(faults, 'referral');
  const { steps } = referral;
  const put = (changed: Referral['steps']) => change({ ...referral, steps: changed });
  return (
    <>
      <ul className={styles.saidList}>
        {words.referral(referral).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {locked ? null : (
        <div className={styles.form}>
          {steps.map((step, at) => (
            <MilestoneFields
              key={step.key}
              step={step}
              programme={programme}
              faults={under(own, `steps[${at}]`)}
              onChange={(changed) => put(withAt(steps, at, changed))}
              onRemove={steps.length === 1 ? undefined : () => put(withAt(steps, at, null))}
            />
          ))}
          {steps.length >= 12 ? null : (
            <div>
              <Button
                size="small"
                variant="outlined"
                onClick={() =>
                  put([
                    ...steps,
                    {
                      key: freeKey('step', steps),
                      when: { kind: 'purchase', number: steps.length + 1 },
                      referrer: [reward()],
                      friend: [],
                    },
                  ])
                }
              >
                {t('club.addReferralStep')}
              </Button>
            </div>
          )}
          <ReferralBounds referral={referral} programme={programme} faults={own} onChange={change} />
          <More title={t('club.part.mayRefer')} begun={referral.mayRefer !== undefined}>
            <CriteriaBuilder
              value={referral.mayRefer ?? emptyCriteria()}
              vocabulary={vocabulary}
              faults={under(own, 'mayRefer')}
              label={t('club.part.mayRefer')}
              empty={t('club.everybody')}
              onChange={(who) => change(withPart(referral, 'mayRefer', asksNothing(who) ? undefined : who))}
            />
          </More>
          <ReferralReview
            review={referral.review}
            onChange={(review) => change(withPart(referral, 'review', review))}
          />
          <div>
            <Button size="small" color="inherit" onClick={() => change(undefined)}>
              {t('club.withoutReferral')}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}

function MilestoneFields(props: {
  readonly step: Milestone;
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (step: Milestone) => void;
  readonly onRemove: (() => void) | undefined;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const ladders = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const { step, programme, faults, onChange } = props;
  const { when } = step;
  const [ladder] = ladders;
  const places = ladders.find(({ key }) => when.kind === 'rung' && key === when.ladder)?.places ?? [];
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('club.part.milestone')}</legend>
      <div className={styles.line}>
        <Choice
          label={t('club.field.milestone')}
          value={when.kind}
          options={(['joined', 'purchase', 'rung'] as const)
            .filter((kind) => kind !== 'rung' || ladder !== undefined)
            .map((value) => ({ value, label: t(`club.milestone.${value}`) }))}
          onChange={(kind) =>
            onChange({
              ...step,
              when:
                kind === 'joined'
                  ? { kind }
                  : kind === 'purchase'
                    ? { kind, number: 1 }
                    : { kind, ladder: ladder?.key ?? '', rung: ladder?.places.at(-1)?.key ?? '' },
            })
          }
        />
        {when.kind === 'purchase' ? (
          <NumberField
            label={t('club.field.purchaseNumber')}
            kind="whole"
            least={1}
            most={20}
            value={when.number}
            onChange={(number) => onChange({ ...step, when: { kind: 'purchase', number } })}
          />
        ) : null}
        {when.kind === 'rung' ? (
          <LadderChoice
            ladders={ladders}
            value={when.ladder}
            onChange={(key) => {
              const rung = ladders.find((one) => one.key === key)?.places.at(-1)?.key ?? '';
              onChange({ ...step, when: { kind: 'rung', ladder: key, rung } });
            }}
          />
        ) : null}
        {when.kind === 'rung' ? (
          <Choice
            label={t('club.field.rung')}
            value={when.rung}
            options={places.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={sentenceAt(faults, 'when.rung')}
            onChange={(rung) => onChange({ ...step, when: { ...when, rung } })}
          />
        ) : null}
      </div>
      {(['referrer', 'friend'] as const).map((side) => (
        <RewardsField
          key={side}
          label={t(`club.side.${side}`)}
          add={t('club.addReward')}
          rewards={step[side]}
          programme={programme}
          faults={under(faults, side)}
          onChange={(rewards) => onChange({ ...step, [side]: rewards })}
        />
      ))}
      <Faults faults={faults.filter(({ field }) => field === '')} />
      {props.onRemove === undefined ? null : (
        <div>
          <Button size="small" color="inherit" onClick={props.onRemove}>
            {t('club.removeMilestone')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
