import type { ImportPhase, ImportProgress } from './records.ts';

/** How often progress is told, at most. */
const EVERY_MS = 1000;

/** Rows per second and time left, from how long the rows so far have taken. */
export class Pace {
  #phase: ImportPhase = 'reading';
  #began = performance.now();
  #from = 0;
  #told = 0;

  /** A new phase counts its rows from `rows` on: those before were done by an earlier run. */
  begin(phase: ImportPhase, rows = 0): void {
    this.#phase = phase;
    this.#began = performance.now();
    this.#from = rows;
    this.#told = 0;
  }

  /** Has the time come to tell again? Then it counts as told. */
  isDue(): boolean {
    const now = performance.now();
    if (now - this.#told < EVERY_MS) return false;
    this.#told = now;
    return true;
  }

  at(
    rows: number,
    rowsTotal: number,
  ): Pick<ImportProgress, 'phase' | 'rows' | 'rowsTotal' | 'rowsPerSecond' | 'secondsLeft'> {
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = seconds > 0 ? (rows - this.#from) / seconds : 0;
    return {
      phase: this.#phase,
      rows,
      rowsTotal,
      rowsPerSecond: Math.round(rate),
      secondsLeft: rate > 0 ? Math.max(0, Math.round((rowsTotal - rows) / rate)) : null,
    };
  }
}
