export { arbitraryCriteria, arbitraryFacts, arbitraryInstant, arbitraryLadder } from './arbitraries.ts';
export { type Chance, seededChance } from './chance.ts';
export {
  doInBook,
  LEDGER_PEOPLE,
  LEDGER_START,
  type LedgerDeed,
  ledgerDeeds,
} from './ledger-deeds.ts';
export { type Expectation, readStory, type Story, type StoryFact, type StoryOptions } from './stories.ts';
