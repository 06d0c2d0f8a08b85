import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { OffersIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { ActivateDialog } from './ActivateDialog.tsx';
import { ArchiveDialog } from './ArchiveDialog.tsx';
import { OfferRow } from './OfferRow.tsx';
import { OFFER_STATES, type OffersSearch } from './offers-search.ts';
import { PeopleDialog } from './PeopleDialog.tsx';
import { budgetsQuery, type KeptOffer, offersQuery } from './queries.ts';
import { useOfferState } from './useOfferState.ts';

export type Changes = { readonly [Key in keyof OffersSearch]?: OffersSearch[Key] | undefined };
type Open = { readonly what: 'activate' | 'archive' | 'people'; readonly offer: KeptOffer } | null;

/** Every offer with what it gives, to whom, and how far it is used. */
export function OfferList(props: {
  readonly mayWrite: boolean;
  readonly search: OffersSearch;
  readonly onChange: (changes: Changes) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const { mayWrite, search, onChange } = props;
  const offers = useInfiniteQuery(offersQuery(asking, search.state));
  const budgets = useQuery(budgetsQuery(asking));
  const changing = useOfferState();
  const [open, setOpen] = useState<Open>(null);
  const rows = offers.data?.pages.flatMap((page) => page.offers) ?? [];
  if (offers.isError && rows.length === 0)
    return <FailureNotice error={offers.error} onRetry={() => void offers.refetch()} />;
  const make = (
    <Button variant="contained" onClick={() => onChange({ make: true })}>
      {t('clubOffers.make')}
    </Button>
  );
  if (offers.data !== undefined && rows.length === 0 && search.state === undefined)
    return (
      <EmptyState
        icon={<OffersIcon size={30} />}
        title={t('clubOffers.none')}
        steps={[t('clubOffers.step1'), t('clubOffers.step2'), t('clubOffers.step3')]}
        actions={mayWrite ? make : null}
      >
        {t('clubOffers.noneText')}
      </EmptyState>
    );
  const close = () => setOpen(null);
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <TextField
          select
          size="small"
          label={t('clubOffers.state.title')}
          value={search.state ?? ''}
          onChange={(event) => onChange({ state: OFFER_STATES.find((one) => one === event.target.value) })}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
        >
          <MenuItem value="">{t('clubOffers.state.any')}</MenuItem>
          {OFFER_STATES.map((one) => (
            <MenuItem key={one} value={one}>
              {t(`clubOffers.state.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {mayWrite ? make : null}
      </div>
      {offers.data === undefined ? (
        <RowsSkeleton rows={4} columns={3} height={124} />
      ) : rows.length === 0 ? (
        <p className={spend.plain}>{t('clubOffers.noneHere')}</p>
      ) : (
        <ul className={spend.rows} aria-label={t('clubOffers.title')}>
          {rows.map((kept) => (
            <li key={kept.offer.key}>
              <OfferRow
                kept={kept}
                budgets={(budgets.data ?? []).filter(({ offer }) => offer === kept.offer.key)}
                mayWrite={mayWrite}
                pending={changing.input?.key === kept.offer.key}
                onOpen={() => onChange({ offer: kept.offer.key })}
                onPeople={() => setOpen({ what: 'people', offer: kept })}
                onActivate={() => setOpen({ what: 'activate', offer: kept })}
                onPause={() =>
                  void changing.run({ key: kept.offer.key, state: 'draft', revision: kept.revision })
                }
                onArchive={() => setOpen({ what: 'archive', offer: kept })}
              />
            </li>
          ))}
        </ul>
      )}
      {offers.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={offers.isFetchingNextPage}
            onClick={() => void offers.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {open?.what === 'activate' ? (
        <ActivateDialog
          kept={open.offer}
          onEdit={() => onChange({ offer: open.offer.offer.key })}
          onClose={close}
        />
      ) : null}
      {open?.what === 'archive' ? <ArchiveDialog kept={open.offer} onClose={close} /> : null}
      {open?.what === 'people' ? <PeopleDialog kept={open.offer} onClose={close} /> : null}
    </>
  );
}
