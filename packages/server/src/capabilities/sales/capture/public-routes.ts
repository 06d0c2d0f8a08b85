import { hostOf, writtenIn, type Written } from '@nardeban/core/sales';
import { type Language, type Refusal, refuse, type Result, sayRefusal } from '@nardeban/core/values';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { RouteParts, Routes } from '../../../platform/http/index.ts';
import { type Html, html, sendPage } from '../../../platform/pages/index.ts';
import { Refused } from '../../../platform/refused.ts';
import { sessionSecret } from '../../../platform/sign-in/index.ts';
import { businessBySlug } from '../../../platform/tenancy/index.ts';
import { countingToday } from './counts.ts';
import { linkByCode } from './links.ts';
import { languageOf, lastKnownForm, publicForm } from './opened.ts';
import { type Carried, formHtml, noticeHtml, say, sureHtml, thanksHtml } from './pages.ts';
import { bitsFor, CAME, LINK, type OpenForm, type PostOutcome, REFERRER, takePost } from './posting.ts';
import { formScript, pageScript } from './scripts.ts';
import { makeStamps, type Stamp, type Stamps } from './stamps.ts';
import { triesStatement } from './tries.ts';

const open = { scope: { public: 'a form is there for everybody' } } as const;
const where = z.strictObject({ business: z.string().min(1).max(63), form: z.string().min(1).max(63) });
const one = z.union([z.string(), z.array(z.string()).transform(([first = '']) => first)]);
const query = z.looseObject({ lang: one.optional(), l: one.optional() });

/** What is posted without a script and cannot be read is told as a page and not as JSON. */
const onPage = {
  config: open,
  errorHandler(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
    if (!(error instanceof Refused)) throw error;
    const language = languageOf(request, undefined, { language: 'fa' });
    // More come than can be taken in: whoever waited for nothing may come again.
    const status = error.refusal.code === 'try_again' ? 503 : 400;
    if (status === 503) void reply.header('retry-after', '5');
    if (request.headers.accept === 'application/json') {
      anywhere(reply);
      void reply.code(status).send({ again: false, sentence: sayRefusal(error.refusal, language) });
      return;
    }
    sendPage(
      reply,
      {
        language,
        title: say('failed', language),
        body: noticeHtml(say('failed', language), sayRefusal(error.refusal, language)),
      },
      status,
    );
  },
};

