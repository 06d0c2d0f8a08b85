import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Refused } from './api.ts';
import { goTo, roomPath } from './state.ts';
import { useSpeech } from './speech.ts';

/** A link to another room of these pages. */
export function To(props: {
  readonly room: string;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}) {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(props.room);
  };
  return (
    <a
      href={roomPath(props.room)}
      onClick={follow}
      className={props.className}
      aria-current={props.current === true ? 'page' : undefined}
    >
      {props.children}
    </a>
  );
}

/** Where an answer is still on its way. */
export function Bones() {
  const { t } = useSpeech();
  return (
    <div role="status" aria-label={t('app.loading')}>
      <i className="bone bone-card" />
      <i className="bone bone-line" />
      <i className="bone bone-block" />
    </div>
  );
}

/** Why something did not come, and a way to try again. */
export function Failure({ refused, again }: { readonly refused: Refused; readonly again: () => void }) {
  const { t } = useSpeech();
  return (
    <div className="card failure" role="alert">
      <p>{saidOf(refused, t('app.failed'))}</p>
      <button type="button" className="quiet" onClick={again}>
        {t('app.retry')}
      </button>
    </div>
  );
}

export function saidOf(error: unknown, otherwise: string): string {
  return error instanceof Refused && error.message !== '' ? error.message : otherwise;
}

export function Empty({ title, text }: { readonly title: string; readonly text?: string }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 48 48" width="56" height="56" aria-hidden="true">
        <path
          d="M17 4 13 44M31 4l4 40M16 13h16M15.4 22h17.2M14.6 31h18.8M13.8 40h20.4"
          className="empty-mark"
        />
      </svg>
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
    </div>
  );
}

/** A sheet from the foot of the phone; closed by its button, by Escape and by the ground behind it. */
export function Sheet(props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useSpeech();
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog?.open === false) dialog.showModal();
  }, []);
  return (
    <dialog
      ref={sheet}
      className="sheet"
      aria-label={props.title}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === sheet.current) sheet.current.close();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') sheet.current?.close();
      }}
    >
      <div className="sheet-body">
        <h2>{props.title}</h2>
        {props.children}
        <button type="button" className="quiet wide" onClick={() => sheet.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  );
}

/** Runs a deed once at a time and says what became of it. */
export function useDeed(): {
  readonly busy: boolean;
  readonly said: string | null;
  readonly run: (deed: () => Promise<void>) => void;
} {
  const { t } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const isRunning = useRef(false);
  return {
    busy,
    said,
    run: (deed) => {
      // A second touch before the page has drawn the first one's answer is the same touch.
      if (isRunning.current) return;
      isRunning.current = true;
      setBusy(true);
      setSaid(null);
      deed()
        .catch((error: unknown) => setSaid(saidOf(error, t('app.failed'))))
        .finally(() => {
          isRunning.current = false;
          setBusy(false);
        });
    },
  };
}
