import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { NoteIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { readWants, WANT_KINDS, type WantsSearch } from './memory-search.ts';
import { PromiseRow } from './Promises.tsx';
import { promisesQuery, type Want, wantsQuery } from './queries.ts';
import { SearchField } from './SearchField.tsx';
import { isolated } from './useMemoryWords.ts';

/** Who needs, wants or likes what, and what was promised to whom: what was said, from all conversations together. */
export function WantsPage() {
  const { t } = useTranslation();
  const [address, change] = useAddress(readWants);
  const view = address.view ?? 'wants';
  return (
    <>
      <PageHeader title={t('salesMemory.wants.title')} meaning={t('salesMemory.wants.meaning')} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesMemory.wants.views')}
          value={view}
          views={(['wants', 'promises'] as const).map((one) => ({
            value: one,
            label: t(`salesMemory.wants.view.${one}`),
          }))}
          onChange={(chosen) => change({ view: chosen === 'promises' ? 'promises' : undefined })}
        />
      </div>
      {view === 'wants' ? (
        <Wants address={address} onChange={change} />
      ) : (
        <OpenPromises address={address} onChange={change} />
      )}
    </>
  );
}

interface Shown {
  readonly address: WantsSearch;
  readonly onChange: (
    changes: { readonly [Key in keyof WantsSearch]?: WantsSearch[Key] | undefined },
  ) => void;
}

function Wants({ address, onChange }: Shown) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { product = '', kind } = address;
  const found = useInfiniteQuery(wantsQuery(asking, { product, kind }));
  const rows = found.data?.pages.flatMap((page) => page.wants) ?? [];
  const search = useCallback(
    (text: string) => onChange({ product: text === '' ? undefined : text }),
    [onChange],
  );
  const isNarrowed = product !== '' || kind !== undefined;
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <SearchField label={t('salesMemory.wants.search')} value={product} onSearch={search} />
        <Views
          label={t('salesMemory.wants.kind')}
          value={kind ?? 'all'}
          views={[
            { value: 'all' as const, label: t('salesMemory.wants.every') },
            ...WANT_KINDS.map((one) => ({ value: one, label: t(`salesMemory.kind.${one}`) })),
          ]}
          onChange={(one) => onChange({ kind: one === 'all' ? undefined : one })}
        />
      </div>
      {found.isError && rows.length === 0 ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton />
      ) : rows.length === 0 && !isNarrowed ? (
        <EmptyState icon={<NoteIcon size={30} />} title={t('salesMemory.wants.none')}>
          {t('salesMemory.wants.noneWhy')}
        </EmptyState>
      ) : rows.length === 0 ? (
        <p className={spend.plain}>{t('salesMemory.wants.nobody')}</p>
      ) : (
        <ul className={spend.rows} aria-label={t('salesMemory.wants.title')}>
          {rows.map((want) => (
            <WantRow key={want.id} want={want} />
          ))}
        </ul>
      )}
      <More
        more={found.hasNextPage}
        pending={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </>
  );
}

function WantRow({ want }: { readonly want: Want }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { low, high } = want;
  const budget =
    low !== null && high !== null
      ? t('salesMemory.between', { low: speech.money(low), high: speech.money(high) })
      : high !== null
        ? t('salesMemory.upTo', { high: speech.money(high) })
        : low !== null
          ? t('salesMemory.from', { low: speech.money(low) })
          : null;
  return (
    <li>
      <div className={`${spend.row} ${styles.wanted}`}>
        <div className={spend.what}>
          <strong>
            <Link to={paths.person} params={{ person: String(want.person.id) }} className={spend.link}>
              <PersonName name={want.person.name} id={want.person.id} />
            </Link>
          </strong>
          <span className={spend.badge}>{t(`salesMemory.kind.${want.kind}`)}</span>
          <p className={styles.words}>
            <bdi>{want.text === '' ? want.product : want.text}</bdi>
          </p>
          <p className={styles.about}>
            {want.text === '' || want.product === '' ? null : (
              <span>{t('salesMemory.about', { product: isolated(want.product) })}</span>
            )}
            {budget === null ? null : <span>{t('salesMemory.wants.budget', { budget })}</span>}
            <span>{speech.date(want.saidAt)}</span>
          </p>
        </div>
        {want.deal === null ? null : (
          <Link to={paths.salesDeal} params={{ deal: String(want.deal.id) }} className={spend.link}>
            <bdi style={{ whiteSpace: 'normal' }}>{want.deal.title}</bdi>
          </Link>
        )}
      </div>
    </li>
  );
}

function OpenPromises({ address, onChange }: Shown) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const mine = address.mine === true ? session?.user?.id : undefined;
  const found = useInfiniteQuery(promisesQuery(asking, { overdue: address.overdue === true, owner: mine }));
  const rows = found.data?.pages.flatMap((page) => page.promises) ?? [];
  const mayWrite = session?.scopes.includes('sales:write') === true;
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        {(['overdue', 'mine'] as const).map((one) => (
          <FormControlLabel
            key={one}
            control={
              <Checkbox
                checked={address[one] === true}
                onChange={(event) => onChange({ [one]: event.target.checked ? true : undefined })}
              />
            }
            label={t(one === 'mine' ? 'salesMemory.promises.onlyMine' : 'salesMemory.promises.onlyOverdue')}
          />
        ))}
      </div>
      {found.isError && rows.length === 0 ? (
        <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <RowsSkeleton />
      ) : rows.length === 0 ? (
        <EmptyState icon={<NoteIcon size={30} />} title={t('salesMemory.promises.nobody')}>
          {t('salesMemory.promises.nobodyWhy')}
        </EmptyState>
      ) : (
        <ul className={`${styles.card} ${styles.list}`} aria-label={t('salesMemory.promises.all')}>
          {rows.map((promise) => (
            <PromiseRow key={promise.id} promise={promise} mayWrite={mayWrite} named />
          ))}
        </ul>
      )}
      <More
        more={found.hasNextPage}
        pending={found.isFetchingNextPage}
        onMore={() => void found.fetchNextPage()}
      />
    </>
  );
}

export function More(props: {
  readonly more: boolean;
  readonly pending: boolean;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation();
  if (!props.more) return null;
  return (
    <div className={`${spend.more} not-printed`}>
      <Button variant="outlined" loading={props.pending} onClick={props.onMore}>
        {t('more')}
      </Button>
    </div>
  );
}
