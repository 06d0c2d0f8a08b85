import type { Programme } from '@nardeban/core/programme';
import type { Fault } from '../../criteria/faults.ts';
import type { Step } from './programme-search.ts';
import type { ProgrammeWords } from './useProgrammeWords.ts';

/** What every step of the studio is given. */
export interface StepProps {
  readonly programme: Programme;
  /** All that is wrong with the programme; paths are those of the whole. */
  readonly faults: readonly Fault[];
  readonly words: ProgrammeWords;
  /** Read and not written. */
  readonly locked: boolean;
  readonly onChange: (programme: Programme) => void;
}

const BEGINNINGS: { readonly [One in Step]: RegExp } = {
  study: /^$/,
  goals: /^goals\b/,
  budget: /^budget\b/,
  whom: /^(?:campaigns|membership)\b/,
  wallets: /^wallets\b/,
  rules: /^(?:rules|groups)\b/,
  levels: /^levels\b/,
  referral: /^referral\b/,
};

/** What is wrong with the part of the programme that a step writes. */
export function faultsIn(step: Step, faults: readonly Fault[]): readonly Fault[] {
  return faults.filter(({ field }) => field !== '' && BEGINNINGS[step].test(field));
}
