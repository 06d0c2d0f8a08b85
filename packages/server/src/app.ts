import type { FastifyInstance } from 'fastify';
import { factRoutes } from './capabilities/facts/routes.ts';
import { importRoutes } from './capabilities/imports/routes.ts';
import { ladderChangeRoutes } from './capabilities/ladder/change-routes.ts';
import { ladderRoutes } from './capabilities/ladder/routes.ts';
import { peopleRoutes } from './capabilities/people/routes.ts';
import { buildServer, type Routes, type ServerParts } from './platform/http/index.ts';

const capabilities: readonly Routes[] = [
  factRoutes,
  peopleRoutes,
  ladderRoutes,
  ladderChangeRoutes,
  importRoutes,
];

/** The HTTP server with all its routes; it does not listen yet. */
export function buildApp(parts: ServerParts): Promise<FastifyInstance> {
  return buildServer(parts, capabilities);
}
