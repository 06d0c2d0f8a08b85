import { z } from 'zod';
import { FIRST_TABLED_DAY, type Day } from '../../values/index.ts';
import { atOnce, PEOPLE_A_PIECE, type Pieces } from '../pieces.ts';
import { Column } from './column.ts';
import { isSeen, netOf } from './order.ts';
import type { WalkOfPeople } from './people.ts';
import { partOf, partSchema } from './shares.ts';

/**
 * `first_order_only`: no rhythm yet, because nobody knows when one order is followed by another. The others have ordered
 * on two days or more: `in_time` until their usual gap has passed, `due` until four of five of their gaps would have
 * ended, `late` until nineteen of twenty would have, `very_late` after.
 */
export const rhythmSchema = z.enum(['first_order_only', 'in_time', 'due', 'late', 'very_late']);
export type Rhythm = z.infer<typeof rhythmSchema>;

/** Days between one order day and the next: from, and up to and with. The last has no end. */
const STRETCHES = [1, 8, 15, 31, 61, 91, 181, 366] as const;
/** Gaps beyond three years fall into the last place of the histogram. */
const LONGEST_GAP = 1_096;
const LOGS = Float64Array.from({ length: LONGEST_GAP }, (_, gap) => Math.log(gap));

const days = z.number().min(0);

export const cadenceSchema = z.strictObject({
  asOf: z.int(),
  people: z.int().min(0),
  /** Who ordered on two days or more. */
  repeaters: z.int().min(0),
  gaps: z.int().min(0),
  /**
   * The gap that is usual for a person, drawn from people and not from gaps, else the few who order daily would set it;
   * and how gaps differ among people and within one person, as standard deviations of their logarithm. Null without a gap.
   */
  usualGap: days.nullable(),
  among: z.number().min(0).nullable(),
  within: z.number().min(0).nullable(),
  /** How many gaps of their own outweigh half of what is usual in the business. */
  priorGaps: z.number().positive(),
  /** Of all gaps, in days; null without one. A gap that did not end yet is not among them. */
  quantiles: z.strictObject({ p10: days, p25: days, p50: days, p75: days, p90: days }).nullable(),
  histogram: z.array(
    z.strictObject({
      from: z.int(),
      to: z.int().nullable(),
      gaps: z.int().min(0),
      share: z.number().nullable(),
    }),
  ),
  /** All five, in order of lateness. */
  classes: z.array(partSchema.extend({ rhythm: rhythmSchema })).length(5),
});
export type Cadence = z.infer<typeof cadenceSchema>;

export const cadenceOfPersonSchema = z.strictObject({
  rhythm: rhythmSchema,
  /** Gaps of their own that the usual gap rests on. */
  gaps: z.int().min(0),
  daysSinceLast: z.int().min(0),
  /** Days; null with a first order only. Half of their gaps are shorter. */
  usualGap: days.nullable(),
  /** Silence from which they are late and very late, in days. */
  lateFrom: days.nullable(),
  veryLateFrom: days.nullable(),
});
export type CadenceOfPerson = z.infer<typeof cadenceOfPersonSchema>;

/** The 80 % and 95 % points of the normal distribution. */
const LATE = 0.8416212;
const VERY_LATE = 1.6448536;
/** What is taken for the spread of one person's gaps where there are too few to see it. */
const USUAL_WITHIN = 0.7;
const USUAL_PRIOR = 2;
const LEAST_WITHIN = 0.1;

/**
 * A person's own rhythm: gaps between the days on which they ordered are log-normal around a usual gap of their own, and
 * usual gaps are log-normal among people. Both spreads by the analysis of variance; a person's usual gap is drawn to
 * that of the business the more, the fewer gaps they have. Keeps 20 bytes a person.
 */
