import { firstForm } from '@nardeban/core/sales';
import { describe, expect, test } from 'vitest';
import { drainClimbs } from '../../ladder/index.ts';
import { makeLeadsOfBatch } from './batch-job.ts';
import { forgetCaptures } from './forgetting.ts';
import { ask, asksMuch, counter, form, later, mobile, sendByScript, useCounter } from './testing-forms.ts';
import { fieldsOf, proveFor } from './testing-robot.ts';
import { countTry } from './tries.ts';

const MINUTE = 60_000;
/** As many leads at once as somebody may bring along; by day fewer. */
const LEADS = process.env['NARDEBAN_NIGHTLY'] === '1' ? 10_000 : 1500;
const DAY = 86_400_000;

useCounter();

/** What a browser sends without a script. */
async function post(key: string, fields: Record<string, string>, more: Record<string, string> = {}) {
  return counter.served.app.inject({
    method: 'POST',
    url: `/f/shop/${key}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...more },
    payload: new URLSearchParams(fields).toString(),
  });
}

async function drawn(key: string): Promise<{ stamp: string; html: string }> {
  const answer = await counter.served.app.inject({ url: `/f/shop/${key}/fields` });
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  return answer.json();
}

/** What the script sends, four seconds after the form was drawn. */
async function fill(
  key: string,
  fields: Record<string, string>,
  { stamp, wait = 4000 }: { stamp?: string; wait?: number } = {},
) {
  const text = stamp ?? (await drawn(key)).stamp;
  later(wait);
  return { ...(await sendByScript(key, fields, { stamp: text })), stamp: text };
}

const sent = async (state?: string) =>
  (await ask('GET', `/v1/sales/submissions?limit=50${state === undefined ? '' : `&state=${state}`}`)).body
    .submissions;

async function factsOf(person: number): Promise<{ type: string; data: Record<string, unknown> }[]> {
  const answer = await ask('GET', `/v1/people/${person}/facts?limit=100`);
  return answer.body.facts;
}

describe('a form that is sent', () => {
  test('makes a person, facts, a note, consents and one lead, and whoever sends it again gives no second sign', async () => {
    const key = await form({
      fields: asksMuch,
      consents: [
        {
          key: 'news',
          purpose: 'offers',
          channel: 'sms',
          words: { fa: 'خبرها را پیامک کنید.', en: 'Text me news.' },
          required: false,
        },
      ],
    });
    const fields = {
      name: 'نگار',
      mobile: mobile(),
      city: 'شیراز',
      what: 'sofa',
      hope: 'رنگ سبز',
      message: 'سلام',
      news: '1',
      nb_lang: 'fa',
    };
    const first = await fill(key, {
      ...fields,
      nb_came: '?utm_source=instagram&utm_campaign=nowruz',
    });
    expect(first.body.thanks).toContain('سپاسگزاریم');
    const [kept] = await sent();
    expect(kept).toMatchObject({ state: 'taken', way: 'script', source: 'instagram', campaign: 'nowruz' });
    expect(kept.lead).toBeGreaterThan(0);
    const facts = await factsOf(kept.person);
    expect(facts.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'lead.captured',
        'trait.changed',
        'price.asked',
        'wish.stated',
        'consent.given',
        'note.written',
      ]),
    );
    expect(facts.find(({ type }) => type === 'lead.captured')?.data).toMatchObject({
      form: key,
      source: 'instagram',
    });
    const consent = await counter.served.database.withBusiness(counter.shop.id, (tx) =>
      tx.query('SELECT wording, way, purpose, channel FROM consent_records WHERE person_id = $1', [
        kept.person,
      ]),
    );
    expect(consent.rows).toEqual([
      { wording: 'خبرها را پیامک کنید.', way: `form ${key}`, purpose: 'offers', channel: 'sms' },
    ]);

    // The same bytes once more change nothing; a fresh filling within the window is no new sign.
    await fill(key, fields, { stamp: first.stamp });
    expect((await sent()).filter((one: { person: number }) => one.person === kept.person)).toHaveLength(1);
    await fill(key, { ...fields, message: 'و یک چیز دیگر' });
    const [again] = await sent();
    expect(again).toMatchObject({ state: 'repeated', person: kept.person, lead: null });
    const after = await factsOf(kept.person);
    const count = (type: string) => after.filter((fact) => fact.type === type).length;
    expect([
      count('lead.captured'),
      count('price.asked'),
      count('wish.stated'),
      count('note.written'),
    ]).toEqual([1, 1, 1, 2]);
    // After the window it is one.
    later(2 * DAY);
    await fill(key, fields);
    expect((await factsOf(kept.person)).filter((fact) => fact.type === 'lead.captured')).toHaveLength(2);
    await drainClimbs(counter.served.database, counter.served.clock, counter.shop.id);
    expect((await ask('GET', `/v1/people/${kept.person}`)).body.traits.city).toBe('شیراز');
  });

  test('without a script is shown once more and sent from there', async () => {
    const key = await form();
    const page = await counter.served.app.inject({
      url: `/f/shop/${key}?utm_source=flyer`,
      headers: { 'accept-language': 'fa' },
    });
    expect(page.headers['content-security-policy']).toContain('frame-ancestors *');
    expect(page.headers['x-frame-options']).toBeUndefined();
    expect(page.body).toContain('dir="rtl"');
    later(5000);
    const sure = await post(key, { ...fieldsOf(page.body), mobile: mobile(), name: '<b>"x"</b>' });
    expect(sure.statusCode).toBe(200);
    expect(sure.body).toContain('&lt;b&gt;&quot;x&quot;&lt;/b&gt;');
    expect(sure.body).not.toContain('<b>');
    expect(await sent('taken')).not.toContainEqual(expect.objectContaining({ source: 'flyer' }));
    later(2000);
    const last = await post(key, { ...fieldsOf(sure.body), name: 'نگار' });
    expect(last.body).toContain('سپاسگزاریم');
    expect((await sent())[0]).toMatchObject({ state: 'taken', way: 'page', source: 'flyer' });
    // The second page sent twice is one.
    const before = (await sent()).length;
    await post(key, fieldsOf(sure.body));
    expect(await sent()).toHaveLength(before);
  });

  test('that lacks something says where, and keeps what was written', async () => {
    const key = await form({
      consents: [
        {
          key: 'terms',
          purpose: 'terms',
          channel: 'post',
          words: { fa: 'می‌پذیرم', en: 'I agree' },
          required: true,
        },
      ],
    });
    const wrong = await post(key, {
      name: 'نگار',
      mobile: '12',
      message: '</textarea><script>alert(1)</script>',
    });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('aria-invalid="true"');
    expect(wrong.body).toContain('value="نگار"');
    expect(wrong.body).not.toContain('<script>alert');
    expect((await post(key, { mobile: mobile(), nb_lang: 'en' })).body).toContain('without this tick');
    const script = await fill(key, { mobile: '', nb_lang: 'fa' });
    expect(script).toMatchObject({ status: 422, body: { field: 'mobile', again: false } });
  });

  test('leads on only to the business’s own sites, and may be framed only by them', async () => {
    const after = { kind: 'redirect', to: 'https://shop.example/thanks' } as const;
    const definition = { ...firstForm(), after };
    const refused = await ask('POST', '/v1/sales/forms', { key: 'away', definition });
    expect(refused.body.code).toBe('form_redirect_not_own');
    const settings = {
      sites: ['shop.example', 'https://shop.example/x'],
      visits: false,
      visitsAsk: true,
      revision: 0,
    };
    expect((await ask('PUT', '/v1/sales/capture-settings', settings)).body.sites).toEqual([
      'https://shop.example',
    ]);
    const key = await form({ after });
    const page = await counter.served.app.inject({ url: `/f/shop/${key}` });
    expect(page.headers['content-security-policy']).toMatch(/frame-ancestors 'self' https:\/\/shop\.example/);
    expect(page.headers['content-security-policy']).toContain("form-action 'self' https://shop.example");
    later(5000);
    const sure = await post(key, { ...fieldsOf(page.body), mobile: mobile() });
    later(2000);
    const gone = await post(key, fieldsOf(sure.body));
    expect([gone.statusCode, gone.headers.location]).toEqual([303, after.to]);
    expect((await fill(key, { mobile: mobile() })).body).toEqual({ redirect: after.to });
  });
});

describe('robots', () => {
  test('wait for somebody to look, and what was a person after all is let in as of then', async () => {
    const key = await form();
    const trapped = mobile();
    expect((await fill(key, { mobile: trapped, website_url: 'x' })).body.thanks).toBeDefined();
    await fill(key, { mobile: mobile(), message: 'see http://a.ru http://b.ru http://c.ru' }, { wait: 10 });
    const waiting = await sent('waiting');
    expect(waiting[0].reasons).toEqual(['quick', 'links']);
    expect(waiting[1].reasons).toEqual(['trap']);
    expect(waiting[1].person).toBeNull();
    const at = waiting[1].at;
    later(DAY);
    const [a, b] = await Promise.all([
      ask('POST', `/v1/sales/submissions/${waiting[1].id}/let-in`),
      ask('POST', `/v1/sales/submissions/${waiting[1].id}/let-in`),
    ]);
    expect([a.status, b.status].sort((one, other) => one - other)).toEqual([200, 409]);
    const letIn = [a, b].find(({ status }) => status === 200)?.body;
    expect(letIn).toMatchObject({ state: 'taken', at });
    expect((await factsOf(letIn.person)).find(({ type }) => type === 'lead.captured')).toMatchObject({ at });
    await ask('POST', '/v1/sales/submissions/discard', { submissions: [waiting[0].id] });
    expect((await sent('discarded'))[0].id).toBe(waiting[0].id);
    later(31 * DAY);
    const young = mobile();
    await fill(key, { mobile: young });
    await forgetCaptures(counter.served.database, counter.served.clock);
    expect(await sent('discarded')).toEqual([]);
    // From where something was sent is forgotten as well, but that it was sent stays.
    const addresses = await counter.served.database.withBusiness(counter.shop.id, (tx) =>
      tx.query<{ isOld: boolean; known: boolean; times: number }>(
        `SELECT at < $1 AS "isOld", address IS NOT NULL AS known, count(*)::int AS times FROM capture_submissions
         WHERE way = 'script' GROUP BY 1, 2 ORDER BY 1, 2`,
        [new Date(counter.served.clock.now() - 30 * DAY).toISOString()],
      ),
    );
    expect(addresses.rows.map(({ isOld, known }) => [isOld, known])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  test('cannot forge a stamp, borrow one of another form, or save themselves the work', async () => {
    const key = await form();
    const other = await form();
    const { stamp } = await drawn(other);
    expect((await fill(key, { mobile: mobile() }, { stamp })).body).toMatchObject({ again: true });
    const own = (await drawn(key)).stamp;
    const easy = own.replace(/\.14\./, '.0.');
    expect((await fill(key, { mobile: mobile() }, { stamp: easy })).body).toMatchObject({
      again: true,
    });
    later(25 * 60 * MINUTE);
    expect((await fill(key, { mobile: mobile() }, { stamp: own })).body).toMatchObject({
      again: true,
    });
  });

  test('by the thousand from one network are held off, and none of them takes the form from others', async () => {
    const key = await form();
    const { stamp } = await drawn(key);
    later(5000);
    const one = (index: number) =>
      counter.served.app.inject({
        method: 'POST',
        url: `/f/shop/${key}`,
        remoteAddress: '198.51.100.7',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        payload: new URLSearchParams({
          mobile: `0935${String(index).padStart(7, '0')}`,
          nb_stamp: stamp,
          nb_proof: proof,
        }).toString(),
      });
    const proof = proveFor(stamp);
    const answers = await Promise.all(Array.from({ length: 120 }, (_, index) => one(index)));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(60);
    expect((await fill(key, { mobile: mobile() })).body.thanks).toBeDefined();
    expect((await sent())[0].state).toBe('taken');
    // And more work is asked for where many of them were doubtful.
    const { id } = (await ask('GET', `/v1/sales/forms/${key}`)).body;
    const doubtful = { kind: 'doubtful', subject: String(id), minutes: 60, most: 0 } as const;
    for (let index = 0; index < 21; index += 1)
      await countTry(counter.served.database, counter.shop.id, [doubtful], counter.served.clock.now());
    expect((await drawn(key)).stamp).toMatch(/^d\.[0-9a-z]+\.15\./);
  });

  test('that send what no form sends are told so in a page', async () => {
    const key = await form();
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`f${index}`, 'x']));
    expect((await post(key, many)).statusCode).toBe(400);
    expect((await post(key, { mobile: mobile(), name: 'a\u0000b' })).body).toContain('<!doctype html>');
    expect((await post(key, { mobile: mobile(), message: 'x'.repeat(5001) })).statusCode).toBe(422);
    expect((await post('nowhere', { mobile: mobile() })).statusCode).toBe(404);
    const half = await counter.served.app.inject({
      method: 'POST',
      url: `/f/shop/${key}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'mobile=09121234567&name=%ED%A0%80',
    });
    expect(half.statusCode).toBeLessThan(500);
  });
});

