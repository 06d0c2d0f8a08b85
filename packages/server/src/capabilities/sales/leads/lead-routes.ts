import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FactData } from '@nardeban/core/facts';
import { accept, refuse, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import {
  askerOf,
  idText,
  languageText,
  readerLanguage,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
  type Http,
} from '../../../platform/http/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { appendFacts, sourceId } from '../../facts/index.ts';
import { membersOf } from '../../people/index.ts';
import { ownersNamed } from '../deals/colleagues.ts';
import { canonical } from '../deals/deal.ts';
import { ownerAsked } from '../deals/deal-routes.ts';
import { SALES_SOURCE } from '../telling.ts';
import { captureLead, captureLeads } from './capturing.ts';
import { explainLeads } from './explaining.ts';
import { handingsOf } from './handings.ts';
import { leadById } from './lead.ts';
import { countLeads, leadsOfPeople, listLeads } from './listing.ts';
import {
  capturedSchema,
  captureSchema,
  countsSchema,
  leadDetailSchema,
  leadPageSchema,
  leadParams,
  leadQuery,
} from './schemas.ts';
import { leadSheet } from './sheet.ts';
import { shownExplanation, shownListed } from './showing.ts';

const PAGE = 50;
const tags = ['sales'];
const reads = { scope: 'sales:read' } as const;
const changes = { scope: 'sales:write' } as const;
const MOST_AT_ONCE = 1000;

/** Leads: the lists sales works from, one lead with its reasons, and leads that somebody of the staff writes down. */
export const leadReadRoutes: Routes = (app, parts) => {
  listRoutes(app, parts);
  oneRoutes(app, parts);
  captureRoutes(app, parts);
};

function listRoutes(app: Http, { database, clock }: RouteParts): void {
  app.get(
    '/v1/sales/leads',
    {
      config: reads,
      schema: {
        operationId: 'listLeads',
        tags,
        description:
          'Leads of a view, a page at a time: those at work first by when an answer is due, those in nurture by how warm they are.',
        querystring: z.strictObject({
          ...leadQuery,
          after: z.string().max(300).optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: leadPageSchema, ...refusals },
      },
    },
    async (request) => {
      const { view = 'team', owner, source, after, limit = PAGE } = request.query;
      const now = clock.now();
      const whose = ownerAsked(request, view === 'mine' ? 'me' : owner) ?? null;
      return database.withBusiness(askerOf(request).business.id, async (tx) => {
        const page = await listLeads(tx, {
          view,
          owner: whose,
          source: source ?? null,
          after: after ?? null,
          limit,
          now,
        });
        const owners = await ownersNamed(
          tx,
          page.leads.map((lead) => lead.owner),
        );
        return { leads: page.leads.map(shownListed), owners: [...owners], next: page.next, now };
      });
    },
  );

  app.get(
    '/v1/sales/leads/counts',
    {
      config: reads,
      schema: {
        operationId: 'countLeads',
        tags,
        description: 'How many leads stand in each view, counted up to ten thousand.',
        response: { 200: countsSchema, ...refusals },
      },
    },
    async (request) => {
      const { business, user } = askerOf(request);
      const views = await database.withBusiness(business.id, (tx) =>
        countLeads(tx, { user: user?.id ?? null, now: clock.now() }),
      );
      return { views: [...views] };
    },
  );

  app.get(
    '/v1/sales/leads/sheet',
    {
      config: { scope: 'sales:manage' },
      schema: {
        operationId: 'leadSheet',
        tags,
        description: 'All leads of a view as a sheet.',
        querystring: z.strictObject({ ...leadQuery, language: languageText.optional() }),
        response: {
          200: { description: 'The leads', content: { 'text/csv': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { view = 'team', owner, source, language = readerLanguage(request) } = request.query;
      const rows = leadSheet((work) => database.withBusiness(business.id, work), business, {
        view,
        owner: ownerAsked(request, view === 'mine' ? 'me' : owner) ?? null,
        source: source ?? null,
        now: clock.now(),
        language,
      });
      void reply.header('content-disposition', 'attachment; filename="leads.csv"');
      return reply.type('text/csv; charset=utf-8').send(Readable.from(rows) as never);
    },
  );
}

function oneRoutes(app: Http, { database, clock }: RouteParts): void {
  app.get(
    '/v1/sales/leads/:lead',
    {
      config: reads,
      schema: {
        operationId: 'lead',
        tags,
        description:
          'A lead with both scores, every rule and the facts behind it, and each time sales was asked.',
        params: leadParams,
        response: { 200: leadDetailSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, (tx) =>
        leadDetail(tx, business, request.params.lead, clock.now()),
      );
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );

  app.get(
    '/v1/sales/people/:person/leads',
    {
      config: reads,
      schema: {
        operationId: 'personLeads',
        tags,
        description: 'All leads of somebody, the open one first.',
        params: z.strictObject({ person: idText }),
        response: { 200: leadPageSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { person } = request.params;
      const now = clock.now();
      const found = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const root = await canonical(tx, person, 'person');
        if (!root.ok) return root;
        const members = (await membersOf(tx, [root.value])).get(root.value) ?? [root.value];
        const leads = await leadsOfPeople(tx, members);
        const owners = await ownersNamed(
          tx,
          leads.map((lead) => lead.owner),
        );
        return accept({ leads: leads.map(shownListed), owners: [...owners], next: null, now });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );
}

/** Refusal: `lead_unknown`. */
async function leadDetail(
  tx: Tx,
  business: Business,
  id: number,
  now: number,
): Promise<Result<z.infer<typeof leadDetailSchema>>> {
  const bare = await leadById(tx, id);
  const lead =
    bare === null ? undefined : (await leadsOfPeople(tx, [bare.person])).find((one) => one.id === id);
  if (lead === undefined) return refuse('lead_unknown', 'lead', { id });
  const found = (await explainLeads(tx, business, [lead], now)).get(id);
  if (found === undefined) return refuse('lead_unknown', 'lead', { id });
  const handings = await handingsOf(tx, id);
  const owners = await ownersNamed(tx, [lead.owner, ...handings.map(({ owner }) => owner)]);
  return accept({
    lead: shownListed(lead),
    agreement: { version: found.agreement.version, definition: found.agreement.definition },
    explanation: shownExplanation(found.explanation),
    handings,
    owners: [...owners],
    now,
  });
}

function captureRoutes(app: Http, { clock, writes }: RouteParts): void {
  app.post(
    '/v1/sales/leads',
    {
      config: changes,
      schema: {
        operationId: 'captureLead',
        tags,
        description:
          'Writes down that somebody showed an interest: told as `lead.captured`, scored, and handed to a seller where it is ready. Who has an open lead already keeps that one.',
        body: captureSchema,
        response: { 201: capturedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const now = clock.now();
      await writes.inBusiness(request, reply, async (tx) => {
        const there = await canonical(tx, request.body.person, 'person');
        if (!there.ok) return there;
        await tellCaptured(tx, business, [request.body], now);
        const captured = await captureLead(tx, business, { ...request.body, by: name, now });
        return captured.ok ? accept({ status: 201 as const, body: captured.value }) : captured;
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/leads/batch',
    {
      config: changes,
      schema: {
        operationId: 'captureLeads',
        tags,
        description:
          'The same for up to a thousand at once; answers each in its place, null for a person who is not known.',
        body: z.strictObject({
          leads: z
            .array(captureSchema.omit({ owner: true }))
            .min(1)
            .max(MOST_AT_ONCE),
        }),
        response: { 201: z.strictObject({ leads: z.array(capturedSchema.nullable()) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business, name } = askerOf(request);
      const now = clock.now();
      await writes.inBusiness(request, reply, async (tx) => {
        const known = new Set(
          (
            await tx.query<{ id: number }>(
              'SELECT person_id AS id FROM people WHERE business_id = this_business() AND person_id = ANY($1::bigint[])',
              [request.body.leads.map(({ person }) => person)],
            )
          ).rows.map(({ id }) => id),
        );
        await tellCaptured(
          tx,
          business,
          request.body.leads.filter(({ person }) => known.has(person)),
          now,
        );
        const leads = await captureLeads(tx, business, request.body.leads, { by: name, now });
        return accept({ status: 201 as const, body: { leads } });
      });
      return reply;
    },
  );
}

/** Tells of each that they showed an interest; a repetition of the request is caught by its key. */
async function tellCaptured(
  tx: Tx,
  business: Business,
  leads: readonly Omit<z.infer<typeof captureSchema>, 'owner'>[],
  now: number,
): Promise<void> {
  const source = await sourceId(tx, business, SALES_SOURCE);
  const batch = randomUUID();
  await appendFacts(
    tx,
    business,
    leads.map(({ person, source: from, medium, campaign, form }, index) => {
      const told: Record<string, string | undefined> = { source: from, medium, campaign, form };
      const data = Object.fromEntries(
        Object.entries(told).filter(([, value]) => value !== undefined),
      ) as FactData;
      return {
        personId: person,
        conflictId: null,
        type: 'lead.captured',
        at: now,
        sourceId: source,
        key: `lead-captured-${batch}-${index}`,
        data,
      };
    }),
  );
}
