import { accept, refuse, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderSVG } from 'uqr';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  idText,
  paging,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { Html, html, sendPage } from '../../../platform/pages/index.ts';
import { type CaptureLink, changeLink, linkById, listLinks, makeLink } from './links.ts';
import { linkChangeSchema, linkSchema, newLinkSchema } from './schemas.ts';
import type { Author } from './settings.ts';
import { outside, shownLinks } from './shown.ts';

const PAGE = 50;
const tags = ['sales'];
const reading = { scope: 'sales:read' } as const;
const managing = { scope: 'sales:manage' } as const;
const one = z.strictObject({ link: idText });

/** Links for paper: short addresses that keep where somebody comes from, with their squares. */
export const linkRoutes: Routes = (app, { database, writes, clock, config }) => {
  async function save(
    request: FastifyRequest,
    reply: FastifyReply,
    status: 200 | 201,
    work: (tx: Tx, author: Author) => Promise<Result<CaptureLink>>,
  ): Promise<void> {
    const by = askerOf(request);
    const now = clock.now();
    await writes.inBusiness<z.infer<typeof linkSchema>>(request, reply, async (tx) => {
      const saved = await work(tx, { by: by.name, now });
      if (!saved.ok) return saved;
      const { id, title } = saved.value;
      await recordDeed(tx, { by, deed: 'link.saved', about: { kind: 'link', id }, detail: { name: title } });
      const shower = { business: by.business, origin: outside(request, config), now };
      const [shown] = await shownLinks(tx, [saved.value], shower);
      return shown === undefined ? refuse('link_unknown') : accept({ status, body: shown });
    });
  }

  app.get(
    '/v1/sales/links',
    {
      config: reading,
      schema: {
        operationId: 'listLinks',
        tags,
        description: 'The newest first, with how often each was followed within the last 30 days.',
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ links: z.array(linkSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { limit = PAGE, after } = request.query;
      const by = { business, origin: outside(request, config), now: clock.now() };
      return database.withBusiness(business.id, async (tx) => {
        const { links, next } = await listLinks(tx, { after, limit });
        return { links: await shownLinks(tx, links, by), next };
      });
    },
  );

  app.post(
    '/v1/sales/links',
    {
      config: managing,
      schema: {
        operationId: 'makeLink',
        tags,
        body: newLinkSchema,
        response: { 201: linkSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await save(request, reply, 201, (tx, author) => makeLink(tx, request.body, author));
      return reply;
    },
  );

  app.put(
    '/v1/sales/links/:link',
    {
      config: managing,
      schema: {
        operationId: 'changeLink',
        tags,
        description:
          'The code stays, for it is printed. A closed link still leads to its form, and is no longer counted.',
        params: one,
        body: linkChangeSchema,
        response: { 200: linkSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await save(request, reply, 200, (tx, author) =>
        changeLink(tx, request.params.link, request.body, author),
      );
      return reply;
    },
  );

  app.get(
    '/v1/sales/links/:link/square',
    {
      config: reading,
      schema: {
        operationId: 'linkSquare',
        tags,
        description: 'The address as a QR code: SVG, to be put into a leaflet.',
        produces: ['image/svg+xml'],
        params: one,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const link = await database.withBusiness(business.id, (tx) => linkById(tx, request.params.link));
      if (link === null) return refuseWith(request, reply, { code: 'link_unknown', field: 'link' });
      return reply
        .type('image/svg+xml; charset=utf-8')
        .header('content-disposition', `attachment; filename="${link.code}.svg"`)
        .send(squareOf(`${outside(request, config)}/l/${business.slug}/${link.code}`));
    },
  );

  app.get(
    '/v1/sales/links/:link/sheet',
    {
      config: reading,
      schema: {
        operationId: 'linkSheet',
        tags,
        description:
          'A page to be printed for a stand or a counter: the square, the address, and what it is for.',
        produces: ['text/html'],
        params: one,
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const link = await database.withBusiness(business.id, (tx) => linkById(tx, request.params.link));
      if (link === null) return refuseWith(request, reply, { code: 'link_unknown', field: 'link' });
      const address = `${outside(request, config)}/l/${business.slug}/${link.code}`;
      const language = readerLanguage(request);
      return sendPage(reply, { language, title: link.title, body: sheetBody(link, business.name, address) });
    },
  );
};

function squareOf(address: string): string {
  return renderSVG(address, { ecc: 'M', border: 4 });
}

function sheetBody(link: CaptureLink, name: string, address: string): Html {
  const square = squareOf(address).replace(/^<svg /, '<svg role="img" width="100%" ');
  return html`<div class="card" style="text-align: center">
<p class="by">${name}</p>
<h1>${link.title}</h1>
<div style="max-inline-size: 24rem; margin-inline: auto; background: #fff">${new Html(square)}</div>
<p><bdi class="ltr">${address}</bdi></p>
</div>`;
}
