import type { Results } from '../../../api/insight-queries.ts';

export type Seasons = Results['seasons'];
