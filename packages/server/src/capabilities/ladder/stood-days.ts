/**
 * Classes of how many local days somebody stood on a rung before they left it: each day its own up to fourteen, then classes
 * a tenth as wide as they are high. So a median that comes out of them is exact up to two weeks and within five per cent
 * beyond.
 */

const EXACT_DAYS = 14;
const GROWTH = 1.1;
/** More days than any history has. */
const MOST_DAYS = 200_000;

/** The fewest days of each class, ascending. The place in this list is the number of the class. */
export const stoodClasses: readonly number[] = (() => {
  const lowest: number[] = [];
  for (let days = 0; days < MOST_DAYS; ) {
    lowest.push(days);
    days = days <= EXACT_DAYS ? days + 1 : Math.max(days + 1, Math.floor(days * GROWTH));
  }
  return lowest;
})();

export function stoodClass(days: number): number {
  let [low, high] = [0, stoodClasses.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stoodClasses[middle] as number) <= days) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The days a class stands for: the middle of those that fall into it. */
function daysOf(stood: number): number {
  const lowest = stoodClasses[stood] ?? 0;
  const next = stoodClasses[stood + 1] ?? lowest + 1;
  return (lowest + next - 1) / 2;
}

/** The median of how many fell into each class, in days; null where nobody did. */
export function medianOfClasses(people: ReadonlyMap<number, number>): number | null {
  let total = 0;
  for (const count of people.values()) total += count;
  if (total <= 0) return null;
  const classes = [...people].sort(([one], [other]) => one - other);
  const at = (position: number): number => {
    let passed = 0;
    for (const [stood, count] of classes) {
      passed += count;
      if (position < passed) return daysOf(stood);
    }
    return 0;
  };
  return (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2;
}
