import { type AgreementDocument, type AgreementShown, shownAs } from '@nardeban/core/sales';
import { type Instant, type Language, readIsoDay, sayRefusal } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { retrying, timestamptz } from '../../../platform/database/index.ts';
import type { RouteParts, Routes } from '../../../platform/http/index.ts';
import { type Html, html, sendPage } from '../../../platform/pages/index.ts';
import { type Business, businessBySlug } from '../../../platform/tenancy/index.ts';
import { askCode, checkCode, type CodeProof, useCode } from '../../programme/index.ts';
import { answerAgreement, type Said } from './answering.ts';
import { todayOf } from './drafting.ts';
import { linkedBy, noteWrongLink, triesTooMuch } from './links.ts';
import { receiptOf } from './ordering.ts';
import type { Reading } from './pages/frame.ts';
import { acceptWording, declineWording, quotationPage } from './pages/quotation-page.ts';
import { wantsPage } from './pages/wants-page.ts';
import { words } from './pages/words.ts';
import { logoByHash } from './paper.ts';
import { keptPdf } from './pdf/kept.ts';
import { agreementById, documentOf, noteEvent, type Version, versionOf } from './store.ts';

const forCustomers = {
  scope: { public: 'a customer follows a link whose secret they were sent' },
} as const;
const hidden = { hide: true } as const;
const params = z.strictObject({ slug: z.string().max(64), secret: z.string().max(100) });
const query = z.object({ lang: z.enum(['fa', 'en']).optional().catch(undefined) });
/** What a form without a script posts; what stands in it is checked where it is read. */
const form = z.record(z.string(), z.union([z.string(), z.array(z.string())])).nullish();

/** What a link leads to, read once for a page. */
interface Found {
  readonly business: Business;
  readonly of: { readonly agreement: number; readonly version: number };
  readonly person: number;
  readonly document: AgreementDocument;
  readonly version: Version;
  readonly shown: AgreementShown;
  readonly receipt: Awaited<ReturnType<typeof receiptOf>>;
}

interface Shape {
  readonly challenge?: { readonly challenge: string; readonly to: string } | null;
  readonly fault?: string | null;
  readonly written?: Readonly<Record<string, string>>;
}

/** What of a request is looked at. */
interface Asked {
  readonly params: z.infer<typeof params>;
  readonly query: z.infer<typeof query>;
  readonly body?: unknown;
  readonly ip: string;
  readonly headers: FastifyRequest['headers'];
}

