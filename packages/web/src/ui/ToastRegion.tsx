import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../failure/failure.ts';
import { failureText } from '../failure/failure-text.ts';
import { UnmetIcon } from './icons.tsx';
import { makeToasts, type Toast, ToastContext, type Toasts } from './toasts.ts';
import styles from './ToastRegion.module.css';

/** Gives `useToasts()` to what stands inside, and shows what is said. */
export function ToastRegion({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const latest = useRef(t);
  useEffect(() => {
    latest.current = t;
  }, [t]);
  const [store] = useState(() =>
    makeToasts({
      undo: () => latest.current('toast.undo'),
      again: () => latest.current('failure.retry'),
      failure: (error) => failureText(asFailure(error), latest.current),
    }),
  );
  const toasts = useSyncExternalStore(store.subscribe, store.snapshot);
  return (
    <ToastContext value={store}>
      {children}
      <section className={styles.region} aria-label={t('toast.region')}>
        {/* Two regions that are always there: what is put into them later is read aloud. */}
        <div role="status" aria-live="polite">
          {toasts
            .filter((one) => one.kind !== 'failed')
            .map((one) => (
              <Word key={one.id} toast={one} store={store} />
            ))}
        </div>
        <div role="alert">
          {toasts
            .filter((one) => one.kind === 'failed')
            .map((one) => (
              <Word key={one.id} toast={one} store={store} />
            ))}
        </div>
      </section>
    </ToastContext>
  );
}

function Word({ toast, store }: { readonly toast: Toast; readonly store: Toasts }) {
  const { t } = useTranslation();
  const { id, lasts, action } = toast;
  const [held, setHeld] = useState(false);
  const left = useRef(lasts ?? 0);

  // Whoever points at it or has it under the keyboard is reading it: its time stands still.
  useEffect(() => {
    if (lasts === null || held) return;
    const begun = performance.now();
    const timer = setTimeout(() => store.dismiss(id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - begun;
    };
  }, [id, lasts, held, store]);

  return (
    <div
      className={`${styles.toast} ${toast.kind === 'failed' ? styles.failed : ''}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {action === null ? null : (
        <button
          type="button"
          className={styles.action}
          onClick={() => {
            store.dismiss(id);
            void action.run();
          }}
        >
          {toast.kind === 'undo' ? (
            <svg
              className={styles.clock}
              viewBox="0 0 36 36"
              aria-hidden="true"
              style={{ '--lasts': `${lasts}ms` }}
            >
              <circle cx="18" cy="18" r="15.9" />
            </svg>
          ) : null}
          {action.label}
        </button>
      )}
      <button
        type="button"
        className={styles.close}
        aria-label={t('toast.close')}
        onClick={() => store.dismiss(id)}
      >
        <UnmetIcon size={16} />
      </button>
    </div>
  );
}
