import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  idText,
  languageText,
  paging,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { kinOf } from '../../programme/index.ts';
import { type Asked, askTestimonial } from './asking.ts';
import { moderateTestimonial } from './moderating.ts';
import { testimonialPages } from './public-routes.ts';
import { recordSchema, similarSchema, testimonialSchema, testimonialStates } from './schemas.ts';
import { similarTestimonials } from './similar.ts';
import { listTestimonials, recordsOf, testimonialById } from './testimonial.ts';
import { reachedBySms, textLink } from './texting.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ id: idText });

/** What customers say of the business: asked for, looked at, published; and the pages they write it on. */
export const testimonialRoutes: Routes = (app, parts) => {
  const { database, writes, clock, config, sms } = parts;
  testimonialPages(app, parts);

  app.get(
    '/v1/sales/testimonials',
    {
      config: reading,
      schema: {
        operationId: 'listTestimonials',
        tags,
        description: 'The newest first; without a state, whatever their state.',
        querystring: z.strictObject({
          ...paging,
          state: z.enum(testimonialStates).optional(),
          person: idText.optional(),
        }),
        response: {
          200: z.strictObject({ testimonials: z.array(testimonialSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { limit = PAGE, after, state, person } = request.query;
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const kin = person === undefined ? null : await kinOf(tx, person, 'person');
        if (kin !== null && !kin.ok) return kin;
        const states = state === undefined ? null : [state];
        return accept(
          await listTestimonials(tx, { states, people: kin?.value.members ?? null, after, limit }),
        );
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ testimonials: [...found.value.testimonials], next: found.value.next });
    },
  );

  app.get(
    '/v1/sales/testimonials/:id',
    {
      config: reading,
      schema: {
        operationId: 'testimonial',
        tags,
        description: 'With everything that happened to it, and word for word what was agreed to.',
        params: one,
        response: {
          200: z.strictObject({ testimonial: testimonialSchema, records: z.array(recordSchema) }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const testimonial = await testimonialById(tx, request.params.id);
        if (!testimonial.ok) return testimonial;
        return accept({
          testimonial: testimonial.value,
          records: [...(await recordsOf(tx, testimonial.value.id))],
        });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.post(
    '/v1/sales/testimonials',
    {
      config: writing,
      schema: {
        operationId: 'askTestimonial',
        tags,
        description:
          'Makes the personal link by which somebody writes what they think. It is told once; asked again before they wrote, a new link takes its place.',
        body: z.strictObject({
          person: z.int().min(1),
          deal: z.int().min(1).optional(),
          language: languageText.optional(),
          sms: z
            .boolean()
            .optional()
            .describe(
              'Send the link to their mobile at once, where they agreed to be asked by text message.',
            ),
        }),
        response: {
          201: z.strictObject({
            id: z.int(),
            path: z.string().nullable().describe('Where they write it; null where the answer is repeated.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { person, deal = null, language = by.business.language, sms: isSms = false } = request.body;
      const mobile = isSms
        ? await database.withBusiness(by.business.id, (tx) => reachedBySms(tx, sms, person))
        : accept(null);
      if (!mobile.ok) return refuseWith(request, reply, mobile.refusal);
      let made: Asked | null = null;
      await writes.inBusiness<{ id: number; path: string | null }>(request, reply, async (tx) => {
        made = null;
        const author = { by: by.name, now: clock.now() };
        const asked = await askTestimonial(tx, by.business, { person, deal, language }, author);
        if (!asked.ok) return asked;
        made = asked.value;
        return accept({ status: 201, body: asked.value, kept: { id: asked.value.id, path: null } });
      });
      // An answer that is repeated sends nothing again.
      if (mobile.value !== null && made !== null)
        await textLink(parts, by.business, {
          asked: made,
          language,
          mobile: mobile.value,
          address: config.publicUrl ?? `${request.protocol}://${request.host}`,
          by: by.name,
        });
      return reply;
    },
  );

  app.put(
    '/v1/sales/testimonials/:id',
    {
      config: managing,
      schema: {
        operationId: 'moderateTestimonial',
        tags,
        description: 'Publishes it or hides it. What its author does not let be shown cannot be published.',
        params: one,
        body: z.strictObject({
          state: z.enum(['published', 'hidden']),
          reason: z.string().trim().max(300).optional(),
          revision: z.int().min(1),
        }),
        response: { 200: testimonialSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      await writes.inBusiness(request, reply, async (tx) => {
        const { state, reason = '', revision } = request.body;
        const asked = { state, reason: reason === '' ? null : reason, revision };
        const moderated = await moderateTestimonial(tx, id, asked, { by: by.name, now: clock.now() });
        if (!moderated.ok) return moderated;
        const detail = { name: moderated.value.shownName ?? moderated.value.name ?? '', state };
        await recordDeed(tx, {
          by,
          deed: 'testimonial.moderated',
          about: { kind: 'testimonial', id },
          detail,
        });
        return accept({ status: 200, body: moderated.value });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/deals/:id/testimonials',
    {
      config: reading,
      schema: {
        operationId: 'similarTestimonials',
        tags,
        description:
          'What customers like the one of this deal say of us, with what they have in common; only what may be shown.',
        params: one,
        response: { 200: z.strictObject({ similar: z.array(similarSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, (tx) =>
        similarTestimonials(tx, business, request.params.id),
      );
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      return reply.send({ similar: [...found.value] });
    },
  );
};
