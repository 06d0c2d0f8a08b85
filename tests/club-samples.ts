import { DEFAULT_APPRECIATION, DEFAULT_GUARD } from '@nardeban/core/offers';
import {
  basketOf,
  type ClubBelongings,
  MONTH,
  offerCalled,
  programmeCalled,
  rewardCalled,
  WORD,
} from './two-clubs.ts';

/** A good body for every operation of the club that takes one. */
export function clubBodies(person: number, club: ClubBelongings): Readonly<Record<string, unknown>> {
  const codes = { name: 'spring', uses: 1, usesPerPerson: null, validFrom: null, validUntil: null };
  const estimate = { wallet: 'points', rate: 950_000, lasts: null };
  return {
    keepClubDraft: { definition: programmeCalled('a try'), revision: club.draft },
    publishClub: { revision: club.draft + 1 },
    simulateClub: { from: '2026-01-01', spends: 5000, marginRate: 3000 },
    adjustClub: {
      lines: [{ key: 'opening', person, wallet: 'points', units: 100, reason: 'Opening balance' }],
    },
    makeOffer: offerCalled('summer', 'summer'),
    changeOffer: { offer: offerCalled(club.offer, 'spring'), revision: 2 },
    setOfferState: { state: 'active', revision: 3 },
    choosePeople: { add: [person] },
    changeOfferSettings: {
      settings: {
        guard: DEFAULT_GUARD,
        base: null,
        appreciation: DEFAULT_APPRECIATION,
      },
      revision: 0,
    },
    giveAward: { person, place: 1, title: { fa: 'بهترین مشتری', en: 'Best customer' }, isPublic: false },
    makeVouchers: { ...codes, offer: club.offer, count: 3 },
    changeVoucherBatch: { ...codes, disabled: false, revision: 1 },
    sealVouchers: { revision: 1 },
    giveVoucher: { person, validUntil: null },
    changeVoucher: { disabled: true },
    checkVoucher: { code: WORD },
    issueGiftCard: { amount: 1000, paid: true, person: null, expiresAt: null },
    topUpGiftCard: { amount: 10, paid: true },
    freezeGiftCard: { reason: 'lost' },
    unfreezeGiftCard: { reason: 'found' },
    recodeGiftCard: { reason: 'lost' },
    transferGiftCard: { person, reason: 'a gift' },
    extendGiftCard: { expiresAt: 1_900_000_000_000 },
    refundGiftCard: { reason: 'returned' },
    checkGiftCard: { code: 'NOWRUZ' },
    draftReward: rewardCalled('tea', 'tea'),
    changeReward: { definition: rewardCalled(club.reward, 'coffee'), state: 'active', revision: 2 },
    askRewardProof: { person },
    redeemReward: { person },
    handOverReward: { code: 'NOWRUZ' },
    cancelRedemption: { reason: 'a mistake' },
    settlePartner: { amount: 5, note: '' },
    claimReferral: { code: 'NOWRUZ', friend: { mobile: '09350000001' } },
    approveReferral: { reason: 'known to us', revision: 1 },
    refuseReferral: { reason: 'one person', revision: 1 },
    changeClubAccounts: { accounts: {}, revision: 0 },
    makeClubEstimate: { ...estimate, reason: 'as last year' },
    tryClubEstimate: estimate,
    closeClubMonth: { note: 'checked' },
    sayClubTerms: {
      wallet: 'points',
      cost: { points: 1, amount: 80 },
      standAlone: { points: 1, amount: 100 },
      method: 'exact',
      reason: 'face value',
    },
    changePortalSettings: { open: true, joining: true, rungs: {}, welcome: '', revision: 1 },
    askPortalCode: { mobile: '09121234567' },
    signInToPortal: { challenge: 'none', code: '123456' },
    signOutOfPortal: {},
    sayPortalConsent: { given: true },
    sayPortalProfile: { name: 'x' },
    takePortalReward: {},
    makeQuote: { person, basket: basketOf(700), dry_run: true },
    commitQuote: { paid: club.due },
    returnLines: { lines: [{ line: 0, quantity: 1 }], dry_run: true },
    cancelOrder: { dry_run: true },
    issueCardsSold: {},
    recodeCardSold: { card: club.card },
    registerTill: { name: 'second till' },
    findAtTill: { text: '09121110001' },
    sendSlips: club.nextSlip,
    reviewSlip: { note: 'paid in cash' },
  };
}

/** What `{id}` stands for in an address of the club; undefined: it is none of the club's. */
export function clubNumber(path: string, club: ClubBelongings): number | undefined {
  const of: readonly (readonly [within: string, id: number])[] = [
    ['/gift-cards/', club.card],
    ['/vouchers/', club.batch],
    ['/redemptions/', club.redemption],
    ['/till/quotes/', club.quote],
    ['/till/devices/', club.device],
    ['/club/referrals/{', club.referral],
  ];
  return of.find(([within]) => path.includes(within))?.[1];
}

/** What else stands in an address of the club. */
export function clubNames(
  path: string,
  { person, club }: { readonly person: number; readonly club: ClubBelongings },
): Readonly<Record<string, string | number>> {
  if (!/^\/v1\/(?:club|till|portal)\//.test(path)) return {};
  return {
    ...(path.includes('/referrals/graph/') ? { id: person } : {}),
    key: path.includes('/rewards/') ? club.reward : path.includes('/partners/') ? club.partner : club.offer,
    month: MONTH,
    year: 1405,
    simulation: club.simulation,
    code: club.voucher,
    image: 1,
    business: 'first',
    purpose: 'offers',
    number: club.order,
    device: club.device,
    sequence: club.slip,
  };
}

/** What must stand in the query for an operation of the club to be understood. */
export const CLUB_QUERIES: Readonly<Record<string, string>> = {
  discardClubDraft: '?revision=1',
  clubCohorts: '?wallet=points',
  clubRedemption: '?wallet=points',
  clubWhoPays: '?aspect=rule',
};
