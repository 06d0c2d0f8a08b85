import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ObjectionsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { AnswerEditor, type EditedAnswer } from './AnswerEditor.tsx';
import { type Behind, DealsBehindDialog } from './DealsBehindDialog.tsx';
import { LibraryItem } from './LibraryItem.tsx';
import { More } from './More.tsx';
import { ObjectionDialog } from './ObjectionDialog.tsx';
import { type Objection, type ObjectionKind, OBJECTIONS_CHANGED, objectionsQuery } from './queries.ts';
import styles from './Words.module.css';

/** Every objection with its answers and what they have been worth. */
export function Library({
  kind,
  archived,
}: {
  readonly kind: ObjectionKind | undefined;
  readonly archived: boolean;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const list = useInfiniteQuery(objectionsQuery(asking, { state: archived ? 'all' : 'active', kind }));
  const [changing, setChanging] = useState<Objection | null>(null);
  const [answer, setAnswer] = useState<EditedAnswer | null>(null);
  const [behind, setBehind] = useState<Behind | null>(null);
  const rows = list.data?.pages.flatMap((page) => page.objections) ?? [];
  if (list.isError && rows.length === 0)
    return <FailureNotice error={list.error} onRetry={() => void list.refetch()} />;
  if (list.data === undefined) return <RowsSkeleton rows={4} columns={2} height={120} />;
  return (
    <>
      {rows.length === 0 ? (
        <Empty />
      ) : (
        <>
          <ul className={styles.items}>
            {rows.map((objection) => (
              <li key={objection.id}>
                <LibraryItem
                  objection={objection}
                  onChange={() => setChanging(objection)}
                  onAnswer={(edited) => setAnswer({ objection, answer: edited })}
                  onBehind={(of) => setBehind({ objection: objection.id, answer: of })}
                />
              </li>
            ))}
          </ul>
          <More list={list} />
          <p className={styles.about}>
            <span>{t('salesWords.rate.seen')}</span>
          </p>
        </>
      )}
      {changing === null ? null : (
        <ObjectionDialog key={changing.id} kept={changing} onClose={() => setChanging(null)} />
      )}
      {answer === null ? null : <AnswerEditor {...answer} onClose={() => setAnswer(null)} />}
      {behind === null ? null : <DealsBehindDialog behind={behind} onClose={() => setBehind(null)} />}
    </>
  );
}

/** A library with nothing in it offers ten to begin with. */
function Empty() {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const beginning = useDeed({
    send: (body: { readonly language: 'fa' | 'en' }, headers) =>
      answerOf(api.POST('/v1/sales/objections/starter', { body, headers })),
    refresh: OBJECTIONS_CHANGED,
    said: ({ added }) => t('salesWords.objections.starterDone', { shown: speech.number(added) }),
  });
  return (
    <EmptyState
      icon={<ObjectionsIcon size={30} />}
      title={t('salesWords.objections.none')}
      {...(mayWrite
        ? {
            actions: (
              <Button
                variant="contained"
                loading={beginning.pending}
                onClick={() => void beginning.run({ language: speech.language })}
              >
                {t('salesWords.objections.starter')}
              </Button>
            ),
          }
        : {})}
    >
      {t('salesWords.objections.noneText')}
    </EmptyState>
  );
}
