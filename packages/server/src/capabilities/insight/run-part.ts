import type { Buyer } from '@nardeban/core/insight';
import type { Day } from '@nardeban/core/values';
import type { Database, Tx } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';

/** Questions that are asked of all buyers in the same walk, and kept in tables of their own. */
export interface RunPart {
  /** Once for every buyer, in any order. */
  take(buyer: Buyer): void;
  /** Writes what was found, in the transaction in which the run becomes the one that is read. */
  keep(tx: Tx): Promise<void>;
}

export interface RunAsked {
  readonly database: Database;
  readonly business: Business;
  readonly run: number;
  /** The last day that is seen, whole. */
  readonly asOf: Day;
}

/** Reads what the part needs before the walk begins. */
export type BeginPart = (asked: RunAsked) => Promise<RunPart>;
