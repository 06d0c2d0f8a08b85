import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import {
  type InsightOutcome,
  insightQuery,
  type InsightRun,
  latestRunQuery,
} from '../../api/insight-queries.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { CardsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from './Insight.module.css';
import { NoRunYet } from './NoRunYet.tsx';
import { RunStrip } from './RunStrip.tsx';
import { TooLittle } from './TooLittle.tsx';

/** The run that is read, with what it found. */
export interface Ready {
  readonly run: InsightRun;
  readonly outcome: InsightOutcome;
  /** The last day that it knows of. */
  readonly asOf: number;
}

/** A `Ready` whose run could foretell. */
export interface Foretold extends Ready {
  readonly foretold: NonNullable<InsightOutcome['foretold']>;
  readonly chosen: NonNullable<InsightOutcome['chosen']>;
}

interface Frame {
  readonly title: string;
  readonly meaning: ReactNode;
  readonly actions?: ReactNode;
}

/**
 * The frame of every page that reads what a run found: its name, how the run fares, and, where there is nothing to read
 * yet, why and what to do about it.
 */
export function InsightRoom(
  props: Frame &
    (
      | { readonly needs: 'run'; readonly children: (ready: Ready) => ReactNode }
      | { readonly needs: 'foretold'; readonly children: (ready: Foretold) => ReactNode }
    ),
) {
  const { asking } = useSetting();
  const insight = useQuery(insightQuery(asking));
  const latest = useQuery(latestRunQuery(asking, insight.data));
  if (insight.data === undefined && insight.isError)
    return <FailureNotice error={insight.error} onRetry={() => void insight.refetch()} />;
  const { run = null, underWay = null } = insight.data ?? {};
  const outcome = run?.outcome ?? null;
  const failed = latest.data?.state === 'failed';

  const inside = (): ReactNode => {
    if (insight.data === undefined) return <CardsSkeleton cards={3} height={180} />;
    if (run === null || outcome === null || run.asOf === null)
      return <NoRunYet underWay={underWay} failed={failed} />;
    const ready = { run, outcome, asOf: run.asOf };
    if (props.needs === 'run') return props.children(ready);
    const { foretold, chosen } = outcome;
    if (foretold === null || chosen === null) return <TooLittle outcome={outcome} asOf={run.asOf} />;
    return props.children({ ...ready, foretold, chosen });
  };
  return (
    <>
      <PageHeader title={props.title} meaning={props.meaning} actions={props.actions} />
      <div className={styles.room}>
        {run === null ? null : <RunStrip run={run} underWay={underWay} failed={failed} />}
        {inside()}
      </div>
    </>
  );
}
