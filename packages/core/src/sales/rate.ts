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

/** The 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * `times` of `of`, with Wilson's score interval (Journal of the American Statistical Association 22, 1927), which keeps
 * within 0 and 1 and holds also where it was tried three times.
 */
export function rateOf(times: number, of: number): Rate {
  if (!(of > 0)) return { times: 0, of: 0, rate: null, low: 0, high: 1 };
  const share = times / of;
  const weight = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / weight;
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of))) / weight;
  return {
    times,
    of,
    rate: share,
    low: times === 0 ? 0 : Math.max(0, middle - reach),
    high: times === of ? 1 : Math.min(1, middle + reach),
  };
}
