export { makeApiKey } from './api-keys.ts';
export { dayText, described, idText, named, paging } from './described.ts';
export { type Http, refusals } from './http.ts';
export { refusalOfIssue } from './input-refusal.ts';
export { contractText } from './openapi.ts';
export { askerOf } from './permit.ts';
export { type Scope, scopes } from './permissions.ts';
export { lineRefusal, readerLanguage, refusalSchema, refuseWith } from './problem.ts';
export { buildServer, type RouteParts, type Routes, type ServerParts } from './server.ts';
