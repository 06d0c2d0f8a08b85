import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import type { Criteria } from '@nardeban/core/criteria';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sayCriteria } from '../../../language/saying.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { type CriteriaSent, type Segment, segmentsQuery } from '../../../api/people-list-queries.ts';
import { CriteriaBuilder, emptyCriteria } from '../../criteria/CriteriaBuilder.tsx';
import { faultsOf } from '../../criteria/faults.ts';
import { asksNothing } from '../../criteria/shape.ts';
import { useSetting } from '../../setting.ts';
import { useTelling, useVocabulary } from '../telling.ts';
import { BulkDialog } from './BulkDialogs.tsx';

/** A new segment, or one that is changed: a name and who belongs to it. */
export function SegmentDialog(props: {
  readonly segment: Segment | null;
  /** What the list is filtered by, as a beginning. */
  readonly criteria: Criteria | null;
  readonly onClose: () => void;
  readonly onSaved: (segment: Segment) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const vocabulary = useVocabulary();
  const telling = useTelling();
  const { segment } = props;
  const [name, setName] = useState(segment?.name ?? '');
  const [criteria, setCriteria] = useState<Criteria>(
    (segment?.criteria as Criteria | undefined) ?? props.criteria ?? emptyCriteria(),
  );
  const revision = segment?.revision ?? 0;
  const save = useDeed({
    send: (
      input: { readonly name: string; readonly criteria: Criteria; readonly revision: number },
      headers,
    ) => {
      const body = { name: input.name, criteria: input.criteria as CriteriaSent };
      if (segment === null) return answerOf(api.POST('/v1/segments', { body, headers }));
      return answerOf(
        api.PUT('/v1/segments/{id}', {
          params: { path: { id: segment.id } },
          body: { ...body, revision: input.revision },
          headers,
        }),
      );
    },
    refresh: [['segments'], ['people-list']],
    tellsFailure: true,
    said: (saved) => t('peopleList.segment.saved', { name: saved.name }),
    changed: {
      reload: () => queries.refetchQueries(segmentsQuery(asking)),
      versions: async (input) => {
        const now = (await queries.fetchQuery({ ...segmentsQuery(asking), staleTime: 0 })).find(
          (one) => one.id === segment?.id,
        );
        const shown = (what: { readonly name: string; readonly criteria?: unknown }) => [
          { label: t('peopleList.segment.name'), text: what.name },
          { label: t('peopleList.segment.criteria'), text: sayCriteria(what.criteria as Criteria, telling) },
        ];
        return { mine: shown(input), theirs: now === undefined ? [] : shown(now) };
      },
      onTop: async (input) => {
        const now = (await queries.fetchQuery({ ...segmentsQuery(asking), staleTime: 0 })).find(
          (one) => one.id === segment?.id,
        );
        return { ...input, revision: now?.revision ?? input.revision };
      },
    },
    onDone: (saved) => {
      props.onSaved(saved);
      props.onClose();
    },
  });
  const empty = asksNothing(criteria);
  const faulty = empty || faultsOf(criteria, vocabulary, speech.language).length > 0;
  return (
    <BulkDialog
      title={t(segment === null ? 'peopleList.segment.new' : 'peopleList.segment.change')}
      deed={t('peopleList.segment.save')}
      failure={save.failure}
      busy={save.pending}
      disabled={faulty || name.trim() === ''}
      onClose={props.onClose}
      onSubmit={() => void save.run({ name, criteria, revision })}
    >
      <TextField
        size="small"
        autoFocus
        label={t('peopleList.segment.name')}
        value={name}
        onChange={(event) => setName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100, dir: 'auto' } }}
      />
      <CriteriaBuilder
        value={criteria}
        onChange={setCriteria}
        vocabulary={vocabulary}
        label={t('peopleList.segment.criteria')}
        empty={t('peopleList.segment.empty')}
      />
      <Alert severity="info">{t('peopleList.segment.text')}</Alert>
    </BulkDialog>
  );
}
