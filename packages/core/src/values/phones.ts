import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { quoting } from './quote.ts';
import { accept, refuse, type Result } from './refusal.ts';
import { searchKey } from './text.ts';

/** The spellings of an Iranian mobile that spreadsheets hold by the million. */
const PLAIN_IRANIAN = /^(?:\+98|0098|98|0)?(9[0-9]{9})$/;

/**
 * Five-digit beginnings of Iranian mobiles that the library has judged valid. Its pattern for Iran decides by
 * the first five digits, so one judgement serves the hundred thousand numbers that share them.
 */
const knownBeginnings = new Uint8Array(100_000);

/** Excel's way with long numbers: the last digits are lost, so nothing can be read. */
const EXPONENT_FORM = /^[0-9](?:[.,٫/][0-9]+)?e\+?[0-9]+$/;

/**
 * A mobile number in E.164 (`+989121234567`), the identity of a club member, from any spelling: national or
 * international, Persian or Arabic digits, spaces, dashes, invisible marks, a zero eaten by a spreadsheet.
 * `region` is where numbers without a country code belong. Refusals: `phone_missing`,
 * `phone_in_exponent_form`, `phone_not_mobile` (a landline), `phone_invalid`.
 */
export function readMobile(raw: string, region = 'IR'): Result<string> {
  if (region === 'IR') {
    const national = PLAIN_IRANIAN.exec(raw)?.[1];
    if (national !== undefined) return quoting(raw, iranianMobile(national));
  }
  const text = searchKey(raw.slice(0, 64)).replace(/^([0-9]+)\.0+$/, '$1');
  if (text === '') return refuse('phone_missing');
  if (region === 'IR') {
    const national = PLAIN_IRANIAN.exec(text.replace(/[ -]/g, ''))?.[1];
    if (national !== undefined) return quoting(raw, iranianMobile(national));
  }
  if (EXPONENT_FORM.test(text)) return quoting(raw, refuse('phone_in_exponent_form'));
  return quoting(raw, judged(text, region));
}

/** A mobile as people of its country write it: `0912 123 4567` for Iran, else the international form. */
export function showMobile(e164: string): string {
  const iranian = /^\+98(9[0-9]{2})([0-9]{3})([0-9]{4})$/.exec(e164);
  if (iranian !== null) return `0${iranian[1]} ${iranian[2]} ${iranian[3]}`;
  return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164;
}

function iranianMobile(national: string): Result<string> {
  const beginning = Number(national.slice(0, 5));
  if (knownBeginnings[beginning] === 1) return accept(`+98${national}`);
  const result = judged(`+98${national}`, 'IR');
  if (result.ok) knownBeginnings[beginning] = 1;
  return result;
}

function judged(text: string, region: string): Result<string> {
  const number = parsePhoneNumberFromString(text, {
    extract: false,
    ...(isSupportedCountry(region) ? { defaultCountry: region } : {}),
  });
  if (number === undefined || !number.isValid() || number.ext !== undefined) {
    return refuse('phone_invalid');
  }
  const type = number.getType();
  // Some countries, as the United States, give mobiles and landlines the same numbers.
  if (type !== 'MOBILE' && type !== 'FIXED_LINE_OR_MOBILE') return refuse('phone_not_mobile');
  return accept(number.number);
}
