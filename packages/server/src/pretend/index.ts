export { makeClub } from './club/index.ts';
export { demoProgramme } from './club/programme.ts';
export { DEMO_COLLEAGUES, DEMO_EMAIL, type DemoOptions, prepareDemo } from './demo.ts';
export { type Plan, type PretendFact, type PretendPerson, type World, worldOf } from './diary.ts';
export { pretendPeople } from './households.ts';
export { type Loading, loadPretendPeople } from './load.ts';
export { SHOPS } from './shops.ts';
export { forTrial, isTrial, waysIntoPortal } from './trial.ts';
