import { workingHoursSchema } from '@nardeban/core/sales';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, idText, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { calendarLinksOf, LINK_SHOWS, makeCalendarLink, revokeCalendarLink } from './calendar-links.ts';
import { linkSchema, workingHoursKeptSchema } from './schemas.ts';
import { shiftClocks } from './shifting.ts';
import { changeWorkingHours, workingHoursOf } from './working-hours.ts';

const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;

/** When the business works, and the links under which calendars read what somebody has to do. */
export const salesSettingsRoutes: Routes = (app, parts) => {
  hoursRoutes(app, parts);
  linkRoutes(app, parts);
};

const hoursRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/working-hours',
    {
      config: reading,
      schema: {
        operationId: 'workingHours',
        tags,
        description: 'When the business works: its week, the official holidays, and days of its own.',
        response: { 200: workingHoursKeptSchema, ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      return database.withBusiness(business.id, (tx) => workingHoursOf(tx, business));
    },
  );

  app.put(
    '/v1/sales/working-hours',
    {
      config: managing,
      schema: {
        operationId: 'changeWorkingHours',
        tags,
        description:
          'Says anew when the business works. What is still to be done and falls on a day off waits for the next working moment, touches of series and the time in which sales answers leads are worked out anew; what was agreed with somebody stays and is shown so.',
        body: z.strictObject({
          hours: workingHoursSchema,
          version: z.int().min(0).describe('What was seen; another one is refused.'),
        }),
        response: { 200: workingHoursKeptSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const now = clock.now();
        const author = { by: by.name, at: now };
        const changed = await changeWorkingHours(tx, by.business, request.body, author);
        if (!changed.ok) return changed;
        if (changed.value.version !== request.body.version) {
          await shiftClocks(tx, by.business, now);
          const about = { kind: 'working-hours', id: changed.value.version };
          await recordDeed(tx, { by, deed: 'sales.hours_changed', about });
        }
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );
};

const linkRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/calendar-links',
    {
      config: reading,
      schema: {
        operationId: 'calendarLinks',
        tags,
        description: 'The links of whoever asks under which a calendar reads what they have to do.',
        response: { 200: z.strictObject({ links: z.array(linkSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business, user } = askerOf(request);
      // A key has nothing to do, and so no calendar.
      if (user === null) return reply.send({ links: [] });
      const links = await database.withBusiness(business.id, (tx) => calendarLinksOf(tx, user.id));
      return reply.send({ links: [...links] });
    },
  );

  app.post(
    '/v1/sales/calendar-links',
    {
      config: writing,
      schema: {
        operationId: 'makeCalendarLink',
        tags,
        description: 'Makes a secret link for a calendar. Its path is told this once.',
        body: z.strictObject({
          shows: z
            .enum(LINK_SHOWS)
            .describe('`kind`: only that there is a call; `name`: with whom; `all`: what it is about too.'),
          language: z.enum(['fa', 'en']),
        }),
        response: {
          201: z.strictObject({
            link: linkSchema,
            path: z.string().nullable().describe('Null in a repeated answer: it is kept nowhere.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { user } = by;
      if (user === null) return refuseWith(request, reply, { code: 'calendar_of_nobody' });
      await writes.inBusiness(request, reply, async (tx) => {
        const made = await makeCalendarLink(tx, { user: user.id, ...request.body }, clock.now());
        if (!made.ok) return made;
        const { link, token } = made.value;
        await recordDeed(tx, {
          by,
          deed: 'sales.calendar_linked',
          about: { kind: 'calendar-link', id: link.id },
        });
        const path = `/calendar/${by.business.slug}/${token}.ics`;
        return accept({ status: 201, body: { link, path }, kept: { link, path: null } });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/sales/calendar-links/:id',
    {
      config: writing,
      schema: {
        operationId: 'revokeCalendarLink',
        tags,
        description: 'Takes a link back: no calendar can read it any more.',
        params: z.strictObject({ id: idText }),
        response: { 200: z.strictObject({ id: z.int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { user } = by;
      const { id } = request.params;
      if (user === null) return refuseWith(request, reply, { code: 'calendar_link_unknown', detail: { id } });
      await writes.inBusiness(request, reply, async (tx) => {
        const revoked = await revokeCalendarLink(tx, user.id, id, clock.now());
        if (!revoked.ok) return revoked;
        await recordDeed(tx, { by, deed: 'sales.calendar_unlinked', about: { kind: 'calendar-link', id } });
        return accept({ status: 200, body: { id } });
      });
      return reply;
    },
  );
};
