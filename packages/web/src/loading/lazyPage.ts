import { lazyRouteComponent } from '@tanstack/react-router';
import { loadChunk } from './chunk.ts';

/** A page that is fetched when it is needed; a restart of the server or a deployment in between does not break it. */
export function lazyPage<Module extends Record<string, unknown>, Name extends keyof Module & string>(
  load: () => Promise<Module>,
  name: Name,
) {
  return lazyRouteComponent<Module, Name>(() => loadChunk(load), name);
}
