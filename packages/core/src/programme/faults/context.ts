import type { Vocabulary } from '../../facts/index.ts';

/** What a programme is read against: the words of the business, and its ladders in force with their rungs. */
export interface ProgrammeContext {
  readonly words: Vocabulary;
  readonly ladders: readonly { readonly key: string; readonly rungs: readonly string[] }[];
}
