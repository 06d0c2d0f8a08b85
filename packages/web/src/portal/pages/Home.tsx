import { useState } from 'react';
import type { Me, WalletShown } from '../answers.ts';
import { MemberCode } from '../MemberCode.tsx';
import { Sheet, To } from '../parts.tsx';
import { useSpeech } from '../speech.ts';

/** Two expiries are enough to act on; the rest is in the history of each. */
const MOST_EXPIRING = 2;

/** What somebody wants to know at a glance: what they have, where they stand, and what leads up. */
export function Home({ me, joined }: { readonly me: Me; readonly joined: boolean }) {
  const { t } = useSpeech();
  const [isShowing, setShowing] = useState(false);
  const [first, ...others] = me.wallets;
  return (
    <>
      <h1>{me.name === null ? t('home.helloPlain') : t('home.hello', { name: me.name })}</h1>
      {joined ? (
        <div className="notice" role="status">
          <strong>{t('home.joined')}</strong> {t('home.joinedText')}
        </div>
      ) : null}
      <section className="hero">
        {first === undefined ? (
          <p className="hero-text">{t('home.noPoints')}</p>
        ) : (
          <Wallet wallet={first} large />
        )}
        <button type="button" className="hero-button" onClick={() => setShowing(true)}>
          <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
            <path d="M3 3h7v7H3zm2 2v3h3V5zm9-2h7v7h-7zm2 2v3h3V5zM3 14h7v7H3zm2 2v3h3v-3zm9-2h3v3h-3zm4 0h3v3h-3zm-4 4h3v3h-3zm4 0h3v3h-3z" />
          </svg>
          {t('home.show')}
        </button>
      </section>
      {others.length === 0 ? null : (
        <section className="card wallets">
          {others.map((wallet) => (
            <Wallet key={wallet.key} wallet={wallet} large={false} />
          ))}
        </section>
      )}
      {me.way === null ? null : <Way way={me.way} />}
      {me.level === null ? null : <Level level={me.level} />}
      <To room="history" className="row-link card">
        {t('home.history')}
      </To>
      {isShowing ? (
        <Sheet title={t('codes.member')} onClose={() => setShowing(false)}>
          <MemberCode />
        </Sheet>
      ) : null}
    </>
  );
}

function Wallet({ wallet, large }: { readonly wallet: WalletShown; readonly large: boolean }) {
  const { t, number, money, units, day } = useSpeech();
  const { available, pending, vestsAt, held, debt, worth, expiring } = wallet;
  const soon = expiring.slice(0, MOST_EXPIRING);
  return (
    <div className={large ? 'wallet wallet-large' : 'wallet'}>
      <p className="wallet-sum">
        {wallet.unit === 'money' ? (
          <b>{money(available)}</b>
        ) : (
          <>
            <b>{number(available)}</b> <span>{wallet.name}</span>
          </>
        )}
      </p>
      <p className="wallet-note">
        {wallet.unit === 'money' ? `${wallet.name} · ` : ''}
        {t('home.usable')}
        {worth === null || worth === 0 || wallet.unit === 'money'
          ? ''
          : ` · ${t('home.worth', { amount: money(worth) })}`}
      </p>
      <ul className="wallet-lines">
        {pending > 0 && vestsAt !== null ? (
          <li className="ripens">
            {t('home.pending', { units: units(wallet, pending), day: day(vestsAt) })}
          </li>
        ) : null}
        {held > 0 ? <li>{t('home.held', { units: units(wallet, held) })}</li> : null}
        {debt > 0 ? <li className="owes">{t('home.debt', { units: units(wallet, debt) })}</li> : null}
        {soon.map((one) => (
          <li key={one.at} className="fades">
            {t('home.expires', { units: units(wallet, one.units), day: day(one.at) })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ way }: { readonly way: NonNullable<Me['way']> }) {
  const { t, day } = useSpeech();
  const { rungs, at, steps, more, falls } = way;
  const next = at === null ? rungs[0] : rungs[at + 1];
  return (
    <section className="card way" aria-labelledby="way">
      <h2 id="way">{t('home.way')}</h2>
      <ol className="rungs" reversed>
        {rungs
          .map((name, place) => ({ name, place }))
          .reverse()
          .map(({ name, place }) => (
            <li
              key={place}
              className={at === null || place > at ? 'ahead' : place === at ? 'here' : 'behind'}
              aria-current={place === at ? 'step' : undefined}
            >
              <span>{name}</span>
              {place === at ? <em>{t('home.on')}</em> : null}
            </li>
          ))}
      </ol>
      {next === undefined ? (
        <p className="praise">{t('home.top')}</p>
      ) : (
        <>
          <p className="praise">{at === null ? t('home.begin') : t('home.next', { rung: next })}</p>
          {steps.length === 0 ? (
            <p className="soft">{t(more ? 'home.oneMore' : 'home.near')}</p>
          ) : (
            <>
              <p className="soft">{t('home.steps')}</p>
              <ul className="steps">
                {steps.map((step) => (
                  <li key={step}>{step}</li>
                ))}
                {more ? <li>{t('home.oneMore')}</li> : null}
              </ul>
            </>
          )}
        </>
      )}
      {falls === null ? null : <p className="soft">{t('home.keeps', { day: day(falls) })}</p>}
    </section>
  );
}

/** The club's own levels stand apart from the ladder: they are about what was bought, and say what to expect. */
function Level({ level }: { readonly level: NonNullable<Me['level']> }) {
  const { t, number, money } = useSpeech();
  const { name, brings, next, by } = level;
  return (
    <section className="card">
      <h2>{t('home.level', { name })}</h2>
      {brings === null ? null : (
        <>
          <p className="soft">{t('home.levelBrings')}</p>
          <p dir="auto" className="brings">
            {brings}
          </p>
        </>
      )}
      {next === null ? null : (
        <>
          <p className="soft">
            {t('home.levelNext', {
              name: next.name,
              missing:
                by === 'amount' || by === 'invoice'
                  ? money(next.missing)
                  : t(`home.by.${by}`, { count: number(next.missing) }),
            })}
            {next.brings === null ? null : ` ${t('home.levelNextBrings')}`}
          </p>
          {next.brings === null ? null : (
            <p dir="auto" className="brings">
              {next.brings}
            </p>
          )}
        </>
      )}
    </section>
  );
}
