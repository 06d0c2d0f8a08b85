import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '../language/languages.ts';
import { showNumber } from '../language/numbers.ts';
import styles from './EmptyState.module.css';

/**
 * A place where nothing stands yet, and how something comes to stand there: what this is for, the steps that lead
 * there, and the first of them as a button.
 */
export function EmptyState(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly steps?: readonly ReactNode[];
  readonly actions?: ReactNode;
}) {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'fa';
  return (
    <section className={styles.empty}>
      <span className={styles.picture} aria-hidden="true">
        {props.icon}
      </span>
      <h2 className={styles.title}>{props.title}</h2>
      {props.children === undefined ? null : <div className={styles.text}>{props.children}</div>}
      {props.steps === undefined ? null : (
        <ol className={styles.steps}>
          {props.steps.map((step, index) => (
            <li key={index}>
              <span className={styles.number} aria-hidden="true">
                {showNumber(index + 1, language)}
              </span>
              <span>{step}</span>
            </li>
          ))}
        </ol>
      )}
      {props.actions === undefined ? null : <div className={styles.actions}>{props.actions}</div>}
    </section>
  );
}
