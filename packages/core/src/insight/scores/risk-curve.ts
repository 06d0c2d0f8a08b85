import { inOrder } from './weighted.ts';

/** From a score to the share of people with it who did not order in the horizon; straight between the points. */
export interface RiskCurve {
  readonly points: readonly { readonly score: number; readonly quiet: number }[];
}

const MOST_GROUPS = 40;
const FEWEST_PEOPLE = 20;

/**
 * What a score meant on the shop's own past: people in order of it, in groups of about equal size, and where a group with
 * a higher score was less quiet than the one before, both are one (pool adjacent violators; Ayer and others, Annals of
 * Mathematical Statistics 26, 1955). The higher the score, the quieter. Nobody's chance is quite 0 or 1.
 */
export function riskCurve(
  scores: Float64Array | Float32Array,
  happened: readonly boolean[],
  people: ArrayLike<number>,
): RiskCurve {
  let everybody = 0;
  for (let i = 0; i < people.length; i++) everybody += people[i] as number;
  const size = Math.max(FEWEST_PEOPLE, everybody / MOST_GROUPS);
  const groups: Group[] = [];
  let group: Group = { people: 0, scores: 0, quiet: 0 };
  const order = inOrder(scores);
  for (let i = 0; i < order.length; i++) {
    const cell = order[i] as number;
    const weight = people[cell] as number;
    const score = scores[cell] as number;
    group = {
      people: group.people + weight,
      scores: group.scores + weight * score,
      quiet: group.quiet + (happened[cell] === true ? 0 : weight),
    };
    const next = order[i + 1];
    // Equal scores are one group: nothing tells them apart.
    if (group.people < size || (next !== undefined && scores[next] === score)) continue;
    groups.push(group);
    group = { people: 0, scores: 0, quiet: 0 };
  }
  if (group.people > 0) groups.push(group);
  return { points: pooled(groups).map(pointOf) };
}

interface Group {
  readonly people: number;
  readonly scores: number;
  readonly quiet: number;
}

function pointOf({ people, scores, quiet }: Group): RiskCurve['points'][number] {
  return { score: scores / people, quiet: (quiet + 0.5) / (people + 1) };
}

function pooled(groups: readonly Group[]): Group[] {
  const kept: Group[] = [];
  for (const group of groups) {
    let last = group;
    for (;;) {
      const before = kept.at(-1);
      if (before === undefined || pointOf(before).quiet <= pointOf(last).quiet) break;
      kept.pop();
      last = {
        people: before.people + last.people,
        scores: before.scores + last.scores,
        quiet: before.quiet + last.quiet,
      };
    }
    kept.push(last);
  }
  return kept;
}

/** The chance of no order that goes with a score; beyond the ends that of the end. */
export function riskAt({ points }: RiskCurve, score: number): number {
  let low = 0;
  let high = points.length - 1;
  const first = points[0];
  const last = points[high];
  if (first === undefined || last === undefined) return Number.NaN;
  if (score <= first.score) return first.quiet;
  if (score >= last.score) return last.quiet;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.score ?? 0) <= score) low = middle;
    else high = middle;
  }
  const [from, to] = [points[low] ?? first, points[high] ?? last];
  const share = to.score > from.score ? (score - from.score) / (to.score - from.score) : 1;
  return from.quiet + share * (to.quiet - from.quiet);
}
