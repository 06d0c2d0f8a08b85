import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components, operations } from '../../../api/generated.ts';

type Schemas = components['schemas'];
type Answer<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Content } } };
}
  ? Content
  : never;

export type Books = Answer<'clubBooks'>;
export type RolledLine = Answer<'clubRollForward'>['lines'][number];
export type WalletMonth = Schemas['ClubWalletMonth'];
export type PartnerMonth = Schemas['ClubPartnerMonth'];
export type MoneyRolled = Schemas['ClubMoneyRolled'];
export type Terms = Schemas['ClubTerms'];
export type TermsAsked = NonNullable<
  operations['sayClubTerms']['requestBody']
>['content']['application/json'];
export type EstimateAsked = NonNullable<
  operations['makeClubEstimate']['requestBody']
>['content']['application/json'];
export type TrueUpTried = Schemas['ClubTrueUpTried'];
export type Accounts = Schemas['ClubAccounts'];
export type Aspect = operations['clubWhoPays']['parameters']['query']['aspect'];

/** Whatever is done to the books may change all that is read of them. */
export const BOOKS_CHANGED = [['club-books']] as const;
export const ACCOUNTS_CHANGED = [['club-accounts']] as const;
const PAGE = 50;

export function booksQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-books', asking.business],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/club/accounting', { headers: headersOf(asking), signal })),
  });
}

export function rollForwardQuery(asking: Asking, to: string) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'rolled', to],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/roll-forward', {
          params: { query: { to } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function monthQuery(asking: Asking, month: string) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'month', month],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/months/{month}', {
          params: { path: { month } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function cohortsQuery(asking: Asking, month: string, wallet: string) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'cohorts', month, wallet],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/months/{month}/cohorts', {
          params: { path: { month }, query: { wallet } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function redemptionQuery(asking: Asking, wallet: string, lasts: number | null) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'redemption', wallet, lasts],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/redemption', {
          params: { query: { wallet, ...(lasts === null ? {} : { lasts }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function cardsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'cards'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/club/accounting/gift-cards', { headers: headersOf(asking), signal })),
  });
}

export function openOffersQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'open-offers'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/club/offers-open', { headers: headersOf(asking), signal })),
  });
}

export function payingQuery(asking: Asking, aspect: Aspect, month: string) {
  return queryOptions({
    queryKey: ['club-books', asking.business, 'paying', aspect, month],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/who-pays', {
          params: { query: { aspect, from: month, to: month } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export function debtorsQuery(asking: Asking) {
  return infiniteQueryOptions({
    queryKey: ['club-books', asking.business, 'debtors'],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/accounting/receivables', {
          params: { query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function accountsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['club-accounts', asking.business],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/club/accounting/accounts', { headers: headersOf(asking), signal })),
  });
}

/** The journal of these months as the text of a file. */
export async function journalText(asking: Asking, from: string, to: string): Promise<string> {
  return answerOf(
    api.GET('/v1/club/accounting/journal.csv', {
      params: { query: { from, to, language: asking.language === 'en' ? 'en' : 'fa' } },
      headers: headersOf(asking),
      parseAs: 'text',
    }),
  );
}
