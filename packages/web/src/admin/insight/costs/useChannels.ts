import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answerOf, api, headersOf } from '../../../api/client.ts';
import type { Cost } from '../../../api/money-queries.ts';
import { useSetting } from '../../setting.ts';

/** Channels that are known by name: those orders name, and those costs were entered for. Written alike, they meet. */
export function useChannels(costs: readonly Cost[]): readonly string[] {
  const { asking } = useSetting();
  const ordered = useQuery({
    queryKey: ['channel-names', asking.business],
    queryFn: async ({ signal }) => {
      const { answer } = await answerOf(
        api.GET('/v1/insight/channels', { headers: headersOf(asking), signal }),
      );
      return answer?.result.byChannel.flatMap(({ name }) => (name === null ? [] : [name])) ?? [];
    },
    staleTime: 600_000,
  });
  return useMemo(() => {
    const entered = costs.flatMap(({ channel }) => (channel === null ? [] : [channel]));
    return [...new Set([...(ordered.data ?? []), ...entered])];
  }, [ordered.data, costs]);
}
