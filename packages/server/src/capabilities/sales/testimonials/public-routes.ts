import { createHash } from 'node:crypto';
import type { Language } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readerLanguage, type Routes } from '../../../platform/http/index.ts';
import { sendPage } from '../../../platform/pages/index.ts';
import { type Business, businessBySlug } from '../../../platform/tenancy/index.ts';
import { EMBED_SCRIPT } from './embed-script.ts';
import { giveTestimonial, readWritten, withdrawTestimonial } from './giving.ts';
import { gonePage, shownPage, starsLabel, starsOf, testimonialPage } from './page.ts';
import { pageWords } from './page-words.ts';
import { MOST_SHOWN, type Shown, shownTestimonials } from './shown.ts';
import { testimonialOfLink } from './testimonial.ts';

const MINUTE = 60_000;
const slug = z.string().max(100);
const link = z.object({ slug, token: z.string().max(100) });
const TOKEN = /^[A-Za-z0-9_-]{22}$/u;

/** Whoever has the link is whom it was given to; so many tries a minute leave nothing of 128 bits. */
const own = {
  config: {
    scope: { public: 'the link is the secret' },
    rateLimit: { max: 60, timeWindow: MINUTE },
  },
} as const;
const shownToAll = { scope: { public: 'what its authors let be published' } } as const;

/** What customers open: the page on which they write what they think, and what a business shows of it on its own site. */
export const testimonialPages: Routes = (app, parts) => {
  const { database, clock } = parts;

  async function businessOf(request: FastifyRequest<{ Params: { slug: string } }>): Promise<Business | null> {
    return businessBySlug(database, request.params.slug);
  }
  const gone = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    sendPage(reply, gonePage(readerLanguage(request)), 404);

  app.get('/t/:slug/:token', { ...own, schema: { hide: true, params: link } }, async (request, reply) => {
    const { token } = request.params;
    const business = TOKEN.test(token) ? await businessOf(request) : null;
    if (business === null) return gone(request, reply);
    const found = await database.withBusiness(business.id, (tx) => testimonialOfLink(tx, token));
    if (found === null) return gone(request, reply);
    const editing = new URL(request.url, 'http://nowhere').searchParams.has('change');
    return sendPage(reply, testimonialPage(business.name, pathOf(business, token), found, { editing }));
  });

  app.post('/t/:slug/:token', { ...own, schema: { hide: true, params: link } }, async (request, reply) => {
    const { token } = request.params;
    const business = TOKEN.test(token) ? await businessOf(request) : null;
    if (business === null) return gone(request, reply);
    const path = pathOf(business, token);
    const written = readWritten(request.body);
    if (!written.ok) {
      const found = await database.withBusiness(business.id, (tx) => testimonialOfLink(tx, token));
      if (found === null) return gone(request, reply);
      const retyped = { typed: typedIn(request.body), refusal: written.refusal };
      return sendPage(reply, testimonialPage(business.name, path, found, { retyped }), 422);
    }
    const given = await database.withBusiness(business.id, (tx) =>
      giveTestimonial(tx, business, token, written.value, clock.now()),
    );
    return given.ok ? reply.redirect(path, 303) : gone(request, reply);
  });

  app.post(
    '/t/:slug/:token/withdraw',
    { ...own, schema: { hide: true, params: link } },
    async (request, reply) => {
      const { token } = request.params;
      const business = TOKEN.test(token) ? await businessOf(request) : null;
      if (business === null) return gone(request, reply);
      const taken = await database.withBusiness(business.id, (tx) =>
        withdrawTestimonial(tx, business, token, clock.now()),
      );
      return taken.ok ? reply.redirect(pathOf(business, token), 303) : gone(request, reply);
    },
  );

  embedding(app, parts);
};

function pathOf({ slug: name }: Business, token: string): string {
  return `/t/${name}/${token}`;
}

/** What can be shown again of what was not taken. */
function typedIn(body: unknown): {
  words: string;
  shownName: string;
  score: number | null;
  consent: boolean;
} {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    words: text('words').slice(0, 10_000),
    shownName: text('name').slice(0, 200),
    score: /^[1-5]$/u.test(text('score')) ? Number(text('score')) : null,
    consent: text('permission') !== '',
  };
}

const embedding: Routes = (app, { database }) => {
  const asked = z.object({
    language: z.enum(['fa', 'en']).optional().catch(undefined),
    count: z.coerce.number().int().min(1).max(MOST_SHOWN).catch(6),
    product: z.string().max(200).optional().catch(undefined),
  });
  type Asked = z.infer<typeof asked>;

  async function shownFor(name: string, { language, count, product }: Asked) {
    const business = await businessBySlug(database, name);
    if (business === null) return null;
    const shown = await database.withBusiness(business.id, (tx) =>
      shownTestimonials(tx, { count, product: product ?? null }),
    );
    return { business, language: language ?? business.language, shown };
  }

  app.get('/embed/testimonials.js', { config: shownToAll, schema: { hide: true } }, (_, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .header('cross-origin-resource-policy', 'cross-origin')
      .send(EMBED_SCRIPT),
  );

  app.get(
    '/embed/:slug/testimonials',
    { config: shownToAll, schema: { hide: true, params: z.object({ slug }), querystring: asked } },
    async (request, reply) => {
      const found = await shownFor(request.params.slug, request.query);
      if (found === null) return sendPage(reply, gonePage(readerLanguage(request)), 404);
      return sendPage(reply, shownPage(found.business.name, found.language, found.shown));
    },
  );

  app.get(
    '/embed/:slug/testimonials.json',
    { config: shownToAll, schema: { hide: true, params: z.object({ slug }), querystring: asked } },
    async (request, reply) => {
      const found = await shownFor(request.params.slug, request.query);
      // Kept by nobody without asking: what is taken back is gone at once, and what is unchanged costs an empty answer.
      void reply
        .type('application/json; charset=utf-8')
        .header('access-control-allow-origin', '*')
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, no-cache');
      if (found === null) return reply.code(404).send('{"testimonials":[]}');
      const body = JSON.stringify(bodyOf(found.business.name, found.language, found.shown));
      const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      void reply.header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.send(body);
    },
  );
};

function bodyOf(business: string, language: Language, shown: readonly Shown[]) {
  return {
    language,
    dir: language === 'fa' ? 'rtl' : 'ltr',
    title: pageWords[language].shownTitle.replace('{business}', () => business),
    testimonials: shown.map(({ words, name, score }) => ({
      words,
      name,
      score,
      stars: score === null ? '' : starsOf(score),
      starsLabel: score === null ? '' : starsLabel(language, score),
    })),
  };
}