/** The pages of an agreement for its customer: they work without a script, and say nothing to whoever has no link. */
export const publicAgreementRoutes: Routes = (app, parts) => {
  const { database, clock } = parts;
  const route = '/a/:slug/:secret';
  const config = forCustomers;

  app.get(route, { config, schema: { ...hidden, params, querystring: query } }, async (request, reply) => {
    const found = await find(parts, request);
    if (found === null) return unknown(request, reply);
    await noteOpened(parts, found);
    return show(request, reply, found);
  });

  app.get(
    `${route}/logo`,
    { config, schema: { ...hidden, params, querystring: query } },
    async (request, reply) => {
      const found = await find(parts, request);
      const hash = found?.document.from.logo ?? null;
      if (found === null || hash === null) return unknown(request, reply);
      const logo = await database.withBusiness(found.business.id, (tx) => logoByHash(tx, hash));
      if (logo === null) return unknown(request, reply);
      return reply
        .type(logo.type)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=86400')
        .send(logo.content);
    },
  );

  app.get(
    `${route}/:file`,
    {
      config,
      schema: {
        ...hidden,
        params: params.extend({ file: z.string().regex(/^quotation-[0-9]{1,10}\.pdf$/) }),
        querystring: query,
      },
    },
    async (request, reply) => {
      const found = await find(parts, request);
      if (found === null || found.document.kind !== 'quotation') return unknown(request, reply);
      const { document, version, business } = found;
      const hash = document.from.logo;
      const logo =
        hash === null ? null : await database.withBusiness(business.id, (tx) => logoByHash(tx, hash));
      const pdf = await keptPdf(document, { hash: version.hash ?? '', logo });
      if (!pdf.ok)
        return show(request, reply, found, {
          fault: sayRefusal(pdf.refusal, readingOf(request, found).language),
        });
      return reply
        .type('application/pdf')
        .header(
          'content-disposition',
          `inline; filename="quotation-${document.number}-${document.version}.pdf"`,
        )
        .header('x-content-type-options', 'nosniff')
        .header('x-robots-tag', 'noindex')
        .header('cache-control', 'no-store')
        .send(pdf.value);
    },
  );

  app.post(
    `${route}/wants`,
    { config, schema: { ...hidden, params, querystring: query, body: form } },
    async (request, reply) => {
      const found = await find(parts, request);
      if (found === null || found.document.kind !== 'wants') return unknown(request, reply);
      const { document, shown } = found;
      const written = writtenIn(request);
      const reading = readingOf(request, found);
      const name = (written['name'] ?? '').trim();
      const answers = document.content.wants.map((_, place) => ({
        choice: written[`want-${place}`],
        comment: written[`comment-${place}`] ?? '',
      }));
      if (shown === 'sent') {
        const fault =
          name === ''
            ? reading.words.nameNeeded
            : answers.some(({ choice }) => choice !== 'yes' && choice !== 'no')
              ? reading.words.chooseEach
              : null;
        if (fault !== null) return show(request, reply, found, { fault, written });
      }
      return answer(request, reply, found, {
        kind: 'wants',
        name,
        address: request.ip,
        wording: reading.words.wantsWording,
        mobile: null,
        wants: answers.map(({ choice, comment }) => ({ right: choice === 'yes', comment })),
        comment: written['comment'] ?? '',
      });
    },
  );

  app.post(
    `${route}/code`,
    { config, schema: { ...hidden, params, querystring: query, body: form } },
    async (request, reply) => {
      const found = await find(parts, request);
      if (found === null || found.document.kind !== 'quotation') return unknown(request, reply);
      if (found.shown !== 'sent') return back(request, reply);
      const { business, of, person, document } = found;
      const { language } = readingOf(request, found);
      const sent = await askCode(parts, business, {
        purpose: 'agree',
        to: { person },
        about: aboutCode(of),
        what: `${words[language].quotation} ${document.number}`,
        address: request.ip,
        language,
      });
      if (!sent.ok) return show(request, reply, found, { fault: sayRefusal(sent.refusal, language) });
      return show(request, reply, found, { challenge: sent.value });
    },
  );

  app.post(
    `${route}/accept`,
    { config, schema: { ...hidden, params, querystring: query, body: form } },
    async (request, reply) => {
      const found = await find(parts, request);
      if (found === null || found.document.kind !== 'quotation') return unknown(request, reply);
      if (found.shown !== 'sent') return back(request, reply);
      const { document, business, of } = found;
      const written = writtenIn(request);
      const reading = readingOf(request, found);
      const name = (written['name'] ?? '').trim();
      const { challenge: told = '', to = '', code = '' } = written;
      const challenge = told === '' ? null : { challenge: told, to };
      const failing = (fault: string) => show(request, reply, found, { fault, written, challenge });
      if (name === '') return failing(reading.words.nameNeeded);
      if (written['agree'] !== 'yes') return failing(reading.words.agreeNeeded);
      let proof: CodeProof | null = null;
      if (document.content.proof) {
        if (challenge === null || code.trim() === '') return failing(reading.words.codeNeeded);
        const checked = await checkCode(parts, business, {
          purpose: 'agree',
          code,
          by: { challenge: challenge.challenge },
          about: aboutCode(of),
        });
        if (!checked.ok) return failing(sayRefusal(checked.refusal, reading.language));
        proof = checked.value;
      }
      return answer(
        request,
        reply,
        found,
        {
          kind: 'accept',
          name,
          address: request.ip,
          wording: acceptWording(document, reading),
          mobile: proof === null ? null : hiddenMobile(proof.mobile),
        },
        proof,
      );
    },
  );

  app.post(
    `${route}/decline`,
    { config, schema: { ...hidden, params, querystring: query, body: form } },
    async (request, reply) => {
      const found = await find(parts, request);
      if (found === null || found.document.kind !== 'quotation') return unknown(request, reply);
      if (found.shown !== 'sent') return back(request, reply);
      const written = writtenIn(request);
      const reading = readingOf(request, found);
      const name = (written['name'] ?? '').trim();
      if (name === '') return show(request, reply, found, { fault: reading.words.nameNeeded, written });
      return answer(request, reply, found, {
        kind: 'decline',
        name,
        address: request.ip,
        wording: declineWording(found.document, reading),
        mobile: null,
        reason: written['reason'] ?? '',
      });
    },
  );

  /** Keeps the answer and leads back to the page, so that loading it again asks nothing again. */
  async function answer(
    request: Asked,
    reply: FastifyReply,
    { business, of, shown }: Found,
    said: Said,
    proof: CodeProof | null = null,
  ): Promise<FastifyReply> {
    if (shown !== 'sent') return back(request, reply);
    const now = clock.now();
    await retrying(() =>
      database.withBusiness(business.id, async (tx) => {
        // Once for one code: it is used up with the answer, or the answer finds another one there.
        if (proof !== null && !(await useCode(tx, proof, now)).ok) return;
        await answerAgreement(tx, business, of, said, now);
      }),
    );
    // Whatever became of it meanwhile (replaced, withdrawn, answered in another window), the page says.
    return back(request, reply);
  }
};

