import { sayBecause, sayGap } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import type { Explanation, Place } from '../../api/answers.ts';
import { UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import panel from './PersonPage.module.css';
import { Reasons } from './Reasons.tsx';
import { useTelling } from './telling.ts';
import styles from './WhatNext.module.css';

/** What would bring them one rung higher, in amounts and dates, and what that rung asks for. */
export function WhatNext(props: {
  readonly answer: Explanation;
  readonly places: readonly Place[];
  readonly person: string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer, places } = props;
  const telling = useTelling();
  const next = places.find((one) => one.key === answer.next?.rung);
  const helps = places.find((one) => one.key === answer.rung)?.meaning?.helps;
  const steps = answer.gap === null ? [] : sayGap(answer.gap, telling);
  return (
    <section className={panel.panel} aria-labelledby="next">
      <h2 id="next">{t('next.title')}</h2>
      {next === undefined || answer.next === null ? (
        <p className="soft">{t('next.top')}</p>
      ) : (
        <>
          <p className={styles.goal}>
            <UpIcon size={18} />
            <span>{t('next.goal', { rung: speech.words(next.name) })}</span>
          </p>
          {steps.length === 0 ? (
            <p className="soft">{t('next.outOfReach')}</p>
          ) : (
            <ul className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
          <details className={styles.asked}>
            <summary>{t('next.unmet')}</summary>
            <Reasons reason={sayBecause(answer.next.because, telling)} person={props.person} />
          </details>
        </>
      )}
      {helps === undefined ? null : <p className={styles.helps}>{speech.words(helps)}</p>}
    </section>
  );
}
