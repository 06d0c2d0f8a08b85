import type { Scalar } from '@nardeban/core/criteria';
import { queryOptions } from '@tanstack/react-query';
import { answerOf, api, type Asking, headersOf } from './client.ts';

/** What values are wanted of: a field of facts, a trait, the traits there are, the tags there are. */
export type SuggestionsAsked =
  | { readonly about: 'field'; readonly types: readonly string[]; readonly field: string }
  | { readonly about: 'trait'; readonly trait: string }
  | { readonly about: 'traits' | 'tags' };

/** Values that occur in the business's newest history, the commonest first. */
export function suggestionsQuery(asking: Asking, asked: SuggestionsAsked | null) {
  return queryOptions({
    queryKey: ['suggestions', asking.business, asked],
    queryFn: async ({ signal }): Promise<readonly Scalar[]> => {
      if (asked === null) return [];
      const query =
        asked.about === 'field'
          ? { about: asked.about, types: asked.types.join(','), field: asked.field }
          : asked;
      const answer = await answerOf(
        api.GET('/v1/suggestions', { params: { query }, headers: headersOf(asking), signal }),
      );
      return answer.values;
    },
    staleTime: 300_000,
  });
}
