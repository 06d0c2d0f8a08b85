import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import {
  type Ask,
  askWith,
  bearer,
  type Served,
  serveForTest,
  TEST_NOW,
} from '../../platform/http/testing.ts';

let served: Served;
let key = '';
let ask: Ask;
let other: { authorization: string };

beforeAll(async () => {
  served = await serveForTest(buildApp);
  key = await served.key(await served.business('cafe'));
  ask = askWith(served, bearer(key));
  other = bearer(await served.key(await served.business('other')));
});
afterAll(() => served.close());

let told = 0;
/** Tells facts of one person; answers the person's number. */
async function tell(person: object, ...facts: (readonly [type: string, ago: number, data: object])[]) {
  const { body } = await ask('POST', '/v1/facts', {
    facts: facts.map(([type, ago, data]) => {
      told += 1;
      return { person, type, at: TEST_NOW - ago, key: `f${told}`, data };
    }),
  });
  expect(body.refused).toBe(0);
  return Number(body.results[0].personId);
}
const visit = (person: object) => tell(person, ['visit.made', 1000, {}]);
const factTypes = async (id: number): Promise<string[]> =>
  (await ask('GET', `/v1/people/${id}/facts`)).body.facts.map(({ type }: { type: string }) => type);

describe('notes', () => {
  test('are written, changed and taken away, and told as a fact without their words', async () => {
    const id = await visit({ external: 'n-1' });
    const written = await ask('POST', `/v1/people/${id}/notes`, { text: '  قهوهٔ تلخ دوست دارد <b>!</b> ' });
    expect(written).toMatchObject({
      status: 201,
      body: { text: 'قهوهٔ تلخ دوست دارد <b>!</b>', revision: 1 },
    });
    const note = `/v1/people/${id}/notes/${written.body.id}`;
    expect(await ask('PATCH', note, { text: 'شیرین', revision: 1 })).toMatchObject({
      status: 200,
      body: { text: 'شیرین', revision: 2, at: TEST_NOW },
    });
    expect((await ask('GET', `/v1/people/${id}/notes`)).body.notes).toHaveLength(1);
    const { body } = await ask('GET', `/v1/people/${id}/facts?type=note.written`);
    expect(body.facts[0].data).toMatchObject({ note: String(written.body.id) });
    expect(await ask('DELETE', `${note}?revision=2`)).toMatchObject({ status: 200 });
    expect((await ask('GET', `/v1/people/${id}/notes`)).body).toEqual({ notes: [], next: null });
    expect((await ask('DELETE', `${note}?revision=2`)).body.code).toBe('note_unknown');
    expect(await factTypes(id)).toContain('note.written');
  });

  test('of two who change one, the second is told and neither text is lost', async () => {
    const id = await visit({ external: 'n-2' });
    const { body } = await ask('POST', `/v1/people/${id}/notes`, { text: 'یک' });
    const note = `/v1/people/${id}/notes/${body.id}`;
    const both = await Promise.all([
      ask('PATCH', note, { text: 'دو', revision: 1 }),
      ask('PATCH', note, { text: 'سه', revision: 1 }),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'changed_meanwhile',
      values: { revision: 2 },
    });
    const { body: after } = await ask('GET', `/v1/people/${id}/notes`);
    expect(after.notes[0].text).toBe(both.find(({ status }) => status === 200)?.body.text);
  });

  test('come in pages, the newest first, and go with a merge and back', async () => {
    const a = await visit({ external: 'n-3' });
    const b = await visit({ external: 'n-4' });
    for (const text of ['۱', '۲', '۳']) await ask('POST', `/v1/people/${a}/notes`, { text });
    await ask('POST', `/v1/people/${b}/notes`, { text: '۴' });
    const merge = await ask('POST', '/v1/merges', { loser: b, winner: a });
    const texts = (page: { notes: { text: string }[] }) => page.notes.map(({ text }) => text);
    const first = (await ask('GET', `/v1/people/${a}/notes?limit=3`)).body;
    expect(texts(first)).toEqual(['۴', '۳', '۲']);
    expect(texts((await ask('GET', `/v1/people/${b}/notes?limit=3&after=${first.next}`)).body)).toEqual([
      '۱',
    ]);
    await ask('POST', `/v1/merges/${merge.body.mergeId}/undo`, {});
    expect(texts((await ask('GET', `/v1/people/${b}/notes`)).body)).toEqual(['۴']);
  });

  test('refuses what is no note, and another business knows of none', async () => {
    const id = await visit({ external: 'n-5' });
    expect((await ask('POST', `/v1/people/${id}/notes`, { text: '   ' })).status).toBe(400);
    expect((await ask('POST', `/v1/people/${id}/notes`, { text: 'x'.repeat(10_001) })).status).toBe(400);
    expect((await ask('POST', `/v1/people/${id}/notes`, { text: 'a\u0000b' })).body.code).toBe(
      'text_unreadable',
    );
    const { body } = await ask('POST', `/v1/people/${id}/notes`, { text: 'راز' });
    expect((await ask('GET', `/v1/people/${id}/notes`, undefined, other)).body.code).toBe('person_unknown');
    const changed = await ask(
      'PATCH',
      `/v1/people/${id}/notes/${body.id}`,
      { text: 'x', revision: 1 },
      other,
    );
    expect(changed.body.code).toBe('person_unknown');
  });
});

