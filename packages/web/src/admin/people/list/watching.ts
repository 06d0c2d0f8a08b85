import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { isUnderWay, jobsQuery } from '../../../api/people-list-queries.ts';
import { useSetting } from '../../setting.ts';

/**
 * The jobs, looked at until none is under way. When one comes to its end, be it between two looks, the list shows other
 * tags than before, and there are other duplicates.
 */
export function useWatchedJobs() {
  const { asking } = useSetting();
  const jobs = useQuery(jobsQuery(asking));
  const queries = useQueryClient();
  const ended = jobs.data?.flatMap((job) => (isUnderWay(job) ? [] : `${job.id} ${job.state}`)).join(' ');
  const before = useRef(ended);
  useEffect(() => {
    if (ended !== undefined && before.current !== undefined && ended !== before.current)
      for (const key of ['people-list', 'duplicates', 'people-words'])
        void queries.invalidateQueries({ queryKey: [key] });
    before.current = ended;
  }, [ended, queries]);
  return jobs;
}
