/** What the address of the page on vouchers holds. */
export interface VouchersSearch {
  /** The batches are listed without it. */
  readonly batch?: number;
  /** One code of that batch, somebody has looked for. */
  readonly code?: number;
  /** Only batches with this in their name. */
  readonly name?: string;
}

export function readVouchers(raw: Readonly<Record<string, unknown>>): VouchersSearch {
  const batch = numberIn(raw['batch']);
  const code = numberIn(raw['code']);
  // The router reads `?name=1405` as a number; a name is always a text.
  const name = typeof raw['name'] === 'number' ? String(raw['name']) : raw['name'];
  return {
    ...(batch === undefined ? {} : { batch }),
    ...(batch === undefined || code === undefined ? {} : { code }),
    ...(typeof name === 'string' && name !== '' && name.length <= 200 ? { name } : {}),
  };
}

/** The number of a thing that is kept, as an address holds it. */
export function numberIn(raw: unknown): number | undefined {
  const number = typeof raw === 'number' || typeof raw === 'string' ? Number(raw) : Number.NaN;
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
