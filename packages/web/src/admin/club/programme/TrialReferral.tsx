import type { Programme, SimulationResult } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Part, Table } from './ResultParts.tsx';
import { useProgrammeWords } from './useProgrammeWords.ts';

/** What bringing friends would have cost, by step and side; or, plainly, that nobody is known to have been brought. */
export function TrialReferral(props: {
  /** Left out of trials that were made before it was counted; null: the draft gives nothing for a friend. */
  readonly referral: SimulationResult['referral'] | undefined;
  readonly programme: Programme;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { referral, programme } = props;
  const words = useProgrammeWords(programme);
  if (referral === null || (referral === undefined && programme.referral === undefined)) return null;
  const steps = programme.referral?.steps ?? [];
  const lead = () => {
    if (referral === undefined) return t('club.trial.referralUncounted');
    if (referral.brought === 0) return t('club.trial.referralNone');
    return t('club.trial.referralOf', {
      count: referral.brought,
      shown: speech.number(referral.brought),
      rewarded: speech.number(referral.rewarded),
      worth: speech.money(referral.worth),
    });
  };
  return (
    <Part title={t('club.trial.referral')}>
      <p>{lead()}</p>
      {referral === undefined || referral.steps.length === 0 ? null : (
        <Table
          label={t('club.trial.referral')}
          columns={[
            t('club.column.step'),
            t('club.column.side'),
            t('club.column.times'),
            t('club.column.units'),
            t('club.column.taken'),
            t('club.column.withheld'),
          ]}
          rows={referral.steps.map(({ step, side, wallet, times, units, taken, withheld }) => {
            const found = steps.find(({ key }) => key === step);
            return {
              key: `${step} ${side} ${wallet}`,
              cells: [
                found === undefined ? step : words.milestone(found.when),
                t(`club.side.${side}`),
                speech.number(times),
                words.units(wallet, units),
                taken === 0 ? '–' : words.units(wallet, taken),
                withheld === 0 ? '–' : words.units(wallet, withheld),
              ],
            };
          })}
        />
      )}
    </Part>
  );
}
