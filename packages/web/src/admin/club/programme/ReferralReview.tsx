import { REVIEW_FROM, SIGN_KINDS, SIGN_WEIGHTS, type SignKind } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Choices, MaybeNumber } from './fields.tsx';
import { More } from './Item.tsx';
import styles from './Programme.module.css';
import { type Referral, some, withPart } from './shape.ts';

type Review = NonNullable<Referral['review']>;

/** What is looked at before a referral is paid: how much each sign speaks against it, and which refuse it at once. */
export function ReferralReview(props: {
  readonly review: Review | undefined;
  readonly onChange: (review: Review | undefined) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const review = props.review ?? {};
  const set = <Part extends keyof Review>(part: Part, value: Review[Part] | undefined) => {
    const changed = withPart(review, part, value);
    props.onChange(Object.keys(changed).length === 0 ? undefined : changed);
  };
  const weigh = (sign: SignKind, weight: number | undefined) => {
    const weights = withPart(review.weights ?? {}, sign, weight);
    set('weights', Object.keys(weights).length === 0 ? undefined : weights);
  };
  return (
    <More title={t('club.part.review')} begun={props.review !== undefined}>
      <p className="soft">{t('club.reviewLead')}</p>
      <div className={styles.line}>
        <MaybeNumber
          label={t('club.field.reviewFrom')}
          kind="whole"
          least={1}
          most={100}
          value={review.from}
          help={t('club.field.usual', { usual: speech.number(REVIEW_FROM) })}
          onChange={(from) => set('from', from)}
        />
        <MaybeNumber
          label={t('club.field.perHour')}
          kind="whole"
          least={1}
          most={10_000}
          value={review.perHour}
          onChange={(most) => set('perHour', most)}
        />
        <MaybeNumber
          label={t('club.field.perWeek')}
          kind="whole"
          least={1}
          most={100_000}
          value={review.perWeek}
          onChange={(most) => set('perWeek', most)}
        />
        <Choices
          label={t('club.field.refuse')}
          values={review.refuse ?? []}
          options={SIGN_KINDS.map((value) => ({ value, label: t(`club.sign.${value}`) }))}
          help={t('club.field.refuseHelp')}
          onChange={(signs) => set('refuse', some(signs))}
        />
      </div>
      <div className={styles.line}>
        {SIGN_KINDS.map((sign) => (
          <MaybeNumber
            key={sign}
            label={t(`club.sign.${sign}`)}
            kind="whole"
            least={0}
            most={100}
            value={review.weights?.[sign]}
            help={t('club.field.usual', { usual: speech.number(SIGN_WEIGHTS[sign]) })}
            onChange={(weight) => weigh(sign, weight)}
          />
        ))}
      </div>
    </More>
  );
}
