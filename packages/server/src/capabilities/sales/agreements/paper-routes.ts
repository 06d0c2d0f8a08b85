import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import { askerOf, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { receiveLogo } from './logo-image.ts';
import { changeLogo, changePaper, logoByHash, paperSchema, salesPaper } from './paper.ts';
import { keptPaperSchema } from './schemas.ts';

const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;
const about = { kind: 'sales-paper', id: 'paper' } as const;

/** The head and the foot of papers, and what a quotation begins with. */
export const paperRoutes: Routes = (app, { database, writes, clock }) => {
  app.get(
    '/v1/sales/paper',
    {
      config: reading,
      schema: { operationId: 'salesPaper', tags, response: { 200: keptPaperSchema, ...refusals } },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, salesPaper),
  );

  app.put(
    '/v1/sales/paper',
    {
      config: managing,
      schema: {
        operationId: 'changeSalesPaper',
        tags,
        description: 'From the next paper on; what was sent stays as it was.',
        body: z.strictObject({ paper: paperSchema, revision: z.int().min(0) }),
        response: { 200: keptPaperSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const { paper, revision } = request.body;
        const changed = await changePaper(tx, paper, revision, { by: by.name, now: clock.now() });
        if (!changed.ok) return changed;
        await recordDeed(tx, { by, deed: 'sales_paper.changed', about, detail: {} });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.post(
    '/v1/sales/paper/logo',
    {
      config: managing,
      schema: {
        operationId: 'changeSalesLogo',
        tags,
        description: 'multipart/form-data with one part `file`: PNG or JPEG of at most 200 kB.',
        consumes: ['multipart/form-data'],
        response: { 200: keptPaperSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const by = askerOf(request);
      const logo = await receiveLogo(request);
      if (!logo.ok) return refuseWith(request, reply, logo.refusal);
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeLogo(tx, logo.value, { by: by.name, now: clock.now() });
        await recordDeed(tx, { by, deed: 'sales_paper.changed', about, detail: {} });
        return accept({ status: 200, body: changed });
      });
      return reply;
    },
  );

  app.delete(
    '/v1/sales/paper/logo',
    {
      config: managing,
      schema: { operationId: 'removeSalesLogo', tags, response: { 200: keptPaperSchema, ...refusals } },
    },
    async (request, reply) => {
      const by = askerOf(request);
      await writes.inBusiness(request, reply, async (tx) => {
        const changed = await changeLogo(tx, null, { by: by.name, now: clock.now() });
        await recordDeed(tx, { by, deed: 'sales_paper.changed', about, detail: {} });
        return accept({ status: 200, body: changed });
      });
      return reply;
    },
  );

  app.get(
    '/v1/sales/paper/logo',
    {
      config: reading,
      schema: {
        operationId: 'salesLogo',
        tags,
        querystring: z.strictObject({ of: z.string().regex(/^[0-9a-f]{64}$/) }),
        response: {
          200: { description: 'The picture', content: { 'image/*': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { of } = request.query;
      const logo = await database.withBusiness(askerOf(request).business.id, (tx) => logoByHash(tx, of));
      if (logo === null) return refuseWith(request, reply, { code: 'logo_unknown' });
      return reply
        .type(logo.type)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=86400, immutable')
        .send(logo.content as never);
    },
  );
};
