import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { bearer, type Served, serveForTest } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { runImportJob } from './index.ts';

const BOUNDARY = 'between-parts';

let served: Served;
let shop: Business;
let key = '';

beforeAll(async () => {
  served = await serveForTest(buildApp);
  await served.prepareJobs();
  shop = await served.business('cafe');
  key = await served.key(shop);
});
afterAll(() => served.close());

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers = bearer(key)) =>
  served.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

function upload(text: string, name = 'orders.csv', field = 'file') {
  return served.app.inject({
    method: 'POST',
    url: '/v1/imports',
    headers: { ...bearer(key), 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    payload: [
      `--${BOUNDARY}`,
      `Content-Disposition: form-data; name="${field}"; filename="${name}"`,
      'Content-Type: text/csv',
      '',
      text,
      `--${BOUNDARY}--`,
      '',
    ].join('\r\n'),
  });
}

const orders = [
  'شماره سفارش,تاریخ,موبایل,نام مشتری,مبلغ (تومان)',
  '۱,۱۴۰۵/۰۱/۱۰,۰۹۱۲۱۱۱۲۲۳۳,سارا,۱۲۰٬۰۰۰',
  '۲,۱۴۰۵/۰۱/۱۱,09121112233,سارا,۸۰٬۰۰۰',
  '۳,۱۴۰۵/۰۱/۳۲,09124445566,علی,۵۰٬۰۰۰',
].join('\n');

describe('a file sent over HTTP', () => {
  test('is looked at, tried, started, watched to its end; what could not be read is there to download', async () => {
    const sent = await upload(orders, 'سفارش‌ها.csv');
    expect(sent.statusCode).toBe(201);
    const { import: made, columns, missing } = sent.json();
    expect(missing).toBeNull();
    expect(made).toMatchObject({ fileName: 'سفارش‌ها.csv', state: 'proposed', summary: null });
    expect(columns.map((column: { field: string }) => column.field)).toEqual(
      expect.arrayContaining(['order', 'date', 'mobile', 'amount']),
    );

    const preview = await ask('POST', `/v1/imports/${made.id}/preview`, {});
    expect(preview.json()).toMatchObject({
      summary: { orders: 2, refused: 1, value: { net: '2000000', currency: 'IRR' } },
      refused: [{ line: 4 }],
    });
    expect((await ask('GET', '/v1/people?search=سارا')).json().people).toEqual([]);

    const started = await ask('POST', `/v1/imports/${made.id}/start`);
    expect([started.statusCode, started.json().id]).toEqual([202, made.id]);
    await runImportJob(
      { database: served.database, clock: served.clock, log: served.parts.log },
      shop.id,
      made.id,
    );
    const done = (await ask('GET', `/v1/imports/${made.id}`)).json();
    expect(done).toMatchObject({
      state: 'done',
      summary: { orders: 2, people: expect.any(Number), refused: 1 },
    });
    expect((await ask('GET', '/v1/people?search=09121112233')).json().people).toHaveLength(1);

    const file = await ask('GET', `/v1/imports/${made.id}/refusals.csv`);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('attachment');
    expect(file.body.split('\n').filter(Boolean)).toHaveLength(2);
    expect((await ask('POST', `/v1/imports/${made.id}/start`)).json()).toMatchObject({
      status: 409,
      code: 'import_already_done',
    });
    expect(
      (await ask('PUT', `/v1/imports/${made.id}/mapping`, { mapping: { unit: 'rial' } })).json().code,
    ).toBe('import_already_begun');
    expect((await ask('POST', `/v1/imports/${made.id}/stop`)).json()).toMatchObject({
      status: 409,
      code: 'import_not_running',
    });
    expect((await ask('GET', '/v1/imports')).json()).toMatchObject({
      imports: [{ id: made.id }],
      next: null,
    });
  });

  test('is read as it is corrected, and the correction is kept for the next such file', async () => {
    const text = 'a,b,c\n1,2026-05-01,1000\n2,2026-05-02,2000';
    const first = (await upload(text)).json();
    expect(first.missing).toMatchObject({
      code: expect.stringMatching(/^mapping_/),
      sentence: expect.any(String),
    });
    expect((await ask('POST', `/v1/imports/${first.import.id}/start`)).statusCode).toBe(422);
    const columns = { a: 'order', b: 'date', c: 'amount' };
    const corrected = await ask('PUT', `/v1/imports/${first.import.id}/mapping`, {
      mapping: { kind: 'orders', columns, unit: 'rial' },
    });
    expect(corrected.json()).toMatchObject({ mapping: { columns, unit: 'rial' } });
    expect(
      (await ask('PUT', `/v1/imports/${first.import.id}/mapping`, { mapping: { columns: { z: 'order' } } }))
        .statusCode,
    ).toBe(422);
    expect((await upload(`${text}\n3,2026-05-03,3000`)).json()).toMatchObject({
      savedMapping: true,
      missing: null,
    });
  });

  test('that is no file of rows is refused, and nothing of it stays on the disk', async () => {
    const folder = join(served.parts.config.dataFolder, 'imports', String(shop.id));
    const before = (await readdir(folder)).length;
    for (const text of ['', 'only,a,header\n']) {
      const answer = await upload(text);
      expect([answer.statusCode >= 400 && answer.statusCode < 500, answer.json().field]).toEqual([
        true,
        'file',
      ]);
    }
    expect((await ask('POST', '/v1/imports', { not: 'a form' })).statusCode).toBe(415);
    expect((await readdir(folder)).length).toBe(before);
  });

  test('keeps its name to itself: it is never a path', async () => {
    const { import: made } = (await upload(orders, '../../../etc/passwd')).json();
    expect(made.fileName).not.toContain('/');
    const folder = join(served.parts.config.dataFolder, 'imports', String(shop.id));
    for (const name of await readdir(folder)) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('of another business is not there', async () => {
    const { import: made } = (await upload(orders)).json();
    const other = bearer(await served.key(await served.business('other')));
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/refusals.csv'],
      ['POST', '/start'],
      ['POST', '/stop'],
      ['POST', '/preview'],
    ] as const) {
      const answer = await ask(
        method,
        `/v1/imports/${made.id}${path}`,
        method === 'POST' ? {} : undefined,
        other,
      );
      expect([path, answer.statusCode, answer.json().code]).toEqual([path, 404, 'import_unknown']);
    }
  });
});