/** What a secret leads to; null for whoever has none, has another's, or tried too many. */
async function find({ database, clock }: RouteParts, request: Asked): Promise<Found | null> {
  const { slug, secret } = request.params;
  const business = await businessBySlug(database, slug);
  if (business === null) return null;
  const now = clock.now();
  return database.withBusiness(business.id, async (tx) => {
    if (await triesTooMuch(tx, request.ip, now)) return null;
    const of = await linkedBy(tx, secret);
    if (of === null) {
      await noteWrongLink(tx, request.ip, now);
      return null;
    }
    const agreement = await agreementById(tx, of.agreement);
    const document = await documentOf(tx, of.agreement, of.version);
    if (!agreement.ok || document === null) return null;
    const version = await versionOf(tx, of.agreement, of.version);
    const { state } = version;
    if (state === 'draft') return null;
    const validUntil = version.validUntil === null ? null : readIsoDay(version.validUntil);
    const newer = agreement.value.version > of.version && agreement.value.state !== 'draft';
    const shown =
      newer && state === 'declined' ? 'replaced' : shownAs({ state, validUntil }, todayOf(business, now));
    return {
      business,
      of,
      person: agreement.value.person,
      document,
      version,
      shown,
      receipt: shown === 'accepted' ? await receiptOf(tx, of.agreement) : null,
    };
  });
}

/** The first look is worth a line in its history. */
async function noteOpened({ database, clock }: RouteParts, { business, of, version }: Found): Promise<void> {
  const now: Instant = clock.now();
  await database.withBusiness(business.id, async (tx) => {
    const { rowCount } = await tx.query(
      `UPDATE agreement_versions SET opened = least(opened + 1, 1000000), opened_at = coalesce(opened_at, $3)
       WHERE business_id = this_business() AND agreement_id = $1 AND version = $2`,
      [of.agreement, of.version, timestamptz(now)],
    );
    if (rowCount === 1 && version.openedAt === null)
      await noteEvent(tx, {
        agreement: of.agreement,
        version: of.version,
        kind: 'opened',
        by: '',
        at: now,
      });
  });
}

function show(request: Asked, reply: FastifyReply, found: Found, shape: Shape = {}): FastifyReply {
  const { document, version, shown, receipt } = found;
  const reading = readingOf(request, found);
  const { fault = null, written = {}, challenge = null } = shape;
  const body: Html =
    document.kind === 'wants'
      ? wantsPage({ document, shown, answer: version.answer, fault, written }, reading)
      : quotationPage(
          {
            document,
            hash: version.hash ?? '',
            shown,
            answer: version.answer,
            answeredAt: version.answeredAt,
            receipt,
            challenge,
            fault,
            written,
          },
          reading,
        );
  const title = `${document.kind === 'wants' ? reading.words.wants : reading.words.quotation} · ${document.from.name}`;
  return sendPage(reply, { language: reading.language, title, body }, fault === null ? 200 : 422);
}

/** The same answer for a link that never was, one that was guessed, and whoever guesses too much. */
function unknown(request: Asked, reply: FastifyReply): FastifyReply {
  const language = request.query.lang ?? languageAsked(request);
  const { unknown: title, unknownText } = words[language];
  const body = html`<h1>${title}</h1><p>${unknownText}</p>`;
  return sendPage(reply, { language, title, body }, 404);
}

function back(request: Asked, reply: FastifyReply): FastifyReply {
  const { lang } = request.query;
  return reply
    .header('cache-control', 'no-store')
    .redirect(`${pathOf(request)}${lang === undefined ? '' : `?lang=${lang}`}`, 303);
}

function readingOf(request: Asked, { document }: Found): Reading {
  const language = request.query.lang ?? document.language;
  return { path: pathOf(request), language, words: words[language] };
}

function pathOf({ params: { slug, secret } }: Asked): string {
  return `/a/${encodeURIComponent(slug)}/${encodeURIComponent(secret)}`;
}

function languageAsked(request: Asked): Language {
  return (request.headers['accept-language'] ?? '').startsWith('en') ? 'en' : 'fa';
}

/** Of a name that came several times only the last counts. */
function writtenIn({ body }: Asked): Record<string, string> {
  return Object.fromEntries(
    Object.entries(form.parse(body) ?? {}).map(([name, value]) => [
      name,
      (typeof value === 'string' ? value : (value.at(-1) ?? '')).slice(0, 2000),
    ]),
  );
}

function aboutCode({ agreement, version }: Found['of']): string {
  return `agreement:${agreement}:${version}`;
}

function hiddenMobile(e164: string): string {
  return `${e164.slice(0, 6)}••••${e164.slice(-3)}`;
}
