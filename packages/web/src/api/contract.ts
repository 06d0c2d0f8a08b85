import type {
  Explanation,
  LadderListed,
  LadderOverview,
  PersonDetails,
  PersonFound,
  PersonOnRung,
  Session,
  StoredFact,
} from './answers.ts';

interface Get<Answer, Query = Record<string, never>, Path = Record<string, never>> {
  get: {
    parameters: {
      query?: Query;
      path?: Path;
      header?: Record<string, string>;
    };
    responses: { 200: { content: { 'application/json': Answer } } };
  };
}

export interface paths {
  '/v1/session': Get<Session>;
  '/v1/ladders': Get<{ ladders: LadderListed[] }>;
  '/v1/ladders/{key}': Get<LadderOverview, { asOf?: string; from?: string; to?: string }, { key: string }>;
  '/v1/ladders/{key}/rungs/{rung}/people': Get<
    { people: PersonOnRung[]; next: string | null },
    { asOf?: string; after?: string; limit?: number },
    { key: string; rung: string }
  >;
  '/v1/people': Get<{ people: PersonFound[] }, { search?: string; limit?: number }>;
  '/v1/people/{id}': Get<PersonDetails, never, { id: string }>;
  '/v1/people/{id}/facts': Get<
    { facts: StoredFact[]; next: string | null },
    { after?: string; limit?: number; type?: string },
    { id: string }
  >;
  '/v1/people/{id}/ladders/{key}': Get<Explanation, { asOf?: string }, { id: string; key: string }>;
}
