import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { type Sms, smsFor } from '../channels/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Config } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import { readFormBodies, serveStyle } from '../pages/index.ts';
import { makeAuth, makeFailures, sessionSecret } from '../sign-in/index.ts';
import { serveAccount } from './account-routes.ts';
import { serveApiKeys } from './api-key-routes.ts';
import { type Askers, makeAskers } from './asker.ts';
import { serveAudit } from './audit-routes.ts';
import { type Doors, makeDoors } from './doors.ts';
import { serveDocs } from './docs.ts';
import { tellErrors } from './errors.ts';
import { serveHealth } from './health.ts';
import type { Http } from './http.ts';
import { type BusinessWrites, makeBusinessWrites } from './idempotency.ts';
import { serveInvitations } from './invitation-routes.ts';
import { readJsonBodies } from './json-body.ts';
import { makeMetrics, type Metrics, serveMetrics } from './metrics.ts';
import { describeRoutes, serveContract } from './openapi.ts';
import { permitByScope } from './permit.ts';
import { refuseWith } from './problem.ts';
import { sendSecurityHeaders } from './security-headers.ts';
import { serveSession } from './session-routes.ts';
import { serveSignIn } from './sign-in-routes.ts';
import { serveStaff } from './staff-routes.ts';
import { checkBounds } from './text-bounds.ts';
import { answerUnknownRoutes } from './unknown-routes.ts';
import { serveWebApp, webFolder } from './web-app.ts';

const MB = 1024 * 1024;
const MINUTE = 60_000;
const BODY_LIMIT = 5 * MB;
const REQUESTS_PER_MINUTE = 60_000;

export interface ServerParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Pick<Config, 'publicUrl' | 'sessionSecret' | 'dataFolder'> &
    Partial<Pick<Config, 'hookNetworks' | 'sms' | 'development' | 'mail'>>;
  readonly log: Log;
  /** The built workplace, when it is not in its usual place. */
  readonly webFolder?: string;
}

/** What a capability's routes are given to work with. */
export interface RouteParts extends ServerParts {
  readonly writes: BusinessWrites;
  readonly metrics: Metrics;
  readonly doors: Doors;
  readonly sms: Sms;
}

/** A capability's routes: called once, while the server is put together. */
export type Routes = (app: Http, parts: RouteParts) => void;

/**
 * The server with everything that belongs to no capability, and the routes of those that are given. It does not
 * listen yet: tests ask it with `inject`, the program calls `listen`. `close()` answers what is under way, for ten
 * seconds at most, and refuses what is new.
 */
export async function buildServer(
  parts: ServerParts,
  capabilities: readonly Routes[],
): Promise<FastifyInstance> {
  const { database, clock, config, log } = parts;
  const https = config.publicUrl?.startsWith('https:') ?? false;
  const logger: FastifyBaseLogger = log.child({ part: 'http' }, { serializers: { req: shownRequest } });
  const app: FastifyInstance = fastify({
    loggerInstance: logger,
    // A line for every request would bury what matters; the metrics count them, the errors are told.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: BODY_LIMIT,
    // The headers must come within Node's minute; a gigabyte to import may take half an hour over a slow line.
    requestTimeout: 30 * MINUTE,
    // A what-if over a million people says nothing for a while.
    connectionTimeout: 10 * MINUTE,
    keepAliveTimeout: 65_000,
    // Closing waits for answers under way; connections that only wait are let go.
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    // A proxy on this machine may say whom it speaks for; nobody else may.
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error, request, reply) => {
      request.log.debug({ err: error }, 'a request could not be read');
      void refuseWith(request, reply, {
        code: error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'url_too_long' : 'request_unreadable',
      });
    },
    clientErrorHandler: (error, socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return;
      const status =
        error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
      socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  const auth = makeAuth(database, config, await sessionSecret(config), log);
  const askers: Askers = makeAskers(database, clock, auth);
  const http: Http = app.withTypeProvider<ZodTypeProvider>();

  permitByScope(app, askers, config.publicUrl);
  tellErrors(app);
  readJsonBodies(app);
  readFormBodies(app);
  await describeRoutes(app);
  sendSecurityHeaders(app, https);
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: MB, fileSize: 1024 * MB } });
  await app.register(rateLimit, {
    max: REQUESTS_PER_MINUTE,
    timeWindow: 60_000,
    errorResponseBuilder: () => Object.assign(new Error('too many requests'), { statusCode: 429 }),
  });
  // Addresses hold text too: a NUL or half a character in one is refused before any handler sees it.
  app.addHook('preValidation', async (request, reply) => {
    const bounds = checkBounds([request.params, request.query]);
    return bounds.ok ? undefined : refuseWith(request, reply, bounds.refusal);
  });

  await serveDocs(app);
  const writes = makeBusinessWrites(database, clock);
  const metrics = makeMetrics(app, database);
  const failures = makeFailures(database, clock);
  const doors = makeDoors({ database, clock, auth, failures, publicUrl: config.publicUrl });
  const webIsBuilt = await serveWebApp(app, parts.webFolder ?? webFolder);
  answerUnknownRoutes(app, webIsBuilt);

  serveHealth(http, database);
  serveMetrics(app, metrics, askers);
  serveContract(http);
  serveStyle(http);
  serveSignIn(http, doors, database, config.publicUrl);
  serveInvitations(http, { doors, database, clock });
  serveSession(http);
  serveAccount(http, doors, database, clock);
  serveStaff(http, database, writes, clock);
  serveApiKeys(http, database, writes, askers);
  serveAudit(http, database);
  const sms = smsFor(config.sms, { database, clock, log });
  for (const routes of capabilities) routes(http, { ...parts, writes, metrics, doors, sms });
  await app.ready();
  return app;
}

/** What the log may say of a request: no query, which may hold a name or a number somebody searched for. */
function shownRequest(request: { readonly method?: string; readonly url?: string }): object {
  return { method: request.method, path: request.url?.split('?')[0] };
}
