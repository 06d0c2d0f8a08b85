import { FOLLOW_UP_STATES, type FollowUpKind } from '@nardeban/core/sales';
import { accept, type Instant, refuse, type Result, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import { askerOf, idText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { membersOf } from '../../people/index.ts';
import { checkOwner } from '../deals/colleagues.ts';
import type { Author } from './author.ts';
import { cancelFollowUp, changeFollowUp, finishFollowUp, moveFollowUp, reopenFollowUp } from './deeds.ts';
import { changesOf, type FollowUp, followUpById, listFollowUps } from './follow-ups.ts';
import { planFollowUp } from './planning.ts';
import {
  cancelSchema,
  changeSchema,
  doneSchema,
  followUpHistorySchema,
  followUpSchema,
  moveSchema,
  planSchema,
  reopenSchema,
} from './schemas.ts';
import { type ShownFollowUp, shownFollowUp, shownFollowUps } from './showing.ts';
import { personOfMatter, rootOf } from './whose.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
const one = z.strictObject({ id: idText });

/** What is to be done next: planned, done, moved, and taken back. */
export const followUpRoutes: Routes = (app, parts) => {
  readRoutes(app, parts);
  planRoutes(app, parts);
  deedRoutes(app, parts);
};

const readRoutes: Routes = (app, { database }) => {
  app.get(
    '/v1/sales/follow-ups',
    {
      config: reading,
      schema: {
        operationId: 'listFollowUps',
        tags,
        description: 'What is to be done or was done, by when it is due, a page at a time.',
        querystring: z.strictObject({
          ...paging,
          owner: z.string().min(1).max(100).optional().describe('A member of staff; `me`: whoever asks.'),
          person: idText.optional(),
          deal: idText.optional(),
          lead: idText.optional(),
          state: z
            .enum([...FOLLOW_UP_STATES, 'pending'])
            .optional()
            .describe('`pending`: open or missed.'),
          from: z.coerce.number().min(0).max(8.64e15).optional(),
          until: z.coerce.number().min(0).max(8.64e15).optional(),
        }),
        response: {
          200: z.strictObject({ followUps: z.array(followUpSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business, user } = askerOf(request);
      const { person, owner, state, limit = PAGE, ...asked } = request.query;
      return database.withBusiness(business.id, async (tx) => {
        const people = person === undefined ? undefined : await everybodyOf(tx, person);
        const page = await listFollowUps(tx, {
          ...asked,
          people,
          owner: owner === 'me' ? (user?.id ?? '') : owner,
          states: state === undefined ? undefined : state === 'pending' ? ['open', 'missed'] : [state],
          limit,
        });
        return { followUps: await shownFollowUps(tx, business, page.followUps), next: page.next };
      });
    },
  );

  app.get(
    '/v1/sales/follow-ups/:id',
    {
      config: reading,
      schema: {
        operationId: 'followUp',
        tags,
        description: 'One of them, and what became of it.',
        params: one,
        response: { 200: followUpHistorySchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const found = await database.withBusiness(business.id, async (tx) => {
        const followUp = await followUpById(tx, request.params.id);
        if (!followUp.ok) return followUp;
        return accept({
          followUp: await shownFollowUp(tx, business, followUp.value),
          changes: [...(await changesOf(tx, request.params.id))],
        });
      });
      return found.ok ? reply.send(found.value) : refuseWith(request, reply, found.refusal);
    },
  );
};

const planRoutes: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/follow-ups',
    {
      config: writing,
      schema: {
        operationId: 'planFollowUp',
        tags,
        description: 'Plans what is to be done next with somebody.',
        body: planSchema,
        response: { 201: followUpSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { person, deal, lead, owner, ...plan } = request.body;
        const now = clock.now();
        const late = inThePast(by.business, plan, now);
        if (!late.ok) return late;
        const whose = await personOfMatter(tx, { person, deal, lead });
        if (!whose.ok) return whose;
        const planned = await planAndShow(tx, by.business, {
          ...plan,
          person: whose.value,
          deal: deal ?? null,
          lead: lead ?? null,
          owner: owner === undefined ? (by.user?.id ?? null) : owner,
          by: by.name,
          at: now,
        });
        return planned.ok ? accept({ status: 201, body: planned.value }) : planned;
      });
      return reply;
    },
  );
};

interface PlanByHand {
  readonly person: number;
  readonly deal: number | null;
  readonly lead: number | null;
  readonly kind: FollowUpKind;
  readonly about: string;
  readonly due: Instant;
  readonly wholeDay: boolean;
  readonly fixed?: boolean | undefined;
  readonly agreed?: boolean | undefined;
  readonly minutes?: number | undefined;
  readonly owner: string | null;
  readonly by: string;
  readonly at: Instant;
}

async function planAndShow(tx: Tx, business: Business, plan: PlanByHand) {
  const owner = await checkOwner(tx, plan.owner);
  if (!owner.ok) return owner;
  const planned = await planFollowUp(tx, business, { ...plan, origin: 'staff' });
  if (!planned.ok) return planned;
  const made = await followUpById(tx, planned.value.id);
  return made.ok ? accept(await shownFollowUp(tx, business, made.value)) : made;
}

const deedRoutes: Routes = (app, { writes, clock }) => {
  app.post(
    '/v1/sales/follow-ups/:id/done',
    {
      config: writing,
      schema: {
        operationId: 'finishFollowUp',
        tags,
        description:
          'It is done, and this came of it. With `next` what comes after it is planned in the same breath.',
        params: one,
        body: doneSchema,
        response: {
          200: z.strictObject({ followUp: followUpSchema, next: followUpSchema.nullable() }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const { id } = request.params;
      const { note = null, next, ...asked } = request.body;
      await writes.inBusiness<{ followUp: ShownFollowUp; next: ShownFollowUp | null }>(
        request,
        reply,
        async (tx) => {
          const now = clock.now();
          const done = await finishFollowUp(tx, by.business, { id, ...asked, note }, { by: by.name, now });
          if (!done.ok) return done;
          const followUp = await shownFollowUp(tx, by.business, done.value);
          if (next === undefined) return accept({ status: 200, body: { followUp, next: null } });
          const late = inThePast(by.business, next, now, 'next.due');
          if (!late.ok) return late;
          const { person, deal, lead } = done.value;
          const planned = await planAndShow(tx, by.business, {
            ...next,
            person,
            deal,
            lead,
            owner: next.owner === undefined ? done.value.owner : next.owner,
            by: by.name,
            at: now,
          });
          return planned.ok ? accept({ status: 200, body: { followUp, next: planned.value } }) : planned;
        },
      );
      return reply;
    },
  );

  const deed = <Body>(
    name: string,
    about: { readonly operationId: string; readonly description: string; readonly body: z.ZodType<Body> },
    work: (
      tx: Tx,
      business: Business,
      asked: Body & { readonly id: number },
      author: Author,
    ) => Promise<Result<FollowUp>>,
  ): void => {
    app.post(
      `/v1/sales/follow-ups/:id/${name}`,
      {
        config: writing,
        schema: { ...about, tags, params: one, response: { 200: followUpSchema, ...refusals } },
      },
      async (request, reply) => {
        const by = askerOf(request);
        await writes.inBusiness(request, reply, async (tx) => {
          const body = about.body.parse(request.body);
          const asked = { ...body, id: request.params.id };
          const done = await work(tx, by.business, asked, { by: by.name, now: clock.now() });
          return done.ok
            ? accept({ status: 200, body: await shownFollowUp(tx, by.business, done.value) })
            : done;
        });
        return reply;
      },
    );
  };

  deed(
    'move',
    {
      operationId: 'moveFollowUp',
      description: 'Gives it another time, with the reason. One that was missed is open again.',
      body: moveSchema,
    },
    async (tx, business, { reason = null, agreed = false, ...asked }, author) => {
      const late = inThePast(business, asked, author.now);
      if (!late.ok) return late;
      return moveFollowUp(tx, business, { ...asked, reason, agreed }, author);
    },
  );
  deed(
    'reopen',
    {
      operationId: 'reopenFollowUp',
      description: 'It was not done, or is to be done after all. What was told of it stays told.',
      body: reopenSchema,
    },
    reopenFollowUp,
  );
  deed(
    'cancel',
    {
      operationId: 'cancelFollowUp',
      description: 'It is not to be done any more.',
      body: cancelSchema,
    },
    (tx, _, { reason = null, ...asked }, author) => cancelFollowUp(tx, { ...asked, reason }, author),
  );
  deed(
    'change',
    {
      operationId: 'changeFollowUp',
      description: 'Changes what it is about, of what kind it is, how long it takes, or whose it is.',
      body: changeSchema,
    },
    async (tx, _, asked, author) => {
      const owner = await checkOwner(tx, asked.owner ?? null);
      return owner.ok ? changeFollowUp(tx, asked, author) : owner;
    },
  );
};

/** Nobody does anything yesterday. Of today, what has no time of day may still be planned. Refusal: `due_past`. */
function inThePast(
  business: Business,
  plan: { readonly due: Instant; readonly wholeDay: boolean },
  now: Instant,
  field = 'due',
): Result<true> {
  const zone = zoneOf(business.zone);
  const earliest = plan.wholeDay ? zone.startOf(zone.dayOf(now)) : now - 60_000;
  return plan.due < earliest ? refuse('due_past', field) : accept(true);
}

async function everybodyOf(tx: Tx, person: number): Promise<readonly number[]> {
  const root = await rootOf(tx, person);
  return root === null ? [] : ((await membersOf(tx, [root])).get(root) ?? [root]);
}
