import { recordedMessages } from '../../platform/channels/index.ts';
import { refuseWith, type Routes } from '../../platform/http/index.ts';
import { businessBySlug } from '../../platform/tenancy/index.ts';

const MOST = 50;

/**
 * What the recording provider was given to send, for whoever develops or tries the program. Whoever could read it elsewhere
 * could sign in as anybody, so it is there only where both are said: development, and recording. Asked by a query:
 * `/dev/mailbox?business=demo`.
 */
export const mailboxRoutes: Routes = (app, { database, config, sms }) => {
  const isOpen = config.development === true && sms.provider === 'recording';
  app.get(
    '/dev/mailbox',
    { config: { scope: { public: 'only in development' } }, schema: { hide: true } },
    async (request, reply) => {
      const { business: slug = '' } = request.query as Record<string, string | undefined>;
      if (!isOpen) return refuseWith(request, reply, { code: 'mailbox_closed' });
      const business = await businessBySlug(database, slug);
      const messages = business === null ? [] : await recordedMessages(database, business.id, MOST);
      return reply
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(page(slug, messages));
    },
  );
};

function page(slug: string, messages: Awaited<ReturnType<typeof recordedMessages>>): string {
  const shown = messages.map(
    ({ to, text, at }) =>
      `<article><p><bdi dir="ltr">${escaped(to)}</bdi> · <time>${new Date(at).toISOString()}</time></p><pre dir="auto">${escaped(text)}</pre></article>`,
  );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mailbox</title><style>body{font:16px/1.6 system-ui;max-width:40rem;margin:2rem auto;padding:0 1rem}
article{border:1px solid #8886;border-radius:8px;padding:.5rem 1rem;margin:1rem 0}pre{white-space:pre-wrap;font:inherit}
p{opacity:.7;margin:0}</style><h1>Mailbox of ${escaped(slug)}</h1>
<p>Text messages that were recorded and not sent. The newest first.</p>
${shown.length === 0 ? '<p>Nothing yet.</p>' : shown.join('\n')}</html>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
