import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { dossierKey } from '../../../api/dossier-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { PlusIcon, UnmetIcon } from '../../../ui/icons.tsx';
import { useDraft } from '../../../ui/useDraft.ts';
import { failedText } from '../../club/vouchers/failed.ts';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { NextFields } from './NextFields.tsx';
import { NoteFields } from './NoteFields.tsx';
import { PromiseFields } from './PromiseFields.tsx';
import { MEMORY_CHANGED } from './queries.ts';
import { RoleFields } from './RoleFields.tsx';
import {
  CHANNELS,
  EMPTY_TALK,
  isEmpty,
  newNext,
  newNote,
  newPromise,
  newRole,
  NOTE_KINDS,
  type PartDraft,
  partRefused,
  readTime,
  talkBody,
  type TalkDraft,
} from './talk-form.ts';
import { WhomFields } from './WhomFields.tsx';

/** One form for all that was said in a conversation, and what is done next. */
export function TalkDialog(props: {
  readonly person: number;
  readonly deal: number | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 600px)');
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      maxWidth="sm"
      fullWidth
      fullScreen={isNarrow}
      aria-labelledby="tell-talk"
    >
      <DialogTitle id="tell-talk">{t('salesMemory.form.title')}</DialogTitle>
      {props.open ? <TalkForm {...props} /> : null}
    </Dialog>
  );
}

