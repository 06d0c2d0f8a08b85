import type { FastifyInstance } from 'fastify';
import { buildServer, type Routes, type ServerParts } from './platform/http/index.ts';

const capabilities: readonly Routes[] = [];

/** The HTTP server with all its routes; it does not listen yet. */
export function buildApp(parts: ServerParts): Promise<FastifyInstance> {
  return buildServer(parts, capabilities);
}