test('where two people could be meant it waits for a decision, and nothing is lost', async () => {
  const key = await form({
    fields: [
      {
        key: 'mobile',
        kind: 'mobile',
        label: { fa: 'موبایل', en: 'Mobile' },
        required: true,
        becomes: 'identity',
      },
      {
        key: 'email',
        kind: 'email',
        label: { fa: 'ایمیل', en: 'E-mail' },
        required: false,
        becomes: 'identity',
      },
      { key: 'note', kind: 'text', label: { fa: 'یادداشت', en: 'Note' }, required: false, becomes: 'note' },
    ],
  });
  const theirs = mobile();
  await fill(key, { mobile: theirs });
  const tell = (person: object, k: string) =>
    ask('POST', '/v1/facts', {
      facts: [{ person, type: 'page.viewed', at: counter.served.clock.now() - 1000, key: k }],
    });
  await tell({ email: `${theirs}@x.example`, external: `ext-${theirs}` }, `e ${theirs}`);
  await tell({ mobile: theirs, external: `other-${theirs}` }, `m ${theirs}`);
  await fill(key, { mobile: theirs, email: `${theirs}@x.example`, note: 'سلام' });
  const [kept] = await sent();
  expect(kept).toMatchObject({ state: 'waiting', reasons: ['two_people'], person: null });
  const refused = await ask('POST', `/v1/sales/submissions/${kept.id}/let-in`);
  expect(refused.body.code).toBe('conflict_open');
  const conflict = (await ask('GET', '/v1/conflicts')).body.conflicts.find(
    (one: { id: number }) => one.id === kept.conflict,
  );
  const person = conflict.candidates[0].id ?? conflict.candidates[0];
  const decided = await ask('POST', `/v1/conflicts/${kept.conflict}/decision`, { decide: 'assign', person });
  expect(decided.status, JSON.stringify(decided.body)).toBeLessThan(300);
  const letIn = await ask('POST', `/v1/sales/submissions/${kept.id}/let-in`);
  expect(letIn.body).toMatchObject({ person });
});

