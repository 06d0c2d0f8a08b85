import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useSetting } from '../../setting.ts';
import { type Lead, type LeadAnswers, LEADS_CHANGED, leadQuery } from './queries.ts';

interface Seen {
  readonly revision: number;
}

/** What can be done with a lead. Whoever else changed it in between is shown first. */
export function useLeadDeeds(lead: Pick<Lead, 'id'>, onDone?: () => void) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const path = { lead: lead.id };
  const fresh = () => queries.fetchQuery({ ...leadQuery(asking, lead.id), staleTime: 0 });
  const shared = {
    refresh: LEADS_CHANGED,
    ...(onDone === undefined ? {} : { onDone }),
  };
  const changed = <Input extends Seen>() => ({
    reload: fresh,
    onTop: async (input: Input): Promise<Input> => ({ ...input, revision: (await fresh()).lead.revision }),
  });
  const accept = useDeed({
    ...shared,
    send: (body: Seen & { readonly owner?: string }, headers) =>
      answerOf(api.POST('/v1/sales/leads/{lead}/accept', { params: { path }, body, headers })),
    changed: changed<Seen & { readonly owner?: string }>(),
    said: () => t('salesLeads.accept.done'),
  });
  const refuse = useDeed({
    ...shared,
    send: (body: Seen & { readonly reason: string; readonly note?: string }, headers) =>
      answerOf(api.POST('/v1/sales/leads/{lead}/refuse', { params: { path }, body, headers })),
    changed: changed<Seen & { readonly reason: string; readonly note?: string }>(),
    tellsFailure: true,
    said: () => t('salesLeads.refuse.done'),
  });
  const answer = useDeed({
    refresh: LEADS_CHANGED,
    send: (body: Seen & { readonly answers: LeadAnswers }, headers) =>
      answerOf(api.PUT('/v1/sales/leads/{lead}/answers', { params: { path }, body, headers })),
    changed: changed<Seen & { readonly answers: LeadAnswers }>(),
    said: ({ state }) =>
      t(state === 'qualified' ? 'salesLeads.questions.qualified' : 'salesLeads.questions.kept'),
  });
  const hand = useDeed({
    ...shared,
    send: (body: Seen & { readonly owner: string | null }, headers) =>
      answerOf(api.POST('/v1/sales/leads/{lead}/hand', { params: { path }, body, headers })),
    changed: changed<Seen & { readonly owner: string | null }>(),
    tellsFailure: true,
    said: () => t('salesLeads.hand.done'),
  });
  const assign = useDeed({
    ...shared,
    send: (body: Seen & { readonly owner: string | null }, headers) =>
      answerOf(api.POST('/v1/sales/leads/{lead}/assign', { params: { path }, body, headers })),
    changed: changed<Seen & { readonly owner: string | null }>(),
    tellsFailure: true,
    said: () => t('salesLeads.assign.done'),
  });
  const close = useDeed({
    ...shared,
    send: (body: Seen, headers) =>
      answerOf(api.POST('/v1/sales/leads/{lead}/close', { params: { path }, body, headers })),
    changed: changed<Seen>(),
    said: () => t('salesLeads.close.done'),
  });
  return { accept, refuse, answer, hand, assign, close };
}
