/** Long work in pieces: whoever does it may do something else wherever it yields. */
export type Pieces<Result> = Generator<void, Result>;

/** People that are gone through in one piece: some milliseconds. */
export const PEOPLE_A_PIECE = 20_000;

export function atOnce<Result>(work: Pieces<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