/** The forms as strangers see them: pages that need no script, and a script that draws them into any page. */
export const publicFormRoutes: Routes = (app, parts) => {
  const { database, clock } = parts;
  const stampsOf = stampsOnce(parts);

  for (const [path, text] of [
    ['/f/form.js', formScript],
    ['/f/page.js', pageScript],
  ] as const)
    app.get(path, { config: open, schema: { hide: true } }, (_, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('cache-control', 'public, max-age=3600')
        .header('cross-origin-resource-policy', 'cross-origin')
        .send(text),
    );

  app.get(
    '/f/:business/:form',
    { ...onPage, schema: { hide: true, params: where, querystring: query } },
    async (request, reply) => {
      const known = await publicForm(database, request.params.business, request.params.form);
      if (known === null) return notThere(request, reply);
      const language = languageOf(request, request.query.lang, known.business);
      if (known.form.state === 'closed') return closed(reply, known, language);
      const [, search = ''] = request.url.split('?');
      const link = request.query.l;
      const carried: Carried = {
        came: search.includes('utm_') ? `?${search.slice(0, 1000)}` : '',
        referrer: before(request),
        link: link ?? '',
      };
      const stamp = await drawn(parts, await stampsOf(), known, { counts: true });
      const written = fromAddress(known, request.query);
      return page(
        reply,
        known,
        language,
        formHtml(drawing(known, language, { stamp, written, refusal: null, carried })),
      );
    },
  );

  app.get(
    '/f/:business/:form/fields',
    { config: open, schema: { hide: true, params: where, querystring: query } },
    async (request, reply) => {
      const known = await publicForm(database, request.params.business, request.params.form);
      anywhere(reply);
      const language = languageOf(request, request.query.lang, known?.business ?? { language: 'fa' });
      const failed = say('failed', language);
      if (known === null || known.form.state !== 'open') {
        const notice = say(known === null ? 'unknown' : 'closed', language);
        const body = noticeHtml(known === null ? '' : known.form.definition.title[language], notice);
        return reply.send({ language, html: body.text, stamp: '', failed });
      }
      const stamp = await drawn(parts, await stampsOf(), known, { counts: true });
      const body = formHtml(drawing(known, language, { stamp, written: {}, refusal: null, carried: null }));
      return reply.send({ language, html: body.text, stamp: stamp.text, failed });
    },
  );

  app.post(
    '/f/:business/:form',
    { ...onPage, schema: { hide: true, params: where } },
    async (request, reply) => {
      const { business: slug, form: key } = request.params;
      const body = bodyOf(request);
      const isScript = request.headers.accept === 'application/json';
      if (isScript) anywhere(reply);
      const taken = async (form: OpenForm | null) => {
        const said = languageOf(request, body['nb_lang'], form?.business ?? { language: 'fa' });
        const outcome = await postedTo(form, { body, language: said, address: request.ip }, isScript);
        return { known: form, language: said, posted: outcome };
      };
      let took = await taken(await lastKnownForm(database, slug, key));
      // What is remembered of a form takes things in, but sends nobody away.
      for (let attempt = 1; attempt <= MOST_ATTEMPTS && !isFinal(took.posted); attempt += 1) {
        const now = await publicForm(database, slug, key);
        if (isSame(took.known, now) && !isOutdated(took.posted)) break;
        took = await taken(now);
      }
      const { known, language, posted } = took;
      if (isScript) return answerScript(reply, known, language, posted);
      if (known === null) return notThere(request, reply);
      const { form } = known;
      const carried = {
        came: textOf(body[CAME]),
        referrer: textOf(body[REFERRER]),
        link: textOf(body[LINK]),
      };
      const written = writtenIn(form.definition, body);
      if (posted.ok && posted.value.is === 'thanks') {
        const { after } = form.definition;
        return after.kind === 'redirect'
          ? reply.redirect(after.to, 303)
          : page(reply, known, language, thanksHtml(form.definition, language, true));
      }
      if (posted.ok && posted.value.is === 'sure') {
        const { stamp } = posted.value;
        return page(
          reply,
          known,
          language,
          sureHtml({ ...drawing(known, language, { stamp, written, refusal: null, carried }), carried }),
        );
      }
      const refusal: Refusal = posted.ok ? { code: 'internal' } : posted.refusal;
      if (refusal.code === 'form_closed') return closed(reply, known, language);
      const stamp = await drawn(parts, await stampsOf(), known, { counts: false });
      const again = formHtml(drawing(known, language, { stamp, written, refusal, carried }));
      return page(reply, known, language, again, refusal.code === 'forms_too_often' ? 429 : 422);
    },
  );

  /** A link from paper: it counts whoever follows it, and hands on where they come from. */
  app.get(
    '/l/:business/:code',
    {
      ...onPage,
      schema: {
        hide: true,
        params: z.strictObject({ business: z.string().min(1).max(63), code: z.string().min(1).max(60) }),
      },
    },
    async (request, reply) => {
      const business = await businessBySlug(database, request.params.business);
      if (business === null) return notThere(request, reply);
      const link = await database.withBusiness(business.id, async (tx) => {
        const found = await linkByCode(tx, request.params.code.toLowerCase());
        if (found !== null && !found.closed)
          await tx.query(countingToday(business, [{ kind: 'scan', subject: found.id }], clock.now()));
        return found;
      });
      if (link === null || (link.closed && link.form === null)) return notThere(request, reply);
      void reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      if (link.form !== null) return reply.redirect(`/f/${business.slug}/${link.form}?l=${link.code}`, 302);
      const to = new URL(link.target ?? '');
      to.searchParams.set('utm_source', link.source);
      if (link.medium !== null) to.searchParams.set('utm_medium', link.medium);
      if (link.campaign !== null) to.searchParams.set('utm_campaign', link.campaign);
      return reply.redirect(to.href, 302);
    },
  );

  const postedTo = async (
    known: OpenForm | null,
    posted: {
      readonly body: Readonly<Record<string, unknown>>;
      readonly language: Language;
      readonly address: string;
    },
    isScript: boolean,
  ) => {
    if (known === null) return refuse('form_unknown');
    if (known.form.state !== 'open') return refuse('form_closed');
    return takePost(parts, await stampsOf(), known, posted, isScript ? 'script' : 'page');
  };
};

/** Somebody may be changing the form again and again. */
const MOST_ATTEMPTS = 5;
/** Refusals in which the form has no say, or that were made out by the form as it is. */
const SAID_FOR_ALL: readonly string[] = ['form_stamp_old', 'form_proof_wrong', 'forms_too_often'];

function isFinal(posted: Result<PostOutcome>): boolean {
  return posted.ok ? posted.value.is === 'thanks' : SAID_FOR_ALL.includes(posted.refusal.code);
}

function isOutdated(posted: Result<PostOutcome>): boolean {
  return posted.ok && posted.value.is === 'outdated';
}

function isSame(remembered: OpenForm | null, now: OpenForm | null): boolean {
  return (
    remembered?.form.id === now?.form.id &&
    remembered?.form.revision === now?.form.revision &&
    remembered?.business.revision === now?.business.revision &&
    remembered?.settings.revision === now?.settings.revision
  );
}

/** Made at the first need: the secret may have to be read from the data folder. */
function stampsOnce({ config }: Pick<RouteParts, 'config'>): () => Promise<Stamps> {
  let made: Promise<Stamps> | undefined;
  return () => (made ??= sessionSecret(config).then(makeStamps));
}

/** Counts that the form is shown, and signs when; asks for more work while robots are at it. */
async function drawn(
  { database, clock }: Pick<RouteParts, 'database' | 'clock'>,
  stamps: Stamps,
  { business, form }: OpenForm,
  { counts }: { readonly counts: boolean },
): Promise<Stamp> {
  const now = clock.now();
  const doubtful = await database.withBusiness(business.id, async (tx) => {
    const [tried] = await tx.commitWith<[{ tries: number }]>([
      triesStatement({ kind: 'doubtful', subject: String(form.id), minutes: 60 }, now),
      // Losing a count of views with the server matters to nobody.
      ...(counts
        ? [
            { text: 'SET LOCAL synchronous_commit = off' },
            countingToday(business, [{ kind: 'view', subject: form.id }], now),
          ]
        : []),
    ]);
    return tried.rows[0]?.tries ?? 0;
  });
  return stamps.make(
    { business: business.id, form: form.id, now },
    { kind: 'draw', bits: bitsFor(doubtful) },
  );
}

function drawing(
  { business, form }: OpenForm,
  language: Language,
  rest: {
    readonly stamp: Stamp;
    readonly written: Written;
    readonly refusal: Refusal | null;
    readonly carried: Carried | null;
  },
) {
  return { form: form.definition, language, address: `/f/${business.slug}/${form.key}`, ...rest };
}

function page(
  reply: FastifyReply,
  { business, form, settings }: OpenForm,
  language: Language,
  content: Html,
  status = 200,
): FastifyReply {
  // A form of ours may stand in a frame of the business's own sites, or of any where it named none; and where it leads to
  // after it was sent is part of what browsers ask leave for.
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  const { after } = form.definition;
  const to = after.kind === 'redirect' ? ` ${new URL(after.to).origin}` : '';
  const frames = settings.sites.length === 0 ? '*' : `'self' ${settings.sites.join(' ')}`;
  void reply.header(
    'content-security-policy',
    policy
      .replace("form-action 'self'", `form-action 'self'${to}`)
      .replace("frame-ancestors 'none'", `frame-ancestors ${frames}`),
  );
  const title = form.definition.title[language];
  const body = html`<p class="by">${business.name}</p>
${content}`;
  return sendPage(reply, { language, title, body, scripts: ['/f/page.js'], framed: true }, status);
}

function closed(reply: FastifyReply, known: OpenForm, language: Language): FastifyReply {
  return page(
    reply,
    known,
    language,
    noticeHtml(known.form.definition.title[language], say('closed', language)),
    410,
  );
}

function notThere(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request, undefined, { language: 'fa' });
  const title = say('unknown', language);
  return sendPage(reply, { language, title, body: noticeHtml(title, '') }, 404);
}

