export { addJob, prepareJobs, startJobs } from './jobs.ts';
export type { Jobs, Task } from './jobs.ts';
