import type { Qualification } from '@nardeban/core/sales';
import type { Fault } from '../../criteria/faults.ts';

/** A part of the form in which the definition is written. */
export interface RulePart {
  readonly definition: Qualification;
  readonly faults: readonly Fault[];
  readonly mayChange: boolean;
  readonly onChange: (definition: Qualification) => void;
}
