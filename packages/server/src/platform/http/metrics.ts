import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../database/index.ts';
import type { Askers } from './asker.ts';
import { refuseWith } from './problem.ts';

/** What the program measures of itself. One registry per program, so that two in one test do not meet. */
export interface Metrics {
  readonly registry: Registry;
  readonly refusedEvents: Counter<'code'>;
}

export function makeMetrics(app: FastifyInstance, database: Database): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'nardeban_http_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const connections = new Gauge({
    name: 'nardeban_database_connections',
    help: 'Connections to the database, by what they do',
    labelNames: ['state'] as const,
    registers: [registry],
    collect() {
      const { totalCount, idleCount, waitingCount } = database.pool;
      connections.set({ state: 'busy' }, totalCount - idleCount);
      connections.set({ state: 'idle' }, idleCount);
      connections.set({ state: 'waited_for' }, waitingCount);
    },
  });
  const refusedEvents = new Counter({
    name: 'nardeban_tracking_refused_total',
    help: 'Events of tracking libraries that were not stored, by refusal code',
    labelNames: ['code'] as const,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    // By the route's pattern, never the address: an address names people, and there is no end of them.
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
  });
  return { registry, refusedEvents };
}

/** From this machine, or with a key that may. A request a proxy passed on is not from this machine. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, askers: Askers): void {
  const access = { public: 'checks by itself: this machine needs no key' };
  app.get('/metrics', { config: { scope: access }, schema: { hide: true } }, async (request, reply) => {
    if (!fromThisMachine(request)) {
      const known = await askers.identify(request);
      if (!known.ok) return refuseWith(request, reply, known.refusal);
      if (known.value === null) return refuseWith(request, reply, { code: 'sign_in_needed' });
      if (!known.value.scopes.has('metrics:read')) {
        return refuseWith(request, reply, { code: 'scope_missing', detail: { scope: 'metrics:read' } });
      }
    }
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function fromThisMachine(request: FastifyRequest): boolean {
  const { headers } = request;
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined) return false;
  return /^(?:127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}
