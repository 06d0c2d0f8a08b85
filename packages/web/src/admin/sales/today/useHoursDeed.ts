import { useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { HOURS_CHANGED, type WorkingHours, workingHoursQuery } from './queries.ts';

export interface KeptHours {
  readonly hours: WorkingHours;
  readonly version: number;
}

/** Says anew when the business works. What stood before comes back within the word that says it is done. */
export function useHoursDeed(kept: KeptHours, said: string) {
  const { asking } = useSetting();
  const queries = useQueryClient();
  return useDeed({
    send: (body: KeptHours, headers) => answerOf(api.PUT('/v1/sales/working-hours', { body, headers })),
    refresh: HOURS_CHANGED,
    said: () => said,
    undo: ({ version }, _, headers) =>
      answerOf(api.PUT('/v1/sales/working-hours', { body: { hours: kept.hours, version }, headers })),
    onDone: (now, { hours }) => queries.setQueryData(workingHoursQuery(asking).queryKey, { ...now, hours }),
    changed: { reload: () => queries.refetchQueries({ queryKey: ['working-hours'] }) },
  });
}
