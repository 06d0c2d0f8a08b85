import { z } from 'zod';
import { refuseWith, type Routes } from '../../../platform/http/index.ts';
import { businessBySlug } from '../../../platform/tenancy/index.ts';
import { calendarFeed } from './calendar-feed.ts';
import { readerOf, TOKEN_SHAPE } from './calendar-links.ts';

/** Calendars ask every few minutes; somebody who guesses asks more often, and has 2^256 to try. */
const A_MINUTE = 60;

/** The feed a calendar subscribes to. Whoever has the link reads it; it names no account and no cookie. */
export const calendarFeedRoutes: Routes = (app, { database, clock }) => {
  app.get(
    '/calendar/:business/:file',
    {
      config: {
        scope: { public: 'the secret in the path is what lets a calendar read' },
        rateLimit: { max: A_MINUTE, timeWindow: 60_000 },
      },
      schema: {
        hide: true,
        params: z.strictObject({ business: z.string().max(64), file: z.string().max(100) }),
      },
    },
    async (request, reply) => {
      const token = request.params.file.replace(/\.ics$/, '');
      const business = TOKEN_SHAPE.test(token)
        ? await businessBySlug(database, request.params.business)
        : null;
      const feed =
        business === null
          ? null
          : await database.withBusiness(business.id, async (tx) => {
              const now = clock.now();
              const reader = await readerOf(tx, token, now);
              return reader === null ? null : calendarFeed(tx, business, reader, now);
            });
      if (feed === null) return refuseWith(request, reply, { code: 'calendar_link_unknown' });
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .header('x-robots-tag', 'noindex')
        .header('referrer-policy', 'no-referrer')
        .send(feed);
    },
  );
};
