import type { ReactNode } from 'react';
import styles from './Ladder.module.css';

export interface LadderRung {
  readonly key: string;
  readonly name: ReactNode;
  /** A few words on who stands here. */
  readonly who: string | undefined;
  readonly count: ReactNode;
  /** Of all people, between 0 and 1. */
  readonly share: number;
  readonly shareShown: string;
  readonly note: ReactNode;
  /** A second, quieter line under the note: money, say. */
  readonly aside?: ReactNode;
  /** Stands beside the counts, and is no part of the link: how they came to be, say. */
  readonly trend?: ReactNode;
}

/** What goes on between a rung and the one above it. */
export interface LadderGap {
  readonly up: number;
  readonly upShown: string;
  readonly down: number;
  readonly downShown: string;
  readonly story: string | undefined;
}

type LinkTo = (key: string, className: string, content: ReactNode) => ReactNode;
/** What leads from an arrow to the people in it; `gap` counts from the bottom. */
type StreamTo = (gap: number, direction: 'up' | 'down', className: string, content: ReactNode) => ReactNode;

const RUNG_HEIGHT = 94;
const GAP_HEIGHT = 48;
/** A name longer than this takes two lines, and its description one less. */
const LONG_NAME = 34;
/** How far the rails lean in at the top, as a part of the drawing's width on each side. */
const LEAN = 13;
const FOOT = 2;
/** How far the rails go on above the top rung and below the bottom one, in pixels. */
const OVERHANG = 30;

/**
 * People on a ladder: the bottom rung at the bottom, each rung filled by its share, between two rungs the arrows of who
 * climbed and who fell, as broad as they are many. `gaps[i]` lies above `rungs[i]`; both run bottom to top.
 */
export function Ladder(props: {
  readonly rungs: readonly LadderRung[];
  readonly gaps: readonly LadderGap[];
  readonly linkTo: LinkTo;
  /** Without it the arrows are only looked at. */
  readonly streamTo?: StreamTo;
  readonly label: string;
  readonly words: { readonly up: string; readonly down: string };
}) {
  const { rungs, gaps } = props;
  const height = rungs.length * RUNG_HEIGHT + (rungs.length - 1) * GAP_HEIGHT;
  const fullest = Math.max(...rungs.map((one) => one.share), 0);
  const strongest = Math.max(...gaps.map((one) => Math.max(one.up, one.down)), 1);

  return (
    <ol
      className={styles.ladder}
      aria-label={props.label}
      style={{
        '--rung-height': `${RUNG_HEIGHT}px`,
        '--gap-height': `${GAP_HEIGHT}px`,
        '--overhang': `${OVERHANG}px`,
      }}
    >
      <li className={styles.rails} aria-hidden="true" style={{ gridRow: `1 / span ${rungs.length * 2 - 1}` }}>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          <path d={`M${LEAN} 0 ${FOOT} 100M${100 - LEAN} 0 ${100 - FOOT} 100`} />
        </svg>
      </li>
      {rungs.toReversed().map((rung, fromTop) => {
        const place = rungs.length - 1 - fromTop;
        const middle = fromTop * (RUNG_HEIGHT + GAP_HEIGHT) + RUNG_HEIGHT / 2;
        const inset = LEAN - (LEAN - FOOT) * ((middle + OVERHANG) / (height + 2 * OVERHANG));
        const gapBelow = gaps[place - 1];
        return (
          <RungAndGap
            key={rung.key}
            rung={rung}
            row={fromTop * 2 + 1}
            level={rungs.length > 1 ? place / (rungs.length - 1) : 1}
            inset={inset}
            fill={fullest > 0 ? rung.share / fullest : 0}
            linkTo={props.linkTo}
            streamTo={
              props.streamTo === undefined
                ? undefined
                : (direction, className, content) =>
                    props.streamTo?.(place - 1, direction, className, content)
            }
            gapBelow={gapBelow}
            strongest={strongest}
            words={props.words}
          />
        );
      })}
    </ol>
  );
}

