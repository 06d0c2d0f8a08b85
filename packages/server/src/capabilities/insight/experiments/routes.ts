import {
  type ExperimentReading,
  experimentDefinitionSchema,
  experimentReadingSchema,
  measurabilityOf,
  measurabilitySchema,
  measuredSchema,
} from '@nardeban/core/insight';
import { accept, isoDay, type Result } from '@nardeban/core/values';
import { z } from 'zod';
import { type DeedCode, recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  idText,
  paging,
  refusals,
  refuseWith,
  type RouteParts,
  type Routes,
} from '../../../platform/http/index.ts';
import { listPeople } from '../../lists/index.ts';
import { type Assignment, assignPeople } from './assigning.ts';
import {
  changeExperiment,
  draftExperiment,
  type Experiment,
  experimentById,
  listExperiments,
  readingsOf,
  removeExperiment,
  startExperiment,
  stopExperiment,
} from './experiment-store.ts';
import { peopleOfExperiment } from './people-of-experiment.ts';
import { MOST_READ_AT_ONCE, readNow } from './reading.ts';
import {
  experimentPeopleSchema,
  experimentReadSchema,
  experimentSchema,
  shownExperiment,
} from './schemas.ts';

const PAGE = 50;
const DAYS_TOLD = 90;
const MOST_AT_ONCE = 1000;
const SEGMENT_PAGE = 200;

type Shown = z.infer<typeof experimentSchema>;
type Http = Parameters<Routes>[0];

const reading = { scope: 'insight:read' } as const;
const writing = { scope: 'insight:write' } as const;
const tags = ['insight'];
const one = z.strictObject({ id: idText });

/** Trying something on some people and not on others. */
export const experimentRoutes: Routes = (app, parts) => {
  readingRoutes(app, parts);
  changeRoutes(app, parts);
  assignmentRoutes(app, parts);
};

