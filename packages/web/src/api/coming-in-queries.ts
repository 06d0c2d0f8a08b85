import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import { Failure } from '../failure/failure.ts';
import type { components, operations } from './generated.ts';

type Schemas = components['schemas'];
type Body<Name extends keyof operations> = operations[Name] extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Content } };
}
  ? Content
  : never;

export type BusinessSettings = Schemas['BusinessSettings'];
export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type ApiKey = Schemas['ApiKey'];
export type Deed = Schemas['Deed'];
export type Role = Member['role'];
export type Founding = Body<'foundFirst'>;
export type NewBusiness = Body<'foundBusiness'>;

/** Whether nobody is here yet, and the first business is founded with the token the program prints. */
export function setupQuery() {
  return queryOptions({
    queryKey: ['setup'],
    queryFn: async ({ signal }): Promise<boolean> => (await answerOf(api.GET('/v1/setup', { signal }))).open,
    staleTime: 0,
  });
}

const inLanguage = (language: string) => ({ 'accept-language': language });

/** 'in': signed in. 'code': the password was right, and a code is asked for. */
export async function enter(language: string, email: string, password: string): Promise<'in' | 'code'> {
  const { secondFactor } = await answerOf(
    api.POST('/api/auth/sign-in/email', { body: { email, password }, headers: inLanguage(language) }),
  );
  return secondFactor ? 'code' : 'in';
}

export async function enterCode(language: string, code: string): Promise<void> {
  await answerOf(api.POST('/api/auth/sign-in/code', { body: { code }, headers: inLanguage(language) }));
}

export function found(language: string, body: Founding) {
  return answerOf(api.POST('/v1/setup', { body, headers: inLanguage(language) }));
}

export function invitationQuery(language: string, token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/v1/invitation', { body: { token }, headers: inLanguage(language), signal })),
    staleTime: 60_000,
  });
}

export function joinAsNew(language: string, body: Body<'acceptAsNewAccount'>) {
  return answerOf(api.POST('/v1/invitation/new-account', { body, headers: inLanguage(language) }));
}

export function joinWithAccount(language: string, token: string) {
  return answerOf(api.POST('/v1/account/invitation', { body: { token }, headers: inLanguage(language) }));
}

/** Who is signed in, also who works nowhere; null for a stranger. */
export function accountQuery() {
  return queryOptions({
    queryKey: ['account'],
    queryFn: async ({ signal }) => {
      try {
        return await answerOf(api.GET('/v1/account', { signal }));
      } catch (error) {
        if (error instanceof Failure && error.kind === 'stranger') return null;
        throw error;
      }
    },
  });
}

export function sessionsQuery() {
  return queryOptions({
    queryKey: ['account-sessions'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/v1/account/sessions', { signal }))).sessions,
  });
}

export function businessQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['business', asking.business],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/business', { headers: headersOf(asking), signal })),
  });
}

export function permissionsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['permissions', asking.business],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/permissions', { headers: headersOf(asking), signal })),
    staleTime: 300_000,
  });
}

export function staffQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['staff', asking.business],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/staff', { headers: headersOf(asking), signal })),
  });
}

export function keysQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['keys', asking.business],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET('/v1/api-keys', { headers: headersOf(asking), signal }))).keys,
  });
}

type DeedsAsked = NonNullable<operations['listDeeds']['parameters']['query']>;
export type DeedCode = NonNullable<DeedsAsked['deed']>;

export function deedsQuery(asking: Asking, asked: Pick<DeedsAsked, 'by' | 'deed' | 'from' | 'to'>) {
  return infiniteQueryOptions({
    queryKey: ['deeds', asking.business, asked],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/v1/deeds', {
          params: { query: { ...asked, ...(pageParam === undefined ? {} : { after: pageParam }) } },
          headers: headersOf(asking),
          signal,
        }),
      ),
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
