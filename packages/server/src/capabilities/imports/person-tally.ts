const BITS = 65_536;

/** Counts different people by a bit each: their numbers come from a sequence, so a million people need little more than 100 KB. */
export class PersonTally {
  readonly #pages = new Map<number, Uint8Array>();
  #count = 0;

  add(personId: number): void {
    const page = Math.floor(personId / BITS);
    let bits = this.#pages.get(page);
    if (bits === undefined) {
      bits = new Uint8Array(BITS / 8);
      this.#pages.set(page, bits);
    }
    const at = personId % BITS;
    const mask = 1 << (at & 7);
    const before = bits[at >> 3] ?? 0;
    if ((before & mask) !== 0) return;
    bits[at >> 3] = before | mask;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }
}
