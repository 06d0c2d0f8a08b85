export {
  type BusinessCalendar,
  type BusinessMoney,
  type BusinessSettings,
  DEFAULT_BUSINESS,
} from './business.ts';
export { CSV_START, csvLine } from './csv-line.ts';
export { type Moment, type MomentOptions, readMoment } from './dates.ts';
export {
  addMonths,
  type Calendar,
  type CalendarDate,
  dateOf,
  type Day,
  dayFrom,
  FIRST_TABLED_DAY,
  isoDay,
  jalaliDay,
  LAST_TABLED_DAY,
  monthLength,
  monthName,
  MS_PER_DAY,
  readIsoDay,
  showDay,
  showMonth,
  startOfMonth,
  startOfYear,
  weekday,
} from './days.ts';
export { toLatinDigits, toPersianDigits } from './digits.ts';
export { readEmail } from './email.ts';
export type { Language } from './language.ts';
export {
  currencyDigits,
  type Minor,
  minorToDecimal,
  type MoneyUnit,
  NO_CURRENCY,
  RIAL,
  showMoney,
} from './money.ts';
export { readLegalId, readNationalId } from './nationalId.ts';
export { type DotMeaning, type MoneyOptions, readMoney, readNumber } from './numbers.ts';
export { readMobile, showMobile } from './phones.ts';
export { partOf, sumOf, timesOver, timesOverNearest, timesOverUp, WHOLE } from './proportion.ts';
export { type RefusalSentence, refusalSentences, sayRefusal } from './refusal-sentences.ts';
export { accept, changedMeanwhile, type Refusal, refuse, type Result } from './refusal.ts';
export { scoreDifference, scoreInterval } from './score-interval.ts';
export { divide, shareOfPieces } from './shares.ts';
export { type SmsLength, smsLength } from './sms.ts';
export { displayText, isPlainText, keyboardSlips, looseKey, searchKey } from './text.ts';
export { exitDay, exitTable, type Window } from './window.ts';
export { type Instant, isZone, type Zone, zoneOf } from './zone.ts';
export { inWords } from './number-words.ts';
