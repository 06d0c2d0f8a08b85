import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, headersOf } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import { asFailure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { useSetting } from '../setting.ts';
import type { TillOrder, TillReturned } from './answers.ts';
import { CardsSold } from './CardsSold.tsx';
import { ReturnPreview } from './ReturnPreview.tsx';
import styles from './Till.module.css';
import { useClubWords, nameOfItem } from './wording.ts';

interface Coming {
  readonly lines: { readonly line: number; readonly quantity: number }[];
  readonly reason: string;
}

/** An order, line by line: how many come back of each, what would come of it, and then the deed. */
export function ReturnOrder({ order, isOnline }: { readonly order: TillOrder; readonly isOnline: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useClubWords(null);
  const { number, basket, returned } = order;
  const [pieces, setPieces] = useState<Readonly<Record<number, number>>>({});
  const [reason, setReason] = useState('');
  const [done, setDone] = useState<TillReturned | null>(null);
  const [isMaking, setMaking] = useState(false);
  const params = { path: { number } };
  const left = basket.lines.map(({ quantity }, place) => quantity - (returned[place] ?? 0));
  const lines = left.flatMap((most, line) => {
    const quantity = Math.min(most, pieces[line] ?? 0);
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  const isEverything = lines.length > 0 && left.every((most, line) => (pieces[line] ?? 0) >= most);
  const isOver = left.every((most) => most === 0);
  const preview = useQuery({
    queryKey: ['till-return', asking.business, asking.language, number, lines],
    queryFn: ({ signal }) =>
      answerOf(
        api.POST('/v1/till/orders/{number}/returns', {
          params,
          body: { lines, dry_run: true },
          headers: headersOf(asking),
          signal,
        }),
      ),
    enabled: lines.length > 0 && isOnline && order.state !== 'open',
    placeholderData: keepPreviousData,
    retry: false,
    networkMode: 'always',
  });
  const finish = (answer: TillReturned) => {
    setPieces({});
    setReason('');
    setDone(answer);
  };
  const changed = [['till-orders'], ['till-order'], ['till-return']];
  const returning = useDeed({
    send: ({ lines: coming, reason: why }: Coming, headers) =>
      answerOf(
        api.POST('/v1/till/orders/{number}/returns', {
          params,
          body: { lines: coming, ...(why === '' ? {} : { reason: why }) },
          headers,
        }),
      ),
    tellsFailure: true,
    said: () => t('till.returns.done'),
    refresh: changed,
    onDone: finish,
  });
  const cancelling = useDeed({
    send: ({ reason: why }: Coming, headers) =>
      answerOf(
        api.POST('/v1/till/orders/{number}/cancel', {
          params,
          body: why === '' ? {} : { reason: why },
          headers,
        }),
      ),
    tellsFailure: true,
    said: () => t('till.returns.cancelled'),
    refresh: changed,
    onDone: finish,
  });
  const set = (line: number, quantity: number) => {
    setDone(null);
    returning.clear();
    cancelling.clear();
    setPieces({ ...pieces, [line]: Math.max(0, Math.min(left[line] ?? 0, quantity)) });
  };
  const failure =
    returning.failure ?? cancelling.failure ?? (preview.isError ? asFailure(preview.error) : null);
  const busy = returning.pending || cancelling.pending;
  const nameOf = (item: string, name: string | undefined) => name ?? nameOfItem(item, t);
  return (
    <section className={styles.card} aria-labelledby="till-return-order">
      <div className={styles.head}>
        <div>
          <h2 id="till-return-order">
            {t('till.returns.order')} <LeftToRight>{number}</LeftToRight>
          </h2>
          <p className={styles.soft}>
            {speech.date(order.at)}، {speech.time(order.at)} ·{' '}
            {t('till.returns.paid', { amount: speech.money(order.due) })}
          </p>
        </div>
        <span className={styles.badge}>{t(`till.returns.state.${order.state}`)}</span>
      </div>
      {order.state === 'open' ? <Alert severity="info">{t('till.returns.isOpen')}</Alert> : null}
      <ul className={styles.lines} aria-label={t('till.returns.lines')}>
        {basket.lines.map(({ item, name, quantity, unitPrice }, place) => {
          const most = left[place] ?? 0;
          const chosen = pieces[place] ?? 0;
          const said = nameOf(item, name);
          return (
            <li key={place} className={styles.line} data-gone={most === 0}>
              <span className={styles.item}>
                <bdi>{said}</bdi>
              </span>
              <span className={styles.each}>
                {t('till.returns.bought', { number: speech.number(quantity), each: speech.money(unitPrice) })}
                {most < quantity
                  ? ` · ${t('till.returns.back', { number: speech.number(quantity - most) })}`
                  : null}
              </span>
              <span
                className={styles.pieces}
                role="group"
                aria-label={t('till.returns.howMany', { name: said })}
              >
                <IconButton
                  aria-label={t('till.basket.fewer', { name: said })}
                  disabled={chosen === 0}
                  onClick={() => set(place, chosen - 1)}
                >
                  <span aria-hidden="true">−</span>
                </IconButton>
                <span className={`${styles.count} figure`} aria-live="polite">
                  {speech.number(chosen)}
                </span>
                <IconButton
                  aria-label={t('till.basket.more', { name: said })}
                  disabled={chosen >= most}
                  onClick={() => set(place, chosen + 1)}
                >
                  <span aria-hidden="true">+</span>
                </IconButton>
              </span>
            </li>
          );
        })}
      </ul>
      {isOver || order.state === 'open' ? null : (
        <div className={styles.deeds}>
          <Button
            size="small"
            variant="outlined"
            onClick={() => {
              setDone(null);
              setPieces(isEverything ? {} : Object.fromEntries(left.entries()));
            }}
          >
            {t(isEverything ? 'till.returns.nothing' : 'till.returns.everything')}
          </Button>
          {basket.lines.some(({ kind }) => kind === 'gift-card') && !isMaking ? (
            <Button size="small" variant="outlined" disabled={!isOnline} onClick={() => setMaking(true)}>
              {t('till.cards.make')}
            </Button>
          ) : null}
        </div>
      )}
      {isMaking ? <CardsSold order={number} /> : null}
      {done === null ? null : (
        <>
          <Alert severity="success">{t('till.returns.doneLong')}</Alert>
          <ReturnPreview returned={done} order={order} words={words} />
        </>
      )}
      {lines.length === 0 || done !== null ? null : (
        <>
          <h3 className={styles.small}>{t('till.returns.whatIf')}</h3>
          {preview.data === undefined ? (
            preview.isError ? null : (
              <p className={styles.soft}>{t('till.returns.counting')}</p>
            )
          ) : (
            <ReturnPreview returned={preview.data} order={order} words={words} />
          )}
          <TextField
            label={t('till.returns.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            autoComplete="off"
            fullWidth
            slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
          />
          {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
          <div className={styles.deeds}>
            <Button
              variant="contained"
              loading={returning.pending}
              disabled={!isOnline || busy || preview.data === undefined || preview.isPlaceholderData}
              onClick={() => void returning.run({ lines, reason: reason.trim() })}
            >
              {t('till.returns.deed')}
            </Button>
            {isEverything && order.state === 'closed' ? (
              <Button
                variant="outlined"
                color="error"
                loading={cancelling.pending}
                disabled={!isOnline || busy || preview.data === undefined}
                onClick={() => void cancelling.run({ lines, reason: reason.trim() })}
              >
                {t('till.returns.cancel')}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </section>
  );
}
