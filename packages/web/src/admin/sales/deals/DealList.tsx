import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DealsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { DealsSearch } from './deals-search.ts';
import styles from './Deals.module.css';
import { type DealCard, type DealOwner, dealsQuery, type KeptPipeline } from './queries.ts';
import { type DealWords, useDealWords } from './useDealWords.ts';

const ROW = 76;
const SPARE = 8;
const AHEAD = 20;

/** Deals one below the other, of which only those in sight exist. */
export function DealList(props: {
  readonly search: DealsSearch;
  readonly pipelines: readonly KeptPipeline[];
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const deals = useInfiniteQuery(dealsQuery(asking, props.search));
  const owners: DealOwner[] = [];
  for (const page of deals.data?.pages ?? [])
    owners.push(...page.owners.filter(({ id }) => !owners.some((one) => one.id === id)));
  const words = useDealWords(owners);
  const rows = deals.data?.pages.flatMap((page) => page.deals) ?? [];
  if (deals.isError && rows.length === 0)
    return <FailureNotice error={deals.error} onRetry={() => void deals.refetch()} />;
  if (deals.data === undefined) return <RowsSkeleton rows={6} columns={4} height={ROW} />;
  if (rows.length === 0)
    return (
      <EmptyState icon={<DealsIcon size={30} />} title={t('salesDeals.list.none')}>
        {t('salesDeals.list.noneText')}
      </EmptyState>
    );
  return (
    <>
      <Rows
        rows={rows}
        words={words}
        pipelines={props.pipelines}
        onEnd={() => {
          if (deals.hasNextPage && !deals.isFetchingNextPage) void deals.fetchNextPage();
        }}
      />
      {deals.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={deals.isFetchingNextPage}
            onClick={() => void deals.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Rows(props: {
  readonly rows: readonly DealCard[];
  readonly words: DealWords;
  readonly pipelines: readonly KeptPipeline[];
  readonly onEnd: () => void;
}) {
  const { t } = useTranslation();
  const { rows, onEnd } = props;
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  useEffect(() => {
    const box = list.current;
    if (box === null) return undefined;
    const measure = () => setMargin(box.getBoundingClientRect().top + window.scrollY);
    measure();
    const seen = new ResizeObserver(measure);
    seen.observe(document.body);
    return () => seen.disconnect();
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: SPARE,
    scrollMargin: margin,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - AHEAD) onEnd();
  }, [last, rows.length, onEnd]);
  return (
    <ul
      ref={list}
      className={`${spend.rows} ${styles.rows}`}
      aria-label={t('salesDeals.title')}
      style={{ blockSize: virtual.getTotalSize() + 2 }}
    >
      {items.map(({ key, index, start }) => {
        const deal = rows[index];
        return deal === undefined ? null : (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <Row
              deal={deal}
              words={props.words}
              pipeline={props.pipelines.find((one) => one.key === deal.pipeline)}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Row(props: {
  readonly deal: DealCard;
  readonly words: DealWords;
  readonly pipeline: KeptPipeline | undefined;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { deal, words, pipeline } = props;
  const step = pipeline === undefined ? deal.step : words.step(pipeline.definition, deal.step);
  const stall = words.stall(deal);
  const next = words.next(deal.next);
  return (
    <div className={`${spend.row} ${styles.row}`}>
      <div className={spend.what}>
        <Link to={paths.salesDeal} params={{ deal: String(deal.id) }} className={spend.link}>
          <strong>
            <bdi>{deal.title}</bdi>
          </strong>
        </Link>
        <div className={`${spend.about} ${styles.parts}`}>
          <span>
            <bdi>{deal.personName ?? t('person.nameless', { number: deal.person })}</bdi>
          </span>
          <span data-gone={words.isGone(deal.owner)} className={styles.cardOwner}>
            <bdi>{words.owner(deal.owner)}</bdi>
          </span>
          {deal.expectedClose === null ? null : (
            <span>{t('salesDeals.list.close', { day: words.day(deal.expectedClose) })}</span>
          )}
          {stall !== null ? (
            <span className={styles.cardStall}>{stall}</span>
          ) : next === null ? null : (
            <span>
              <bdi>{next}</bdi>
            </span>
          )}
        </div>
      </div>
      <span
        className={spend.verdict}
        {...(deal.state === 'open' ? {} : { 'data-good': deal.state === 'won' })}
      >
        {deal.state === 'lost' && pipeline !== undefined
          ? t('salesDeals.list.lost', { reason: words.lost(pipeline.definition, deal.lostReason) })
          : deal.state === 'won' && deal.finishedAt !== null
            ? t('salesDeals.list.won', { day: speech.dayInYear(deal.closedAt ?? 0) })
            : step}
      </span>
      <span className={spend.amount}>{words.amount(deal.amount)}</span>
    </div>
  );
}
