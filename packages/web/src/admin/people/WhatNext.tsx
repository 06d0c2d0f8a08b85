import { deedsFor } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import type { Explanation, PersonDetails, Place } from '../../api/answers.ts';
import { sayBecause, sayGap } from '../../language/saying.ts';
import { DownIcon, UpIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { type Forms, NextDeeds } from './NextDeeds.tsx';
import panel from './PersonPage.module.css';
import { Reasons } from './Reasons.tsx';
import { useTelling } from './telling.ts';
import styles from './WhatNext.module.css';

/** What would bring them one rung higher and what to do for it now; and what they lose when nothing is done. */
export function WhatNext(props: {
  readonly answer: Explanation;
  readonly places: readonly Place[];
  readonly person: string;
  /** With these the steps can be acted on; of a day in the past they are only told. */
  readonly acting: { readonly about: PersonDetails; readonly forms: Forms } | null;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer, places, acting } = props;
  const telling = useTelling();
  const next = places.find((one) => one.key === answer.next?.rung);
  const helps = places.find((one) => one.key === answer.rung)?.meaning?.helps;
  const { gap, ahead } = answer;
  const said = gap === null ? [] : sayGap(gap, telling);
  const steps = (gap?.steps ?? []).map((step, index) => ({ step, said: said[index] ?? '' }));
  const later = places.find((one) => one.key === ahead?.rung);
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
              {steps.map(({ step, said: words }) => (
                <li key={words}>
                  <p>{words}</p>
                  {acting === null ? null : (
                    <NextDeeds deeds={deedsFor(step)} person={acting.about} forms={acting.forms} />
                  )}
                </li>
              ))}
            </ul>
          )}
          <details className={styles.asked}>
            <summary>{t('next.unmet')}</summary>
            <Reasons reason={sayBecause(answer.next.because, telling)} person={props.person} />
          </details>
        </>
      )}
      {ahead === null || later === undefined ? null : (
        <div className={styles.ahead}>
          <h3>
            <DownIcon size={18} />
            {t('next.ahead')}
          </h3>
          <p>
            {t(ahead.cause === 'unpin' ? 'standing.aheadPin' : 'standing.ahead', {
              day: speech.date(ahead.at),
              rung: speech.words(later.name),
            })}
          </p>
          {ahead.because === null ? null : (
            <details className={styles.asked}>
              <summary>{t('next.aheadWhy')}</summary>
              <Reasons reason={sayBecause(ahead.because, telling)} person={props.person} />
            </details>
          )}
          {acting === null ? null : (
            <NextDeeds
              // With steps above, calling stands there already.
              deeds={
                steps.length > 0
                  ? [{ kind: 'follow-up' }]
                  : [{ kind: 'reach', about: 'talk' }, { kind: 'follow-up' }]
              }
              person={acting.about}
              forms={acting.forms}
            />
          )}
        </div>
      )}
      {helps === undefined ? null : <p className={styles.helps}>{speech.words(helps)}</p>}
    </section>
  );
}
