import { searchKey } from '../../values/index.ts';

/** An Iranian postal address as far as two spellings of it can be told to be one. */
export interface Address {
  /** Ten digits; no two doors share one, but several flats may. */
  readonly postcode: string | null;
  /** Names of places on the way to the door, without the words for what they are. */
  readonly places: readonly string[];
  /** پلاک. */
  readonly plate: string | null;
  /** واحد. */
  readonly unit: string | null;
}

/** Words and abbreviations that say what the number after them is. */
const PLATE = new Set(['پلاک', 'پ', 'plate', 'plaque', 'no', 'number', 'شماره', 'ش']);
const UNIT = new Set(['واحد', 'و', 'unit', 'apt', 'flat']);
const POSTCODE = new Set(['کدپستی', 'پستی', 'postcode', 'postal']);
/** Of a storey the unit tells enough. */
const STOREY = new Set(['طبقه', 'ط', 'floor']);
/** What a place is: written by one and left out by another. */
const KINDS = new Set(
  (
    'ایران استان شهرستان شهر شهرک بخش روستا محله منطقه ناحیه خیابان خ خیابون کوچه ک کوی بن‌بست بنبست بست بن بلوار بل بولوار ' +
    'میدان م فلکه چهارراه سهراه سه راه بزرگراه اتوبان جاده کیلومتر نبش جنب روبروی روبرو مقابل بعد قبل از ابتدای انتهای بین ' +
    'اول تقاطع مجتمع ساختمان برج بلوک کد آدرس نشانی ادرس iran street st avenue ave alley blvd boulevard square road rd'
  )
    .split(' ')
    .map(searchKey),
);

/** Reads an address as people type it, in either language, with any digits. */
export function readAddress(raw: string): Address {
  const words = searchKey(raw)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    // «پ12» and «12واحد3» are two words each.
    .replace(/(\p{L})(?=\p{N})|(\p{N})(?=\p{L})/gu, '$1$2 ')
    .split(' ')
    .filter((word) => word !== '');
  let postcode: string | null = null;
  let plate: string | null = null;
  let unit: string | null = null;
  const places = new Set<string>();
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    const next = words[index + 1] ?? '';
    const isNumber = /^[0-9]+$/.test(next);
    if (/^[0-9]{10}$/.test(word)) postcode ??= word;
    else if (isNumber && PLATE.has(word)) {
      plate ??= plain(next);
      index++;
    } else if (isNumber && UNIT.has(word)) {
      unit ??= plain(next);
      index++;
    } else if (isNumber && STOREY.has(word)) index++;
    else if (
      !KINDS.has(word) &&
      !PLATE.has(word) &&
      !UNIT.has(word) &&
      !POSTCODE.has(word) &&
      !STOREY.has(word)
    )
      places.add(/^[0-9]+$/.test(word) ? plain(word) : word);
  }
  return { postcode, places: [...places].sort(), plate, unit };
}

/** Most of the places of the shorter one stand in the longer one as well. */
const SHARED = 0.75;

/**
 * Whether two addresses are one door. Post codes decide where both are known; else the plate must be the same and most
 * places too. Two units of one house are two doors. An address without a plate and post code says too little.
 */
export function sameAddress(one: Address, other: Address): boolean {
  if (one.unit !== null && other.unit !== null && one.unit !== other.unit) return false;
  if (one.postcode !== null && other.postcode !== null) return one.postcode === other.postcode;
  if (one.plate === null || one.plate !== other.plate) return false;
  const [short, long] = one.places.length <= other.places.length ? [one, other] : [other, one];
  if (short.places.length === 0) return false;
  const shared = short.places.filter((place) => long.places.includes(place)).length;
  return shared / short.places.length >= SHARED;
}

/** One key for the spellings of an address, for finding it among many; null where it says too little to be compared. */
export function addressKey({ postcode, places, plate, unit }: Address): string | null {
  if (postcode !== null) return `p:${postcode}:${unit ?? ''}`;
  if (plate === null || places.length === 0) return null;
  return `a:${places.join(' ')}:${plate}:${unit ?? ''}`;
}

function plain(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}