test('links keep where somebody comes from, and count', async () => {
  const key = await form();
  const link = {
    title: 'غرفهٔ نمایشگاه',
    form: key,
    target: null,
    source: 'fair',
    medium: 'qr',
    campaign: 'autumn',
    code: null,
  };
  const drawnLink = (await ask('POST', '/v1/sales/links', link)).body;
  const gone = await counter.served.app.inject({ url: `/l/shop/${drawnLink.code.toUpperCase()}` });
  expect(gone.headers.location).toBe(`/f/shop/${key}?l=${drawnLink.code}`);
  const page = await counter.served.app.inject({ url: gone.headers.location ?? '' });
  later(4000);
  const sure = await post(key, { ...fieldsOf(page.body), mobile: mobile() });
  later(2000);
  await post(key, fieldsOf(sure.body));
  expect((await sent())[0]).toMatchObject({ source: 'fair', medium: 'qr', campaign: 'autumn' });
  expect((await ask('GET', '/v1/sales/links')).body.links[0].scans).toBe(1);
  expect(
    (await ask('POST', '/v1/sales/links', { ...link, form: null, target: 'https://evil.example/' })).body
      .code,
  ).toBe('link_target_not_own');
  const square = await counter.served.app.inject({
    url: `/v1/sales/links/${drawnLink.id}/square`,
    headers: counter.headers,
  });
  expect(square.body).toMatch(/^<svg /);
  const sheet = await counter.served.app.inject({
    url: `/v1/sales/links/${drawnLink.id}/sheet`,
    headers: counter.headers,
  });
  expect(sheet.body).toContain(drawnLink.address);
  const sources = (await ask('GET', '/v1/sales/lead-sources?days=2')).body.sources;
  expect(sources[0]).toMatchObject({ source: 'fair', signs: 1 });
});

