/**
 * ln Γ and ψ for positive arguments: Stirling's series (Abramowitz and Stegun 6.1.41, 6.3.18) from 10 on, and below it by
 * the recurrences Γ(z+1) = zΓ(z), ψ(z+1) = ψ(z) + 1/z. Relative error about 1e-15.
 */
const SERIES_FROM = 10;
const HALF_LN_TWO_PI = 0.9189385332046728;

export function lnGamma(value: number): number {
  let z = value;
  let product = 1;
  while (z < SERIES_FROM) product *= z++;
  const w = 1 / (z * z);
  const series =
    (1 / 12 -
      w * (1 / 360 - w * (1 / 1260 - w * (1 / 1680 - w * (1 / 1188 - w * (691 / 360360 - w / 156)))))) /
    z;
  return (z - 0.5) * Math.log(z) - z + HALF_LN_TWO_PI + series - Math.log(product);
}

/** The derivative of ln Γ. */
export function digamma(value: number): number {
  let z = value;
  let sum = 0;
  while (z < SERIES_FROM) sum -= 1 / z++;
  const w = 1 / (z * z);
  const series =
    w * (1 / 12 - w * (1 / 120 - w * (1 / 252 - w * (1 / 240 - w * (1 / 132 - (w * 691) / 32760)))));
  return sum + Math.log(z) - 0.5 / z - series;
}
