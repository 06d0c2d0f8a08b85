import { hostOf } from '@nardeban/core/sales';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../../../platform/http/index.ts';
import { type Business, businessBySlug } from '../../../platform/tenancy/index.ts';
import { receiveFacts } from '../../facts/index.ts';
import { peopleIdentifiedBy } from '../../people/index.ts';
import { VISITOR_SHAPE } from './posting.ts';
import { noVisitScript, visitScript } from './scripts.ts';
import { type CaptureSettings, captureSettings } from './settings.ts';
import { countTry, networkOf } from './tries.ts';

const open = { scope: { public: 'visitors of a business’s own site are nobody we know' } } as const;
const where = z.strictObject({ business: z.string().min(1).max(63) });

const WEB_SOURCE = 'web';
const ROBOT = /bot\b|crawl|spider|slurp|headless|preview|monitor|curl|wget|python|java\//i;
const LONGEST = 1000;

/** The script that tells visits, and where it tells them. Whoever tells is told nothing back. */
export const visitRoutes: Routes = (app, { database, clock }) => {
  const known = async (slug: string): Promise<{ business: Business; settings: CaptureSettings } | null> => {
    const business = await businessBySlug(database, slug);
    if (business === null) return null;
    const settings = await database.withBusiness(business.id, captureSettings);
    return settings.visits ? { business, settings } : null;
  };

  app.get(
    '/v/:business/visit.js',
    { config: open, schema: { hide: true, params: where } },
    async (request, reply) => {
      const found = await known(request.params.business);
      return reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=300')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(found === null ? noVisitScript : visitScript(found.settings.visitsAsk));
    },
  );

  app.post(
    '/v/:business',
    { config: open, schema: { hide: true, params: where } },
    async (request, reply) => {
      void anywhere(reply).code(204);
      if (isLeftAlone(request)) return reply.send();
      const found = await known(request.params.business);
      const visit = visitIn(request.body);
      if (found === null || visit === null || !isOfOwn(request, found.settings)) return reply.send();
      const { business } = found;
      const now = clock.now();
      const network = networkOf(request.ip);
      const seen = await countTry(
        database,
        business.id,
        [{ kind: 'visit', subject: network, minutes: 10, most: 600 }],
        now,
      );
      if (seen.wait > 0) return reply.send();
      const isKnown = await database.withBusiness(business.id, (tx) => peopleIdentifiedBy(tx, visit.visitor));
      if (isKnown.length === 0) {
        // Each newcomer is a person from now on, so robots must not be able to make them by the thousand.
        const newcomers = await countTry(
          database,
          business.id,
          [
            { kind: 'visitor', subject: network, minutes: 60, most: 60 },
            { kind: 'visitors', subject: '', minutes: 1440, most: 20_000 },
          ],
          now,
        );
        if (newcomers.wait > 0) return reply.send();
      }
      await receiveFacts(database, clock, business, [
        {
          person: { anonymous: visit.visitor },
          type: visit.type,
          at: now,
          source: WEB_SOURCE,
          key: visit.key,
          data: visit.data,
        },
      ]);
      return reply.send();
    },
  );
};

interface Visit {
  readonly visitor: string;
  readonly key: string;
  readonly type: 'page.viewed' | 'product.viewed';
  readonly data: Readonly<Record<string, string>>;
}

/** What the script told; null: it is none of its telling. */
function visitIn(body: unknown): Visit | null {
  if (typeof body !== 'object' || body === null) return null;
  const told = (name: string): string => {
    const value = (body as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  const visitor = told('v');
  const key = told('k');
  const address = told('u');
  if (!VISITOR_SHAPE.test(visitor) || !/^[\w-]{22}$/.test(key) || hostOf(address) === null) return null;
  const product = told('p').slice(0, 200);
  const sku = told('s').slice(0, 100);
  if (product !== '' || sku !== '')
    return {
      visitor,
      key: `${visitor} ${key}`,
      type: 'product.viewed',
      data: { ...(product === '' ? {} : { product }), ...(sku === '' ? {} : { sku }) },
    };
  const title = told('t').slice(0, 300);
  return {
    visitor,
    key: `${visitor} ${key}`,
    type: 'page.viewed',
    data: { url: address, channel: 'web', ...(title === '' ? {} : { title }) },
  };
}

/** Browsers say by a header too that they refuse; and robots are no visitors. */
function isLeftAlone({ headers }: FastifyRequest): boolean {
  return headers['sec-gpc'] === '1' || headers['dnt'] === '1' || ROBOT.test(headers['user-agent'] ?? '');
}

/** Browsers tell truly on which page they are; only the business's own may tell of visits to them. */
function isOfOwn(request: FastifyRequest, { sites }: CaptureSettings): boolean {
  const { origin } = request.headers;
  return origin !== undefined && sites.includes(origin);
}

function anywhere(reply: FastifyReply): FastifyReply {
  return reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'no-store');
}
