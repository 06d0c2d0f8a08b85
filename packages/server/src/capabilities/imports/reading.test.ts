import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvLine } from '../../platform/spreadsheet/index.ts';
import type { RawRow } from './raw-rows.ts';
import { openTable, type Table } from './table.ts';
import { Refused } from '../../platform/refused.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nardeban-reading-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function fileOf(content: string | Buffer, ending = 'csv'): Promise<string> {
  files += 1;
  const path = join(folder, `${files}.${ending}`);
  await writeFile(path, content);
  return path;
}

async function rowsOf(table: Table): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.rows()) rows.push(...batch);
  return rows;
}

async function cellsIn(
  content: string | Buffer,
): Promise<{ headers: readonly string[]; cells: (readonly string[])[] }> {
  const table = await openTable(await fileOf(content));
  return { headers: table.headers, cells: (await rowsOf(table)).map((row) => row.cells) };
}

async function refusalOf(opening: Promise<unknown>): Promise<string> {
  try {
    await opening;
    return 'accepted';
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return error.refusal.code;
  }
}

/** Windows-1256, for the letters used here. */
const ARABIC_BYTES = new Map<string, number>();
const decoder = new TextDecoder('windows-1256');
for (let byte = 0; byte < 256; byte++) ARABIC_BYTES.set(decoder.decode(Uint8Array.of(byte)), byte);
const in1256 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (letter) => ARABIC_BYTES.get(letter) ?? 0x3f));

describe('encodings', () => {
  const text = 'نام,شهر\nعلي,تهران\nرضا,يزد\n';
  const expected = {
    headers: ['نام', 'شهر'],
    cells: [
      ['علي', 'تهران'],
      ['رضا', 'يزد'],
    ],
  };
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE with its mark', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16LE without one', Buffer.from(text, 'utf16le')],
    ['Windows-1256', in1256(text)],
    ['gzip', gzipSync(text)],
  ])('%s', async (_, bytes) => {
    expect(await cellsIn(bytes)).toEqual(expected);
  });

  test('a file that mixes them keeps its good rows; the letters of the others show that they are lost', async () => {
    const { cells } = await cellsIn(
      Buffer.concat([Buffer.from('نام,شهر\nعلی,تهران\n'), in1256('رضا,يزد\n')]),
    );
    expect(cells[0]).toEqual(['علی', 'تهران']);
    expect(cells[1]?.[0]).toContain('\uFFFD');
  });

  test('letters of several bytes are not torn where chunks end', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `علی${index},تهران`);
    const table = await openTable(await fileOf(`نام,شهر\n${rows.join('\n')}`));
    expect(table.encoding).toBe('utf-8');
    expect((await rowsOf(table)).every(({ cells }) => cells[1] === 'تهران')).toBe(true);
  });
});

