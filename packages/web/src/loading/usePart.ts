import { type ComponentType, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToasts } from '../ui/toasts.ts';
import { loadChunk } from './chunk.ts';
import { Replaced } from './version.ts';

/** When the first view has had the line to itself for this long, parts that are not shown yet are fetched. */
const QUIET_MS = 2_500;

/**
 * A part of a view that is fetched on its own: null until it is there. When it cannot be had that is said, and the
 * view stays as it is, with all that was typed into it; the next time it is wanted it is asked for again.
 */
export function usePart<Props>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
  wanted: boolean,
): ComponentType<Props> | null {
  const { t } = useTranslation();
  const toasts = useToasts();
  const [part, setPart] = useState<{ readonly is: ComponentType<Props> } | null>(null);
  const isHere = part !== null;
  useEffect(() => {
    if (isHere) return;
    const timer = setTimeout(
      () => {
        const asked = wanted ? loadChunk(load) : load();
        asked.then(
          (module) => setPart({ is: module.default }),
          (error: unknown) => {
            if (wanted)
              toasts.failed(t(error instanceof Replaced ? 'version.partGone' : 'failure.offline.text'));
          },
        );
      },
      wanted ? 0 : QUIET_MS,
    );
    return () => clearTimeout(timer);
  }, [isHere, load, t, toasts, wanted]);
  return part?.is ?? null;
}
