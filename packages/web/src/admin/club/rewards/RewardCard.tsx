import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { isOpen } from '../vouchers/queries.ts';
import { Picture } from './Picture.tsx';
import { type KeptReward, rewardQuery, REWARDS_CHANGED } from './queries.ts';
import styles from './Rewards.module.css';
import { useRewardWords } from './useRewardWords.ts';

interface Turning {
  readonly state: KeptReward['state'];
  readonly definition: KeptReward['definition'];
  readonly revision: number;
}

/** A reward of the catalogue, and what it takes to put it on offer or away. */
export function RewardCard({
  reward,
  mayWrite,
}: {
  readonly reward: KeptReward;
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const words = useRewardWords();
  const { key, definition, state, images, offer, revision } = reward;
  const { stock, perPerson, from, until, partner } = definition;
  const fresh = () => queries.fetchQuery({ ...rewardQuery(asking, key), staleTime: 0 });
  const turning = useDeed({
    send: (body: Turning, headers) =>
      answerOf(api.PUT('/v1/club/rewards/{key}', { params: { path: { key } }, body, headers })),
    refresh: REWARDS_CHANGED,
    said: (now) => t(`clubCodes.rewards.nowOf.${now.state}`),
    changed: {
      reload: fresh,
      onTop: async ({ state: wanted }) => {
        const { definition: now, revision: last } = await fresh();
        return { state: wanted, definition: now, revision: last };
      },
    },
  });
  const turn = (wanted: KeptReward['state']) => void turning.run({ state: wanted, definition, revision });
  const name = speech.words(definition.name);
  const forWhom = words.forWhom(definition);
  const closed = state !== 'active' || offer === null || isOpen(offer) ? null : offer;
  return (
    <article className={styles.card}>
      <Picture reward={key} image={images[0]} alt="" />
      <div className={styles.words}>
        <h2 className={styles.name}>
          <Link to={paths.clubRewards} search={{ reward: key }} className={spend.link}>
            <bdi>{name}</bdi>
          </Link>
        </h2>
        <div>
          <span className={spend.verdict} {...(state === 'active' ? { 'data-good': true } : {})}>
            {t(`clubCodes.rewards.stateOf.${state}`)}
          </span>{' '}
          {closed === null ? null : (
            <>
              <span className={spend.verdict} data-good={false}>
                {t('clubCodes.rewards.closed')}
              </span>{' '}
            </>
          )}
          <span className={spend.badge}>{t(`clubCodes.rewards.kindOf.${definition.what.kind}`)}</span>
        </div>
        <span className={styles.price}>{words.price(definition)}</span>
        <ul className={styles.about}>
          {closed === null ? null : (
            <li>{t(`clubCodes.rewards.closedOf.${closed.state === 'active' ? 'over' : closed.state}`)}</li>
          )}
          <li>
            {stock === undefined
              ? t('clubCodes.rewards.unlimited')
              : t('clubCodes.rewards.stockOf', {
                  shown: speech.number(stock),
                  left: speech.number(reward.left ?? stock),
                })}
          </li>
          {perPerson === undefined ? null : (
            <li>{t('clubCodes.rewards.eachOf', { shown: speech.number(perPerson) })}</li>
          )}
          {forWhom.length === 0 ? (
            <li>{t('clubCodes.rewards.everyMember')}</li>
          ) : (
            forWhom.map((line) => <li key={line}>{line}</li>)
          )}
          {from === undefined || from <= Date.now() ? null : (
            <li>{t('clubCodes.from', { from: speech.date(from, 'short') })}</li>
          )}
          {until === undefined ? null : (
            <li>{t('clubCodes.until', { until: speech.date(until - 1, 'short') })}</li>
          )}
          {partner === undefined ? null : (
            <li>
              {t('clubCodes.rewards.withPartner')} <bdi>{partner.name}</bdi>
            </li>
          )}
        </ul>
      </div>
      <div className={`${styles.deeds} not-printed`}>
        <Link
          to={paths.clubRewards}
          search={{ view: 'redemptions', reward: key }}
          className={`${spend.link} ${styles.lead}`}
        >
          {t('clubCodes.rewards.redemptions')}
        </Link>
        {!mayWrite ? null : state === 'active' ? (
          <Button size="small" color="inherit" loading={turning.pending} onClick={() => turn('archived')}>
            {t('clubCodes.rewards.archive')}
          </Button>
        ) : (
          <Button size="small" loading={turning.pending} onClick={() => turn('active')}>
            {t('clubCodes.rewards.offerIt')}
          </Button>
        )}
      </div>
    </article>
  );
}
