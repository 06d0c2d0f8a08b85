import Button from '@mui/material/Button';
import type { Programme, ReferralReward } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { type Fault, sentenceAt, under } from '../../criteria/faults.ts';
import { useSetting } from '../../setting.ts';
import { Choice, MaybeNumber, NumberField } from './fields.tsx';
import { More } from './Item.tsx';
import styles from './Programme.module.css';
import { type Referral, some, withAt, withPart } from './shape.ts';

type Limits = NonNullable<Referral['limits']>;

/** How far a referrer is rewarded, until when a friend counts, and what is taken back. */
export function ReferralBounds(props: {
  readonly referral: Referral;
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (referral: Referral) => void;
}) {
  const { t } = useTranslation();
  const { referral, programme, faults, onChange } = props;
  const limits = referral.limits ?? {};
  const limit = <Part extends keyof Limits>(part: Part, value: Limits[Part] | undefined) => {
    const changed = withPart(limits, part, value);
    onChange(withPart(referral, 'limits', Object.keys(changed).length === 0 ? undefined : changed));
  };
  return (
    <>
      <div className={styles.line}>
        <NumberField
          label={t('club.field.returnWindow')}
          kind="whole"
          least={0}
          most={365}
          value={referral.returnWindow}
          onChange={(returnWindow) => onChange({ ...referral, returnWindow })}
        />
        <MaybeNumber
          label={t('club.field.leastPurchase')}
          kind="money"
          least={1}
          value={referral.leastPurchase}
          onChange={(least) => onChange(withPart(referral, 'leastPurchase', least))}
        />
        <MaybeNumber
          label={t('club.field.within')}
          kind="whole"
          least={1}
          most={3650}
          value={referral.within}
          help={t('club.field.withinHelp')}
          onChange={(within) => onChange(withPart(referral, 'within', within))}
        />
      </div>
      <More title={t('club.part.referralLimits')} begun={referral.limits !== undefined}>
        <div className={styles.line}>
          <MaybeNumber
            label={t('club.field.mostFriends')}
            kind="whole"
            least={1}
            most={1e6}
            value={limits.friends}
            onChange={(friends) => limit('friends', friends)}
          />
          <MaybeNumber
            label={t('club.field.friendsPerMonth')}
            kind="whole"
            least={1}
            most={1e6}
            value={limits.friendsPerMonth}
            onChange={(friends) => limit('friendsPerMonth', friends)}
          />
        </div>
        {(['units', 'unitsPerMonth'] as const).map((part) => (
          <RewardsField
            key={part}
            label={t(part === 'units' ? 'club.field.mostUnits' : 'club.field.unitsPerMonth')}
            add={t(`club.add.${part}`)}
            rewards={limits[part] ?? []}
            programme={programme}
            faults={under(faults, `limits.${part}`)}
            onChange={(list) => limit(part, some(list))}
          />
        ))}
      </More>
      <More
        title={t('club.part.takeBack')}
        begun={referral.takeBack !== undefined || referral.finalAfter !== undefined}
      >
        <div className={styles.line}>
          <Choice
            label={t('club.field.takeBack')}
            value={referral.takeBack ?? 'everything'}
            options={(['everything', 'purchases'] as const).map((value) => ({
              value,
              label: t(`club.takeBack.${value}`),
            }))}
            onChange={(value) =>
              onChange(withPart(referral, 'takeBack', value === 'everything' ? undefined : value))
            }
          />
          <MaybeNumber
            label={t('club.field.finalAfter')}
            kind="whole"
            least={0}
            most={3650}
            value={referral.finalAfter}
            help={t('club.field.finalAfterHelp')}
            onChange={(days) => onChange(withPart(referral, 'finalAfter', days))}
          />
        </div>
      </More>
    </>
  );
}

/** So many units of each wallet; a wallet stands in it once. */
export function RewardsField(props: {
  readonly label: string;
  readonly add: string;
  readonly rewards: readonly ReferralReward[];
  readonly programme: Programme;
  readonly faults: readonly Fault[];
  readonly onChange: (rewards: ReferralReward[]) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { rewards, programme, faults, onChange } = props;
  const unitOf = (key: string) => programme.wallets.find((wallet) => wallet.key === key)?.unit;
  const free = programme.wallets.find(({ key }) => rewards.every(({ wallet }) => wallet !== key));
  return (
    <div className={styles.side} role="group" aria-label={props.label}>
      <span className={styles.sideName}>{props.label}</span>
      {rewards.map((one, at) => (
        <div key={at} className={styles.line}>
          <Choice
            label={t('club.field.wallet')}
            value={one.wallet}
            options={programme.wallets.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
            fault={sentenceAt(faults, `[${at}].wallet`)}
            onChange={(wallet) => onChange(withAt(rewards, at, { ...one, wallet }))}
          />
          <NumberField
            key={unitOf(one.wallet)}
            label={t('club.field.units')}
            kind={unitOf(one.wallet) === 'money' ? 'money' : 'whole'}
            least={1}
            value={one.units}
            onChange={(units) => onChange(withAt(rewards, at, { ...one, units }))}
          />
          <Button size="small" color="inherit" onClick={() => onChange(withAt(rewards, at, null))}>
            {t('club.remove')}
          </Button>
        </div>
      ))}
      {free === undefined || rewards.length >= 10 ? null : (
        <Button
          size="small"
          onClick={() =>
            onChange([...rewards, { wallet: free.key, units: free.unit === 'money' ? 500_000 : 100 }])
          }
        >
          {props.add}
        </Button>
      )}
    </div>
  );
}
