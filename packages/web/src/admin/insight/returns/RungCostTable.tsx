import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rungCostsQuery } from '../../../api/money-queries.ts';
import { laddersQuery } from '../../../api/queries.ts';
import { paths } from '../../../paths.ts';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { useSetting } from '../../setting.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { Cell } from '../chart/table.ts';
import spend from '../spend/Spend.module.css';

/** What it cost that somebody reached each rung: by all who did, and by those who would not have without it. */
export function RungCostTable(props: {
  readonly from: string;
  readonly to: string;
  readonly ladder: string | undefined;
  readonly asOf: number;
  readonly onLadder: (ladder: string) => void;
}) {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const cells = useCells();
  const { from, to, ladder } = props;
  const mayRead = session?.scopes.includes('ladder:read') === true;
  const ladders = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const told = useQuery(rungCostsQuery(asking, { from, to, ladder }));
  // A business without a published ladder has no rungs to be reached.
  if (told.isError) return null;
  const { data } = told;
  if (data === undefined) return <BlockSkeleton height={300} />;
  const nameOf = (key: string) => {
    const found = data.names.find((one) => one.key === key);
    return found === undefined ? key : speech.words(found.name);
  };
  const climbs = (rung: string, count: number): Cell => ({
    shown: speech.number(count),
    value: count,
    ...(mayRead && count > 0
      ? {
          link: (
            <Link
              to={paths.moves}
              params={{ ladder: data.ladder }}
              search={{ direction: 'up', toRung: rung, period: 'custom', from, to }}
              className={spend.link}
            >
              {speech.number(count)}
            </Link>
          ),
        }
      : {}),
  });
  return (
    <ChartCard
      title={t('spend.rungs.title')}
      definition={t('spend.rungs.text')}
      note={t('spend.rungs.note')}
      asOf={props.asOf}
      file="cost-per-rung"
      {...(ladders.length > 1
        ? {
            tools: (
              <TextField
                select
                size="small"
                label={t('ladder.which')}
                value={ladders.some(({ key }) => key === data.ladder) ? data.ladder : ''}
                onChange={(event) => props.onLadder(event.target.value)}
              >
                {ladders.map(({ key, name }) => (
                  <MenuItem key={key} value={key}>
                    {speech.words(name)}
                  </MenuItem>
                ))}
              </TextField>
            ),
          }
        : {})}
      table={{
        columns: [
          { label: t('spend.rungs.rung') },
          { label: t('spend.rungs.climbs'), numeric: true },
          { label: t('spend.rungs.perClimb'), numeric: true },
          { label: t('spend.rungs.above'), numeric: true },
          { label: t('spend.rungs.costAbove'), numeric: true },
        ],
        rows: data.rungs.slice(1).map(({ rung, climbs: count, costPerClimb, aboveHeld }) => [
          nameOf(rung),
          climbs(rung, count),
          cells.money(costPerClimb),
          aboveHeld === null
            ? { shown: t('spend.rungs.notTried'), value: null }
            : {
                shown: `${speech.share(aboveHeld.share)} (${t('spend.range', {
                  low: speech.number(Math.round(aboveHeld.low)),
                  high: speech.number(Math.round(aboveHeld.high)),
                })})`,
                value: aboveHeld.share,
              },
          cells.money(aboveHeld?.cost ?? null),
        ]),
      }}
    />
  );
}
