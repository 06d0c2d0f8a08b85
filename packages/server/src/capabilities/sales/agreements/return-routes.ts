import { z } from 'zod';
import { refusals, type Routes } from '../../../platform/http/index.ts';
import { oneAgreement } from './agreement-routes.ts';
import { cancelOrder, returnOrdered } from './returning.ts';
import { agreementSchema } from './schemas.ts';
import { agreementWriter } from './writing.ts';

const tags = ['sales'];
const writing = { scope: 'sales:write' } as const;
const revision = z.int().min(1);
const reason = z.string().trim().min(1).max(500);
const method = z.string().trim().max(100).describe('How money is paid back; empty: nothing is said.');

/** An agreed order that is called off, or that comes back. */
export const returnRoutes: Routes = (app, parts) => {
  const write = agreementWriter(parts);

  app.post(
    '/v1/sales/agreements/:id/cancellation',
    {
      config: writing,
      schema: {
        operationId: 'cancelAgreementOrder',
        tags,
        description:
          'Calls off an order before all of it is paid for. Its deal is opened again or lost, unless another order of it stands.',
        params: oneAgreement,
        body: z.strictObject({
          revision,
          reason,
          method: method.optional(),
          deal: z.discriminatedUnion('becomes', [
            z.strictObject({ becomes: z.literal('open') }),
            z.strictObject({
              becomes: z.literal('lost'),
              reason: z.string().min(1).max(63).describe('One of the reasons of the deal’s pipeline.'),
            }),
          ]),
        }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = { ...request.body, method: request.body.method ?? '' };
      const told = { deed: 'agreement.cancelled', detail: { reason: asked.reason } } as const;
      await write(
        request,
        reply,
        (tx, business, author) => cancelOrder(tx, business, request.params.id, asked, author),
        { told },
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/returns',
    {
      config: writing,
      schema: {
        operationId: 'returnAgreementOrder',
        tags,
        description:
          'Takes back what was paid for: some lines, or all that is left. Its deal stays won and is worth so much less.',
        params: oneAgreement,
        body: z.strictObject({
          revision,
          reason,
          method: method.optional(),
          lines: z
            .array(
              z.strictObject({
                line: z.int().min(0).max(499).describe('Its place in the quotation, from 0.'),
                quantity: z.int().min(1).max(1e12).describe('Thousandths.'),
              }),
            )
            .min(1)
            .max(500)
            .nullable()
            .describe('Null: all that is left.'),
        }),
        response: { 201: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asked = { ...request.body, method: request.body.method ?? '' };
      const told = { deed: 'agreement.returned', detail: { reason: asked.reason } } as const;
      await write(
        request,
        reply,
        (tx, business, author) => returnOrdered(tx, business, request.params.id, asked, author),
        { status: 201, told },
      );
      return reply;
    },
  );
};
