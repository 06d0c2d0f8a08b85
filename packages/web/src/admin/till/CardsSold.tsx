import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { Qr } from '../../ui/Qr.tsx';
import { useSetting } from '../setting.ts';
import styles from './Till.module.css';
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
          {data.cards.map(({ card, amount, tail, code }) => (
            <li key={card} className={styles.cardSold}>
              <div>
                <strong>{speech.money(amount)}</strong>
                {code === null ? (
                  <p className={styles.soft}>{t('till.cards.lost', { tail })}</p>
                ) : (
                  <p>
                    <LeftToRight>{code}</LeftToRight>
                  </p>
                )}
              </div>
              {code === null ? null : (
                <Qr
                  className={styles.cardQr}
                  text={code.replaceAll('-', '')}
                  label={t('till.cards.qr', { tail })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {data?.cards.some(({ code }) => code !== null) === true ? (
        <p className={`${styles.soft} not-printed`}>{t('till.cards.once')}</p>
      ) : null}
      {data === undefined || data.left === 0 ? null : (
        <Button variant="outlined" className="not-printed" onClick={() => setRound(round + 1)}>
          {t('till.cards.rest', { number: speech.number(data.left) })}
        </Button>
      )}
    </section>
  );
}
