import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LadderOverview } from '../../api/answers.ts';
import { usePart } from '../../loading/usePart.ts';
import { type LadderSearch, paths } from '../../paths.ts';
import { BlockSkeleton } from '../../ui/Skeletons.tsx';
import { FlowTable } from './FlowTable.tsx';
import { useSeen } from './useSeen.ts';
import styles from './BelowLadder.module.css';

/** Charts are heavy: they are fetched when one is about to be looked at. */
const loadSankey = () => import('./Sankey.tsx');

/** The picture's room before and after it is drawn. */
const ROW_HEIGHT = 64;
const LEAST_HEIGHT = 220;
const GREATEST_HEIGHT = 620;

interface Ways {
  readonly overview: LadderOverview;
  readonly look: LadderSearch;
  readonly nameOf: (rung: string) => string;
}

/** The ways people went over the period, drawn as broad as they are many and listed beside it. */
export function Flows(props: Ways) {
  const { t } = useTranslation();
  const [place, isSeen] = useSeen<HTMLElement>();
  const { overview } = props;
  const isLadder = overview.kind === 'ladder';
  const isStill = overview.flows.every((flow) => flow.people === 0);
  return (
    <section className={styles.section} ref={place} aria-labelledby="flows">
      <h2 id="flows">{t(isLadder ? 'ladder.flows.title' : 'ladder.flows.titleClasses')}</h2>
      {isStill ? (
        <p className="soft">{t(isLadder ? 'ladder.flows.none' : 'ladder.flows.noneClasses')}</p>
      ) : (
        <>
          <p className="soft">{t('ladder.flows.text')}</p>
          {isSeen ? <Picture {...props} /> : <BlockSkeleton height={heightOf(overview)} />}
        </>
      )}
      {overview.flows.length === 0 ? null : <FlowTable {...props} />}
    </section>
  );
}

function heightOf(overview: LadderOverview): number {
  return Math.min(GREATEST_HEIGHT, Math.max(LEAST_HEIGHT, overview.rungs.length * ROW_HEIGHT));
}

function Picture({ overview, look, nameOf }: Ways) {
  const navigate = useNavigate();
  const Sankey = usePart(loadSankey, true);
  const height = heightOf(overview);
  if (Sankey === null) return <BlockSkeleton height={height} />;
  return (
    <Sankey
      // The top rung stands at the top, as on the ladder.
      places={overview.kind === 'ladder' ? overview.rungs.toReversed() : overview.rungs}
      flows={overview.flows.filter((flow) => flow.people > 0)}
      height={height}
      nameOf={nameOf}
      onOpen={({ from, to }) =>
        void navigate({
          to: paths.moves,
          params: { ladder: overview.ladder },
          search: { ...look, fromRung: from, toRung: to },
        })
      }
    />
  );
}
