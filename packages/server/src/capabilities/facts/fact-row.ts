import type { FactData } from '@nardeban/core/facts';
import type { Instant } from '@nardeban/core/values';

/** A fact ready to be stored: checked against the vocabulary, its person resolved. */
export interface FactRow {
  readonly personId: number | null;
  /** The conflict the fact waits for; then nobody stands on it yet. */
  readonly conflictId: number | null;
  readonly type: string;
  readonly at: Instant;
  readonly sourceId: number;
  /** Unique within its source. */
  readonly key: string;
  readonly data: FactData;
}
