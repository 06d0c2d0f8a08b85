import { sayGap } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import type { Explanation, Place } from '../../api/answers.ts';
import { UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import panel from './PersonPage.module.css';
import { tellingOf } from './telling.ts';
import styles from './WhatNext.module.css';

/** What would bring them one rung higher, in amounts and dates. */
export function WhatNext({ answer, places }: { readonly answer: Explanation; readonly places: readonly Place[] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const next = places.find((one) => one.key === answer.next?.rung);
  const steps = answer.gap === null ? [] : sayGap(answer.gap, tellingOf(speech));
  return (
    <section className={panel.panel} aria-labelledby="next">
      <h2 id="next">{t('next.title')}</h2>
      {next === undefined ? (
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
          {next.meaning === undefined ? null : <p className={styles.helps}>{speech.words(helpOf(answer, places) ?? next.meaning.helps)}</p>}
        </>
      )}
    </section>
  );
}

/** What helps people up stands with the rung they are on. */
function helpOf(answer: Explanation, places: readonly Place[]) {
  return places.find((one) => one.key === answer.rung)?.meaning?.helps;
}
