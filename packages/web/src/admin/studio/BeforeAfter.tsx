import type { Definition } from '@nardeban/core/ladder';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../api/studio-queries.ts';
import { useSetting } from '../setting.ts';
import compare from './Compare.module.css';

/** Every place that is in either definition, in the draft's order; those that the draft has not stand where they stood. */
export function placesIn(answer: WhatIf, kind: Definition['kind']): string[] {
  const keys = answer.draft.map(({ key }) => key);
  for (const [index, { key }] of answer.published.entries()) {
    if (keys.includes(key)) continue;
    const below = answer.published[index - 1]?.key;
    keys.splice(below === undefined ? 0 : keys.indexOf(below) + 1, 0, key);
  }
  return kind === 'ladder' ? keys.toReversed() : keys;
}

/** How many stand where, before and after: a pair of bars for each place. */
export function BeforeAfter(props: {
  readonly answer: WhatIf;
  readonly kind: Definition['kind'];
  readonly nameOf: (key: string) => string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer } = props;
  const most = Math.max(
    1,
    ...answer.published.map((one) => one.people),
    ...answer.draft.map((one) => one.people),
  );
  const count = (list: WhatIf['draft'], key: string) => list.find((one) => one.key === key)?.people;
  return (
    <table className={compare.bars}>
      <thead>
        <tr>
          <th scope="col">{t('studio.place')}</th>
          {answer.version === null ? null : <th scope="col">{t('studio.published')}</th>}
          <th scope="col">{t('studio.draft')}</th>
          {answer.version === null ? null : <th scope="col">{t('studio.difference')}</th>}
        </tr>
      </thead>
      <tbody>
        {placesIn(answer, props.kind).map((key) => {
          const before = count(answer.published, key);
          const after = count(answer.draft, key);
          return (
            <tr key={key}>
              <th scope="row">
                <bdi>{props.nameOf(key)}</bdi>
              </th>
              {answer.version === null ? null : <Bar value={before} most={most} tone="before" />}
              <Bar value={after} most={most} tone="after" />
              {answer.version === null ? null : (
                <td className={compare.figureCell}>{speech.change((after ?? 0) - (before ?? 0))}</td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Bar(props: {
  readonly value: number | undefined;
  readonly most: number;
  readonly tone: 'before' | 'after';
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (props.value === undefined) return <td className={compare.absent}>{t('studio.notThere')}</td>;
  return (
    <td>
      <span className={compare.bar}>
        <span
          className={props.tone === 'before' ? compare.barBefore : compare.barAfter}
          style={{ inlineSize: `${(100 * props.value) / props.most}%` }}
        />
      </span>
      <span className="figure">{speech.number(props.value)}</span>
    </td>
  );
}
