export { asOfInstant, endOfDay, startOfDay } from './asof.ts';
export { checkBusiness } from './checking.ts';
export type { CheckAnswer, Difference } from './checking.ts';
export { drainClimbs } from './climbing.ts';
export type { Drained } from './climbing.ts';
export { explainPerson } from './explaining.ts';
export type { MoveExplained, PersonExplained } from './explaining.ts';
export { foundBusiness } from './founding.ts';
export { recountLadder } from './counting.ts';
export { trialStore } from './kept-trials.ts';
export { ladderHistory } from './ladder-history.ts';
export { ladderMoves } from './ladder-moves.ts';
export type { LadderMove, MovesPage } from './ladder-moves.ts';
export { countMoney } from './money.ts';
export { overviewOf } from './overview.ts';
export type { Overview } from './overview.ts';
export {
  readingFor,
  readPeople,
  readPeopleAfter,
  readPeopleFrom,
} from './histories.ts';
export type { KnownPerson } from './histories.ts';
export { beginPublishing, publishEverybody, retire, saveDraft } from './publishing.ts';
export type { DraftSaved, PublishProgress } from './publishing.ts';
export { peopleOnRung } from './rung-people.ts';
export type { PersonOnRung, RungPage } from './rung-people.ts';
export { climbedTo, type StoodThen, stoodThen } from './stood-then.ts';
export { activeVersions, calendarOf, listLadders, publishedVersion, versionByNumber } from './versions.ts';
export type { LadderSummary, Version } from './versions.ts';
export { type VersionNamed, versionsNamed } from './versions-named.ts';
export { whatIf } from './what-if.ts';
export type { Change, WhatIfAnswer, WhatIfOptions } from './what-if.ts';
export { startClimbing } from './work.ts';
export type { ClimbWork } from './work.ts';
export { becauseSchema } from './schemas.ts';
