import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { useDeed } from '../../api/mutations.ts';
import { useSetting } from '../setting.ts';

/** Beginning a run now, and stopping one. */
export function useRunDeeds() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const refresh = [['insight']];
  const begin = useDeed({
    send: (_: null, headers) => answerOf(api.POST('/v1/insight/runs', { headers })),
    refresh,
    said: () => t('insight.run.begun'),
  });
  const stop = useDeed({
    send: (id: number, headers) =>
      answerOf(api.POST('/v1/insight/runs/{id}/stop', { params: { path: { id } }, headers })),
    refresh,
    said: () => t('insight.run.stopping'),
  });
  return { begin, stop, may: session?.scopes.includes('insight:write') === true };
}
