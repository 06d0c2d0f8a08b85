import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BasketIcon, EditIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { readBelongs } from './memory-search.ts';
import { PairDialog } from './PairDialog.tsx';
import { PairNumbers, PairTried } from './PairNumbers.tsx';
import { type ListedPair, pairsQuery } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import { isolated } from './useMemoryWords.ts';
import { More } from './WantsPage.tsx';

/** What belongs with what, what to say, and how many took it. */
export function BelongsPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const [{ search = '' }, change] = useAddress(readBelongs);
  const [open, setOpen] = useState<ListedPair | 'new' | null>(null);
  const found = useInfiniteQuery(pairsQuery(asking, search));
  const rows = found.data?.pages.flatMap((page) => page.pairs) ?? [];
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const onSearch = useCallback(
    (text: string) => change({ search: text === '' ? undefined : text }),
    [change],
  );
  const add = mayManage ? (
    <Button variant="contained" onClick={() => setOpen('new')}>
      {t('salesMemory.pairs.add')}
    </Button>
  ) : undefined;
  const isEmpty = found.data !== undefined && rows.length === 0 && search === '';
  return (
    <>
      <PageHeader
        title={t('salesMemory.pairs.title')}
        meaning={t('salesMemory.pairs.meaning')}
        actions={isEmpty ? undefined : add}
      />
      {isEmpty ? null : (
        <div className={`${spend.tools} ${spend.bar} not-printed`}>
          <SearchField label={t('salesMemory.pairs.search')} value={search} onSearch={onSearch} />
        </div>
      )}
      {found.isError && rows.length === 0 ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton />
      ) : isEmpty ? (
        <EmptyState icon={<BasketIcon size={30} />} title={t('salesMemory.pairs.none')} actions={add}>
          {t('salesMemory.pairs.noneWhy')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <p className={spend.plain}>{t('salesMemory.pairs.nothing')}</p>
      ) : (
        <>
          {found.data.pages[0]?.counted === false ? (
            <p className={`${spend.plain} ${spend.bar}`}>{t('salesMemory.pairs.notCounted')}</p>
          ) : null}
          <ul className={spend.rows} aria-label={t('salesMemory.pairs.title')}>
            {rows.map((pair) => (
              <PairRow
                key={`${pair.item}\n${pair.other}`}
                pair={pair}
                onEdit={mayManage ? () => setOpen(pair) : undefined}
              />
            ))}
          </ul>
        </>
      )}
      <More
        more={found.hasNextPage}
        pending={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
      {open === null ? null : (
        <PairDialog listed={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </>
  );
}

function PairRow({ pair, onEdit }: { readonly pair: ListedPair; readonly onEdit: (() => void) | undefined }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <li>
      <div className={spend.row}>
        <div className={spend.what}>
          <strong>
            <bdi>{pair.item}</bdi> + <bdi>{pair.other}</bdi>
          </strong>
          {pair.pair?.own === true ? <span className={spend.badge}>{t('salesMemory.pairs.own')}</span> : null}
          {pair.pair?.hidden === true ? (
            <span className={spend.badge}>{t('salesMemory.pairs.isHidden')}</span>
          ) : null}
          {pair.numbers === null ? null : <PairNumbers pair={pair} />}
          <p className={styles.words}>
            <bdi>{speech.words(pair.sentence)}</bdi>
          </p>
          <p className={styles.about}>
            <PairTried tried={pair.tried} />
          </p>
        </div>
        {onEdit === undefined ? null : (
          <IconButton
            aria-label={t('salesMemory.pairs.edit', {
              item: isolated(pair.item),
              other: isolated(pair.other),
            })}
            onClick={onEdit}
          >
            <EditIcon size={18} />
          </IconButton>
        )}
      </div>
    </li>
  );
}
