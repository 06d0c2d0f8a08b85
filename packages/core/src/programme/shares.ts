export { divide, shareOfPieces } from '../values/index.ts';