function TalkForm(props: {
  readonly person: number;
  readonly deal: number | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const { person, deal, onClose } = props;
  const [draft, setDraft, { forget, restored }] = useDraft<TalkDraft>(
    `talk:${person}:${deal ?? ''}`,
    EMPTY_TALK,
  );
  const telling = useDeed({
    send: (body: ReturnType<typeof talkBody>, headers) =>
      answerOf(api.POST('/v1/sales/talks', { body, headers })),
    refresh: [...MEMORY_CHANGED, dossierKey(String(person))],
    tellsFailure: true,
    said: ({ followUp }) => t(followUp === null ? 'salesMemory.form.saved' : 'salesMemory.form.savedNext'),
    onDone: () => {
      forget();
      onClose();
    },
  });
  // Whoever asks for a part goes on typing in it; the parts of a restored draft leave the hand where it is.
  const [added, setAdded] = useState<number | 'next' | null>(null);
  const put = (changes: Partial<TalkDraft>) => {
    telling.clear();
    setDraft((now) => ({ ...now, ...changes }));
  };
  const add = (make: (key: number) => PartDraft) => {
    const key = Math.max(0, ...draft.parts.map((part) => part.key)) + 1;
    setAdded(key);
    put({ parts: [...draft.parts, make(key)] });
  };
  const change = (changed: PartDraft) =>
    put({ parts: draft.parts.map((part) => (part.key === changed.key ? changed : part)) });
  const refused = partRefused(draft.parts, telling.failure?.field);
  const isFaulty = draft.next !== null && readTime(draft.next.time) === undefined;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isEmpty(draft) && !isFaulty)
          void telling.run(talkBody(draft, { person, deal, zone: speech.zone, today }));
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent>
        <div className={styles.form}>
          {restored && !isEmpty(draft) ? (
            <Alert
              severity="info"
              action={
                <Button color="inherit" size="small" onClick={forget}>
                  {t('salesMemory.form.drop')}
                </Button>
              }
            >
              {t('salesMemory.form.restored')}
            </Alert>
          ) : null}
          <div className={styles.two}>
            <TextField
              select
              size="small"
              label={t('salesMemory.form.channel')}
              value={draft.channel}
              onChange={(event) =>
                put({ channel: CHANNELS.find((one) => one === event.target.value) ?? 'other' })
              }
            >
              {CHANNELS.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`salesMemory.channel.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <DayField
              label={t('salesMemory.form.day')}
              day={draft.day ?? today}
              last={today}
              speech={speech}
              onChange={(day) => put({ day: day === today ? null : day })}
            />
          </div>
          <WhomFields
            label={t('salesMemory.form.with')}
            whom={draft.with}
            customer={person}
            onChange={(whom) => put({ with: whom })}
          />
          <TextField
            label={t('salesMemory.form.summary')}
            value={draft.summary}
            onChange={(event) => put({ summary: event.target.value })}
            multiline
            minRows={2}
            maxRows={10}
            autoFocus
            slotProps={{ htmlInput: { maxLength: 4000, dir: 'auto' } }}
          />
          {draft.parts.map((part) => (
            <Part
              key={part.key}
              part={part}
              customer={person}
              refused={part.key === refused}
              autoFocus={part.key === added}
              onChange={change}
              onRemove={() => put({ parts: draft.parts.filter(({ key }) => key !== part.key) })}
            />
          ))}
          <div role="group" aria-label={t('salesMemory.form.what')} className={styles.adders}>
            {NOTE_KINDS.map((kind) => (
              <Button
                key={kind}
                size="small"
                variant="outlined"
                startIcon={<PlusIcon size={16} />}
                onClick={() => add((key) => newNote(kind, key))}
              >
                {t(`salesMemory.kind.${kind}`)}
              </Button>
            ))}
            <Button
              size="small"
              variant="outlined"
              startIcon={<PlusIcon size={16} />}
              onClick={() => add(newRole)}
            >
              {t('salesMemory.parts.role')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              startIcon={<PlusIcon size={16} />}
              onClick={() => add((key) => newPromise(key, today))}
            >
              {t('salesMemory.promises.add')}
            </Button>
          </div>
          {draft.next === null ? (
            <div>
              <p className={styles.about}>{t('salesMemory.form.noNext')}</p>
              <Button
                variant="outlined"
                onClick={() => {
                  setAdded('next');
                  put({ next: newNext(today) });
                }}
              >
                {t('salesMemory.form.addNext')}
              </Button>
            </div>
          ) : (
            <fieldset
              className={styles.draft}
              data-refused={telling.failure?.field?.startsWith('next') === true}
            >
              <legend>{t('salesMemory.form.next')}</legend>
              <NextFields next={draft.next} autoFocus={added === 'next'} onChange={(next) => put({ next })} />
              <div>
                <Button size="small" color="inherit" onClick={() => put({ next: null })}>
                  {t('salesMemory.remove', { what: t('salesMemory.form.next') })}
                </Button>
              </div>
            </fieldset>
          )}
          {telling.failure === null ? null : <Alert severity="error">{failedText(telling.failure, t)}</Alert>}
        </div>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('confirm.cancel')}
        </Button>
        <Button type="submit" variant="contained" loading={telling.pending} disabled={isEmpty(draft)}>
          {t('salesMemory.form.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

function Part(props: {
  readonly part: PartDraft;
  readonly customer: number;
  readonly refused: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (part: PartDraft) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { part, autoFocus, onChange } = props;
  const name =
    part.part === 'note'
      ? t(`salesMemory.kind.${part.kind}`)
      : t(part.part === 'role' ? 'salesMemory.parts.role' : 'salesMemory.promises.title');
  return (
    <fieldset className={styles.draft} data-refused={props.refused}>
      <legend>
        <span className={styles.draftHead}>
          {name}
          <IconButton
            size="small"
            aria-label={t('salesMemory.remove', { what: name })}
            onClick={props.onRemove}
          >
            <UnmetIcon size={16} />
          </IconButton>
        </span>
      </legend>
      {part.part === 'note' ? (
        <NoteFields note={part} onChange={onChange} autoFocus={autoFocus} />
      ) : part.part === 'role' ? (
        <RoleFields role={part} customer={props.customer} onChange={onChange} autoFocus={autoFocus} />
      ) : (
        <PromiseFields promise={part} onChange={onChange} autoFocus={autoFocus} />
      )}
    </fieldset>
  );
}
