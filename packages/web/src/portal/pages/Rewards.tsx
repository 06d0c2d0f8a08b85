import { useRef, useState } from 'react';
import type { Me, RewardShown } from '../answers.ts';
import { ask, slug } from '../api.ts';
import { Bones, Empty, Failure, Sheet, useDeed } from '../parts.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useSpeech } from '../speech.ts';
import { useAnswer } from '../state.ts';

interface Taken {
  readonly code: string;
}

const imagePath = (reward: string, image: number): string =>
  `/v1/portal/${encodeURIComponent(slug)}/rewards/${encodeURIComponent(reward)}/images/${image}`;

/** What points can be turned into, and taking it. */
export function Rewards({ me, onChange }: { readonly me: Me; readonly onChange: () => void }) {
  const { t, units, number } = useSpeech();
  const { answer, refused, again } = useAnswer<{ rewards: readonly RewardShown[] }>('/me/rewards');
  const [chosen, setChosen] = useState<RewardShown | null>(null);
  const walletOf = (key: string) =>
    me.wallets.find((one) => one.key === key) ?? { unit: 'points' as const, name: '' };
  const rewards = answer?.rewards;
  return (
    <>
      <h1>{t('rewards.title')}</h1>
      {rewards === undefined && refused === undefined ? <Bones /> : null}
      {rewards === undefined && refused !== undefined ? <Failure refused={refused} again={again} /> : null}
      {rewards?.length === 0 ? <Empty title={t('rewards.empty')} text={t('rewards.emptyText')} /> : null}
      <ul className="list rewards">
        {(rewards ?? []).map((reward) => {
          const wallet = walletOf(reward.wallet);
          return (
            <li key={reward.key} className="card reward">
              {reward.image === null ? null : (
                <img src={imagePath(reward.key, reward.image)} alt="" loading="lazy" />
              )}
              <h2 dir="auto">{reward.name}</h2>
              {reward.about === null ? null : <p dir="auto">{reward.about}</p>}
              <p className="price">
                {reward.least === reward.most
                  ? units(wallet, reward.least)
                  : t('rewards.range', {
                      least: units(wallet, reward.least),
                      most: units(wallet, reward.most),
                    })}
              </p>
              {reward.left === null || reward.left === 0 ? null : (
                <p className="soft small">{t('rewards.left', { number: number(reward.left) })}</p>
              )}
              {reward.why !== null ? (
                <p className="soft small">{reward.why}</p>
              ) : reward.missing > 0 ? (
                <p className="soft small">{t('rewards.missing', { units: units(wallet, reward.missing) })}</p>
              ) : (
                <button type="button" className="main" onClick={() => setChosen(reward)}>
                  {t('rewards.take')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {chosen === null ? null : (
        <Take
          reward={chosen}
          wallet={walletOf(chosen.wallet)}
          onTaken={() => {
            again();
            onChange();
          }}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

function Take(props: {
  readonly reward: RewardShown;
  readonly wallet: Parameters<ReturnType<typeof useSpeech>['units']>[0];
  readonly onTaken: () => void;
  readonly onClose: () => void;
}) {
  const { t, units } = useSpeech();
  const { reward, wallet } = props;
  const [spend, setSpend] = useState(reward.least);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { busy, said, run } = useDeed();
  // One deed whatever the net does: the same try again is the same taking.
  const once = useRef('');
  const take = (): void => {
    once.current = once.current === '' ? crypto.randomUUID() : once.current;
    run(async () => {
      const path = `/me/rewards/${encodeURIComponent(reward.key)}`;
      setTaken(
        await ask<Taken>(path, { method: 'POST', body: { units: spend }, once: `${once.current}-${spend}` }),
      );
      props.onTaken();
    });
  };
  if (taken !== null)
    return (
      <Sheet title={t('rewards.taken')} onClose={props.onClose}>
        <div className="member-code" role="status">
          {taken.code === null ? null : (
            <>
              <Qr className="qr" text={taken.code.replaceAll('-', '')} label={reward.name} />
              <p className="code-text">
                <bdi dir="ltr">{taken.code}</bdi>
              </p>
            </>
          )}
          <p className="soft">{t('rewards.takenText')}</p>
        </div>
      </Sheet>
    );
  return (
    <Sheet title={reward.name} onClose={props.onClose}>
      {reward.least === reward.most ? null : (
        <>
          <label htmlFor="spend">{t('rewards.how')}</label>
          <input
            id="spend"
            type="range"
            min={reward.least}
            max={reward.most}
            step={reward.step}
            value={spend}
            onChange={(event) => setSpend(Number(event.target.value))}
          />
        </>
      )}
      <p className="ask">{t('rewards.confirm', { units: units(wallet, spend) })}</p>
      {said === null ? null : (
        <p className="fault" role="alert">
          {said}
        </p>
      )}
      <button type="button" className="main wide" disabled={busy} onClick={take}>
        {t('rewards.yes')}
      </button>
    </Sheet>
  );
}
