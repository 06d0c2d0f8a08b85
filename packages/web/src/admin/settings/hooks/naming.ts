import type { Vocabulary } from '@nardeban/core/facts';
import type { TFunction } from 'i18next';
import type { Hook, HookMessage } from '../../../api/hooks-queries.ts';
import type { Speech } from '../../../language/speech.ts';

export const MOVED = 'person.moved';
export const SEGMENT_CHANGED = 'person.segment_changed';
export const EVERYTHING = '*';

/** What an event is called by people; one that this page has no word for stands for itself. */
export function eventName(
  event: string,
  vocabulary: Vocabulary,
  t: TFunction,
  speech: Pick<Speech, 'language'>,
): string {
  if (event === MOVED) return t('hooks.event.moved');
  if (event === SEGMENT_CHANGED) return t('hooks.event.segment');
  if (event === EVERYTHING) return t('hooks.everything');
  if (event === 'webhook.test') return t('hooks.event.test');
  if (event.endsWith('.*')) return t('hooks.event.family', { family: event.slice(0, -2) });
  const word = Object.hasOwn(vocabulary, event) ? vocabulary[event] : undefined;
  if (word === undefined) return event;
  return speech.language === 'fa' ? word.fa : word.en.one;
}

/** The host is what people tell addresses apart by; the rest may hold a secret. */
export function hookName({ description, url }: Pick<Hook, 'description' | 'url'>): string {
  return description === '' ? (URL.parse(url)?.host ?? url) : description;
}

const KNOWN_ERRORS = [
  'timeout',
  'connection_failed',
  'name_unknown',
  'tls_failed',
  'address_refused',
  'hook_off',
] as const;

/** What the last attempt came to, in a few words; null: none was made yet. */
export function sayOutcome(
  { status, error }: Pick<HookMessage, 'status' | 'error'>,
  t: TFunction,
  speech: Pick<Speech, 'number'>,
): string | null {
  // A status is a code and no amount: no separators, and each digit by itself.
  if (status !== null) {
    const digits = String(status).replace(/\d/g, (digit) => speech.number(Number(digit)));
    return t('hooks.answered', { status: digits });
  }
  if (error === null) return null;
  return t(`hooks.error.${KNOWN_ERRORS.find((one) => one === error) ?? 'other'}`);
}

type HookState = 'on' | 'off' | 'failing' | 'gone' | 'stopped';

export function hookState({ enabled, offBecause, failingSince }: Hook): HookState {
  if (enabled) return failingSince === null ? 'on' : 'failing';
  if (offBecause === 'gone') return 'gone';
  return offBecause === 'failing' ? 'stopped' : 'off';
}