type ArrowTo = (direction: 'up' | 'down', className: string, content: ReactNode) => ReactNode;

function RungAndGap(props: {
  readonly rung: LadderRung;
  readonly row: number;
  readonly level: number;
  readonly inset: number;
  readonly fill: number;
  readonly linkTo: LinkTo;
  readonly streamTo: ArrowTo | undefined;
  readonly gapBelow: LadderGap | undefined;
  readonly strongest: number;
  readonly words: { readonly up: string; readonly down: string };
}) {
  const { rung, row, gapBelow } = props;
  const isLong = typeof rung.name === 'string' && rung.name.length > LONG_NAME;
  const variables = {
    '--level': `${props.level * 100}%`,
    '--inset': `${props.inset}%`,
    '--fill': props.fill,
    '--least': props.fill > 0 ? '14px' : '0px',
  };
  return (
    <>
      <li className={styles.rung} style={{ ...variables, gridRow: row }}>
        {props.linkTo(
          rung.key,
          styles.link ?? '',
          <>
            <span className={styles.name}>
              <strong>{rung.name}</strong>
              {rung.who === undefined ? null : (
                <span className={isLong ? `${styles.who} ${styles.oneLine}` : styles.who}>{rung.who}</span>
              )}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.fill} />
            </span>
            <span className={styles.count}>
              <span className={styles.people}>{rung.count}</span>
              <span className={styles.share}>{rung.shareShown}</span>
              <span className={styles.note}>{rung.note}</span>
              {rung.aside === undefined ? null : <span className={styles.aside}>{rung.aside}</span>}
            </span>
          </>,
        )}
        {rung.trend === undefined ? null : <div className={styles.trend}>{rung.trend}</div>}
      </li>
      {gapBelow === undefined ? null : (
        <li className={styles.gap} style={{ gridRow: row + 1 }}>
          <span className={styles.arrows}>
            <Arrow
              direction="up"
              people={gapBelow.up}
              strongest={props.strongest}
              shown={gapBelow.upShown}
              word={props.words.up}
              arrowTo={props.streamTo}
            />
            <Arrow
              direction="down"
              people={gapBelow.down}
              strongest={props.strongest}
              shown={gapBelow.downShown}
              word={props.words.down}
              arrowTo={props.streamTo}
            />
          </span>
          {gapBelow.story === undefined ? null : <span className={styles.story}>{gapBelow.story}</span>}
        </li>
      )}
    </>
  );
}

/** An arrow as broad as the stream is strong; a stream of nobody leaves no arrow. */
function Arrow(props: {
  readonly direction: 'up' | 'down';
  readonly people: number;
  readonly strongest: number;
  readonly shown: string;
  readonly word: string;
  readonly arrowTo: ArrowTo | undefined;
}) {
  if (props.people === 0) return <span className={styles.arrow} />;
  const breadth = 2 + 7 * Math.sqrt(props.people / props.strongest);
  const head = breadth / 2 + 4.5;
  const className = `${styles.arrow} ${props.direction === 'up' ? styles.up : styles.down}`;
  const content = (
    <>
      <svg width="22" height="34" viewBox="0 0 22 34" aria-hidden="true">
        <g transform={props.direction === 'down' ? 'rotate(180 11 17)' : undefined}>
          <rect
            x={11 - breadth / 2}
            y={head}
            width={breadth}
            height={34 - head}
            rx={Math.min(2, breadth / 2)}
          />
          <path d={`M11 0 ${11 + head} ${head + 1}H${11 - head}Z`} />
        </g>
      </svg>
      <span>
        <span className="only-heard">{props.word} </span>
        {props.shown}
      </span>
    </>
  );
  return props.arrowTo === undefined ? (
    <span className={className}>{content}</span>
  ) : (
    props.arrowTo(props.direction, className, content)
  );
}
