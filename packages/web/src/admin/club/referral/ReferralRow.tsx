import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonLink } from './PersonLink.tsx';
import type { Referral, ReferralWallet } from './queries.ts';
import { useReferralWords } from './useReferralWords.ts';

/** Who brought whom, how far it has come, and what was paid to either side. */
export function ReferralRow(props: {
  readonly referral: Referral;
  readonly wallets: readonly ReferralWallet[];
  readonly actions?: ReactNode;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useReferralWords(props.wallets);
  const { referral } = props;
  const { state, claimedAt, joinedAt, convertedAt, paid, decided, channel } = referral;
  const good =
    state === 'paid' || state === 'paying'
      ? true
      : state === 'refused' || state === 'review'
        ? false
        : undefined;
  const paidTo = (side: 'referrer' | 'friend'): string =>
    new Intl.ListFormat(speech.language).format(
      paid.filter((one) => one.side === side).map(({ wallet, units }) => words.units(wallet, units)),
    );
  return (
    <div className={spend.row}>
      <div className={spend.what}>
        <strong>
          <PersonLink person={referral.friend} />
        </strong>{' '}
        <span className={spend.verdict} data-good={good}>
          {t(`clubReferral.state.${state}`)}
        </span>
        <div className={spend.about}>
          <span>
            {t('clubReferral.broughtBy')} <PersonLink person={referral.referrer} />
          </span>
          <span>{speech.date(claimedAt, 'short')}</span>
          {channel === null ? null : (
            <span>
              <bdi>{channel}</bdi>
            </span>
          )}
          {joinedAt === null ? null : (
            <span>{t('clubReferral.joinedOn', { day: speech.date(joinedAt, 'short') })}</span>
          )}
          {convertedAt === null ? null : (
            <span>{t('clubReferral.convertedOn', { day: speech.date(convertedAt, 'short') })}</span>
          )}
        </div>
        {paid.length === 0 ? null : (
          <div className={spend.about}>
            {paidTo('referrer') === '' ? null : (
              <span>{t('clubReferral.toReferrer', { units: paidTo('referrer') })}</span>
            )}
            {paidTo('friend') === '' ? null : (
              <span>{t('clubReferral.toFriend', { units: paidTo('friend') })}</span>
            )}
          </div>
        )}
        {decided === null ? null : (
          <div className={spend.about}>
            <span>
              {t('clubReferral.decidedBy', {
                name: `\u2068${decided.by}\u2069`,
                day: speech.date(decided.at, 'short'),
              })}
            </span>
            <span>
              <bdi>{decided.reason}</bdi>
            </span>
          </div>
        )}
      </div>
      <span className={spend.amount}>
        {speech.money(referral.revenue)}
        <span className={spend.small}>{t('clubReferral.bought')}</span>
      </span>
      <span className={`${spend.buttons} not-printed`}>{props.actions}</span>
    </div>
  );
}
