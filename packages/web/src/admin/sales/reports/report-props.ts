import type { components } from '../../../api/generated.ts';
import type { Asked } from './queries.ts';
import type { LookedInto } from './reports-search.ts';

export type Pipeline = components['schemas']['KeptPipeline']['definition'];

/** What each report is given: what it is asked about, the words of the pipeline, and how a figure is looked into. */
export interface ReportProps {
  readonly asked: Asked;
  readonly pipeline: Pipeline;
  readonly onInto: (into: LookedInto) => void;
}
