import type { Move } from '@nardeban/core/ladder';
import type { Moved } from '../facts/index.ts';
import type { Version } from './versions.ts';

type Step = Pick<Move, 'at' | 'from' | 'to' | 'cause'>;

/**
 * What is told of a person whose timeline was `before` and is `after`: nothing where they stand where they stood, however
 * much of their past reads differently now; else one step from there to here. Of a version that is only being published
 * nothing is told.
 */
export function standingElsewhere(
  { ladderId, version, state }: Pick<Version, 'ladderId' | 'version' | 'state'>,
  personId: number,
  before: readonly Step[],
  after: readonly Step[],
): Moved[] {
  if (state !== 'published') return [];
  const was = before.at(-1);
  const is = after.at(-1);
  const from = was?.to ?? is?.from;
  const to = is?.to ?? before[0]?.from;
  if (from === undefined || to === undefined || from === to) return [];
  const isNew = is !== undefined && !before.some((step) => step.at === is.at && step.to === is.to);
  return [
    {
      ladderId,
      version,
      personId,
      from,
      to,
      at: isNew ? is.at : (was?.at ?? 0),
      cause: isNew ? is.cause : 'correction',
    },
  ];
}
