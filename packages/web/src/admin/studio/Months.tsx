import type { Definition } from '@nardeban/core/ladder';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../api/studio-queries.ts';
import { useSetting } from '../setting.ts';
import { placesIn } from './BeforeAfter.tsx';
import compare from './Compare.module.css';

const WIDTH = 220;
const HEIGHT = 64;
const EDGE = 4;

/** How many stood on each place at the end of each month, under each definition: a small drawing for each place. */
export function Months(props: {
  readonly answer: WhatIf;
  readonly kind: Definition['kind'];
  readonly nameOf: (key: string) => string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer } = props;
  const series = (key: string, which: 'published' | 'draft') =>
    answer.history.flatMap((month) => month[which].find((one) => one.key === key)?.people ?? []);
  const first = answer.history[0];
  const last = answer.history.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <>
      <p className={compare.legend}>
        {answer.version === null ? null : (
          <span>
            <i className={compare.keyBefore} aria-hidden="true" /> {t('studio.published')}
          </span>
        )}
        <span>
          <i className={compare.keyAfter} aria-hidden="true" /> {t('studio.draft')}
        </span>
        <span className="soft">
          {t('studio.span', {
            from: speech.month(speech.dayOf(first.at)),
            to: speech.month(speech.dayOf(last.at)),
          })}
        </span>
      </p>
      <ul className={compare.months}>
        {placesIn(answer, props.kind).map((key) => {
          const before = series(key, 'published');
          const after = series(key, 'draft');
          const most = Math.max(1, ...before, ...after);
          return (
            <li key={key}>
              <h3>
                <bdi>{props.nameOf(key)}</bdi>
              </h3>
              <svg
                viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                role="img"
                aria-label={told(before, after)}
                preserveAspectRatio="none"
              >
                <path d={`M0 ${HEIGHT - EDGE}H${WIDTH}`} className={compare.ground} />
                <path d={line(before, most)} className={compare.lineBefore} />
                <path d={line(after, most)} className={compare.lineAfter} />
              </svg>
              <p className={compare.ends}>
                {before.length === 0 ? null : (
                  <span className={compare.endBefore}>{speech.number(before.at(-1) ?? 0)}</span>
                )}
                {after.length === 0 ? (
                  <span className="soft">{t('studio.notThere')}</span>
                ) : (
                  <span className={compare.endAfter}>{speech.number(after.at(-1) ?? 0)}</span>
                )}
              </p>
            </li>
          );
        })}
      </ul>
    </>
  );

  function told(before: readonly number[], after: readonly number[]): string {
    const spoken = (list: readonly number[]) => list.map(speech.number).join(t('listSeparator'));
    return [
      ...(before.length === 0 ? [] : [`${t('studio.published')}: ${spoken(before)}`]),
      ...(after.length === 0 ? [] : [`${t('studio.draft')}: ${spoken(after)}`]),
    ].join(' — ');
  }

  /** Time runs as reading does: the drawing is mirrored in right-to-left pages. */
  function line(values: readonly number[], most: number): string {
    return values
      .map((value, index) => {
        const along = values.length < 2 ? 1 : index / (values.length - 1);
        const x = speech.language === 'fa' ? WIDTH * (1 - along) : WIDTH * along;
        const y = HEIGHT - EDGE - ((HEIGHT - 2 * EDGE) * value) / most;
        return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
      })
      .join('');
  }
}
