import Button from '@mui/material/Button';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fault } from '../../criteria/faults.ts';
import styles from './Programme.module.css';

/** One wallet, rule or goal: read as a sentence, and written in a form when it is opened. */
export function Item(props: {
  readonly name: string;
  readonly sentence: ReactNode;
  readonly faults: readonly Fault[];
  readonly open: boolean;
  readonly locked: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onRemove?: (() => void) | undefined;
  /** Puts it before the one above it, where the order says something. */
  readonly onUp?: (() => void) | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const title = useId();
  const { name, faults, open, locked } = props;
  return (
    <article className={styles.item} aria-labelledby={title} data-wrong={faults.length > 0 ? '' : undefined}>
      <div className={styles.itemHead}>
        <div className={styles.itemSaid}>
          <h3 id={title}>
            <bdi>{name}</bdi>
          </h3>
          <p>{props.sentence}</p>
          {open || faults.length === 0 ? null : (
            <ul className={styles.faults}>
              {[...new Set(faults.map(({ sentence }) => sentence))].map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
        {locked ? null : (
          <div className={styles.itemTools}>
            {props.onUp === undefined ? null : (
              <Button size="small" color="inherit" onClick={props.onUp} aria-describedby={title}>
                {t('club.up')}
              </Button>
            )}
            {props.onRemove === undefined ? null : (
              <Button size="small" color="inherit" onClick={props.onRemove} aria-describedby={title}>
                {t('club.remove')}
              </Button>
            )}
            <Button
              size="small"
              variant="outlined"
              aria-expanded={open}
              aria-describedby={title}
              onClick={() => props.onOpen(!open)}
            >
              {t(open ? 'club.close' : 'club.edit')}
            </Button>
          </div>
        )}
      </div>
      {open && !locked ? <div className={styles.form}>{props.children}</div> : null}
    </article>
  );
}

/** Parts of a form that most never need, behind a word on what they are. */
export function More({
  title,
  children,
  begun,
}: {
  readonly title: string;
  readonly children: ReactNode;
  /** Something in it is said already, so that it stands open at first; afterwards it is as it was left. */
  readonly begun: boolean;
}) {
  const [open, setOpen] = useState(begun);
  return (
    <details className={styles.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}

/** Sentences of what is wrong with a part that has no field of its own. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} role="alert">
      {[...new Set(faults.map(({ sentence }) => sentence))].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
