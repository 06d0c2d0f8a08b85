/**
 * Arrays as parameters in the server's binary form (PostgreSQL, array_recv): a fraction of the time that the driver takes to
 * write an array and the server to read it as text. For statements that write rows by the thousand with `unnest`.
 */

const HEADER = 20;
const ELEMENTS = { int2: 21, int4: 23, int8: 20, float8: 701, bool: 16, text: 25 } as const;
/** The length of what is null. */
const NULL = -1;
const TWO_TO_32 = 0x1_0000_0000;
/** No letter takes more bytes for each of its units. */
const BYTES_A_UNIT = 3;

/** An array that is written value by value into the memory in which it is sent: nothing of a value outlives the call. */
export class GrowingArray {
  readonly #element: number;
  #place: Buffer;
  #at = HEADER;
  #length = 0;
  #hasNulls = false;

  /** `room`: bytes that its values are thought to take. */
  constructor(element: keyof typeof ELEMENTS, room = 1 << 12) {
    this.#element = ELEMENTS[element];
    this.#place = Buffer.allocUnsafe(HEADER + room);
  }

  get length(): number {
    return this.#length;
  }

  int2(value: number): void {
    const at = this.#next(2);
    this.#place.writeInt16BE(value, at);
  }

  int4(value: number): void {
    const at = this.#next(4);
    this.#place.writeInt32BE(value, at);
  }

  int8(value: number): void {
    const at = this.#next(8);
    const high = Math.floor(value / TWO_TO_32);
    this.#place.writeInt32BE(high, at);
    this.#place.writeUInt32BE(value - high * TWO_TO_32, at + 4);
  }

  /** Instants go over in this form: `to_timestamp(value / 1000)` is cheap where reading a timestamptz is not. */
  float8(value: number): void {
    const at = this.#next(8);
    this.#place.writeDoubleBE(value, at);
  }

  bool(value: boolean): void {
    const at = this.#next(1);
    this.#place[at] = value ? 1 : 0;
  }

  /** Must be free of NUL, which PostgreSQL cannot hold; half a surrogate pair becomes U+FFFD on the way. */
  text(value: string): void {
    const at = this.#next(BYTES_A_UNIT * value.length);
    const length = this.#place.write(value, at);
    this.#place.writeInt32BE(length, at - 4);
    this.#at = at + length;
  }

  null(): void {
    const at = this.#next(0);
    this.#place.writeInt32BE(NULL, at - 4);
    this.#hasNulls = true;
  }

  /** What is sent; valid until the next value. */
  whole(): Buffer {
    const place = this.#place;
    // An array of nothing has no dimensions.
    place.writeInt32BE(this.#length === 0 ? 0 : 1, 0);
    place.writeInt32BE(this.#hasNulls ? 1 : 0, 4);
    place.writeInt32BE(this.#element, 8);
    place.writeInt32BE(this.#length, 12);
    place.writeInt32BE(1, 16);
    return place.subarray(0, this.#length === 0 ? 12 : this.#at);
  }

  /** Room for one value of so many bytes, told before it; answers where it begins. */
  #next(size: number): number {
    const at = this.#at + 4;
    if (at + size > this.#place.length) {
      const larger = Buffer.allocUnsafe(2 * this.#place.length + size);
      this.#place.copy(larger, 0, 0, this.#at);
      this.#place = larger;
    }
    this.#place.writeInt32BE(size, at - 4);
    this.#length++;
    this.#at = at + size;
    return at;
  }
}

/** Arrays of one kind as one, each after the other. */
export function joinedArrays(arrays: readonly Buffer[]): Buffer {
  const [first] = arrays;
  if (first === undefined || arrays.length === 1) return first ?? new GrowingArray('text').whole();
  const filledOnes = arrays.filter((array) => array.readInt32BE(0) > 0);
  const joined = Buffer.concat([Buffer.alloc(HEADER), ...filledOnes.map((array) => array.subarray(HEADER))]);
  const length = filledOnes.reduce((sum, array) => sum + array.readInt32BE(12), 0);
  joined.writeInt32BE(length === 0 ? 0 : 1, 0);
  joined.writeInt32BE(filledOnes.some((array) => array.readInt32BE(4) > 0) ? 1 : 0, 4);
  joined.writeInt32BE(first.readInt32BE(8), 8);
  joined.writeInt32BE(length, 12);
  joined.writeInt32BE(1, 16);
  return joined.subarray(0, length === 0 ? 12 : joined.length);
}

export function int2Array(values: readonly number[]): Buffer {
  return filled(new GrowingArray('int2', 6 * values.length), values, (array, value) => array.int2(value));
}

export function int4Array(values: readonly number[]): Buffer {
  return filled(new GrowingArray('int4', 8 * values.length), values, (array, value) => array.int4(value));
}

/** Null stays null, here and below. */
export function int8Array(values: readonly (number | null)[]): Buffer {
  return filled(new GrowingArray('int8', 12 * values.length), values, (array, value) => array.int8(value));
}

export function float8Array(values: readonly (number | null)[]): Buffer {
  return filled(new GrowingArray('float8', 12 * values.length), values, (array, value) =>
    array.float8(value),
  );
}

export function boolArray(values: readonly boolean[]): Buffer {
  return filled(new GrowingArray('bool', 5 * values.length), values, (array, value) => array.bool(value));
}

export function textArray(values: readonly (string | null)[]): Buffer {
  const room = values.reduce((bytes, value) => bytes + 4 + BYTES_A_UNIT * (value?.length ?? 0), 0);
  return filled(new GrowingArray('text', room), values, (array, value) => array.text(value));
}

function filled<Value>(
  array: GrowingArray,
  values: readonly (Value | null)[],
  put: (array: GrowingArray, value: Value) => void,
): Buffer {
  for (const value of values) {
    if (value === null) array.null();
    else put(array, value);
  }
  return array.whole();
}
