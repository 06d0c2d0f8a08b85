import { accept, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, refusals, type Routes } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import {
  acceptLead,
  type Answerer,
  answerQuestions,
  assignLead,
  closeLead,
  handByStaff,
  refuseLead,
} from './answering.ts';
import type { Lead } from './lead.ts';
import {
  answersSchema,
  assignSchema,
  leadParams,
  leadSchema,
  ownedSchema,
  refuseSchema,
  seenSchema,
} from './schemas.ts';
import { shownLead } from './showing.ts';

const tags = ['sales'];
const changes = { scope: 'sales:write' } as const;
const response = { 200: leadSchema, ...refusals };

/** What sales does with a lead. */
export const leadDeedRoutes: Routes = (app, { clock, writes }) => {
  const doing = async (
    request: FastifyRequest,
    reply: FastifyReply,
    deed: (tx: Tx, business: Business, who: Answerer) => Promise<Result<Lead>>,
  ): Promise<void> => {
    const { business, name, user } = askerOf(request);
    await writes.inBusiness(request, reply, async (tx) => {
      const done = await deed(tx, business, { user: user?.id ?? null, by: name, now: clock.now() });
      if (!done.ok) return done;
      const body: z.infer<typeof leadSchema> = shownLead(done.value);
      return accept({ status: 200 as const, body });
    });
  };

  app.post(
    '/v1/sales/leads/:lead/accept',
    {
      config: changes,
      schema: {
        operationId: 'acceptLead',
        tags,
        description:
          'Takes a lead on; without an owner it is whoever accepts. One that was not handed over yet is by this.',
        params: leadParams,
        body: ownedSchema,
        response,
      },
    },
    async (request, reply) => {
      await doing(request, reply, (tx, business, who) =>
        acceptLead(tx, business, { lead: request.params.lead, ...request.body }, who),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/leads/:lead/refuse',
    {
      config: changes,
      schema: {
        operationId: 'refuseLead',
        tags,
        description:
          'Gives a lead back to nurture, with one of the reasons agreed on; it is left alone for the agreed days.',
        params: leadParams,
        body: refuseSchema,
        response,
      },
    },
    async (request, reply) => {
      const { note, ...said } = request.body;
      await doing(request, reply, (tx, business, who) =>
        refuseLead(tx, business, { lead: request.params.lead, ...said, note: note ?? null }, who),
      );
      return reply;
    },
  );

  app.put(
    '/v1/sales/leads/:lead/answers',
    {
      config: changes,
      schema: {
        operationId: 'answerLead',
        tags,
        description:
          'Keeps what was answered to the three questions: can we help them, do they need us, do we want a lasting relation. Three times yes qualifies a lead that was accepted.',
        params: leadParams,
        body: answersSchema,
        response,
      },
    },
    async (request, reply) => {
      await doing(request, reply, (tx, business, who) =>
        answerQuestions(tx, business, { lead: request.params.lead, ...request.body }, who),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/leads/:lead/hand',
    {
      config: changes,
      schema: {
        operationId: 'handLead',
        tags,
        description:
          'Hands a lead to sales whatever its scores say; without an owner to whoever has the person or whose turn it is.',
        params: leadParams,
        body: ownedSchema,
        response,
      },
    },
    async (request, reply) => {
      const { revision, owner = null } = request.body;
      await doing(request, reply, (tx, business, who) =>
        handByStaff(tx, business, { lead: request.params.lead, revision, owner }, who),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/leads/:lead/assign',
    {
      config: changes,
      schema: {
        operationId: 'assignLead',
        tags,
        description: 'Gives an open lead to somebody else of the staff, or to nobody.',
        params: leadParams,
        body: assignSchema,
        response,
      },
    },
    async (request, reply) => {
      await doing(request, reply, (tx, business, who) =>
        assignLead(tx, business, { lead: request.params.lead, ...request.body }, who),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/leads/:lead/close',
    {
      config: changes,
      schema: {
        operationId: 'closeLead',
        tags,
        description: 'Puts a lead away for good; a new sign of interest makes a new one.',
        params: leadParams,
        body: seenSchema,
        response,
      },
    },
    async (request, reply) => {
      await doing(request, reply, (tx, business, who) =>
        closeLead(tx, business, { lead: request.params.lead, ...request.body }, who),
      );
      return reply;
    },
  );
};
