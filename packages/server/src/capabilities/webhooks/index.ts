export { pruneMessages } from './pruning.ts';
export { startHooks } from './work.ts';
