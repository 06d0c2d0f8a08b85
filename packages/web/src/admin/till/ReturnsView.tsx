import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../../failure/failure.ts';
import { failureText } from '../../failure/failure-text.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { ReturnsIcon } from '../../ui/icons.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { useSetting } from '../setting.ts';
import { ReturnOrder } from './ReturnOrder.tsx';
import styles from './Till.module.css';
import { orderQuery, ordersQuery } from './till-queries.ts';
import { goTo } from './useTillKeys.ts';

const ORDER_FIELD = 'till-order';

/** An order is found by its number or among the last ones, and what comes back of it is seen before it is done. */
export function ReturnsView({ isOnline }: { readonly isOnline: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string | null>(null);
  const recent = useQuery(ordersQuery(asking, null));
  const order = useQuery(orderQuery(asking, number));
  useEffect(() => goTo(ORDER_FIELD), []);
  const look = (one: string) => {
    const wanted = one.trim();
    if (wanted === '') return;
    setText(wanted);
    setNumber(wanted);
    if (wanted === number) void order.refetch();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    look(text);
  };
  const failure = order.isError && number !== null ? failureText(asFailure(order.error), t) : undefined;
  return (
    <div className={styles.returns}>
      <section className={styles.card} aria-labelledby="till-returns">
        <h2 id="till-returns">{t('till.returns.find')}</h2>
        <form className={styles.entry} onSubmit={submit}>
          <TextField
            id={ORDER_FIELD}
            label={t('till.returns.number')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            error={failure !== undefined}
            helperText={failure ?? t('till.returns.numberHelp')}
            autoComplete="off"
            fullWidth
            slotProps={{
              htmlInput: { dir: 'ltr', maxLength: 100, autoCapitalize: 'off', spellCheck: false },
            }}
          />
          {/* A form takes no Enter while its button is off: the next number must not wait for the last one. */}
          <Button
            type="submit"
            variant="outlined"
            className={styles.beside}
            loading={order.isFetching && text.trim() === number}
          >
            {t('till.returns.look')}
          </Button>
        </form>
        {isOnline ? null : <Alert severity="warning">{t('till.returns.offline')}</Alert>}
        {recent.data === undefined ? (
          recent.isError ? null : (
            <RowsSkeleton rows={3} columns={3} height={44} />
          )
        ) : recent.data.length === 0 ? (
          <EmptyState icon={<ReturnsIcon size={30} />} title={t('till.returns.none')} />
        ) : (
          <>
            <h3 className={styles.small}>{t('till.returns.recent')}</h3>
            <ul className={styles.people}>
              {recent.data.map((one) => (
                <li key={one.id}>
                  <button
                    type="button"
                    className={styles.personRow}
                    aria-current={one.number === number}
                    onClick={() => look(one.number)}
                  >
                    <span className={styles.personName}>
                      <LeftToRight>{one.number}</LeftToRight>
                    </span>
                    <span>{speech.money(one.due)}</span>
                    <span className={styles.soft}>
                      {speech.date(one.at, 'short')} {speech.time(one.at)}
                    </span>
                    {one.state === 'closed' || one.state === 'open' ? null : (
                      <span className={styles.badge}>{t(`till.returns.state.${one.state}`)}</span>
                    )}
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {number !== null && order.data !== undefined && order.data.number === number ? (
        <ReturnOrder key={number} order={order.data} isOnline={isOnline} />
      ) : null}
    </div>
  );
}
