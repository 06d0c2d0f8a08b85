import type { FieldKind } from '@nardeban/core/facts';

/** The kinds a field of a business's own fact may have. */
export const declaredFieldKinds = [
  'text',
  'number',
  'money',
  'flag',
  'day',
] as const satisfies readonly FieldKind[];
