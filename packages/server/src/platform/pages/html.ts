/** Text that is HTML already: written by the program, or escaped by `html`. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = string | number | Html | null | false | readonly Part[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * HTML out of a template: whatever is put into it is escaped, unless it is HTML already. Lists are joined, `null` and
 * `false` are nothing. Attribute values belong in quotation marks.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = template[0] ?? '';
  for (const [index, part] of parts.entries()) text += shown(part) + (template[index + 1] ?? '');
  return new Html(text);
}

function shown(part: Part): string {
  if (part === null || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(shown).join('');
  return String(part).replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
