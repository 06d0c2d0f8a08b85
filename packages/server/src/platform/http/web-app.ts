import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { checkoutFolder } from '../config/index.ts';

export const webFolder = join(checkoutFolder, 'packages/web/dist');

/** Serves the built workplace; false when it has not been built. Names with a hash in them may be kept for ever. */
export async function serveWebApp(app: FastifyInstance, folder: string): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    cacheControl: false,
    // The build puts a compressed form beside each file; they are sent to who understands them.
    preCompressed: true,
    globIgnore: ['**/*.{br,gz}'],
    setHeaders(reply, path) {
      const hashed = ['assets', 'portal/assets'].some((part) => path.startsWith(join(folder, part)));
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  serveCustomersPages(app, folder);
  return true;
}

/**
 * The customer's own pages: one document for every business and every address in them, which finds out by itself where it
 * is. Their service worker stands where its scope is, so that it is asked of nothing else.
 */
function serveCustomersPages(app: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'portal/portal.html'))) return;
  app.get('/p/worker.js', (_, reply) =>
    reply.header('cache-control', 'no-cache').sendFile('portal/worker.js'),
  );
  for (const path of ['/p/:business', '/p/:business/*'])
    app.get(path, (_, reply) => reply.header('cache-control', 'no-cache').sendFile('portal/portal.html'));
}
