import { scoreInterval } from '../values/index.ts';

/** How often something came of something, with what is known of the true rate by so few or so many. */
export interface Rate {
  readonly times: number;
  readonly of: number;
  /** Null where it was never tried. */
  readonly rate: number | null;
  /** Between these the true rate lies in 95 of 100 such cases; 0 and 1 where it was never tried. */
  readonly low: number;
  readonly high: number;
}

/** `times` of `of`, with its score interval. */
export function rateOf(times: number, of: number): Rate {
  if (!(of > 0)) return { times: 0, of: 0, rate: null, low: 0, high: 1 };
  const { share, low, high } = scoreInterval(times, of);
  return { times, of, rate: share, low, high };
}
