import { SOURCE_NAMES } from '@nardeban/core/criteria';
import { useSetting } from '../setting.ts';

/** What a source is called in the reader's language; one that has no name is said as it was written. */
export function useSourceWord(): (source: string) => string {
  const { speech } = useSetting();
  return (source) => SOURCE_NAMES[source.toLowerCase()]?.[speech.language] ?? source;
}
