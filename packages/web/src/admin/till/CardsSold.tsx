import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import { asFailure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useSetting } from '../setting.ts';
import styles from './Till.module.css';
import type { CardTold } from './answers.ts';
import { cardsSoldQuery } from './till-queries.ts';

/** The gift cards sold on an order: made now, with their codes to be printed or scanned this once. */
export function CardsSold({ order }: { readonly order: string }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [round, setRound] = useState(1);
  const { data, error, isFetching, refetch } = useQuery(cardsSoldQuery(asking, order, round));
  return (
    <section className={styles.cards} aria-labelledby="till-cards">
      <h3 id="till-cards" className={styles.small}>
        {t('till.cards.title')}
      </h3>
      {error === null ? null : (
        <Alert
          severity="error"
          className="not-printed"
          action={
            <Button size="small" color="inherit" loading={isFetching} onClick={() => void refetch()}>
              {t('till.cards.again')}
            </Button>
          }
        >
          {failureText(asFailure(error), t)}
        </Alert>
      )}
      {data === undefined ? (
        error === null ? (
          <p className={styles.soft}>{t('till.cards.making')}</p>
        ) : null
      ) : (
        <ul className={styles.plainList}>
          {data.cards.map((card) => (
            <CardSold key={card.card} order={order} sold={card} />
          ))}
        </ul>
      )}
      {data === undefined ? null : <p className={`${styles.soft} not-printed`}>{t('till.cards.once')}</p>}
      {data === undefined || data.left === 0 ? null : (
        <Button variant="outlined" className="not-printed" onClick={() => setRound(round + 1)}>
          {t('till.cards.rest', { number: speech.number(data.left) })}
        </Button>
      )}
    </section>
  );
}

/** A card with its code; where that got lost on its way, the till gives it another one. */
function CardSold({ order, sold }: { readonly order: string; readonly sold: CardTold }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [{ card, amount, tail, code }, setTold] = useState(sold);
  const recoding = useDeed({
    send: (one: number, headers): Promise<CardTold> =>
      answerOf(
        api.POST('/v1/till/orders/{number}/gift-cards/recode', {
          params: { path: { number: order } },
          body: { card: one },
          headers,
        }),
      ),
    tellsFailure: true,
    onDone: setTold,
  });
  return (
    <li className={styles.cardSold}>
      <div>
        <strong>{speech.money(amount)}</strong>
        {code === null ? (
          <>
            <p className={styles.soft}>{t('till.cards.lost', { tail })}</p>
            {recoding.failure === null ? null : (
              <Alert severity="error">{failureText(recoding.failure, t)}</Alert>
            )}
            <Button
              size="small"
              variant="outlined"
              className="not-printed"
              loading={recoding.pending}
              onClick={() => void recoding.run(card)}
            >
              {t('till.cards.recode')}
            </Button>
          </>
        ) : (
          <p>
            <LeftToRight>{code}</LeftToRight>
          </p>
        )}
      </div>
      {code === null ? null : (
        <Qr className={styles.cardQr} text={code.replaceAll('-', '')} label={t('till.cards.qr', { tail })} />
      )}
    </li>
  );
}
