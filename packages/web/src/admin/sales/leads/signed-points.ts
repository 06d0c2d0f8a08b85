/** Points with their sign before them, whatever the direction of the text around. */
export function signedPoints(points: number, number: (value: number) => string): string {
  return `\u2066${points < 0 ? '−' : '+'}${number(Math.abs(Math.round(points)))}\u2069`;
}
