export { answerInThread, inThread, ThreadDied } from './in-thread.ts';
