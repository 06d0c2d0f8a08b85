import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { loadChunk } from '../loading/chunk.ts';
import { type LateRoom, loadRoom, speaks } from './languages.ts';

/** Whether the sentences of a room are there in the language that is read; brings them in where they are not. */
export function useRoom(room: LateRoom): boolean {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [, setLoaded] = useState<string | null>(null);
  const isSaid = speaks(i18n, language, room);
  useEffect(() => {
    if (isSaid) return;
    let isWanted = true;
    loadChunk(() => loadRoom(i18n, room, language)).then(
      () => isWanted && setLoaded(language),
      // Without its words the part stays away; the page around it is whole.
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [i18n, isSaid, language, room]);
  return isSaid;
}
