import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv-rows.ts';
import { PlainRows } from './plain-rows.ts';

async function rowsIn(chunks: readonly Buffer[], delimiter: string): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of csvRows(chunks as unknown as AsyncIterable<Buffer>, delimiter))
    rows.push(...batch.map(({ line, cells }) => [String(line), ...cells]));
  return rows;
}

/** What the parser alone says, each row with its number; null where it gives up. */
function parsed(text: Buffer, delimiter: string): (readonly string[])[] | null {
  try {
    const records: string[][] = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return records
      .map((cells, index) => [String(index + 1), ...cells])
      .filter((row) => row.length > 2 || row[1] !== '');
  } catch {
    return null;
  }
}

const plain = ['a', 'علی', ' ', '7', ',', ',', '،', '\n', '\n', '\r\n', '""', '"a"', '"a, b"', '"3"""'];
const odd = ['"', '\r', '"a\nb"', '\uFEFF'];
const bytes = (of: readonly string[]): fc.Arbitrary<Buffer> =>
  fc.array(fc.constantFrom(...of), { maxLength: 40 }).map((parts) => Buffer.from(parts.join('')));

test.each([
  ['plain', plain],
  ['odd', [...plain, ...odd]],
])('rows of %s files are those of the parser, wherever the chunks are cut', async (_, tokens) => {
  await fc.assert(
    fc.asyncProperty(
      bytes(tokens),
      fc.boolean(),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(',', '،'),
      async (content, marked, size, delimiter) => {
        const file = marked ? Buffer.concat([Buffer.from('\uFEFF'), content]) : content;
        const expected = parsed(file, delimiter);
        fc.pre(expected !== null);
        const chunks = Array.from({ length: Math.ceil(file.length / size) }, (_part, index) =>
          file.subarray(index * size, (index + 1) * size),
        );
        expect(await rowsIn(chunks, delimiter)).toEqual(expected);
      },
    ),
    { numRuns: 400 },
  );
});

test('quotes around whole cells are plain; a cell over two lines, and all after it, is left to the parser', () => {
  const reader = new PlainRows(',');
  const { rows, left } = reader.read(Buffer.from('a,"b, ""c"""\n\n1,"2\n3",4\n5,6\n'));
  expect(rows).toEqual([{ line: 1, cells: ['a', 'b, "c"'] }]);
  expect(left?.toString()).toBe('1,"2\n3",4\n5,6\n');
  expect(reader.line).toBe(2);
});
