/** Milliseconds of one run, on a clock that never goes back. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value that this share of the values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN;
}

/** The most memory this process has held since it began, in megabytes. */
export function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** One row of a table of the issue: what was aimed at and what was seen. */
export interface Row {
  readonly what: string;
  readonly floor?: string;
  readonly ours: string;
  readonly ratio?: string;
  readonly aim: string;
}

/** Prints rows as a table that can be pasted into README.md. */
export function report(title: string, rows: readonly Row[]): void {
  const lines = rows.map(
    (row) => `| ${row.what} | ${row.floor ?? '–'} | ${row.ours} | ${row.ratio ?? '–'} | ${row.aim} |`,
  );
  const table = ['| what | floor | ours | ratio | aim |', '| --- | --- | --- | --- | --- |', ...lines];
  process.stdout.write(
    `${title}\n\n${table.join('\n')}\n\npeak memory of this process: ${peakMegabytes().toFixed(0)} MB\n`,
  );
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;
}

export function rate(count: number, ms: number): string {
  return `${Math.round((count / ms) * 1000).toLocaleString('en')}/s`;
}

export function times(ratio: number): string {
  return `${ratio.toFixed(2)}×`;
}
