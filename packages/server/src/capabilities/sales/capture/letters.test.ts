import { createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../../app.ts';
import { type Ask, askWith, bearer, type Served, serveForTest } from '../../../platform/http/testing.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { foundBusiness } from '../../ladder/index.ts';
import { receiveMail } from './mail-receiver.ts';

const mail = { host: '127.0.0.1', port: 0, domain: 'leads.example', certificate: undefined };
let served: Served;
let shop: Business;
let headers: { authorization: string };
let ask: Ask;
let receiver: Awaited<ReturnType<typeof receiveMail>>;
let address = '';

beforeAll(async () => {
  served = await serveForTest((parts) => buildApp({ ...parts, config: { ...parts.config, mail } }));
  const founded = await foundBusiness(served.database, served.clock, { slug: 'letters', name: 'Letters' });
  if (!founded.ok) throw new Error(founded.refusal.code);
  shop = founded.value;
  headers = bearer(await served.key(shop));
  ask = askWith(served, headers);
  receiver = await receiveMail({ ...served.parts, config: mail });
  const { body: made } = await ask('POST', '/v1/sales/mailboxes', {
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

const sent = async () => (await ask('GET', '/v1/sales/submissions?limit=50')).body.submissions;

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
  const { facts } = (await ask('GET', `/v1/people/${kept.person}/facts`)).body;
  expect(facts.map(({ type }: { type: string }) => type).sort()).toEqual(
    expect.arrayContaining(['lead.captured', 'message.received', 'note.written']),
  );
  const { notes } = (await ask('GET', `/v1/people/${kept.person}/notes`)).body;
  expect(notes[0].text).toContain('قیمت');
  expect((await ask('GET', `/v1/people/${kept.person}`)).body.name).toBe('نگار');
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

test('with a certificate letters come in through TLS, and with a wrong one nothing is said in clear', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'nardeban-mail-'));
  const { cert, key } = selfSigned(mail.domain);
  const certificate = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  await writeFile(certificate.cert, cert);
  await writeFile(certificate.key, key);
  const secure = await receiveMail({ ...served.parts, config: { ...mail, certificate } });
  try {
    const over = (ca: string) =>
      createTransport({
        host: '127.0.0.1',
        port: secure.port,
        requireTLS: true,
        tls: { ca, servername: mail.domain },
      }).sendMail({
        from: 'tls@customer.example',
        to: address,
        subject: 'TLS',
        text: 'سلام',
        messageId: `<${randomBytes(6).toString('hex')}@customer.example>`,
      });
    await over(cert);
    expect((await sent())[0]).toMatchObject({ state: 'taken', content: { from: 'tls@customer.example' } });
    const before = (await sent()).length;
    await expect(over(selfSigned(mail.domain).cert)).rejects.toThrow(/certificate|signature/i);
    expect(await sent()).toHaveLength(before);
  } finally {
    await secure.stop();
    await rm(folder, { recursive: true });
  }
});

/** A certificate that vouches for itself, as X.509 wants it written (RFC 5280, 4.1). */
function selfSigned(name: string): { readonly cert: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const part = (tag: number, ...parts: readonly Buffer[]): Buffer => {
    const content = Buffer.concat(parts);
    const { length } = content;
    const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
  };
  const hex = (text: string): Buffer => Buffer.from(text, 'hex');
  const sequence = (...parts: readonly Buffer[]): Buffer => part(0x30, ...parts);
  const ecdsaWithSha256 = sequence(hex('06082a8648ce3d040302'));
  const subject = sequence(part(0x31, sequence(hex('0603550403'), part(0x0c, Buffer.from(name)))));
  const day = (at: number): Buffer =>
    part(0x17, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));
  const alternative = sequence(hex('0603551d11'), part(0x04, sequence(part(0x82, Buffer.from(name)))));
  const told = sequence(
    part(0xa0, hex('020102')),
    part(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    subject,
    sequence(day(Date.now() - 86_400_000), day(Date.now() + 86_400_000)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    part(0xa3, sequence(alternative)),
  );
  const whole = sequence(told, ecdsaWithSha256, part(0x03, Buffer.from([0]), signatureOf(told, privateKey)));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function signatureOf(told: Buffer, key: KeyObject): Buffer {
  return createSign('sha256').update(told).sign(key);
}

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
  const [mailbox] = (await ask('GET', '/v1/sales/mailboxes')).body.mailboxes;
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