export function cadenceWalk({ asOf }: { readonly asOf: Day }): WalkOfPeople<Cadence, CadenceOfPerson> {
  const silence = new Column('small');
  const orderDays = new Column('small');
  const logsOf = new Column('real');
  const paidOf = new Column('real');
  const histogram = new Float64Array(LONGEST_GAP + 1);
  const spread = new Spread();
  let found: { readonly rhythm: UsualRhythm; readonly cadence: Cadence } | null = null;

  const told = (): NonNullable<typeof found> => (found ??= atOnce(finding()));

  function* finding(): Pieces<NonNullable<typeof found>> {
    const rhythm = spread.usual();
    const sums = new Map(rhythmSchema.options.map((key) => [key, { people: 0, revenue: 0 }]));
    let [people, revenue] = [0, 0];
    for (let place = 0; place < silence.size; place++) {
      if (place % PEOPLE_A_PIECE === 0) yield;
      const answer = answerOf(place, rhythm);
      const sum = answer === null ? undefined : sums.get(answer.rhythm);
      if (sum === undefined) continue;
      people++;
      sum.people++;
      sum.revenue += paidOf.at(place);
    }
    for (const sum of sums.values()) revenue += sum.revenue;
    const classes = rhythmSchema.options.map((key) => {
      const sum = sums.get(key) ?? { people: 0, revenue: 0 };
      return { rhythm: key, ...partOf(sum.people, people, sum.revenue, revenue) };
    });
    return { rhythm, cadence: { asOf, people, ...spread.numbers(), ...gapsIn(histogram), classes } };
  }

  function answerOf(place: number, usual: UsualRhythm): CadenceOfPerson | null {
    const gaps = orderDays.at(place) - 1;
    if (gaps < 0) return null;
    const daysSinceLast = silence.at(place);
    if (gaps === 0)
      return {
        rhythm: 'first_order_only',
        gaps,
        daysSinceLast,
        usualGap: null,
        lateFrom: null,
        veryLateFrom: null,
      };
    const { mean, within, prior } = usual;
    const centre = (logsOf.at(place) + prior * mean) / (gaps + prior);
    // A next gap differs from the usual one as gaps do, and the usual one itself is not known better than its weight.
    const deviation = within * Math.sqrt(1 + 1 / (gaps + prior));
    const usualGap = Math.exp(centre);
    const lateFrom = Math.exp(centre + LATE * deviation);
    const veryLateFrom = Math.exp(centre + VERY_LATE * deviation);
    return {
      rhythm:
        daysSinceLast < usualGap
          ? 'in_time'
          : daysSinceLast < lateFrom
            ? 'due'
            : daysSinceLast < veryLateFrom
              ? 'late'
              : 'very_late',
      gaps,
      daysSinceLast,
      usualGap,
      lateFrom,
      veryLateFrom,
    };
  }

  return {
    take(buyer) {
      found = null;
      let [lastDay, gaps, logs, squares, paid] = [FIRST_TABLED_DAY - 1, -1, 0, 0, 0];
      for (const order of buyer.orders) {
        if (!isSeen(order, asOf)) continue;
        paid += netOf(order);
        if (order.day <= lastDay) continue;
        if (gaps >= 0) {
          const gap = order.day - lastDay;
          const place = Math.min(gap, LONGEST_GAP);
          histogram[place] = (histogram[place] as number) + 1;
          const log = LOGS[gap] ?? Math.log(gap);
          logs += log;
          squares += log * log;
        }
        lastDay = order.day;
        gaps++;
      }
      silence.push(asOf - lastDay);
      orderDays.push(gaps + 1);
      logsOf.push(logs);
      paidOf.push(paid);
      if (gaps > 0) spread.take(gaps, logs, squares);
    },
    result: () => told().cadence,
    answerAt: (place) => answerOf(place, told().rhythm),
    *settle() {
      found ??= yield* finding();
    },
  };
}

interface UsualRhythm {
  /** Of the logarithm of a person's usual gap. */
  readonly mean: number;
  readonly within: number;
  /** Gaps that what is usual in the business is worth. */
  readonly prior: number;
}

/** Spreads within and among people, from sums over them. */
class Spread {
  private repeaters = 0;
  private gaps = 0;
  private squaredGaps = 0;
  private means = 0;
  private logs = 0;
  private inside = 0;
  private between = 0;

  take(gaps: number, logs: number, squares: number): void {
    const mean = logs / gaps;
    this.repeaters++;
    this.gaps += gaps;
    this.squaredGaps += gaps * gaps;
    this.means += mean;
    this.logs += logs;
    this.inside += Math.max(0, squares - logs * mean);
    this.between += logs * mean;
  }

  usual(): UsualRhythm {
    const { repeaters, gaps, squaredGaps, logs, inside, between } = this;
    if (repeaters === 0) return { mean: 0, within: USUAL_WITHIN, prior: USUAL_PRIOR };
    const mean = this.means / repeaters;
    const freedom = gaps - repeaters;
    if (freedom < 10 || repeaters < 10) return { mean, within: USUAL_WITHIN, prior: USUAL_PRIOR };
    const within = Math.max(LEAST_WITHIN ** 2, inside / freedom);
    const size = (gaps - squaredGaps / gaps) / (repeaters - 1);
    const among = ((between - (logs * logs) / gaps) / (repeaters - 1) - within) / size;
    const prior = among > 0 ? Math.min(50, Math.max(0.2, within / among)) : 50;
    return { mean, within: Math.sqrt(within), prior };
  }

  numbers(): Pick<Cadence, 'repeaters' | 'gaps' | 'usualGap' | 'among' | 'within' | 'priorGaps'> {
    const { mean, within, prior } = this.usual();
    const known = this.repeaters > 0;
    return {
      repeaters: this.repeaters,
      gaps: this.gaps,
      usualGap: known ? Math.exp(mean) : null,
      among: known ? within / Math.sqrt(prior) : null,
      within: known ? within : null,
      priorGaps: prior,
    };
  }
}

function gapsIn(histogram: Float64Array): Pick<Cadence, 'quantiles' | 'histogram'> {
  const gaps = histogram.reduce((sum, count) => sum + count, 0);
  const at = (share: number): number => {
    let seen = 0;
    for (let gap = 0; gap < histogram.length; gap++) {
      seen += histogram[gap] as number;
      if (seen >= share * gaps) return gap;
    }
    return LONGEST_GAP;
  };
  const stretches = STRETCHES.map((from, i) => {
    const next = STRETCHES[i + 1];
    const count = histogram.subarray(from, next).reduce((sum, one) => sum + one, 0);
    return {
      from,
      to: next === undefined ? null : next - 1,
      gaps: count,
      share: gaps > 0 ? count / gaps : null,
    };
  });
  const quantiles = { p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) };
  return { quantiles: gaps > 0 ? quantiles : null, histogram: stretches };
}
