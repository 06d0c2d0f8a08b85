import { quotationSchema, quotationTotals } from '@nardeban/core/sales';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import {
  askerOf,
  idText,
  paging,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { membersOf } from '../../people/index.ts';
import { changeDraft, discardDraft, draftAgreement, readDraft } from './drafting.ts';
import { draftDocument } from './sending.ts';
import { logoByHash } from './paper.ts';
import { drawnAside } from './pdf/drawing.ts';
import { keptPdf } from './pdf/kept.ts';
import {
  agreementListedSchema,
  agreementSchema,
  draftSchema,
  guardSaysSchema,
  totalsSchema,
} from './schemas.ts';
import { agreementShown, guardShown } from './showing.ts';
import { agreementById, documentOf, listAgreements, versionOf } from './store.ts';
import { agreementWriter } from './writing.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const writing = { scope: 'sales:write' } as const;
export const oneAgreement = z.strictObject({ id: idText });

/** Agreements as they are found, written and drawn. */
export const agreementRoutes: Routes = (app, { database, writes, clock }) => {
  const write = agreementWriter({ writes, clock });

  app.get(
    '/v1/sales/agreements',
    {
      config: reading,
      schema: {
        operationId: 'listAgreements',
        tags,
        description:
          'Of a deal, of a person (everybody merged into them included), or `waiting` for a manager; the newest first.',
        querystring: z.strictObject({
          ...paging,
          deal: idText.optional(),
          person: idText.optional(),
          waiting: z.enum(['true']).optional(),
        }),
        response: {
          200: z.strictObject({
            agreements: z.array(agreementListedSchema),
            next: z.int().nullable(),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { after, limit = PAGE, deal, person, waiting } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, async (tx) => {
        const people =
          person === undefined ? undefined : ((await membersOf(tx, [person])).get(person) ?? [person]);
        return listAgreements(tx, { deal, people, waiting: waiting === 'true', after, limit });
      });
      return { agreements: [...page.agreements], next: page.next };
    },
  );

  app.get(
    '/v1/sales/agreements/:id',
    {
      config: reading,
      schema: {
        operationId: 'agreement',
        tags,
        params: oneAgreement,
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const shown = await database.withBusiness(business.id, async (tx) => {
        const found = await agreementById(tx, request.params.id);
        if (!found.ok) return found;
        return accept(await agreementShown(tx, business, found.value, readerLanguage(request)));
      });
      if (!shown.ok) return refuseWith(request, reply, shown.refusal);
      return reply.send(shown.value);
    },
  );

  app.post(
    '/v1/sales/agreements/preview',
    {
      config: writing,
      schema: {
        operationId: 'previewQuotation',
        tags,
        description:
          'What a quotation would come to and what the guard says of its discounts. Nothing is kept.',
        body: z.strictObject({ person: z.int().min(1), content: quotationSchema }),
        response: {
          200: z.strictObject({ totals: totalsSchema, guard: guardSaysSchema }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { person, content } = request.body;
      const totals = quotationTotals(content);
      if (!totals.ok) return refuseWith(request, reply, totals.refusal);
      const read = await database.withBusiness(business.id, (tx) =>
        readDraft(
          tx,
          business,
          person,
          { kind: 'quotation', language: business.language, content },
          clock.now(),
        ),
      );
      if (!read.ok) return refuseWith(request, reply, read.refusal);
      const { gross, lineOff, wholeOff, net, tax, total } = totals.value;
      const { guard } = read.value;
      if (guard === null) throw new Error('Every quotation is judged');
      return reply.send({
        totals: { gross, lineOff, wholeOff, net, tax, total },
        guard: guardShown(guard, business, readerLanguage(request)),
      });
    },
  );

  app.post(
    '/v1/sales/agreements',
    {
      config: writing,
      schema: {
        operationId: 'draftAgreement',
        tags,
        description: 'Begins an agreement on a deal as a draft: nobody is sent anything yet.',
        body: z.strictObject({ deal: z.int().min(1), draft: draftSchema }),
        response: { 201: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { deal, draft } = request.body;
      await write(
        request,
        reply,
        (tx, business, author) => draftAgreement(tx, business, deal, draft, author),
        { status: 201 },
      );
      return reply;
    },
  );

  app.put(
    '/v1/sales/agreements/:id',
    {
      config: writing,
      schema: {
        operationId: 'changeAgreement',
        tags,
        description:
          'Writes a draft anew. Of what was sent a further version is begun; what was sent stays as it was, and answers.',
        params: oneAgreement,
        body: z.strictObject({ revision: z.int().min(1), draft: draftSchema }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await write(request, reply, (tx, business, author) =>
        changeDraft(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/discard',
    {
      config: writing,
      schema: {
        operationId: 'discardAgreementDraft',
        tags,
        description: 'Gives a draft up; the version before it stands again.',
        params: oneAgreement,
        body: z.strictObject({ revision: z.int().min(1) }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await write(request, reply, (tx, business, author) =>
        discardDraft(tx, business, request.params.id, request.body.revision, author),
      );
      return reply;
    },
  );

  app.get(
    '/v1/sales/agreements/:id/pdf',
    {
      config: reading,
      schema: {
        operationId: 'agreementPdf',
        tags,
        description:
          'A quotation on paper. Of what was sent always the same file; a draft shows how it would look.',
        params: oneAgreement,
        querystring: z.strictObject({ version: idText.optional() }),
        response: {
          200: { description: 'The file', content: { 'application/pdf': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const found = await database.withBusiness(business.id, async (tx) => {
        const agreement = await agreementById(tx, id);
        if (!agreement.ok) return agreement;
        const place = request.query.version ?? agreement.value.version;
        if (place > agreement.value.version)
          return { ok: false, refusal: { code: 'agreement_unknown', field: 'version' } } as const;
        const version = await versionOf(tx, id, place);
        const document =
          (await documentOf(tx, id, place)) ??
          (await draftDocument(tx, business, agreement.value, version, clock.now()));
        const { logo } = document.from;
        return accept({
          document,
          hash: version.hash ?? '',
          logo: logo === null ? null : await logoByHash(tx, logo),
        });
      });
      if (!found.ok) return refuseWith(request, reply, found.refusal);
      const { document, hash, logo } = found.value;
      if (document.kind !== 'quotation')
        return refuseWith(request, reply, { code: 'agreement_unknown', field: 'id', detail: { id } });
      const pdf = await (hash === '' ? drawnAside : keptPdf)(document, { hash, logo });
      if (!pdf.ok) return refuseWith(request, reply, pdf.refusal);
      return reply
        .type('application/pdf')
        .header(
          'content-disposition',
          `attachment; filename="quotation-${document.number}-${document.version}.pdf"`,
        )
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(pdf.value as never);
    },
  );
};
