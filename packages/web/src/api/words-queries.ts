import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';
import type { components, operations } from './generated.ts';

type Answer<Name extends keyof operations> = operations[Name] extends {
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Content } } };
}
  ? Content
  : never;

export type CustomFacts = Answer<'customFacts'>;
export type CustomFact = CustomFacts['facts'][number];
export type Traits = Answer<'traits'>;
export type DeclaredTrait = Traits['declared'][number];
export type UndeclaredTrait = Traits['undeclared'][number];
export type Fit = components['schemas']['Fit'];
export type FieldKind = DeclaredTrait['kind'];

/** What has to be read again after a declaration, by the beginnings of keys: every page calls things by these words. */
export const WORDS_CHANGED = [['custom-facts'], ['traits'], ['vocabulary'], ['suggestions']] as const;

export function customFactsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['custom-facts', asking.business],
    queryFn: ({ signal }): Promise<CustomFacts> =>
      answerOf(api.GET('/v1/custom-facts', { headers: headersOf(asking), signal })),
  });
}

export function traitsQuery(asking: Asking) {
  return queryOptions({
    queryKey: ['traits', asking.business],
    queryFn: ({ signal }): Promise<Traits> =>
      answerOf(api.GET('/v1/traits', { headers: headersOf(asking), signal })),
  });
}
