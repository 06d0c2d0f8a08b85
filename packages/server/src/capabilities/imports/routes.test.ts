import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app.ts';
import { bearer, type Served, serveForTest } from '../../platform/http/testing.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { KEPT_DAYS, removeOldFiles, runImportJob, runUndoJob } from './index.ts';

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

const ask = (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  payload?: object,
  headers = bearer(key),
) => served.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

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
      ['GET', '/proposal'],
      ['GET', '/undo'],
      ['POST', '/undo'],
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

describe('an import that is taken back over HTTP', () => {
  const text =
    'شماره سفارش,تاریخ,موبایل,مبلغ (تومان)\n900,۱۴۰۵/۰۱/۱۰,09127770001,120000\n901,۱۴۰۵/۰۱/۱۱,09127770001,5';
  const work = () => ({ database: served.database, clock: served.clock, log: served.parts.log });
  const found = async () => (await ask('GET', '/v1/people?search=09127770001')).json().people;

  test('is told how far it is, leaves nobody behind, and can be imported again', async () => {
    const { import: made } = (await upload(text, 'undo.csv')).json();
    expect((await ask('POST', `/v1/imports/${made.id}/undo`)).json()).toMatchObject({
      status: 409,
      code: 'import_not_begun',
    });
    await ask('POST', `/v1/imports/${made.id}/start`);
    await runImportJob(work(), shop.id, made.id);
    expect(await found()).toHaveLength(1);
    expect((await ask('GET', `/v1/imports/${made.id}/undo`)).json()).toEqual({ again: [], lost: [] });
    const asked = await ask('POST', `/v1/imports/${made.id}/undo`);
    expect([asked.statusCode, asked.json().state]).toEqual([202, 'undoing']);
    expect((await ask('POST', `/v1/imports/${made.id}/start`)).json().code).toBe('import_already_undone');
    await runUndoJob(work(), shop.id, made.id);
    expect((await ask('GET', `/v1/imports/${made.id}`)).json()).toMatchObject({
      state: 'undone',
      undo: { phase: 'done', share: 1, facts: 2, people: 1 },
    });
    expect(await found()).toEqual([]);
    expect((await ask('POST', `/v1/imports/${made.id}/start`)).statusCode).toBe(202);
    await runImportJob(work(), shop.id, made.id);
    expect(await found()).toHaveLength(1);
  });

  test('says before which files told the same; those are read once more', async () => {
    const [first, second] = [
      (await upload(text)).json().import,
      (await upload(`${text}\n902,۱۴۰۵/۰۱/۱۲,09127770002,7`)).json().import,
    ];
    for (const { id } of [first, second]) {
      await ask('POST', `/v1/imports/${id}/start`);
      await runImportJob(work(), shop.id, id);
    }
    const { imports } = (await ask('GET', '/v1/imports')).json();
    const earlier = imports.find((one: { fileName: string }) => one.fileName === 'undo.csv');
    expect((await ask('GET', `/v1/imports/${earlier.id}/undo`)).json().again).toMatchObject([
      { id: first.id },
      { id: second.id },
    ]);
    await ask('POST', `/v1/imports/${earlier.id}/undo`);
    await runUndoJob(work(), shop.id, earlier.id);
    for (const { id } of [first, second]) await runImportJob(work(), shop.id, id);
    expect(await found()).toHaveLength(1);
    expect((await ask('GET', `/v1/imports/${first.id}`)).json()).toMatchObject({
      state: 'done',
      summary: { orders: 2, unchanged: 0 },
    });
    expect((await ask('GET', `/v1/imports/${second.id}`)).json()).toMatchObject({
      summary: { orders: 3, unchanged: 2 },
    });
  });
});

test('columns are shown with their cells and the reason, also when nobody reads the file again', async () => {
  const { import: made } = (await upload(orders)).json();
  const proposal = (await ask('GET', `/v1/imports/${made.id}/proposal`)).json();
  expect(proposal).toMatchObject({ missing: null, format: 'csv', rowsEstimated: expect.any(Number) });
  expect(proposal.columns[2]).toMatchObject({
    header: 'موبایل',
    field: 'mobile',
    why: 'header',
    cells: ['۰۹۱۲۱۱۱۲۲۳۳', '09121112233', '09124445566'],
  });
  const preview = (await ask('POST', `/v1/imports/${made.id}/preview`, {})).json();
  expect(preview.from).toBeLessThan(preview.to);
  expect(preview.rows).toMatchObject([
    { line: 2, kind: 'paid', mobile: '+989121112233', amount: 1_200_000, refusal: null },
    { line: 3, kind: 'paid', amount: 800_000 },
    { line: 4, refusal: { sentence: expect.any(String) } },
  ]);
});

test('kept mappings are listed, renamed and forgotten', async () => {
  const { mappings } = (await ask('GET', '/v1/import-mappings')).json();
  const [kept] = mappings;
  expect(kept).toMatchObject({ name: expect.any(String), headers: expect.any(Array) });
  const path = `/v1/import-mappings/${kept.id}`;
  expect((await ask('PUT', path, { name: '  ' })).json().code).toBe('mapping_name_missing');
  expect((await ask('PUT', path, { name: 'صندوق' })).json()).toMatchObject({ name: 'صندوق' });
  const other = bearer(await served.key(await served.business('stranger')));
  expect((await ask('DELETE', path, undefined, other)).json().code).toBe('mapping_unknown');
  expect((await ask('DELETE', path)).json()).toEqual({ removed: kept.id });
  expect((await ask('DELETE', path)).statusCode).toBe(404);
});

test('an uploaded file goes when nobody has touched its import for a month; what came in stays', async () => {
  const { import: made } = (await upload(orders)).json();
  const folder = join(served.parts.config.dataFolder, 'imports', String(shop.id));
  expect((await readdir(folder)).length).toBeGreaterThan(0);
  const later = (days: number) => ({ now: () => Date.now() + days * 86_400_000 });
  expect(await removeOldFiles(served.database, later(KEPT_DAYS - 1))).toBe(0);
  expect(await removeOldFiles(served.database, later(KEPT_DAYS + 1))).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual([]);
  expect((await ask('GET', `/v1/imports/${made.id}`)).json()).toMatchObject({ fileKept: false });
  expect((await ask('GET', `/v1/imports/${made.id}/proposal`)).statusCode).toBe(200);
  expect((await ask('POST', `/v1/imports/${made.id}/start`)).json().code).toBe('import_file_missing');
});
