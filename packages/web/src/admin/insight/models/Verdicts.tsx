import { useTranslation } from 'react-i18next';
import type { InsightModel } from '../../../api/insight-queries.ts';
import styles from '../Insight.module.css';
import type { Foretold } from '../InsightRoom.tsx';

/** What the models found, in words. */
export function Verdicts(props: { readonly ready: Foretold; readonly models: readonly InsightModel[] }) {
  const { t } = useTranslation();
  const { chosen } = props.ready;
  return (
    <section className={styles.panel} aria-labelledby="verdicts">
      <h2 id="verdicts">{t('insight.models.verdictColumn')}</h2>
      <p>
        {t('insight.models.used', {
          best: t(`insight.model.${chosen.best}`),
          counts: t(`insight.model.${chosen.counts}`),
        })}
      </p>
      <dl className={styles.words}>
        {props.models.map(({ name, verdict }) => (
          <div key={name}>
            <dt>{t(`insight.model.${name}`)}</dt>
            <dd>{t(`insight.models.verdict.${verdict}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
