import type { SpokenReason } from '@nardeban/core/criteria';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { evidenceQuery } from '../../api/queries.ts';
import { MetIcon, UnmetIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { FactLine } from './FactLine.tsx';
import styles from './Reasons.module.css';

/** A reason as a tree of lines. Lines with evidence open up to the facts behind the number. */
export function Reasons(props: {
  readonly reason: SpokenReason;
  /** Without a person the lines have no facts to open. */
  readonly person?: string;
}) {
  const { reason } = props;
  const lines = reason.parts.length > 0 ? reason.parts : [reason];
  return (
    <>
      {reason.parts.length > 1 ? <p className={styles.group}>{reason.text}</p> : null}
      <ul className={styles.reasons}>
        {lines.map((line, index) => (
          <li key={index}>
            <ReasonLine line={line} person={props.person} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ReasonLine(props: { readonly line: SpokenReason; readonly person: string | undefined }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [open, setOpen] = useState(false);
  const { line, person } = props;
  const heading = (
    <>
      <span className={line.holds ? styles.met : styles.unmet}>
        {line.holds ? <MetIcon size={18} /> : <UnmetIcon size={18} />}
        <span className="only-heard">{line.holds ? t('why.met') : t('why.unmet')}</span>
      </span>
      <span className={styles.text}>
        {line.text}
        {line.measuredText === null ? null : (
          <span className={styles.measured}>{t('why.measured', { value: line.measuredText })}</span>
        )}
      </span>
    </>
  );
  if (line.parts.length > 0) {
    return (
      <>
        <div className={styles.line}>{heading}</div>
        <div className={styles.inner}>
          <Reasons reason={{ ...line, text: '' }} {...(person === undefined ? {} : { person })} />
        </div>
      </>
    );
  }
  if (person === undefined || line.facts.length === 0) return <div className={styles.line}>{heading}</div>;
  return (
    <details className={styles.evidence} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.line}>
        {heading}
        <span className={styles.behind}>
          {t('why.facts', { count: line.factCount, shown: speech.number(line.factCount) })}
        </span>
      </summary>
      {open ? <Evidence person={person} line={line} /> : null}
    </details>
  );
}

function Evidence(props: { readonly person: string; readonly line: SpokenReason }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const found = useQuery(evidenceQuery(asking, props.person, props.line.facts));
  if (found.isPending) return <p className={styles.waiting}>{t('loading')}</p>;
  if (found.isError) return <p className={styles.waiting}>{t('why.factsFailed')}</p>;
  return (
    <ul className={styles.facts}>
      {found.data.map((fact) => (
        <li key={fact.id}>
          <FactLine fact={fact} withDate />
        </li>
      ))}
      {props.line.factCount > props.line.facts.length ? (
        <li className="soft">{t('why.newestFacts')}</li>
      ) : null}
    </ul>
  );
}
