import type { components, paths } from './generated.ts';

/** What the server answers, by the names the page uses. Instants are epoch milliseconds, days YYYY-MM-DD. */

type Schemas = components['schemas'];
type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;

export type Session = Schemas['Session'];
export type LadderListed = Answer<'/v1/ladders'>['ladders'][number];
export type Place = LadderListed['places'][number];
export type LadderOverview = Schemas['LadderOverview'];
export type Step = LadderOverview['steps'][number];
export type PersonOnRung = Answer<'/v1/ladders/{key}/rungs/{rung}/people'>['people'][number];
export type PersonFound = Answer<'/v1/people'>['people'][number];
export type PersonDetails = Schemas['Person'];
export type Identifier = PersonFound['identifiers'][number];
export type StoredFact = Answer<'/v1/people/{id}/facts'>['facts'][number];
export type Explanation = Schemas['Explanation'];
export type Move = Explanation['moves'][number];

/** One page of a list, and what to ask for the next one with. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
