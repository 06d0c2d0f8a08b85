import type { Day } from '@nardeban/core/values';
import type { LadderOverview } from '../../api/answers.ts';
import type { LadderSearch } from '../../paths.ts';
import { Flows } from './Flows.tsx';
import { HistoryTable } from './HistoryTable.tsx';
import { WhoMoved } from './WhoMoved.tsx';

/** What stands under the ladder: who moved this week and why, and the ways people went over the period. */
export default function BelowLadder(props: {
  readonly overview: LadderOverview;
  readonly look: LadderSearch;
  readonly day: Day;
  readonly nameOf: (rung: string) => string;
}) {
  const { overview, look, nameOf } = props;
  return (
    <>
      <WhoMoved ladder={overview.ladder} kind={overview.kind} day={props.day} nameOf={nameOf} />
      <HistoryTable overview={overview} day={props.day} />
      <Flows overview={overview} look={look} nameOf={nameOf} />
    </>
  );
}
