import type { Definition } from '@nardeban/core/ladder';
import { useTranslation } from 'react-i18next';
import type { WhatIf } from '../../api/studio-queries.ts';
import { useSetting } from '../setting.ts';
import compare from './Compare.module.css';

interface Cell {
  readonly from?: string;
  readonly to?: string;
}

/** From where to where people go: a row for each place as published, a column for each place in the draft. */
export function Matrix(props: {
  readonly answer: WhatIf;
  readonly kind: Definition['kind'];
  readonly nameOf: (key: string) => string;
  readonly chosen: Cell;
  readonly onChoose: (cell: Cell) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { answer, chosen, nameOf } = props;
  const down = props.kind === 'ladder';
  const rows = down ? answer.published.toReversed() : answer.published;
  const columns = answer.draft;
  const people = (from: string, to: string) =>
    answer.moves.find((move) => move.from === from && move.to === to)?.people ?? 0;
  const heights = new Map(answer.draft.map((one, index) => [one.key, index]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <div className={compare.scroll} tabIndex={0} role="region" aria-label={t('studio.whoMoves')}>
      <table className={compare.matrix}>
        <caption>{t('studio.matrixLead')}</caption>
        <thead>
          <tr>
            <th scope="col">
              {t('studio.published')} ↓ {t('studio.draft')} {speech.language === 'fa' ? '←' : '→'}
            </th>
            {columns.map(({ key }) => (
              <th key={key} scope="col">
                <bdi>{nameOf(key)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const leaving = columns.reduce((sum, { key }) => sum + people(row.key, key), 0);
            return (
              <tr key={row.key}>
                <th scope="row">
                  <bdi>{nameOf(row.key)}</bdi>
                </th>
                {columns.map(({ key }) => {
                  if (key === row.key)
                    return (
                      <td key={key} className={compare.same}>
                        {speech.number(row.people - leaving)}
                      </td>
                    );
                  const count = people(row.key, key);
                  if (count === 0)
                    return (
                      <td key={key} className={compare.none}>
                        ·
                      </td>
                    );
                  const from = heights.get(row.key);
                  const rises = down && from !== undefined && (heights.get(key) ?? 0) > from;
                  const falls = down && from !== undefined && !rises;
                  const isChosen = chosen.from === row.key && chosen.to === key;
                  return (
                    <td key={key}>
                      <button
                        type="button"
                        className={rises ? compare.rises : falls ? compare.falls : compare.goes}
                        aria-pressed={isChosen}
                        aria-label={t('studio.showThose', {
                          people: speech.number(count),
                          from: nameOf(row.key),
                          to: nameOf(key),
                        })}
                        onClick={() => props.onChoose(isChosen ? {} : { from: row.key, to: key })}
                      >
                        {speech.number(count)}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
