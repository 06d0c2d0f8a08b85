import type { FastifyInstance } from 'fastify';
import { PROGRAM_PATHS } from './permit.ts';
import { refuseWith } from './problem.ts';

/**
 * Answers what no route answers: 405 with `Allow` where another method would do, a refusal under the paths of
 * programs, and for anything else a page asks for, the workplace, which knows its own addresses.
 */
export function answerUnknownRoutes(app: FastifyInstance, webIsBuilt: boolean): void {
  const routes: { readonly method: string; readonly shape: RegExp }[] = [];
  app.addHook('onRoute', (route) => {
    if (!PROGRAM_PATHS.test(route.url)) return;
    const shape = new RegExp(
      `^${route.url.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/:[A-Za-z]+/g, '[^/]+')}$`,
    );
    for (const method of [route.method].flat()) routes.push({ method, shape });
  });
  app.setNotFoundHandler((request, reply) => {
    const [path = '/'] = request.url.split('?');
    const allowed = [
      ...new Set(routes.filter(({ shape }) => shape.test(path)).map(({ method }) => method)),
    ].sort();
    if (allowed.length > 0) {
      void reply.header('allow', allowed.join(', '));
      return refuseWith(request, reply, { code: 'method_refused', detail: { method: request.method } });
    }
    const forPage = (request.method === 'GET' || request.method === 'HEAD') && !PROGRAM_PATHS.test(path);
    if (!forPage) return refuseWith(request, reply, { code: 'route_unknown' });
    if (!webIsBuilt) return refuseWith(request, reply, { code: 'web_not_built' });
    // A file that is not there is not a page: /assets/old.js must not answer with HTML.
    if (/\.[a-z0-9]{1,8}$/i.test(path)) return refuseWith(request, reply, { code: 'route_unknown' });
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
