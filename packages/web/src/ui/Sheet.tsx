import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UnmetIcon } from './icons.tsx';
import styles from './Sheet.module.css';

/**
 * A sheet that comes up from the lower edge of a telephone. The browser's own dialog: it keeps the focus inside, gives
 * it back, and goes with Escape.
 */
export function Sheet(props: {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const { open, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={title}
      onClose={onClose}
      // The backdrop belongs to the dialog itself: only what stands inside it has another target.
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      {open ? (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={title}>{props.title}</h2>
            <button
              type="button"
              className={styles.close}
              aria-label={t('frame.closeSheet')}
              onClick={onClose}
            >
              <UnmetIcon size={20} />
            </button>
          </div>
          {props.children}
        </div>
      ) : null}
    </dialog>
  );
}