test('visits are told by the business’s own pages alone, join who sends a form, and end at a refusal', async () => {
  const current = (await ask('GET', '/v1/sales/capture-settings')).body;
  const site = 'https://shop.example';
  await ask('PUT', '/v1/sales/capture-settings', {
    sites: [site],
    visits: true,
    visitsAsk: false,
    revision: current.revision,
  });
  const script = await counter.served.app.inject({ url: '/v/shop/visit.js' });
  expect(script.headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(Buffer.byteLength(script.body)).toBeLessThanOrEqual(3 * 1024);
  const visitor = `web-${'a'.repeat(22)}`;
  let visits = 0;
  const visit = (more: Record<string, string> = {}, body: Record<string, string> = {}) =>
    counter.served.app.inject({
      method: 'POST',
      url: '/v/shop',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: site,
        'user-agent': 'Mozilla/5.0',
        ...more,
      },
      payload: new URLSearchParams({
        v: visitor,
        k: String((visits += 1)).padStart(22, 'k'),
        u: `${site}/p/${visits}`,
        t: 'صفحه',
        ...body,
      }).toString(),
    });
  expect((await visit()).statusCode).toBe(204);
  await visit({ origin: 'https://evil.example' });
  await visit({ 'sec-gpc': '1' });
  await visit({ dnt: '1' });
  await visit({ 'user-agent': 'Googlebot/2.1' });
  await visit({}, { v: 'somebody' });
  await visit({}, { p: 'مبل', s: 'S-1' });
  const key = await form();
  await fill(key, { mobile: mobile(), nb_visitor: visitor });
  const [kept] = await sent();
  const seen = (await factsOf(kept.person)).filter(({ type }) => type.endsWith('.viewed'));
  expect(seen.map(({ type }) => type).sort()).toEqual(['page.viewed', 'product.viewed']);
});

