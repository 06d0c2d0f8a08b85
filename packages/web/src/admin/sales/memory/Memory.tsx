import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../../language/useRoom.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { NoteRow } from './NoteRow.tsx';
import { Parts } from './Parts.tsx';
import { Promises } from './Promises.tsx';
import { type Memory as Remembered, memoryQuery, type Talk } from './queries.ts';
import { NOTE_KINDS } from './talk-form.ts';
import { TalkDialog } from './TalkDialog.tsx';
import { isolated, useMemoryWords } from './useMemoryWords.ts';

/** What is remembered of what was said with somebody, in general or about one deal; and putting down what was said now. */
export function Memory({ person, deal }: { readonly person: number; readonly deal?: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const isSaid = useRoom('salesMemory');
  const title = useId();
  const [telling, setTelling] = useState(false);
  const found = useQuery(memoryQuery(asking, person, deal));
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (!isSaid) return null;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  const memory = found.data;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.heading}>
        <h2 id={title}>{t('salesMemory.title')}</h2>
        {mayWrite ? (
          <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => setTelling(true)}>
            {t('salesMemory.tell')}
          </Button>
        ) : null}
      </div>
      {memory === undefined ? <Skeleton height={120} /> : <Content memory={memory} mayWrite={mayWrite} />}
      <TalkDialog person={person} deal={deal} open={telling} onClose={() => setTelling(false)} />
    </section>
  );
}

function Content({ memory, mayWrite }: { readonly memory: Remembered; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const isEmpty =
    memory.notes.length === 0 &&
    memory.roles.length === 0 &&
    memory.promises.length === 0 &&
    memory.talks.length === 0;
  if (isEmpty) return <p className={styles.about}>{t('salesMemory.none')}</p>;
  return (
    <>
      <About memory={memory} />
      <div className={styles.groups}>
        {NOTE_KINDS.map((kind) => {
          const notes = memory.notes.filter((note) => note.kind === kind);
          return notes.length === 0 ? null : (
            <section key={kind} className={styles.part}>
              <h3>{t(`salesMemory.kind.${kind}`)}</h3>
              <ul className={styles.list}>
                {notes.map((note) => (
                  <NoteRow key={note.id} note={note} mayWrite={mayWrite} />
                ))}
              </ul>
            </section>
          );
        })}
        <Parts memory={memory} mayWrite={mayWrite} />
        <Promises promises={memory.promises} mayWrite={mayWrite} />
      </div>
      <Talks talks={memory.talks} />
    </>
  );
}

/** What kind of customer it is, and what is still to be asked. */
function About({ memory }: { readonly memory: Remembered }) {
  const { t } = useTranslation();
  const { open } = memory;
  if (open.length === 0 && memory.customer === null && !memory.consumerApart) return null;
  return (
    <div className={styles.part}>
      {memory.customer === null && !memory.consumerApart ? null : (
        <p className={styles.chips}>
          {memory.customer === null ? null : (
            <span className={styles.chip} data-loud="true">
              {t(`salesMemory.customer.${memory.customer}`)}
            </span>
          )}
          {memory.consumerApart ? <span className={styles.chip}>{t('salesMemory.apart')}</span> : null}
        </p>
      )}
      {open.length === 0 ? null : (
        <p className={styles.chips}>
          <span>{t('salesMemory.unknown')}:</span>
          {open.map((question) => (
            <span key={question} className={styles.chip}>
              {t(`salesMemory.question.${question}`)}
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function Talks({ talks }: { readonly talks: readonly Talk[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useMemoryWords();
  if (talks.length === 0) return null;
  return (
    <details className={styles.folded}>
      <summary>
        {t('salesMemory.talks.title')} ({speech.number(talks.length)})
      </summary>
      <ol className={styles.list}>
        {talks.map((talk) => (
          <li key={talk.id}>
            {talk.summary === '' ? null : (
              <p className={styles.words}>
                <bdi>{talk.summary}</bdi>
              </p>
            )}
            <p className={styles.about}>
              <span>{t(`salesMemory.channel.${talk.channel}`)}</span>
              <span>{speech.date(talk.at)}</span>
              {talk.player === null && talk.saidBy === null ? null : (
                <span>
                  {t('salesMemory.talks.with', {
                    who: isolated(talk.player === null ? (talk.saidBy ?? '') : words.named(talk.player)),
                  })}
                </span>
              )}
              <span>{t('salesMemory.writtenBy', { by: isolated(talk.by) })}</span>
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
