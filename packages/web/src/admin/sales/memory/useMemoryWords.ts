import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import type { KeptPromise, Note, Role } from './queries.ts';

/** Keeps somebody's own words apart from the sentence around them, whichever way each runs. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

/** How what was said is said again. */
export function useMemoryWords() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const named = (who: { readonly id: number; readonly name: string | null }): string =>
    who.name ?? t('person.nameless', { number: who.id });
  const day = (iso: string): string => {
    const found = dayOfAddress(iso);
    return found === null ? iso : speech.day(found);
  };

  /** What a note tells beside its words: figures, a day, where it came from. */
  function details(note: Note): readonly string[] {
    const told: string[] = [];
    if (note.kind === 'purpose' && note.purpose !== null) told.push(t(`salesMemory.purpose.${note.purpose}`));
    const { low, high } = note;
    if (low !== null && high !== null)
      told.push(t('salesMemory.between', { low: speech.money(low), high: speech.money(high) }));
    else if (high !== null) told.push(t('salesMemory.upTo', { high: speech.money(high) }));
    else if (low !== null) told.push(t('salesMemory.from', { low: speech.money(low) }));
    if (note.byDay !== null) told.push(t('salesMemory.until', { day: day(note.byDay) }));
    if (note.product !== '') told.push(t('salesMemory.about', { product: isolated(note.product) }));
    if (note.source !== null) told.push(t(`salesMemory.source.${note.source}`));
    return told;
  }

  /** The note in one line, for what speaks of it. */
  function inShort(note: Note): string {
    const text = note.text === '' ? details(note).join('، ') : note.text;
    return text.length > 60 ? `${text.slice(0, 60)}…` : text;
  }

  return {
    named,
    day,
    details,
    inShort,
    said: (note: Note): string =>
      t('salesMemory.said', {
        who: isolated(
          note.player === null ? (note.saidBy ?? t('salesMemory.themselves')) : named(note.player),
        ),
        day: speech.date(note.saidAt),
      }),
    player: (role: Role): string =>
      role.self ? t('salesMemory.themselves') : role.player === null ? (role.name ?? '') : named(role.player),
    promiser: (promise: KeptPromise): string =>
      t('salesMemory.promises.by', { who: isolated(promise.promisedBy) }),
  };
}
