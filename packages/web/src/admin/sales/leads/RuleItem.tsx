import Button from '@mui/material/Button';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import type { Fault } from '../../criteria/faults.ts';
import styles from './Leads.module.css';

/** One rule: read as a sentence, and written in a form when it is opened. */
export function RuleItem(props: {
  readonly name: string;
  readonly sentence: string;
  readonly points?: string;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
  readonly isNew: boolean;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const title = useId();
  const [open, setOpen] = useState(props.isNew);
  const { faults, mayChange } = props;
  return (
    <article className={styles.item} aria-labelledby={title} data-wrong={faults.length > 0 ? '' : undefined}>
      <div className={styles.itemHead}>
        <div className={spend.what}>
          <h3 id={title} className={styles.name}>
            <bdi>{props.name}</bdi>
            {props.points === undefined ? null : <span className={spend.badge}>{props.points}</span>}
          </h3>
          <p className={styles.because}>{props.sentence}</p>
          {open ? null : <FaultList faults={faults} />}
        </div>
        {mayChange ? (
          <div className={spend.buttons}>
            <Button size="small" color="inherit" aria-describedby={title} onClick={props.onRemove}>
              {t('salesLeads.define.remove')}
            </Button>
            <Button
              size="small"
              variant="outlined"
              aria-expanded={open}
              aria-describedby={title}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'salesLeads.define.close' : 'salesLeads.define.edit')}
            </Button>
          </div>
        ) : null}
      </div>
      {open && mayChange ? (
        <div className={styles.itemForm}>
          {props.children}
          <FaultList faults={faults.filter(({ field }) => field === '' || field === 'key')} />
        </div>
      ) : null}
    </article>
  );
}

/** Sentences of what is wrong. */
export function FaultList({ faults }: { readonly faults: readonly Fault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} role="alert">
      {[...new Set(faults.map(({ sentence }) => sentence))].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