function readingRoutes(app: Http, { database, clock }: RouteParts): void {
  app.get(
    '/v1/insight/experiments',
    {
      config: reading,
      schema: {
        operationId: 'listExperiments',
        tags,
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ experiments: z.array(experimentSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        listExperiments(tx, after, limit),
      );
      return { experiments: page.experiments.map(shownExperiment), next: page.next };
    },
  );

  app.get(
    '/v1/insight/experiments/:id',
    {
      config: reading,
      schema: {
        operationId: 'experiment',
        tags,
        description: 'An experiment with what it has shown, as it was read last.',
        params: one,
        response: { 200: experimentReadSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const answer = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const found = await experimentById(tx, id);
        if (!found.ok) return found;
        return accept({ experiment: found.value, days: await readingsOf(tx, id, DAYS_TOLD) });
      });
      if (!answer.ok) return refuseWith(request, reply, answer.refusal);
      const { experiment, days } = answer.value;
      const { plan, held, outcome } = experiment.definition;
      return reply.send({
        experiment: shownExperiment(experiment),
        plan:
          plan === null
            ? null
            : measurabilityOf({ measured: plan.measured, lift: plan.lift, held: held / 10_000 }, plan.people),
        latest: days.at(-1)?.reading ?? null,
        days: days.map(({ day, reading: told }) => ({ day: isoDay(day), ...pointOf(told, outcome) })),
      });
    },
  );

  app.get(
    '/v1/insight/experiments/:id/people',
    {
      config: reading,
      schema: {
        operationId: 'experimentPeople',
        tags,
        description: 'Who was put into an experiment, in one arm or in both, in order of number.',
        params: one,
        querystring: z.strictObject({ arm: z.enum(['held', 'treated']).optional(), ...paging }),
        response: { 200: experimentPeopleSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { arm, after, limit = PAGE } = request.query;
      const page = await database.withBusiness(
        askerOf(request).business.id,
        (tx) => peopleOfExperiment(tx, request.params.id, { arm, after, limit, now: clock.now() }),
        { readOnly: true },
      );
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      return reply.send({ people: [...page.value.people], next: page.value.next });
    },
  );

  app.post(
    '/v1/insight/experiments/:id/readings',
    {
      config: reading,
      schema: {
        operationId: 'readExperiment',
        tags,
        description: `Reads it from the facts as they are now, with up to ${MOST_READ_AT_ONCE.toLocaleString('en')} people; larger ones are read at night. The same again changes nothing but the hour.`,
        params: one,
        response: { 200: experimentReadingSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = { now: clock.now(), most: MOST_READ_AT_ONCE };
      const told = await readNow(database, business, request.params.id, asked);
      return told.ok ? reply.send(told.value) : refuseWith(request, reply, told.refusal);
    },
  );

  app.post(
    '/v1/insight/experiments/size',
    {
      config: reading,
      schema: {
        operationId: 'experimentSize',
        tags,
        description:
          'Before anything is started: whether so many people can show the effect, and the smallest they can show.',
        body: z.strictObject({
          people: z.int().min(1).max(100_000_000),
          measured: measuredSchema,
          lift: z.number().gt(0).max(10).describe('Relative: 0.1 is a tenth more.'),
          held: z.int().min(100).max(9000).describe('Ten-thousandths held back.'),
        }),
        response: { 200: measurabilitySchema, ...refusals },
      },
    },
    (request) => {
      const { people, measured, lift, held } = request.body;
      return Promise.resolve(measurabilityOf({ measured, lift, held: held / 10_000 }, people));
    },
  );
}

function pointOf(told: ExperimentReading, outcome: Experiment['definition']['outcome']) {
  const { counted } = told;
  const uplift = told[outcome];
  return {
    counted: counted.held + counted.treated,
    difference: uplift?.difference ?? null,
    low: uplift?.always.low ?? null,
    high: uplift?.always.high ?? null,
  };
}

function changeRoutes(app: Http, { writes, clock }: RouteParts): void {
  const change = async (
    request: Parameters<typeof askerOf>[0],
    reply: Parameters<typeof writes.inBusiness>[1],
    deed: DeedCode,
    work: (tx: Tx, author: { readonly by: string; readonly now: number }) => Promise<Result<Experiment>>,
    status: 200 | 201 = 200,
  ): Promise<void> => {
    const asker = askerOf(request);
    await writes.inBusiness<Shown>(request, reply, async (tx) => {
      const changed = await work(tx, { by: asker.name, now: clock.now() });
      if (!changed.ok) return changed;
      const { id, definition } = changed.value;
      await recordDeed(tx, {
        by: asker,
        deed,
        about: { kind: 'experiment', id },
        detail: { name: definition.name },
      });
      return accept({ status, body: shownExperiment(changed.value) });
    });
  };
  const seen = z.strictObject({ revision: z.int().min(1) });

  app.post(
    '/v1/insight/experiments',
    {
      config: writing,
      schema: {
        operationId: 'draftExperiment',
        tags,
        body: experimentDefinitionSchema,
        response: { 201: experimentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      await change(
        request,
        reply,
        'experiment.drafted',
        (tx, author) => draftExperiment(tx, business, request.body, author),
        201,
      );
      return reply;
    },
  );

  app.put(
    '/v1/insight/experiments/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeExperiment',
        tags,
        description: 'Changes a draft. What was started stays as it was when it was started.',
        params: one,
        body: z.strictObject({ definition: experimentDefinitionSchema, revision: z.int().min(1) }),
        response: { 200: experimentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      await change(request, reply, 'experiment.changed', (tx, author) =>
        changeExperiment(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.delete(
    '/v1/insight/experiments/:id',
    {
      config: writing,
      schema: {
        operationId: 'removeExperiment',
        tags,
        description: 'Takes a draft away.',
        params: one,
        querystring: z.strictObject({ revision: z.coerce.number().int().min(1) }),
        response: { 200: experimentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await change(request, reply, 'experiment.removed', (tx) =>
        removeExperiment(tx, request.params.id, request.query.revision),
      );
      return reply;
    },
  );

  app.post(
    '/v1/insight/experiments/:id/start',
    {
      config: writing,
      schema: {
        operationId: 'startExperiment',
        tags,
        description: 'From now on people can be assigned, and nothing of it can be changed.',
        params: one,
        body: seen,
        response: { 200: experimentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      await change(request, reply, 'experiment.started', (tx, author) =>
        startExperiment(tx, business, request.params.id, request.body.revision, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/insight/experiments/:id/stop',
    {
      config: writing,
      schema: {
        operationId: 'stopExperiment',
        tags,
        description: 'Nobody new is assigned; it is read until all windows are over.',
        params: one,
        body: seen,
        response: { 200: experimentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await change(request, reply, 'experiment.stopped', (tx, author) =>
        stopExperiment(tx, request.params.id, request.body.revision, author),
      );
      return reply;
    },
  );
}

const assignedSchema = z
  .strictObject({
    assignments: z
      .array(
        z.strictObject({
          personId: z.int(),
          arm: z.enum(['held', 'treated']).nullable().describe('Null: nobody has this number.'),
          isNew: z.boolean(),
        }),
      )
      .describe('In the order asked for.'),
    next: z.string().nullable().describe('Of a segment: give it back as `after` for the next of its people.'),
  })
  .meta({ id: 'ExperimentAssigned' });

function assignmentRoutes(app: Http, { database, writes, clock }: RouteParts): void {
  app.post(
    '/v1/insight/experiments/:id/assignments',
    {
      config: writing,
      schema: {
        operationId: 'assignToExperiment',
        tags,
        description: `Puts people into an arm, by number (up to ${MOST_AT_ONCE.toLocaleString('en')}) or ${SEGMENT_PAGE} of a segment at a time. The same person always gets the same arm, so a repetition changes nothing. Whoever is \`held\` must be left alone.`,
        params: one,
        body: z.union([
          z.strictObject({ people: z.array(z.int().min(1)).min(1).max(MOST_AT_ONCE) }),
          z.strictObject({ segment: z.int().min(1), after: z.string().max(500).optional() }),
        ]),
        response: { 200: assignedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { body } = request;
      const now = clock.now();
      const page =
        'people' in body
          ? accept({ people: body.people, next: null })
          : await membersOfSegment({ ...body, after: body.after }, (asked) =>
              listPeople(database, business, asked, now),
            );
      if (!page.ok) return refuseWith(request, reply, page.refusal);
      const { people, next } = page.value;
      await writes.inBusiness<z.infer<typeof assignedSchema>>(request, reply, async (tx) => {
        const assigned =
          people.length === 0
            ? accept<readonly Assignment[]>([])
            : await assignPeople(tx, request.params.id, people, now);
        if (!assigned.ok) return assigned;
        return accept({ status: 200, body: { assignments: [...assigned.value], next } });
      });
      return reply;
    },
  );
}

type ListAsked = Parameters<typeof listPeople>[2];

async function membersOfSegment(
  { segment, after }: { readonly segment: number; readonly after: string | undefined },
  list: (asked: ListAsked) => ReturnType<typeof listPeople>,
): Promise<Result<{ readonly people: readonly number[]; readonly next: string | null }>> {
  const page = await list({ filter: { segments: [segment] }, after, limit: SEGMENT_PAGE });
  return page.ok ? accept({ people: page.value.people.map(({ id }) => id), next: page.value.next }) : page;
}
