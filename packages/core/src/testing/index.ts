export { arbitraryCriteria, arbitraryFacts, arbitraryInstant, arbitraryLadder } from './arbitraries.ts';
export { type Chance, seededChance } from './chance.ts';
export { type Expectation, readStory, type Story, type StoryFact, type StoryOptions } from './stories.ts';
