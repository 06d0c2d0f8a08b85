import type { TFunction } from 'i18next';
import type { Import } from '../../api/imports-queries.ts';
import type { Speech } from '../../language/speech.ts';

/** «۵ آذر ۱۴۰۵ ۱۴:۳۰», held together in a sentence of either direction. */
export function momentOf(at: number, speech: Speech): string {
  return isolated(`${speech.date(at)} ${speech.time(at)}`);
}

/** The same for what a file says, where a day without a time of day is read as its first instant. */
export function toldAt(at: number, speech: Speech): string {
  return speech.dayOf(at) === speech.dayOf(at - 1) ? momentOf(at, speech) : speech.date(at);
}

/** A piece of text whose letters do not pull its neighbours to their side. */
function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}

/** Who made it, as people call them: the command line and keys have no name of their own. */
export function makerOf(by: string, t: TFunction): string {
  if (by === 'cli') return t('imports.byTerminal');
  return /^key [0-9]+: /.test(by) ? t('imports.byKey') : isolated(by);
}

/** A decimal amount of the server in the words of the business. */
export function amountOf(decimal: string, speech: Speech): string {
  return speech.money(Number(decimal.replace('.', '')));
}

/** «نزدیک ۲ دقیقه مانده». */
export function timeLeft(seconds: number, t: TFunction, speech: Speech): string {
  const count = seconds < 90 ? Math.max(1, Math.round(seconds)) : Math.round(seconds / 60);
  const number = speech.number(count);
  return seconds < 90
    ? t('imports.run.seconds', { count, number })
    : t('imports.run.minutes', { count, number });
}

/** How much of an import's way is done, 0 to 1: reading is its first fifth. */
export function shareOf({ progress }: Import): number {
  const { phase, rows, rowsTotal } = progress;
  const share = rowsTotal > 0 ? Math.min(1, rows / rowsTotal) : 0;
  return phase === 'reading' ? share * 0.2 : 0.2 + share * 0.8;
}
