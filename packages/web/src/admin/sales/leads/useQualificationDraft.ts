import type { Qualification } from '@nardeban/core/sales';
import { qualificationFaults } from '@nardeban/core/sales';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import type { components } from '../../../api/generated.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type Fault, faultOf } from '../../criteria/faults.ts';
import { useVocabulary } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { QUALIFICATION_CHANGED, type QualificationPage, qualificationQuery } from './queries.ts';

interface Kept {
  readonly definition: Qualification;
  readonly revision: number;
}

/**
 * The definition as somebody writes it: what is in force until something is changed, then a draft that is kept when they say
 * so. What they wrote stays in its fields when somebody else has kept another.
 */
export function useQualificationDraft(page: QualificationPage) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const vocabulary = useVocabulary();
  const [typed, setTyped] = useState<Qualification | null>(null);
  const stands = (page.draft?.definition ?? page.inForce.definition) as Qualification;
  const definition = typed ?? stands;
  const revision = page.draft?.revision ?? 0;
  const faults = useMemo(
    (): readonly Fault[] =>
      qualificationFaults(definition, vocabulary).map((fault) => faultOf(fault, vocabulary, speech.language)),
    [definition, vocabulary, speech.language],
  );
  const fresh = () => queries.fetchQuery({ ...qualificationQuery(asking), staleTime: 0 });
  const keeping = useDeed({
    send: ({ definition: written, revision: seen }: Kept, headers) =>
      answerOf(
        api.PUT('/v1/sales/qualification/draft', {
          body: { definition: written as components['schemas']['QualificationInput'], revision: seen },
          headers,
        }),
      ),
    refresh: QUALIFICATION_CHANGED,
    changed: {
      reload: async () => {
        await fresh();
        setTyped(null);
      },
      onTop: async (input) => ({ ...input, revision: (await fresh()).draft?.revision ?? 0 }),
    },
  });
  const discarding = useDeed({
    send: (seen: { readonly revision: number }, headers) =>
      answerOf(api.DELETE('/v1/sales/qualification/draft', { params: { query: seen }, headers })),
    refresh: QUALIFICATION_CHANGED,
    said: () => t('salesLeads.define.discarded'),
    onDone: () => setTyped(null),
  });
  const publishing = useDeed({
    send: (body: { readonly revision: number; readonly note?: string }, headers) =>
      answerOf(api.POST('/v1/sales/qualification/draft/publish', { body, headers })),
    refresh: QUALIFICATION_CHANGED,
    said: ({ version }) => t('salesLeads.define.published', { version: speech.number(version) }),
    onDone: () => setTyped(null),
  });

  /** Keeps what was typed, if anything was; answers the revision that is kept then, or null when it could not be. */
  const keep = async (): Promise<number | null> => {
    if (typed === null) return revision === 0 ? null : revision;
    const kept = await keeping.run({ definition: typed, revision });
    if (kept === undefined) return null;
    await fresh();
    setTyped((now) => (now === typed ? null : now));
    return kept.revision;
  };

  const isDirty = typed !== null;
  useEffect(() => {
    if (!isDirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isDirty]);

  return {
    definition,
    faults,
    revision,
    isDirty,
    hasDraft: page.draft !== null,
    change: setTyped as (definition: Qualification) => void,
    keep,
    isKeeping: keeping.pending,
    discard: () => (revision === 0 ? Promise.resolve(setTyped(null)) : discarding.attempt({ revision })),
    publish: publishing,
    forget: () => setTyped(null),
  };
}
export type QualificationDraft = ReturnType<typeof useQualificationDraft>;

/** The page as it stands on the server. */
export function useQualificationPage() {
  const { asking } = useSetting();
  return useQuery(qualificationQuery(asking));
}
