import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type InsightModel, modelsQuery } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import page from '../Insight.module.css';
import type { Foretold } from '../InsightRoom.tsx';
import { Calibration } from './Calibration.tsx';
import styles from './Leaving.module.css';
import { RiskCurve } from './RiskCurve.tsx';
import { WhoTellsBest } from './WhoTellsBest.tsx';

/** How well it was told on the business's own past, beside the simple rules that every shop could use. */
export function Trust({ ready }: { readonly ready: Foretold }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const models = useQuery(modelsQuery(asking, ready.run.id));
  const { chosen, outcome } = ready;
  return (
    <section className={styles.trust} aria-labelledby="trust">
      <div>
        <h2 id="trust">{t('insight.leaving.trust')}</h2>
        <p className="soft">
          {t('insight.leaving.trustText', {
            cut: speech.day(chosen.cut),
            days: speech.number(outcome.settings.horizon),
          })}
        </p>
        <p className={styles.verdict}>
          {chosen.rulesBest
            ? t('insight.leaving.ruleWins', {
                rule: t(`insight.model.${chosen.best}`),
                model: t(`insight.model.${chosen.counts}`),
              })
            : t('insight.leaving.modelWins', { model: t(`insight.model.${chosen.best}`) })}
        </p>
        <p className={page.links}>
          <Link to={paths.insightModels}>{t('insight.value.howModels')}</Link>
        </p>
      </div>
      {models.data === undefined ? (
        models.isError ? (
          <FailureNotice error={models.error} onRetry={() => void models.refetch()} />
        ) : (
          <BlockSkeleton height={420} />
        )
      ) : (
        <div className={page.pair}>
          <WhoTellsBest ready={ready} models={tried(models.data)} />
          {modelOf(models.data, chosen.best) === undefined ? <RiskCurve ready={ready} /> : null}
          <Said ready={ready} models={models.data} />
        </div>
      )}
    </section>
  );
}

/** The bins of what is used, or of the model that counts where a simple rule is used. */
function Said({ ready, models }: { readonly ready: Foretold; readonly models: readonly InsightModel[] }) {
  const model = modelOf(models, ready.chosen.best) ?? modelOf(models, ready.chosen.counts);
  return model?.holdout == null ? null : (
    <Calibration asOf={ready.asOf} name={model.name} holdout={model.holdout} />
  );
}

/** Those that were fitted to the cut and tried on what came after it. */
function tried(models: readonly InsightModel[]): readonly InsightModel[] {
  return models.filter(({ fittedTo, holdout }) => fittedTo === 'cut' && holdout !== null);
}

function modelOf(models: readonly InsightModel[], name: string): InsightModel | undefined {
  return tried(models).find((one) => one.name === name);
}
