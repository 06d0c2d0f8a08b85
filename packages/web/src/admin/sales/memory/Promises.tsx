import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { paths } from '../../../paths.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { MetIcon } from '../../../ui/icons.tsx';
import { failedText } from '../../club/vouchers/failed.ts';
import { PersonName } from '../../people/naming.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Memory.module.css';
import { type KeptPromise, MEMORY_CHANGED } from './queries.ts';
import { DAYS_AHEAD } from './talk-form.ts';
import { isolated, useMemoryWords } from './useMemoryWords.ts';

/** What was promised and by when, what is overdue, and what came of what was promised before. */
export function Promises(props: { readonly promises: readonly KeptPromise[]; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const open = props.promises.filter(({ state }) => state === 'open');
  const past = props.promises.filter(({ state }) => state !== 'open');
  return (
    <section className={styles.part}>
      <h3>{t('salesMemory.promises.title')}</h3>
      {open.length === 0 ? <p className={styles.about}>{t('salesMemory.promises.none')}</p> : null}
      <ul className={styles.list}>
        {open.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} mayWrite={props.mayWrite} />
        ))}
      </ul>
      {past.length === 0 ? null : (
        <details className={styles.folded}>
          <summary>
            {t('salesMemory.promises.past', { count: past.length, number: speech.number(past.length) })}
          </summary>
          <ul className={styles.list}>
            {past.map((promise) => (
              <PromiseRow key={promise.id} promise={promise} mayWrite={props.mayWrite} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

const ENDINGS = ['kept', 'broken', 'released'] as const;

export function PromiseRow(props: {
  readonly promise: KeptPromise;
  readonly mayWrite: boolean;
  /** Whether it says whom it was made to: among those of everybody. */
  readonly named?: boolean;
}) {
  const { t } = useTranslation();
  const words = useMemoryWords();
  const queries = useQueryClient();
  const { promise } = props;
  const [open, setOpen] = useState<'menu' | 'renew' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const end = useDeed({
    send: (body: { readonly state: (typeof ENDINGS)[number]; readonly revision: number }, headers) =>
      answerOf(
        api.POST('/v1/sales/promises/{id}/end', { params: { path: { id: promise.id } }, body, headers }),
      ),
    refresh: MEMORY_CHANGED,
    said: () => t('salesMemory.promises.told'),
    changed: { reload: () => queries.invalidateQueries({ queryKey: ['sales-memory'] }) },
  });
  // What was broken can still be kept, late; what else came of it is not said anew.
  const left = promise.state === 'open' ? ENDINGS : promise.state === 'broken' ? (['kept'] as const) : [];
  return (
    <li className={styles.line}>
      <div>
        {props.named === true ? (
          <Link to={paths.person} params={{ person: String(promise.person.id) }} className={spend.link}>
            <strong>
              <PersonName name={promise.person.name} id={promise.person.id} />
            </strong>
          </Link>
        ) : null}
        <p className={styles.words}>
          <bdi>{promise.text}</bdi>
        </p>
        <p className={styles.about}>
          {promise.overdue ? <span className={styles.late}>{t('salesMemory.promises.overdue')}</span> : null}
          <span>{t('salesMemory.promises.dueOn', { day: words.day(promise.dueOn) })}</span>
          <span>{words.promiser(promise)}</span>
          <Outcome promise={promise} />
        </p>
      </div>
      {props.mayWrite && left.length > 0 ? (
        <>
          <IconButton
            ref={button}
            size="small"
            aria-haspopup="menu"
            aria-label={t('salesMemory.promises.more', { text: isolated(promise.text.slice(0, 60)) })}
            onClick={() => setOpen('menu')}
          >
            <MetIcon size={18} />
          </IconButton>
          <Menu anchorEl={button.current} open={open === 'menu'} onClose={() => setOpen(null)}>
            {left.map((state) => (
              <MenuItem
                key={state}
                onClick={() => {
                  setOpen(null);
                  void end.run({ state, revision: promise.revision });
                }}
              >
                {t(`salesMemory.promises.${state}`)}
              </MenuItem>
            ))}
            {promise.state === 'open' ? (
              <MenuItem onClick={() => setOpen('renew')}>{t('salesMemory.promises.renew')}</MenuItem>
            ) : null}
          </Menu>
        </>
      ) : null}
      {open === 'renew' ? <Renew promise={promise} onClose={() => setOpen(null)} /> : null}
    </li>
  );
}

/** What came of it; nothing while it is open. */
function Outcome({ promise }: { readonly promise: KeptPromise }) {
  const { t } = useTranslation();
  if (promise.state === 'open') return null;
  const isLate = promise.state === 'kept' && promise.brokenAt !== null;
  return (
    <>
      <span
        className={
          promise.state === 'kept' ? styles.good : promise.state === 'broken' ? styles.bad : undefined
        }
      >
        {t(isLate ? 'salesMemory.promises.late' : `salesMemory.promises.state.${promise.state}`)}
      </span>
      {promise.ending === '' ? null : <bdi>{promise.ending}</bdi>}
      {promise.state === 'broken' && promise.endedBy === 'nardeban' ? (
        <span>{t('salesMemory.promises.itself')}</span>
      ) : null}
    </>
  );
}

/** Another day is agreed on; the promise before is let go. */
function Renew({ promise, onClose }: { readonly promise: KeptPromise; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const queries = useQueryClient();
  const [due, setDue] = useState(() => Math.max(today + 1, (dayOfAddress(promise.dueOn) ?? today) + 1));
  const [text, setText] = useState(promise.text);
  const [ending, setEnding] = useState('');
  const renewing = useDeed({
    send: (
      body: {
        readonly dueOn: string;
        readonly text: string;
        readonly ending: string;
        readonly revision: number;
      },
      headers,
    ) =>
      answerOf(
        api.POST('/v1/sales/promises/{id}/renew', { params: { path: { id: promise.id } }, body, headers }),
      ),
    refresh: MEMORY_CHANGED,
    tellsFailure: true,
    said: () => t('salesMemory.promises.told'),
    onDone: onClose,
    changed: { reload: () => queries.invalidateQueries({ queryKey: ['sales-memory'] }).then(onClose) },
  });
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby="renew-promise">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '')
            void renewing.run({
              dueOn: isoDay(due),
              text: text.trim(),
              ending: ending.trim(),
              revision: promise.revision,
            });
        }}
      >
        <DialogTitle id="renew-promise">{t('salesMemory.promises.renewTitle')}</DialogTitle>
        <DialogContent>
          <div className={styles.form}>
            <p className={styles.about}>{t('salesMemory.promises.renewWhy')}</p>
            <TextField
              label={t('salesMemory.promises.text')}
              value={text}
              onChange={(event) => setText(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 1000, dir: 'auto' } }}
            />
            <DayField
              label={t('salesMemory.promises.due')}
              day={due}
              last={today + DAYS_AHEAD}
              speech={speech}
              onChange={setDue}
            />
            <TextField
              label={t('salesMemory.promises.ending')}
              value={ending}
              onChange={(event) => setEnding(event.target.value)}
              slotProps={{ htmlInput: { maxLength: 500, dir: 'auto' } }}
            />
            {renewing.failure === null || renewing.failure.kind === 'changed' ? null : (
              <Alert severity="error">{failedText(renewing.failure, t)}</Alert>
            )}
          </div>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('confirm.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={renewing.pending}>
            {t('salesMemory.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
