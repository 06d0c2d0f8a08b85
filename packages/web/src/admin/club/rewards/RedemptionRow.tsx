import Button from '@mui/material/Button';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from '../vouchers/Codes.module.css';
import { PersonOf } from '../vouchers/PersonOf.tsx';
import type { Redemption } from './queries.ts';
import { useRewardWords } from './useRewardWords.ts';

/** Who had what for how much, and what became of it. */
export function RedemptionRow(props: { readonly redemption: Redemption; readonly onCancel?: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useRewardWords();
  const { redemption, onCancel } = props;
  const { state, endedBy, endedAt, endsAt, reason } = redemption;
  const by = (name: string, at: number) =>
    t('clubCodes.madeBy', { name: `\u2068${name}\u2069`, day: speech.date(at, 'short') });
  return (
    <div className={spend.row}>
      <div className={`${spend.what} ${styles.long}`}>
        <strong>
          <Link to={paths.clubRewards} search={{ reward: redemption.reward }} className={spend.link}>
            <bdi>{speech.words(redemption.name)}</bdi>
          </Link>
        </strong>{' '}
        <span
          className={spend.verdict}
          {...(state === 'handed'
            ? { 'data-good': true }
            : state === 'cancelled'
              ? { 'data-good': false }
              : {})}
        >
          {t(`clubCodes.rewards.redemptionOf.${state}`)}
        </span>
        <div className={spend.about}>
          <span>
            <PersonOf person={redemption.person} />
          </span>
          <span>{by(redemption.by, redemption.at)}</span>
          {redemption.proven ? <span>{t('clubCodes.rewards.proven')}</span> : null}
          {state === 'open' && endsAt !== null ? (
            <span>{t('clubCodes.until', { until: speech.date(endsAt - 1, 'short') })}</span>
          ) : null}
        </div>
        {endedBy === null || endedAt === null ? null : (
          <div className={spend.about}>
            <span>
              {t(state === 'cancelled' ? 'clubCodes.rewards.cancelledBy' : 'clubCodes.rewards.handedBy', {
                name: `\u2068${endedBy}\u2069`,
                day: speech.date(endedAt, 'short'),
              })}
            </span>
            {reason === '' ? null : (
              <span>
                <bdi>{reason}</bdi>
              </span>
            )}
          </div>
        )}
      </div>
      <span className={spend.amount}>{words.units(redemption.wallet, redemption.units)}</span>
      <span className={`${spend.buttons} not-printed`}>
        {onCancel === undefined ? null : (
          <Button
            size="small"
            color="error"
            aria-label={t('clubCodes.rewards.cancelThis', {
              name: `\u2068${speech.words(redemption.name)}\u2069`,
              number: speech.number(redemption.id),
            })}
            onClick={onCancel}
          >
            {t('clubCodes.rewards.cancel')}
          </Button>
        )}
      </span>
    </div>
  );
}
