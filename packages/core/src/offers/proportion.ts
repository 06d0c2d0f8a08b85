export { partOf, sumOf, timesOver, timesOverNearest, timesOverUp, WHOLE } from '../values/index.ts';
