import { connect } from 'node:net';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { receiveMail } from './mail-receiver.ts';

const mail = { host: '127.0.0.1', port: 0, domain: 'leads.example', certificate: undefined };
let served: Served;
let shop: Business;
let headers: { authorization: string };
let receiver: Awaited<ReturnType<typeof receiveMail>>;
let address = '';

beforeAll(async () => {
  served = await serveForTest((parts) => buildApp({ ...parts, config: { ...parts.config, mail } }));
  const founded = await foundBusiness(served.database, served.clock, { slug: 'letters', name: 'Letters' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
  receiver = await receiveMail({ ...served.parts, config: mail });
  const made = await ask('POST', '/v1/sales/mailboxes', {
    title: 'صفحهٔ تماس',
    source: 'contact page',
    campaign: null,
    owner: null,
    hand: true,
  });
  address = made.address;
});
afterAll(async () => {
  await receiver.stop();
  await served.close();
});

async function ask(method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) {
  const answer = await served.app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload }),
  });
  return answer.json();
}

function deliver(letter: object) {
  const transport = createTransport({ host: '127.0.0.1', port: receiver.port, ignoreTLS: true });
  return transport.sendMail({
    from: '"نگار" <negar@customer.example>',
    to: address,
    subject: 'قیمت',
    text: 'سلام',
    ...letter,
  });
}

const sent = async () => (await ask('GET', '/v1/sales/submissions?limit=50')).submissions;

test('a letter is a lead, a message and a note; delivered again it is the same letter', async () => {
  const letter = {
    messageId: '<one@customer.example>',
    html: '<p>سلام <b>مبل</b></p><script>alert(1)</script><img src="http://tracker.example/x.gif">',
    text: undefined,
    attachments: [{ filename: 'list.exe', content: 'MZ' }],
    headers: { 'Received-SPF': 'pass (example)' },
  };
  await deliver(letter);
  await deliver(letter);
  const all = await sent();
  expect(all).toHaveLength(1);
  const [kept] = all;
  expect(kept).toMatchObject({ state: 'taken', way: 'email', source: 'contact page', medium: 'email' });
  expect(kept.content).toMatchObject({
    from: 'negar@customer.example',
    enclosed: ['list.exe'],
    envelope: { spf: 'pass (example)' },
  });
  expect(kept.content.text).toContain('مبل');
  expect(kept.content.text).not.toMatch(/alert|tracker/);
  const { facts } = await ask('GET', `/v1/people/${kept.person}/facts`);
  expect(facts.map(({ type }: { type: string }) => type).sort()).toEqual(
    expect.arrayContaining(['lead.captured', 'message.received', 'note.written']),
  );
  const { notes } = await ask('GET', `/v1/people/${kept.person}/notes`);
  expect(notes[0].text).toContain('قیمت');
  expect((await ask('GET', `/v1/people/${kept.person}`)).name).toBe('نگار');
});

test.each([
  ['an answer of a machine', { headers: { 'Auto-Submitted': 'auto-replied' } }],
  ['a mailing', { headers: { Precedence: 'bulk' } }],
  ['a bounce', { envelope: { from: '', to: [] as string[] } }],
  ['a list', { headers: { 'List-Id': '<x.example>' } }],
])('%s is left aside', async (_, letter) => {
  const before = (await sent()).length;
  await deliver('envelope' in letter ? { envelope: { from: '', to: [address] } } : letter);
  expect(await sent()).toHaveLength(before);
});

test('nothing is handed on, and nobody learns which addresses there are', async () => {
  const [local = '', domain = ''] = address.split('@');
  for (const wrong of [
    'somebody@elsewhere.example',
    `${local}@elsewhere.example`,
    `${local.slice(0, -1)}9@${domain}`,
    `lead+${'a'.repeat(26)}-${shop.id}@${domain}`,
    `info@${domain}`,
  ])
    await expect(deliver({ to: wrong })).rejects.toThrow(/550 No such mailbox here/);
  await expect(deliver({ text: 'x'.repeat(6 * 1024 * 1024) })).rejects.toThrow(/552|maximum|too large/i);
});

test('what no mail program writes ends in no lead and no crash', async () => {
  const before = (await sent()).length;
  const raw = (text: string) =>
    deliver({ raw: text, envelope: { from: 'x@customer.example', to: [address] } });
  await raw('no headers at all');
  await raw(
    `From: =?utf-8?B?//8=?=\r\nSubject: \0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n`,
  );
  await raw(`From: \u202e"</script>" <not an address>\r\n\r\n\0\0`);
  const said = await new Promise<string>((resolve) => {
    const socket = connect(receiver.port, '127.0.0.1');
    let heard = '';
    const lines = ['EHLO x', 'AUTH PLAIN AAAA', 'STARTTLS', 'MAIL FROM:<a@b.example>', 'DATA', 'QUIT'];
    socket.on('data', (data) => {
      heard += data.toString();
      if (/^[0-9]{3} .*\r\n$/m.test(heard)) socket.write(`${lines.shift() ?? 'QUIT'}\r\n`);
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', () => resolve(heard));
  });
  expect(said).not.toMatch(/250[- ](?:AUTH|STARTTLS)/);
  expect(said.match(/^5/gm)?.length).toBeGreaterThanOrEqual(3);
  expect((await sent()).filter(({ state }: { state: string }) => state === 'taken')).toHaveLength(before);
  // A closed address takes nothing in.
  const [mailbox] = (await ask('GET', '/v1/sales/mailboxes')).mailboxes;
  const { title, source, campaign, owner, hand, revision } = mailbox;
  await ask('PUT', `/v1/sales/mailboxes/${mailbox.id}`, {
    title,
    source,
    campaign,
    owner,
    hand,
    closed: true,
    revision,
  });
  await expect(deliver({})).rejects.toThrow(/550/);
});
