import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerQuery, insightQuery } from '../../../api/insight-queries.ts';
import { paths } from '../../../paths.ts';
import { OnwardIcon } from '../../../ui/icons.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { useSetting } from '../../setting.ts';
import { latestChange } from '../cohorts/months.ts';
import type { Ready } from '../InsightRoom.tsx';
import { useWords } from '../words.ts';
import { changesOf } from './changes.ts';
import styles from './Overview.module.css';

interface Line {
  readonly id: string;
  readonly changed: string;
  readonly means: string;
  readonly deed: ReactNode;
  readonly tone: 'good' | 'bad' | 'plain';
}

/** What changed, what it means, what to do: a line each, and each leads to people or to a page. */
export function Morning({ ready }: { readonly ready: Ready }) {
  const { t } = useTranslation();
  const lines = useLines(ready);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className={styles.title}>
        {t('insight.overview.changes')}
      </h2>
      {ready.outcome.bands.every(({ before }) => before === null) ? (
        <p className="soft">{t('insight.overview.nothingBefore')}</p>
      ) : null}
      {lines === null ? (
        <BlockSkeleton height={420} />
      ) : (
        <ul className={styles.lines}>
          {lines.map(({ id, changed, means, deed, tone }) => (
            <li key={id} data-tone={tone}>
              <p className={styles.changed}>{changed}</p>
              <p className={styles.means}>{means}</p>
              <p className={styles.deed}>
                {deed}
                <OnwardIcon size={15} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Null while the answers are on their way, so that lines do not push each other down. */
function useLines({ run, outcome }: Ready): readonly Line[] | null {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useWords();
  const insight = useQuery(insightQuery(asking));
  const cadence = useQuery(answerQuery(asking, 'cadence', run.id));
  const cohorts = useQuery(answerQuery(asking, 'cohorts', run.id));
  const baskets = useQuery(answerQuery(asking, 'baskets', run.id));
  if ([insight, cadence, cohorts, baskets].some(({ isPending }) => isPending)) return null;

  const { atRisk, value90, leaving } = changesOf(outcome, insight.data?.before[0]?.outcome ?? null);
  const lines: Line[] = [];
  const share = outcome.foretold?.topTenPercentShare ?? null;
  /** Where most of it lies that can still be saved. */
  const mostAtRisk = outcome.bands
    .filter(({ band }) => band !== 'gone')
    .toSorted((one, other) => (other.atRisk ?? 0) - (one.atRisk ?? 0))[0]?.band;
  /** Says by how much, or only how much where nothing moved. */
  const said = (name: 'atRisk' | 'value', { now, by }: { now: number; by: number | null }) =>
    by === null || by === 0
      ? t(`insight.overview.line.${name}Now`, { now: words.money(now) })
      : t(`insight.overview.line.${name}${by > 0 ? 'Up' : 'Down'}`, {
          by: words.money(Math.abs(by)),
          now: words.money(now),
        });
  if (atRisk !== null)
    lines.push({
      id: 'at-risk',
      changed: said('atRisk', atRisk),
      means: t('insight.overview.line.atRiskMeans'),
      deed: (
        <Link to={paths.insightLeaving} search={mostAtRisk === undefined ? {} : { band: mostAtRisk }}>
          {t('insight.overview.line.atRiskDo')}
        </Link>
      ),
      tone: toneOf(atRisk.by, 'bad'),
    });
  if (leaving !== null) {
    const by = leaving.by ?? 0;
    const now = speech.number(leaving.now);
    const count = Math.abs(by);
    lines.push({
      id: 'leaving',
      changed:
        by === 0
          ? t(`insight.overview.line.${leaving.by === null ? 'leavingNow' : 'leavingSame'}`, { now })
          : t(by > 0 ? 'insight.overview.line.leavingUp' : 'insight.overview.line.leavingDown', {
              count,
              shown: speech.number(count),
              now,
            }),
      means: t('insight.overview.line.leavingMeans', { days: speech.number(outcome.settings.horizon) }),
      deed: (
        <Link to={paths.insightLeaving} search={{ band: 'leaving' }}>
          {t('insight.overview.line.leavingDo')}
        </Link>
      ),
      tone: toneOf(leaving.by, 'bad'),
    });
  }
  const late =
    cadence.data?.result.classes
      .filter(({ rhythm }) => rhythm === 'late' || rhythm === 'very_late')
      .reduce((all, { people }) => all + people, 0) ?? 0;
  if (late > 0)
    lines.push({
      id: 'late',
      changed: t('insight.overview.line.late', { count: late, shown: speech.number(late) }),
      means: t('insight.overview.line.lateMeans'),
      deed: <Link to={paths.insightRhythm}>{t('insight.overview.line.lateDo')}</Link>,
      tone: 'plain',
    });
  if (value90 !== null)
    lines.push({
      id: 'value',
      changed: said('value', value90),
      means: share === null ? '' : t('insight.overview.line.valueMeans', { share: speech.share(share) }),
      deed: <Link to={paths.insightValue}>{t('insight.overview.line.valueDo')}</Link>,
      tone: toneOf(value90.by, 'good'),
    });
  const change = cohorts.data == null ? null : latestChange(cohorts.data.result);
  if (change !== null)
    lines.push({
      id: 'cohort',
      changed: t('insight.overview.line.cohortUp', {
        month: speech.month(change.cohort.from),
        now: speech.share(change.now),
        usual: speech.share(change.usual),
      }),
      means: t(
        change.now > change.usual
          ? 'insight.overview.line.cohortUpMeans'
          : 'insight.overview.line.cohortDownMeans',
      ),
      deed: <Link to={paths.insightCohorts}>{t('insight.overview.line.cohortDo')}</Link>,
      tone: change.now > change.usual ? 'good' : 'bad',
    });
  const pair = baskets.data?.result.together.rules[0];
  if (pair !== undefined)
    lines.push({
      id: 'basket',
      changed: t('insight.overview.line.basket', {
        from: `\u2068${pair.from}\u2069`,
        to: `\u2068${pair.to}\u2069`,
        lift: speech.number(Math.round(pair.lift * 10) / 10),
      }),
      means: t('insight.overview.line.basketMeans', { confidence: speech.share(pair.confidence) }),
      deed: <Link to={paths.insightBaskets}>{t('insight.overview.line.basketDo')}</Link>,
      tone: 'plain',
    });
  return lines;
}

/** Whether a rise is good news or bad. */
function toneOf(by: number | null, rise: 'good' | 'bad'): Line['tone'] {
  if (by === null || by === 0) return 'plain';
  return by > 0 === (rise === 'good') ? 'good' : 'bad';
}
