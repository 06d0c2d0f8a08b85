import type { Language } from '@nardeban/core/values';
import type { FastifyReply } from 'fastify';
import { type Html, html } from './html.ts';

/** A page that needs no script: for somebody on a cheap phone who was sent a link. */
export interface Page {
  readonly language: Language;
  readonly title: string;
  readonly body: Html;
  /** Addresses of further scripts of ours; the page works without them. */
  readonly scripts?: readonly string[];
  /** May stand in a frame of any other site. Only for what is public and does nothing with a click alone. */
  readonly framed?: boolean;
}

/** Where the style of these pages is served. */
export const STYLE_PATH = '/pages/style.css';

/** Sends a page. Links to it carry secrets, so it is neither kept nor told to where the reader goes next. */
export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  const { language, title, body, scripts = [], framed = false } = page;
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', framed ? 'all' : 'noindex');
  if (framed) {
    reply.removeHeader('x-frame-options');
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
  }
  return reply.send(
    html`<!doctype html>
<html lang="${language}" dir="${language === 'fa' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${STYLE_PATH}">
${scripts.map((address) => html`<script src="${address}" defer></script>`)}
</head>
<body>
<main>${body}</main>
</body>
</html>
`.text,
  );
}
