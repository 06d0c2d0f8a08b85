import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';

type Schemas = components['schemas'];
export type AgreementListed = Schemas['AgreementListed'];
export type Agreement = Schemas['Agreement'];
export type AgreementVersion = Schemas['AgreementVersion'];
export type AgreementDraft = Schemas['AgreementDraftInput'];
export type Quotation = Schemas['Quotation'];
export type QuotationInput = Schemas['QuotationInput'];
export type Wants = Schemas['Wants'];
export type GuardSays = Schemas['GuardSays'];
export type KeptPaper = Schemas['KeptSalesPaper'];
export type Paper = Schemas['SalesPaper'];

/** What has to be read again after something was done with an agreement, by the beginnings of keys. */
export const AGREEMENTS_CHANGED = [
  ['agreements'],
  ['agreement'],
  ['follow-ups'],
  ['sales-today'],
  ['deal'],
  ['deals'],
  ['person-deals'],
  ['deal-board'],
  ['sales-memory'],
  ['facts'],
] as const;
export const PAPER_CHANGED = [['sales-paper']] as const;

const WATCHED_EVERY_MS = 20_000;
const PAGE = 50;
const NEVER_CHANGES = Number.POSITIVE_INFINITY;

/** The agreements of a deal, the newest first: a customer may answer while somebody looks. */
export function agreementsQuery(asking: Asking, deal: number) {
  return queryOptions({
    queryKey: ['agreements', asking.business, deal],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/agreements', {
            params: { query: { deal, limit: PAGE } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).agreements,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

/** Those that wait for a manager, of the whole business. */
export function waitingQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['agreements', asking.business, 'waiting'],
    queryFn: async ({ signal }) =>
      (
        await answerOf(
          api.GET('/v1/sales/agreements', {
            params: { query: { waiting: 'true', limit: PAGE } },
            headers: headersOf(asking),
            signal,
          }),
        )
      ).agreements,
    refetchInterval: WATCHED_EVERY_MS,
  });
}

export function agreementQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['agreement', asking.business, id],
    queryFn: ({ signal }): Promise<Agreement> =>
      answerOf(
        api.GET('/v1/sales/agreements/{id}', {
          params: { path: { id } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    refetchInterval: WATCHED_EVERY_MS,
  });
}

/** What a quotation would come to and what the guard says of it, before it is kept. */
export function previewQuery(asking: Asking, person: number, content: QuotationInput | null) {
  return queryOptions({
    queryKey: ['agreement-preview', asking.business, person, content],
    queryFn: ({ signal }) => {
      if (content === null) throw new Error('There is nothing to look at yet');
      return answerOf(
        api.POST('/v1/sales/agreements/preview', {
          body: { person, content },
          headers: headersOf(asking),
          signal,
        }),
      );
    },
    enabled: content !== null,
    retry: false,
  });
}

export function paperQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['sales-paper', asking.business],
    queryFn: ({ signal }): Promise<KeptPaper> =>
      answerOf(api.GET('/v1/sales/paper', { headers: headersOf(asking), signal })),
  });
}

/** The logo as an address that holds all of it: the page shows no other kind that comes with a header of its own. */
export function logoQuery(asking: Asking, logo: string) {
  return queryOptions({
    queryKey: ['sales-logo', asking.business, logo],
    queryFn: async ({ signal }): Promise<string> =>
      addressOf(
        await answerOf(
          api.GET('/v1/sales/paper/logo', {
            params: { query: { of: logo } },
            headers: headersOf(asking),
            parseAs: 'blob',
            signal,
          }),
        ),
      ),
    staleTime: NEVER_CHANGES,
  });
}

function addressOf(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('A picture cannot be read')));
    reader.readAsDataURL(picture);
  });
}

/** A quotation on paper, to be kept as a file. */
export function readPdf(asking: Asking, id: number, version: number): Promise<Blob> {
  return answerOf(
    api.GET('/v1/sales/agreements/{id}/pdf', {
      params: { path: { id }, query: { version } },
      headers: headersOf(asking),
      parseAs: 'blob',
    }),
  );
}
