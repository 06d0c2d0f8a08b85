export { sweepExports } from './exporting.ts';
export { runPeopleJob } from './jobs.ts';
export { listPeople, type ListAsked, type PeoplePage } from './listing.ts';
export { changeSegment, listSegments, makeSegment, removeSegment } from './segments.ts';
export type { Segment } from './segment-store.ts';
export { segmentIdOf } from './segment-definition.ts';
