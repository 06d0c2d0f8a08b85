/** `small`: 0 to 65,535, as many days as 179 years; what is above stays there. `real`: exact. `rough`: seven digits. */
type Kind = 'small' | 'real' | 'rough';

const PLACES = 1 << 16;
const LARGEST_SMALL = 65_535;

/**
 * One number a person, in the order in which people were taken. Kept in pieces, so that growing to a million copies
 * nothing and never holds the column twice.
 */
export class Column {
  size = 0;
  private readonly kind: Kind;
  private readonly pieces: (Uint16Array | Float64Array | Float32Array)[] = [];

  constructor(kind: Kind) {
    this.kind = kind;
  }

  push(value: number): void {
    const place = this.size % PLACES;
    if (place === 0) this.pieces.push(pieceOf(this.kind));
    const piece = this.pieces[this.pieces.length - 1];
    if (piece !== undefined) piece[place] = this.kind === 'small' ? Math.min(value, LARGEST_SMALL) : value;
    this.size++;
  }

  /** 0 beyond the end. */
  at(place: number): number {
    return this.pieces[Math.floor(place / PLACES)]?.[place % PLACES] ?? 0;
  }
}

function pieceOf(kind: Kind): Uint16Array | Float64Array | Float32Array {
  if (kind === 'small') return new Uint16Array(PLACES);
  return kind === 'real' ? new Float64Array(PLACES) : new Float32Array(PLACES);
}
