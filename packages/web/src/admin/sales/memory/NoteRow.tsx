import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { EditIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { EditNote } from './EditNote.tsx';
import styles from './Memory.module.css';
import { historyQuery, MEMORY_CHANGED, type Note } from './queries.ts';
import { isolated, useMemoryWords } from './useMemoryWords.ts';

/** One thing that was said: who said it and when, what it was before, and saying it otherwise. */
export function NoteRow({ note, mayWrite }: { readonly note: Note; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useMemoryWords();
  const [open, setOpen] = useState<'menu' | 'edit' | 'history' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const end = useDeed({
    send: (body: { readonly why: 'over' | 'withdrawn' }, headers) =>
      answerOf(api.POST('/v1/sales/memory/{id}/end', { params: { path: { id: note.id } }, body, headers })),
    refresh: MEMORY_CHANGED,
    said: () => t('salesMemory.ended'),
  });
  return (
    <li className={styles.line}>
      <div>
        <Words note={note} />
        <p className={styles.about}>
          <span>{words.said(note)}</span>
          {note.changes === 0 ? null : (
            <button type="button" className={styles.linkButton} onClick={() => setOpen('history')}>
              {t('salesMemory.changed', { count: note.changes, number: speech.number(note.changes) })}
            </button>
          )}
        </p>
      </div>
      {mayWrite ? (
        <>
          <IconButton
            ref={button}
            size="small"
            aria-haspopup="menu"
            aria-label={t('salesMemory.more', { text: isolated(words.inShort(note)) })}
            onClick={() => setOpen('menu')}
          >
            <EditIcon size={16} />
          </IconButton>
          <Menu anchorEl={button.current} open={open === 'menu'} onClose={() => setOpen(null)}>
            <MenuItem onClick={() => setOpen('edit')}>{t('salesMemory.changeTitle')}</MenuItem>
            {(['over', 'withdrawn'] as const).map((why) => (
              <MenuItem
                key={why}
                onClick={() => {
                  setOpen(null);
                  void end.run({ why });
                }}
              >
                {t(`salesMemory.end.${why}`)}
              </MenuItem>
            ))}
            <MenuItem onClick={() => setOpen('history')}>{t('salesMemory.history')}</MenuItem>
          </Menu>
        </>
      ) : null}
      {open === 'edit' ? <EditNote note={note} onClose={() => setOpen(null)} /> : null}
      {open === 'history' ? <History note={note} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

function Words({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const words = useMemoryWords();
  const details = words.details(note);
  return (
    <>
      {note.text === '' ? null : (
        <p className={styles.words}>
          <bdi>{note.text}</bdi>
        </p>
      )}
      {details.length === 0 ? null : (
        <p className={note.text === '' ? styles.words : styles.about}>
          {details.map((one) => (
            <span key={one}>{one}</span>
          ))}
        </p>
      )}
      {note.kind === 'expectation' && note.met !== null ? (
        <p className={note.met ? styles.good : styles.bad} style={{ margin: 0 }}>
          {t(note.met ? 'salesMemory.met.yes' : 'salesMemory.met.no')}
        </p>
      ) : null}
    </>
  );
}

/** All that it was before, the newest first. */
function History({ note, onClose }: { readonly note: Note; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useMemoryWords();
  const history = useQuery(historyQuery(asking, note.id));
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="note-history">
      <DialogTitle id="note-history">{t('salesMemory.history')}</DialogTitle>
      <DialogContent>
        {history.data === undefined ? <Skeleton height={80} /> : null}
        <ol className={styles.list}>
          {(history.data ?? []).map((one) => (
            <li key={one.id}>
              <Words note={one} />
              <p className={styles.about}>
                <span>{words.said(one)}</span>
                <span>{t('salesMemory.writtenBy', { by: isolated(one.by) })}</span>
                <span>
                  {one.until === null || one.untilWhy === null
                    ? t('salesMemory.stands')
                    : t(`salesMemory.until_why.${one.untilWhy}`, {
                        by: isolated(one.untilBy ?? ''),
                        day: speech.date(one.until),
                      })}
                </span>
              </p>
            </li>
          ))}
        </ol>
      </DialogContent>
    </Dialog>
  );
}
