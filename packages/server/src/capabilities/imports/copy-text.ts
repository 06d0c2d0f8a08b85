/** A field of PostgreSQL's COPY text format. */
export function copyField(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => ESCAPES.get(sign) ?? sign) : text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);
const UNESCAPES: ReadonlyMap<string, string> = new Map(
  [...ESCAPES].map(([sign, escaped]) => [escaped.slice(1), sign]),
);

/** The rows of a `COPY … TO STDOUT`, field by field. Chunks may be cut anywhere, within letters too. */
export async function* copyRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<string[][]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines.map((line) => line.split('\t').map(unescaped));
  }
}

function unescaped(field: string): string {
  return field.includes('\\')
    ? field.replace(/\\(.)/g, (_, sign: string) => UNESCAPES.get(sign) ?? sign)
    : field;
}
