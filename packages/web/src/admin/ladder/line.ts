/** One point of a line in a box that is `WIDTH` wide and `HEIGHT` high, drawn from the top. */
export interface LinePoint {
  readonly x: number;
  readonly y: number;
}

export const WIDTH = 100;
export const HEIGHT = 32;
/** Room above the highest and below the lowest, for the breadth of the line. */
const EDGE = 3;

/**
 * Values in order of time as points of a line that fills its box; time goes the way the reader reads. A line that never
 * changes runs through the middle: its height would say something that is not so.
 */
export function linePoints(values: readonly number[], rightToLeft: boolean): readonly LinePoint[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  const last = Math.max(values.length - 1, 1);
  return values.map((value, index) => {
    const along = (index / last) * WIDTH;
    const x = rightToLeft ? WIDTH - along : along;
    const y =
      most === least ? HEIGHT / 2 : HEIGHT - EDGE - ((value - least) / (most - least)) * (HEIGHT - 2 * EDGE);
    return { x: round(x), y: round(y) };
  });
}

export function pathOf(points: readonly LinePoint[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** Which of `count` points is nearest, where the pointer is at `part` of the box, from its left. */
export function nearest(part: number, count: number, rightToLeft: boolean): number {
  const along = rightToLeft ? 1 - part : part;
  return Math.min(Math.max(Math.round(along * (count - 1)), 0), Math.max(count - 1, 0));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
