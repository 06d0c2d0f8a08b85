/** What to write into a column, so that every table has a row of each business. */

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly needed: boolean;
  readonly generated: boolean;
}

/** Values that satisfy the checks of columns whose kind alone does not say what they hold. */
const SAMPLES: Readonly<Record<string, string>> = {
  'identifiers.kind': 'email',
  'insight_settings.horizon': '90',
  'insight_settings.discount': '0.15',
  'insight_runs.state': 'done',
  'insight_runs.phase': 'telling',
  'insight_models.fitted_to': 'today',
  'person_scores.band': 'safe',
  'conflicts.kind': 'two_people',
  'people_jobs.kind': 'tagging',
  'people_jobs.state': 'done',
  'people_jobs.restarted': 'changed',
  'relations.kind': 'knows',
  'declared_traits.kind': 'text',
  'ladders.kind': 'ladder',
  'ladder_versions.state': 'draft',
  'moves.cause': 'fact',
  'past_moves.told': '[[0, 0, 0, 1, "fact", []]]',
  'ladder_days.span': '1',
  'ladder_waits.span': '1',
  'imports.state': 'done',
  'deeds.by_kind': 'staff',
  'invitations.role': 'sales',
};

/** A value that this column takes. */
export function sample(table: string, column: Column, business: number): unknown {
  const named = SAMPLES[`${table.replace('public.', '')}.${column.name}`];
  if (named !== undefined) return named;
  switch (column.type) {
    case 'integer':
    case 'bigint':
    case 'smallint':
      // Different columns get different numbers: two that must differ do.
      return 1000 + table.length + column.name.length;
    case 'double precision':
    case 'real':
      return 0.5;
    case 'timestamp with time zone':
      return '2026-01-01T00:00:00Z';
    case 'date':
      return '2026-01-01';
    case 'jsonb':
    case 'json':
      return '{}';
    case 'bytea':
      return Buffer.from(`secret of ${business}`);
    case 'boolean':
      return false;
    case 'text[]':
    case 'bigint[]':
      return [];
    default:
      return `b${business}`;
  }
}
