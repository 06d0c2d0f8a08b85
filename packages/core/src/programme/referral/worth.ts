import type { ReferralEdge } from './rings.ts';

/** What a friend was worth so far. Amounts are minor units; a margin may be below zero. */
export interface FriendWorth extends ReferralEdge {
  readonly converted: boolean;
  readonly revenue: number;
  readonly margin: number;
}

/** What came by one person: their friends at the first level, the friends' friends at the second … */
export interface LevelOfWorth {
  readonly level: number;
  readonly friends: number;
  readonly converted: number;
  readonly revenue: number;
  readonly margin: number;
}

export interface WorthOfPerson {
  readonly person: number;
  readonly levels: readonly LevelOfWorth[];
  readonly friends: number;
  readonly converted: number;
  readonly revenue: number;
  readonly margin: number;
}

/**
 * What was brought by each of these people, level by level down to `depth`. Nobody is counted twice for one person, not
 * even where friends have brought one another in a circle: each is counted at the level at which they are met first.
 */
export function worthOfGraph(
  friends: readonly FriendWorth[],
  people: readonly number[],
  depth: number,
): WorthOfPerson[] {
  const brought = Map.groupBy(friends, ({ referrer }) => referrer);
  return people.map((person) => {
    const seen = new Set([person]);
    const levels: LevelOfWorth[] = [];
    let frontier: readonly number[] = [person];
    for (let level = 1; level <= depth && frontier.length > 0; level++) {
      const met: FriendWorth[] = [];
      for (const friend of frontier.flatMap((one) => brought.get(one) ?? [])) {
        if (seen.has(friend.friend)) continue;
        seen.add(friend.friend);
        met.push(friend);
      }
      frontier = met.map(({ friend }) => friend);
      if (met.length > 0) levels.push({ level, ...summed(met.map(alone)) });
    }
    return { person, levels, ...summed(levels) };
  });
}

type Sums = Omit<LevelOfWorth, 'level'>;

function alone({ converted, revenue, margin }: FriendWorth): Sums {
  return { friends: 1, converted: converted ? 1 : 0, revenue, margin };
}

function summed(list: readonly Sums[]): Sums {
  const sum = { friends: 0, converted: 0, revenue: 0, margin: 0 };
  for (const one of list) {
    sum.friends += one.friends;
    sum.converted += one.converted;
    sum.revenue += one.revenue;
    sum.margin += one.margin;
  }
  return sum;
}