function multipart(name: string, content: Buffer) {
  const edge = 'edge-of-parts';
  return {
    headers: { ...bearer(key), 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([
      Buffer.from(
        `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html\r\n\r\n`,
      ),
      content,
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]),
  };
}
const send = (id: number, name: string, content: Buffer) =>
  served.app.inject({ method: 'POST', url: `/v1/people/${id}/files`, ...multipart(name, content) });

describe('files', () => {
  test('are kept byte for byte, handed over as bytes to keep, and taken away', async () => {
    const id = await visit({ external: 'f-1' });
    const content = Buffer.from('<script>alert(1)</script>\u0000\u00ff', 'latin1');
    const kept = await send(id, '../../قرارداد ۱.html', content);
    expect(kept.statusCode).toBe(201);
    expect(kept.json()).toMatchObject({ name: 'قرارداد ۱.html', bytes: content.length });
    const url = `/v1/people/${id}/files/${kept.json().id}`;
    const back = await served.app.inject({ url, headers: bearer(key) });
    expect(back.rawPayload.equals(content)).toBe(true);
    expect(back.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
    expect(back.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%D9%82/);
    expect((await ask('GET', url, undefined, other)).status).toBe(404);
    expect((await ask('GET', `/v1/people/${id}/files`)).body.files).toHaveLength(1);
    expect((await ask('DELETE', url)).status).toBe(200);
    expect((await ask('GET', url)).body.code).toBe('file_unknown');
    expect((await ask('GET', `/v1/people/${id}/files`)).body).toEqual({ files: [] });
  });

  test('refuses an empty one and one that is too large, and nothing of it stays', async () => {
    const id = await visit({ external: 'f-2' });
    expect((await send(id, 'a', Buffer.alloc(0))).json().code).toBe('file_not_sent');
    const large = await send(id, 'a', Buffer.alloc(10 * 1024 * 1024 + 1));
    expect(large.json()).toMatchObject({ code: 'file_too_large', values: { most: 10 } });
    expect((await ask('POST', `/v1/people/${id}/files`, {})).body.code).toBe('media_type_unknown');
    expect((await ask('GET', `/v1/people/${id}/files`)).body).toEqual({ files: [] });
    expect((await send(999_999_999, 'a', Buffer.from('x'))).json().code).toBe('person_unknown');
  });
});

describe('relations', () => {
  test('are seen from both ends, told as facts, and ended', async () => {
    const mother = await visit({ external: 'r-1', name: 'مادر' });
    const firm = await visit({ external: 'r-2', name: 'شرکت', kind: 'organisation' });
    const made = await ask('POST', `/v1/people/${mother}/relations`, {
      kind: 'works_at',
      other: firm,
      role: 'مدیر خرید',
    });
    expect(made.status).toBe(201);
    expect((await ask('GET', `/v1/people/${firm}/relations`)).body.relations).toMatchObject([
      { kind: 'works_at', outward: false, other: { id: mother, name: 'مادر' }, role: 'مدیر خرید' },
    ]);
    expect(
      (await ask('POST', `/v1/people/${firm}/relations`, { kind: 'works_at', outward: false, other: mother }))
        .body.code,
    ).toBe('relation_stated_already');
    expect((await ask('DELETE', `/v1/people/${firm}/relations/${made.body.id}`)).status).toBe(200);
    expect((await ask('GET', `/v1/people/${mother}/relations`)).body).toEqual({ relations: [] });
    expect((await factTypes(mother)).slice(0, 2).toSorted()).toEqual(['relation.ended', 'relation.stated']);
    expect((await ask('DELETE', `/v1/people/${firm}/relations/${made.body.id}`)).body.code).toBe(
      'relation_unknown',
    );
    // What has ended may begin again.
    expect(
      (await ask('POST', `/v1/people/${mother}/relations`, { kind: 'works_at', other: firm })).status,
    ).toBe(201);
  });

  test('nobody is related to themselves, also not by a merge, nor to a stranger', async () => {
    const a = await visit({ external: 'r-3' });
    const b = await visit({ external: 'r-4' });
    expect((await ask('POST', `/v1/people/${a}/relations`, { kind: 'knows', other: a })).body.code).toBe(
      'relation_with_itself',
    );
    expect(
      (await ask('POST', `/v1/people/${a}/relations`, { kind: 'knows', other: 999_999_999 })).body,
    ).toMatchObject({
      code: 'person_unknown',
      field: 'other',
    });
    await ask('POST', `/v1/people/${a}/relations`, { kind: 'household', other: b });
    expect((await ask('POST', `/v1/people/${b}/relations`, { kind: 'household', other: a })).body.code).toBe(
      'relation_stated_already',
    );
    await ask('POST', '/v1/merges', { loser: b, winner: a });
    expect((await ask('GET', `/v1/people/${a}/relations`)).body).toEqual({ relations: [] });
  });
});

describe('orders', () => {
  test('add up the facts told of each, and returns that name no order stand by themselves', async () => {
    const id = await tell(
      { external: 'o-1' },
      ['order.placed', 90_000, { order: 'A', amount: 100 }],
      ['order.paid', 80_000, { order: 'A', amount: 90, channel: 'web' }],
      ['product.bought', 80_000, { order: 'A', product: 'قهوه', quantity: 2, amount: 90 }],
      ['order.returned', 10_000, { order: 'A', amount: 30 }],
      ['order.placed', 5000, { order: 'B', amount: 70 }],
      ['order.returned', 1000, { number: 'CN-1', amount: 5 }],
    );
    const { body } = await ask('GET', `/v1/people/${id}/orders`);
    expect(body.next).toBeNull();
    expect(body.orders).toMatchObject([
      { order: 'CN-1', amount: null, paid: false, returned: 5, products: [] },
      { order: 'B', amount: 70, paid: false, returned: 0 },
      {
        order: 'A',
        at: TEST_NOW - 90_000,
        amount: 90,
        paid: true,
        returned: 30,
        channel: 'web',
        products: [{ name: 'قهوه', quantity: 2, amount: 90 }],
      },
    ]);
    expect(body.orders[2].facts).toHaveLength(3);
  });

  test('come in pages that miss none, also of one instant', async () => {
    const id = await tell(
      { external: 'o-2' },
      ...['1', '2', '3', '4', '5'].map((n) => ['order.paid', 1000, { order: `P-${n}`, amount: 1 }] as const),
    );
    const seen: string[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const page = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
      const { body } = await ask('GET', `/v1/people/${id}/orders?limit=2${page}`);
      seen.push(...body.orders.map(({ order }: { order: string }) => order));
      after = body.next;
    }
    expect(seen).toEqual(['P-5', 'P-4', 'P-3', 'P-2', 'P-1']);
    expect((await ask('GET', `/v1/people/${id}/orders?after=nonsense`)).body.code).toBe('page_unreadable');
  });
});

describe('what a member of staff says of a person', () => {
  test('a trait changes from what the writer saw, and from nothing else', async () => {
    const id = await visit({ external: 't-1' });
    const traits = `/v1/people/${id}/traits`;
    expect((await ask('POST', traits, { trait: 'city', value: 'تهران', was: null })).status).toBe(201);
    served.clock.set(TEST_NOW + 1000);
    expect((await ask('POST', traits, { trait: 'city', value: 'کرج', was: 'تهران' })).status).toBe(201);
    expect(await ask('POST', traits, { trait: 'city', value: 'یزد', was: 'تهران' })).toMatchObject({
      status: 409,
      body: { code: 'changed_meanwhile', values: { value: 'کرج' } },
    });
    expect((await ask('POST', traits, { trait: 'name', value: 'سارا', was: null })).status).toBe(201);
    expect((await ask('GET', `/v1/people/${id}`)).body).toMatchObject({
      name: 'سارا',
      traits: { city: 'کرج' },
    });
    expect((await ask('POST', traits, { trait: 'tags', value: 'x', was: null })).body.code).toBe(
      'trait_not_editable',
    );
  });

  test('tags go on and off, once', async () => {
    const id = await visit({ external: 't-2' });
    for (const on of [true, true]) await ask('POST', `/v1/people/${id}/tags`, { tag: 'ویژه', on });
    expect((await ask('GET', `/v1/people/${id}`)).body.traits).toEqual({ tags: ['ویژه'] });
    served.clock.set(TEST_NOW + 2000);
    await ask('POST', `/v1/people/${id}/tags`, { tag: 'ویژه', on: false });
    expect((await ask('GET', `/v1/people/${id}`)).body.traits).toEqual({});
    expect((await factTypes(id)).filter((type) => type.startsWith('tag.'))).toEqual([
      'tag.removed',
      'tag.added',
    ]);
  });

  test('an identifier is added in any spelling, never taken from somebody, and the last one stays', async () => {
    const a = await visit({ external: 'i-1' });
    const b = await visit({ mobile: '09121110000' });
    const add = (id: number, value: string) =>
      ask('POST', `/v1/people/${id}/identifiers`, { kind: 'mobile', value });
    expect(await add(a, '۰۹۱۲ ۱۱۱ ۰۰۰۰')).toMatchObject({
      status: 409,
      body: { code: 'identifier_taken', values: { person: b } },
    });
    expect(await add(a, '۰۹۱۲ ۱۱۱ ۰۰۰۱')).toMatchObject({ status: 200, body: { value: '+989121110001' } });
    expect((await add(a, '09121110001')).status).toBe(200);
    expect((await add(a, '12')).status).toBe(422);
    const remove = (id: number, value: string) =>
      ask('POST', `/v1/people/${id}/identifiers/remove`, { kind: 'mobile', value });
    expect((await remove(a, '09121110001')).status).toBe(200);
    expect((await remove(a, '09121110001')).body.code).toBe('identifier_not_held');
    expect((await remove(b, '09121110000')).body.code).toBe('identifier_last');
  });
});
