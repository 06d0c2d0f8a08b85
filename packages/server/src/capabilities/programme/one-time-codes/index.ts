export {
  askCode,
  checkCode,
  type CodeAsked,
  type CodeParts,
  type CodeProof,
  type CodeSent,
  type CodeTold,
  useCode,
} from './codes.ts';
export { forgetSpentCodes } from './forgetting.ts';
export type { CodePurpose } from './sentence.ts';