function answerScript(
  reply: FastifyReply,
  known: OpenForm | null,
  language: Language,
  posted: Result<PostOutcome>,
): FastifyReply {
  if (known !== null && posted.ok && posted.value.is === 'thanks') {
    const { after } = known.form.definition;
    if (after.kind === 'redirect') return reply.send({ redirect: after.to });
    return reply.send({ thanks: thanksHtml(known.form.definition, language, false).text });
  }
  const refusal: Refusal = posted.ok ? { code: 'form_proof_wrong' } : posted.refusal;
  const again = refusal.code === 'form_stamp_old' || refusal.code === 'form_proof_wrong';
  return reply.code(refusal.code === 'forms_too_often' ? 429 : 422).send({
    again,
    sentence: sayRefusal(refusal, language),
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
  });
}

/** Any page may ask for a form and send it; no cookie comes along, and none is given. */
function anywhere(reply: FastifyReply): void {
  void reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'no-store');
}

/** Where somebody comes from who came by a link of another page. */
function before(request: FastifyRequest): string {
  const { referer } = request.headers;
  const host = hostOf(referer);
  return host === null || host === hostOf(`http://${request.headers.host ?? ''}`)
    ? ''
    : (referer ?? '').slice(0, 1000);
}

/** Hidden fields are filled from the address: `?branch=north`. */
function fromAddress({ form }: OpenForm, told: Readonly<Record<string, unknown>>): Written {
  const own = form.definition.fields.filter(({ kind }) => kind === 'hidden').map(({ key }) => key);
  return writtenIn(
    form.definition,
    Object.fromEntries(Object.entries(told).filter(([name]) => own.includes(name))),
  );
}

function bodyOf(request: FastifyRequest): Readonly<Record<string, unknown>> {
  const { body } = request;
  return typeof body === 'object' && body !== null && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
}

function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first.slice(0, 1000) : '';
}
