import type { ExperimentReading } from '../../../api/experiment-queries.ts';
import type { Outcome } from './experiment-form.ts';

type Read = Pick<ExperimentReading, 'verdict' | 'measurability'>;

export interface VerdictSaid {
  readonly say: 'more' | 'less' | 'open' | 'openSmall' | 'early' | 'faulty' | 'lessMoney';
  readonly severity: 'success' | 'warning' | 'info' | 'error';
}

/**
 * What an owner is told. An open reading of an experiment that is too small for what it hopes for says so: waiting will
 * not help it.
 */
export function verdictOf({ verdict, measurability }: Read, outcome: Outcome): VerdictSaid {
  switch (verdict) {
    case 'faulty':
      return { say: 'faulty', severity: 'error' };
    case 'too_early':
      return { say: 'early', severity: 'info' };
    case 'more':
      return { say: 'more', severity: 'success' };
    case 'less':
      return { say: outcome === 'margin' ? 'lessMoney' : 'less', severity: 'warning' };
    default:
      return measurability?.measurable === false
        ? { say: 'openSmall', severity: 'info' }
        : { say: 'open', severity: 'info' };
  }
}