describe('delimiters', () => {
  test.each([[','], [';'], ['\t'], ['|'], ['،']])('%j', async (delimiter) => {
    const content = [
      ['name', 'note, or so', 'city'],
      ['Ali', 'a', 'b'],
      ['Reza', 'c', 'd'],
    ]
      .map((cells) => cells.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
      .join('\r\n');
    const { headers, cells } = await cellsIn(content);
    expect(headers).toEqual(['name', 'note, or so', 'city']);
    expect(cells).toEqual([
      ['Ali', 'a', 'b'],
      ['Reza', 'c', 'd'],
    ]);
  });

  test('one that nobody uses leaves one column, and nothing is recognised', async () => {
    expect((await cellsIn('name^mobile^amount\nAli^09121234567^12\n')).headers).toEqual([
      'name^mobile^amount',
    ]);
  });

  test('line ends may be mixed', async () => {
    expect((await cellsIn('a,b\n1,2\r\n3,4\r5,6')).cells).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
  });
});

describe('files that are no table', () => {
  test('empty, blank, and a header alone', async () => {
    expect(await refusalOf(openTable(await fileOf('')))).toBe('file_empty');
    expect(await refusalOf(openTable(await fileOf('\uFEFF')))).toBe('file_empty');
    expect(await refusalOf(openTable(await fileOf('\n \n,\n')))).toBe('file_empty');
    expect(await refusalOf(openTable(await fileOf('name,mobile\n')))).toBe('file_has_header_only');
    expect(await refusalOf(openTable(join(folder, 'nowhere.csv')))).toBe('file_missing');
  });

  test('a line of 50 MB: as the header it refuses the file, as a row only itself', async () => {
    const long = Buffer.alloc(50 * 1024 * 1024, 'x');
    const alone = await fileOf(long);
    const within = await fileOf(
      Buffer.concat([Buffer.from('name,city\nAli,Yazd\n'), long, Buffer.from('\nReza,Qom\n')]),
    );
    const before = process.memoryUsage().rss;
    expect(await refusalOf(openTable(alone))).toBe('row_too_long');
    const rows = await rowsOf(await openTable(within));
    expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
      [2, undefined],
      [3, 'row_too_long'],
      [4, undefined],
    ]);
    expect(rows[1]?.cells[0]?.length).toBe(2000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('a quote that is never closed costs its line, not the rest of the file', async () => {
    const rest = Array.from(
      { length: 50_000 },
      (_, index) => `name${index},the city of Shiraz in the south`,
    ).join('\n');
    const rows = await rowsOf(await openTable(await fileOf(`name,city\n"Ali,Yazd\n${rest}\n`)));
    expect(rows).toHaveLength(50_001);
    expect(rows[0]).toEqual({ line: 2, cells: ['"Ali,Yazd'], fault: 'quote_not_closed' });
    expect(rows[50_000]?.line).toBe(50_002);
    const short = await rowsOf(await openTable(await fileOf('name,city\nAli,Yazd\n"Reza,Qom\nSara,Rasht\n')));
    expect(short.map(({ cells, fault }) => fault ?? cells.join())).toEqual([
      'Ali,Yazd',
      'quote_not_closed',
      'Sara,Rasht',
    ]);
  });

  test('a quote within a cell is a letter of it', async () => {
    expect((await cellsIn('name,city\nAli "the" Great,5" pipe\n')).cells).toEqual([
      ['Ali "the" Great', '5" pipe'],
    ]);
  });

  test('200 columns are read, 3,000 refused', async () => {
    const wide = (columns: number): string =>
      `${Array.from({ length: columns }, (_, at) => `c${at}`).join(',')}\n${'1,'.repeat(columns - 1)}1\n`;
    const table = await openTable(await fileOf(wide(200)));
    expect(table.headers).toHaveLength(200);
    expect((await rowsOf(table))[0]?.cells).toHaveLength(200);
    expect(await refusalOf(openTable(await fileOf(wide(3000))))).toBe('file_too_wide');
  });

  test('NUL bytes come through to where they are refused', async () => {
    expect((await cellsIn('name,city\nA\u0000li,Yazd\n')).cells).toEqual([['A\u0000li', 'Yazd']]);
  });

  test('a gzip bomb and a broken gzip', async () => {
    expect(await refusalOf(openTable(await fileOf(gzipSync(Buffer.alloc(200 * 1024 * 1024)))))).toBe(
      'file_unpacks_too_large',
    );
    expect(
      await refusalOf(openTable(await fileOf(gzipSync('a,b\n1,2\n'.repeat(1000)).subarray(0, 40)))),
    ).toBe('file_damaged');
  });
});

/** A zip archive by hand: names, contents, and the sizes the central directory claims. */
function archive(entries: readonly { name: string; content: Buffer; claimed?: number }[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of entries) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30 + name.length);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(claimed ?? content.length, 22);
    local.writeUInt16LE(name.length, 26);
    local.write(name, 30);
    const record = Buffer.alloc(46 + name.length);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(8, 10);
    record.writeUInt32LE(packed.length, 20);
    record.writeUInt32LE(claimed ?? content.length, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt32LE(offset, 42);
    record.write(name, 46);
    locals.push(local, packed);
    central.push(record);
    offset += local.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('workbooks', () => {
  test('cells become the texts people see; a formula is its kept value, never run', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('orders');
    sheet.addRow(['شماره سفارش', 'تاریخ', 'موبایل', 'مبلغ', 'یادداشت', 'جمع']);
    sheet.addRow([
      1,
      new Date(Date.UTC(2024, 3, 22, 10, 30)),
      9121234567,
      2.55,
      { richText: [{ text: 'خوش' }, { text: '‌آمد' }] },
      { formula: 'A2+1', result: 7 },
    ]);
    sheet.addRow([]);
    sheet.addRow([2, new Date(Date.UTC(2024, 3, 23)), '09121234567', 120000, "=cmd|'/C calc'!A0"]);
    const path = await fileOf(Buffer.from(await workbook.xlsx.writeBuffer()), 'xlsx');
    const table = await openTable(path);
    expect(table.format).toBe('xlsx');
    expect(table.headers[2]).toBe('موبایل');
    expect(await rowsOf(table)).toEqual([
      { line: 2, cells: ['1', '2024-04-22 10:30:00', '9121234567', '2.55', 'خوش‌آمد', '7'] },
      { line: 4, cells: ['2', '2024-04-23', '09121234567', '120000', "=cmd|'/C calc'!A0", ''] },
    ]);
  });

  test('a bomb is refused before it is opened, whether it tells its size or lies about it', async () => {
    const zeros = Buffer.alloc(300 * 1024 * 1024);
    const parts = (claimed?: number): Buffer =>
      archive([
        { name: 'xl/workbook.xml', content: Buffer.from('<workbook/>') },
        { name: 'xl/worksheets/sheet1.xml', content: zeros, ...(claimed === undefined ? {} : { claimed }) },
      ]);
    expect(await refusalOf(openTable(await fileOf(parts(), 'xlsx')))).toBe('file_unpacks_too_large');
    expect(await refusalOf(openTable(await fileOf(parts(1000), 'xlsx')))).toBe('file_unpacks_too_large');
  });

  test('other archives and broken ones', async () => {
    expect(
      await refusalOf(
        openTable(await fileOf(archive([{ name: 'a.txt', content: Buffer.from('a') }]), 'xlsx')),
      ),
    ).toBe('file_not_a_workbook');
    expect(await refusalOf(openTable(await fileOf(Buffer.from('PK\u0003\u0004 and no more'), 'xlsx')))).toBe(
      'file_damaged',
    );
  });
});

describe('the file of refused rows', () => {
  test('runs nothing when a spreadsheet opens it, and leaves numbers as they are', () => {
    expect(csvLine(["=cmd|'/C calc'!A0", '+98912', '-5', '@x', '-a', 'a"b', 'x,y'])).toBe(
      `'=cmd|'/C calc'!A0,+98912,-5,'@x,'-a,"a""b","x,y"\r\n`,
    );
  });
});
