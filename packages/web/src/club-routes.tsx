import { createRoute, Outlet } from '@tanstack/react-router';
import { readBooks } from './admin/club/accounting/books-search.ts';
import { readProgramme } from './admin/club/programme/programme-search.ts';
import { readGiftCards } from './admin/club/gift-cards/gift-card-search.ts';
import { readOffers } from './admin/club/offers/offers-search.ts';
import { readReferrals } from './admin/club/referral/referral-search.ts';
import { readRewards } from './admin/club/rewards/reward-search.ts';
import { readVouchers } from './admin/club/vouchers/voucher-search.ts';
import { type LateRoom, loadRoom } from './language/languages.ts';
import { loadChunk } from './loading/chunk.ts';
import { lazyPage } from './loading/lazyPage.ts';
import { paths } from './paths.ts';
import { type Context, staff } from './staff-route.tsx';

/** The sentences of a room of the club come with its first page; its parts are dressed as those of insight are. */
const sentencesOf =
  (...rooms: readonly LateRoom[]) =>
  ({ context }: { readonly context: Context }) =>
    Promise.all(rooms.map((room) => loadChunk(() => loadRoom(context.languages, room))));

const club = createRoute({
  getParentRoute: () => staff,
  path: paths.club,
  loader: sentencesOf('insight', 'spend'),
  component: Outlet,
});

const clubOffers = createRoute({
  getParentRoute: () => club,
  path: '/offers',
  validateSearch: readOffers,
  loader: sentencesOf('clubOffers'),
  component: lazyPage(() => import('./admin/club/offers/OffersPage.tsx'), 'OffersPage'),
});

const clubOverview = createRoute({
  getParentRoute: () => club,
  path: '/',
  loader: sentencesOf('club', 'clubBooks'),
  component: lazyPage(() => import('./admin/club/overview/OverviewPage.tsx'), 'OverviewPage'),
});

const clubProgramme = createRoute({
  getParentRoute: () => club,
  path: '/programme',
  validateSearch: readProgramme,
  loader: sentencesOf('club'),
  component: lazyPage(() => import('./admin/club/programme/ProgrammePage.tsx'), 'ProgrammePage'),
});

const clubReferrals = createRoute({
  getParentRoute: () => club,
  path: '/referrals',
  validateSearch: readReferrals,
  loader: sentencesOf('clubReferral'),
  component: lazyPage(() => import('./admin/club/referral/ReferralsPage.tsx'), 'ReferralsPage'),
});

const clubBooks = createRoute({
  getParentRoute: () => club,
  path: '/books',
  validateSearch: readBooks,
  loader: sentencesOf('clubBooks'),
  component: lazyPage(() => import('./admin/club/accounting/AccountingPage.tsx'), 'AccountingPage'),
});

const clubVouchers = createRoute({
  getParentRoute: () => club,
  path: '/vouchers',
  validateSearch: readVouchers,
  loader: sentencesOf('clubCodes'),
  component: lazyPage(() => import('./admin/club/vouchers/VouchersPage.tsx'), 'VouchersPage'),
});

const clubGiftCards = createRoute({
  getParentRoute: () => club,
  path: '/gift-cards',
  validateSearch: readGiftCards,
  loader: sentencesOf('clubCodes'),
  component: lazyPage(() => import('./admin/club/gift-cards/GiftCardsPage.tsx'), 'GiftCardsPage'),
});

const clubRewards = createRoute({
  getParentRoute: () => club,
  path: '/rewards',
  validateSearch: readRewards,
  loader: sentencesOf('clubCodes'),
  component: lazyPage(() => import('./admin/club/rewards/RewardsPage.tsx'), 'RewardsPage'),
});

export const clubTree = club.addChildren([
  clubOverview,
  clubProgramme,
  clubOffers,
  clubVouchers,
  clubGiftCards,
  clubRewards,
  clubReferrals,
  clubBooks,
]);