test('thousands of lines of a list become leads, each once, and what cannot be read is shown', {
  timeout: 120_000,
}, async () => {
  const lines = Array.from(
    { length: LEADS },
    (_, index) => `شخص ${index},0901${String(index).padStart(7, '0')},تهران,${index % 3 === 0 ? 'x' : ''}`,
  );
  const csv = `\ufeffنام,موبایل,شهر,یادداشت\n${lines.join('\n')}\nخراب,12,قم,\nتکراری,09010000000,,\n`;
  const upload = (path: string, content: string | Buffer) => {
    const edge = 'edge';
    return counter.served.app.inject({
      method: 'POST',
      url: path,
      headers: { ...counter.headers, 'content-type': `multipart/form-data; boundary=${edge}` },
      payload: Buffer.concat([
        Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="leads.csv"\r\n\r\n`),
        Buffer.from(content),
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]),
    });
  };
  const look = (await upload('/v1/sales/lead-list-looks', csv)).json();
  expect(look).toMatchObject({ lines: LEADS + 2, columns: ['name', 'mobile', 'trait:city', 'note'] });
  const path = '/v1/sales/lead-lists?source=exhibition&campaign=spring';
  const kept = (await upload(path, csv)).json();
  expect(kept.tally).toMatchObject({ queued: LEADS + 1, refused: 1 });
  expect((await upload(path, csv)).json().id).toBe(kept.id);
  // Stopped in the middle it goes on.
  const stop = new AbortController();
  const first = makeLeadsOfBatch(counter.served, counter.shop.id, kept.id, stop.signal);
  setTimeout(() => stop.abort(), 200);
  await first.catch(() => {});
  await makeLeadsOfBatch(counter.served, counter.shop.id, kept.id);
  const done = (await ask('GET', `/v1/sales/lead-lists/${kept.id}`)).body;
  expect(done).toMatchObject({
    state: 'done',
    tally: { queued: 0, taken: LEADS, repeated: 1, refused: 1, waiting: 0 },
  });
  const leads = await counter.served.database.withBusiness(counter.shop.id, (tx) =>
    tx.query(
      `SELECT count(*)::int AS n, count(DISTINCT person_id)::int AS p FROM leads WHERE source = 'exhibition'`,
    ),
  );
  expect(leads.rows[0]).toEqual({ n: LEADS, p: LEADS });
  for (const wrong of [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), Buffer.from('just one line'), Buffer.alloc(0)])
    expect((await upload('/v1/sales/lead-list-looks', wrong)).statusCode).toBeGreaterThanOrEqual(400);
  expect((await upload(path, 'a,b\n1,2\n')).json().code).toBe('sheet_without_contact');
});
