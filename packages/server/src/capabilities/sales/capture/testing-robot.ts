import { createHash } from 'node:crypto';

/** Does the work a form's script does: a number that makes the hash of both begin with as many zero bits as are asked for. */
export function proveFor(stamp: string): string {
  const bits = Number(stamp.split('.')[2]);
  for (let number = 0; ; number += 1) {
    const hash = createHash('sha256').update(`${stamp}.${number}`).digest();
    if (bits === 0 || hash.readUInt32BE(0) >>> (32 - bits) === 0) return String(number);
  }
}

/** The hidden and visible fields of the forms on a page, as a browser without script would send them. */
export function fieldsOf(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name !== undefined && !/type="checkbox"/.test(tag))
      fields[name] = unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  return fields;
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
