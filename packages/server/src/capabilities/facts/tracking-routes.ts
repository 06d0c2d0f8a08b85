import { z } from 'zod';
import {
  askerOf,
  described,
  type Http,
  lineRefusal,
  readerLanguage,
  refusals,
  refusalSchema,
  type RouteParts,
} from '../../platform/http/index.ts';
import { receiveTracked } from './receive-tracked.ts';
import { trackedEventSchema } from './tracked-event.ts';

const MOST_EVENTS = 2_500;

const heardSchema = z.strictObject({
  success: z.literal(true),
  stored: z.int(),
  unchanged: z.int(),
  refused: z.array(z.strictObject({ messageId: z.string(), ...refusalSchema.shape })),
});

const eventSchema = described(trackedEventSchema, 'TrackedEvent');

/**
 * What tracking libraries send, under the addresses they send it to. They read nothing but the status, and try again
 * what was not answered with 200: so what cannot be understood is logged, counted and told in the answer, with 200.
 */
export function trackingRoutes(app: Http, parts: RouteParts): void {
  const config = { scope: 'facts:write' } as const;
  const tags = ['tracking'];
  const answers = { 200: heardSchema, ...refusals };

  for (const kind of ['track', 'identify', 'page', 'screen', 'alias'] as const) {
    app.post(
      `/v1/${kind}`,
      { config, schema: { operationId: kind, tags, body: eventSchema, response: answers } },
      (request) => hear(request, [{ ...record(request.body), type: kind }], parts),
    );
  }
  for (const path of ['batch', 'import'] as const) {
    app.post(
      `/v1/${path}`,
      {
        config,
        schema: {
          operationId: path,
          tags,
          body: z.looseObject({ batch: z.array(eventSchema).min(1).max(MOST_EVENTS) }),
          response: answers,
        },
      },
      (request) => hear(request, request.body.batch, parts),
    );
  }
}

async function hear(
  request: Parameters<typeof askerOf>[0],
  events: readonly unknown[],
  { database, clock, metrics }: RouteParts,
): Promise<z.infer<typeof heardSchema>> {
  const { business } = askerOf(request);
  const language = readerLanguage(request);
  const outcomes = await receiveTracked(database, clock, business, events);
  const refused = outcomes.flatMap(({ messageId, refusal }) =>
    refusal === undefined ? [] : [{ messageId, ...lineRefusal(refusal, language) }],
  );
  for (const { messageId, code, field } of refused) {
    metrics.refusedEvents.inc({ code });
    request.log.warn(
      { business: business.slug, messageId: messageId.slice(0, 200), code, field },
      'an event was refused',
    );
  }
  const counted = (status: string): number => outcomes.filter((one) => one.status === status).length;
  return { success: true, stored: counted('stored'), unchanged: counted('unchanged'), refused };
}

/** A body that is no record stays what it is, so that it is refused as one event and not as nothing. */
function record(body: unknown): object {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : { body };
}
