import { checkForm, formSchema } from '@nardeban/core/sales';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  languageText,
  paging,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { changeForm, draftForm, formByKey, type KeptForm, listForms } from './forms.ts';
import { formHtml } from './pages.ts';
import { formChangeSchema, formKeyText, keptFormSchema, newFormSchema } from './schemas.ts';
import type { Author } from './settings.ts';
import { outside, shownForms } from './shown.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ key: formKeyText });

/** The forms that bring leads in, as staff lay them out. */
export const formRoutes: Routes = (app, { database, writes, clock, config }) => {
  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: (tx: Tx, author: Author) => Promise<Result<KeptForm>>,
  ): Promise<void> {
    const by = askerOf(request);
    const now = clock.now();
    await writes.inBusiness<z.infer<typeof keptFormSchema>>(request, reply, async (tx) => {
      const saved = await work(tx, { by: by.name, now });
      if (!saved.ok) return saved;
      const { key, definition, state } = saved.value;
      const detail = { name: definition.title.fa, state };
      await recordDeed(tx, { by, deed: 'form.saved', about: { kind: 'form', id: key }, detail });
      const shower = { business: by.business, origin: outside(request, config), now };
      const [shown] = await shownForms(tx, [saved.value], shower);
      return shown === undefined ? refuse('form_unknown') : accept({ status, body: shown });
    });
  }

  app.get(
    '/v1/sales/forms',
    {
      config: reading,
      schema: {
        operationId: 'listForms',
        tags,
        description: 'The newest first, with what came of each within the last 30 days.',
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ forms: z.array(keptFormSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { limit = PAGE, after } = request.query;
      const by = { business, origin: outside(request, config), now: clock.now() };
      return database.withBusiness(business.id, async (tx) => {
        const { forms, next } = await listForms(tx, { after, limit });
        return { forms: await shownForms(tx, forms, by), next };
      });
    },
  );

  app.get(
    '/v1/sales/forms/:key',
    {
      config: reading,
      schema: { operationId: 'form', tags, params: one, response: { 200: keptFormSchema, ...refusals } },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { key } = request.params;
      const by = { business, origin: outside(request, config), now: clock.now() };
      const [shown] = await database.withBusiness(business.id, async (tx) => {
        const form = await formByKey(tx, key);
        return form === null ? [] : shownForms(tx, [form], by);
      });
      return shown === undefined
        ? refuseWith(request, reply, { code: 'form_unknown', field: 'key', detail: { key } })
        : reply.send(shown);
    },
  );

  app.post(
    '/v1/sales/forms',
    {
      config: managing,
      schema: {
        operationId: 'draftForm',
        tags,
        description: 'Lays a form out as a draft: nobody else sees it yet.',
        body: newFormSchema,
        response: { 201: keptFormSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await save(request, reply, 201, (tx, author) => draftForm(tx, request.body, author));
      return reply;
    },
  );

  app.put(
    '/v1/sales/forms/:key',
    {
      config: managing,
      schema: {
        operationId: 'changeForm',
        tags,
        description: 'Changes a form, opens or closes it. What was sent before stays as it was asked then.',
        params: one,
        body: formChangeSchema,
        response: { 200: keptFormSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await save(request, reply, 200, (tx, author) =>
        changeForm(tx, request.params.key, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/form-previews',
    {
      config: reading,
      schema: {
        operationId: 'previewForm',
        tags,
        description: 'How a form would look: the HTML that strangers get. It changes nothing.',
        body: z.strictObject({ definition: formSchema, language: languageText }),
        response: { 200: z.strictObject({ html: z.string() }), ...refusals },
      },
    },
    async (request, reply) => {
      const { definition, language } = request.body;
      const fit = checkForm(definition);
      if (!fit.ok) return refuseWith(request, reply, fit.refusal);
      const stamp = { kind: 'draw', nonce: '', at: 0, bits: 0, text: '' } as const;
      const drawn = {
        form: definition,
        language,
        address: '',
        stamp,
        written: {},
        refusal: null,
        carried: null,
      };
      return reply.send({ html: formHtml(drawn).text });
    },
  );
};
