import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';

export type Batch = components['schemas']['VoucherBatch'];
export type Voucher = components['schemas']['Voucher'];
export type KeptOffer = components['schemas']['KeptOffer'];

/** What has to be read again after something was done to batches or codes, by the beginnings of keys. */
export const VOUCHERS_CHANGED = [['voucher-batches'], ['voucher-batch'], ['vouchers']] as const;

const PAGE = 50;
/** While codes are being made, how far they are is asked so often. */
const LOOKS_EVERY_MS = 1_500;

export function isMaking({ state }: Batch): boolean {
  return state === 'waiting' || state === 'making';
}

export function batchesQuery(asking: Asking, name: string | undefined) {
  return infiniteQueryOptions({
    queryKey: ['voucher-batches', asking.business, name],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/vouchers', {
          params: {
            query: {
              limit: PAGE,
              ...(name === undefined ? {} : { name }),
              ...(pageParam === undefined ? {} : { after: pageParam }),
            },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.batches.some(isMaking)) === true ? LOOKS_EVERY_MS : false,
  });
}

export function batchQuery(asking: Asking, id: number) {
  return queryOptions({
    queryKey: ['voucher-batch', asking.business, id],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/v1/club/vouchers/{id}', { params: { path: { id } }, headers: headersOf(asking), signal }),
      ),
    refetchInterval: ({ state }) =>
      state.data !== undefined && isMaking(state.data) ? LOOKS_EVERY_MS : false,
  });
}

export function codesQuery(asking: Asking, batch: number) {
  return infiniteQueryOptions({
    queryKey: ['vouchers', asking.business, batch],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/club/vouchers/{id}/codes', {
          params: {
            path: { id: batch },
            query: { limit: PAGE, ...(pageParam === undefined ? {} : { after: pageParam }) },
          },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

/** One code of a batch; null when there is none with this number. */
export function codeQuery(asking: Asking, batch: number, code: number) {
  return queryOptions({
    queryKey: ['vouchers', asking.business, batch, code],
    queryFn: async ({ signal }): Promise<Voucher | null> => {
      const { vouchers } = await answerOf(
        api.GET('/v1/club/vouchers/{id}/codes', {
          params: { path: { id: batch }, query: { limit: 1, ...(code > 1 ? { after: code - 1 } : {}) } },
          headers: headersOf(asking),
          signal,
        }),
      );
      return vouchers.find(({ id }) => id === code) ?? null;
    },
  });
}

/** Offers that a code can bring. */
export function offersQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['voucher-offers', asking.business],
    queryFn: async ({ signal }): Promise<readonly KeptOffer[]> => {
      const { offers } = await answerOf(
        api.GET('/v1/club/offers', {
          params: { query: { limit: 200 } },
          headers: headersOf(asking),
          signal,
        }),
      );
      return offers;
    },
    staleTime: 60_000,
  });
}

/** Whether a code that brings an offer which stands like this gives something now. */
export function isOpen(offer: NonNullable<components['schemas']['KeptReward']['offer']>): boolean {
  return offer.state === 'active' && (offer.until === null || Date.now() < offer.until);
}

export interface Sheet {
  readonly svg: string;
  /** The `after` of the next sheet; null after the last one. */
  readonly next: number | null;
}

/** One page of codes to be printed. It is asked for once only: every time is written down. */
export function sheetQuery(asking: Asking, batch: number, after: number) {
  return queryOptions({
    queryKey: ['voucher-sheet', asking.business, batch, after],
    queryFn: async (): Promise<Sheet> => {
      const { data, error, response } = await api.GET('/v1/club/vouchers/{id}/sheet.svg', {
        params: { path: { id: batch }, query: after === 0 ? {} : { after } },
        headers: headersOf(asking),
        parseAs: 'text',
      });
      const svg = await answerOf(
        Promise.resolve({ ...(data === undefined ? { error } : { data }), response }),
      );
      const next = response.headers.get('nardeban-next');
      return { svg, next: next === null ? null : Number(next) };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
}

/** All codes of a batch as a file. */
export async function codesFile(asking: Asking, batch: number): Promise<Blob> {
  return answerOf(
    api.GET('/v1/club/vouchers/{id}/codes.csv', {
      params: { path: { id: batch } },
      headers: headersOf(asking),
      parseAs: 'blob',
    }),
  );
}
