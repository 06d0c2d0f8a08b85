import type { CadenceOfPerson, CustomerTypeOfPerson, RfmOfPerson } from '@nardeban/core/insight';

/** What segment, rhythm and type of a person were decided by. */
export interface Evidence {
  readonly rfm: Pick<RfmOfPerson, (typeof RFM)[number]>;
  readonly cadence: Pick<CadenceOfPerson, (typeof CADENCE)[number]>;
  readonly type: Pick<CustomerTypeOfPerson, (typeof TYPE)[number]>;
}

const RFM = ['recency', 'frequency', 'value'] as const;
const CADENCE = ['gaps', 'usualGap', 'lateFrom', 'veryLateFrom'] as const;
const TYPE = [
  'usualGap',
  'discounted',
  'discountedRate',
  'discountShare',
  'withLines',
  'mixed',
  'mixedRate',
  'categories',
  'items',
  'touches',
  'proneness',
  'pronenessTenth',
] as const;

/** Bytes of all of them. */
export const EVIDENCE_BYTES = 4 * (RFM.length + CADENCE.length + TYPE.length);

/**
 * As it is stored: the values alone, in the order of the names above, four bytes each. A name that is added goes to the end
 * of all.
 */
export function packEvidence({ rfm, cadence, type }: Evidence, into: DataView, from: number): void {
  let at = from;
  for (const name of RFM) at = put(into, at, rfm[name]);
  for (const name of CADENCE) at = put(into, at, cadence[name]);
  for (const name of TYPE) at = put(into, at, type[name]);
}

export function unpackEvidence(stored: Buffer): Evidence {
  let at = 0;
  const next = (names: readonly string[]): object =>
    Object.fromEntries(
      names.map((name) => {
        const figure = stored.readFloatBE(4 * at++);
        // Seven digits are kept, and four places are told.
        return [name, Number.isNaN(figure) ? null : Math.round(figure * 1e4) / 1e4];
      }),
    );
  return { rfm: next(RFM), cadence: next(CADENCE), type: next(TYPE) } as Evidence;
}

/** Not a number: null. */
function put(into: DataView, at: number, figure: number | null): number {
  into.setFloat32(at, figure ?? Number.NaN);
  return at + 4;
}
