import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ordersQuery, type PersonOrder } from '../../api/dossier-queries.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ChartIcon } from '../../ui/icons.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './Papers.module.css';

/** What this person bought, order by order, each opening to its products. */
export function Orders({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const orders = useInfiniteQuery(ordersQuery(asking, person));
  const read = orders.data?.pages.flatMap((page) => page.orders) ?? [];
  if (orders.isPending) return <RowsSkeleton rows={5} columns={4} height={48} />;
  if (orders.isError && read.length === 0)
    return <FailureNotice error={orders.error} onRetry={() => void orders.refetch()} />;
  if (read.length === 0) {
    return (
      <EmptyState icon={<ChartIcon size={30} />} title={t('dossier.orders.none')}>
        {t('dossier.orders.noneWhy')}
      </EmptyState>
    );
  }
  return (
    <section aria-label={t('dossier.orders.title')}>
      <ul className={styles.orders}>
        {read.map((order) => (
          <li key={`${order.at} ${order.order}`}>
            <OrderRow order={order} />
          </li>
        ))}
      </ul>
      {orders.hasNextPage ? (
        <Button
          variant="outlined"
          loading={orders.isFetchingNextPage}
          onClick={() => void orders.fetchNextPage()}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  );
}

function OrderRow({ order }: { readonly order: PersonOrder }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const places = [order.channel, order.branch, order.method].filter((one) => one !== null);
  const line = (
    <>
      <span className={styles.orderNumber}>
        <LeftToRight>{order.order}</LeftToRight>
      </span>
      <time className="soft">{speech.date(order.at)}</time>
      <span className={styles.orderPlaces}>
        {places.map((place) => (
          <bdi key={place}>{place}</bdi>
        ))}
      </span>
      <span className={styles.orderMoney}>
        {order.amount === null ? null : <span className="figure">{speech.money(order.amount)}</span>}
        {order.returned === 0 ? null : (
          <span className={styles.returned}>
            {t('dossier.orders.returned', { amount: speech.money(order.returned) })}
          </span>
        )}
        {order.amount !== null && !order.paid ? (
          <span className={styles.unpaid}>{t('dossier.orders.unpaid')}</span>
        ) : null}
      </span>
    </>
  );
  if (order.products.length === 0) return <div className={styles.order}>{line}</div>;
  return (
    <details>
      <summary className={styles.order}>{line}</summary>
      <ul className={styles.products}>
        {order.products.map((product, index) => (
          <li key={index}>
            <bdi>{product.name === '' ? t('dossier.orders.nameless') : product.name}</bdi>
            {product.quantity === null ? null : (
              <span className="soft">
                {t('dossier.orders.quantity', { quantity: speech.number(product.quantity) })}
              </span>
            )}
            {product.amount === null ? null : <span className="figure">{speech.money(product.amount)}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
