/** What a source is made of. */
type Kind = 'code' | 'comment' | 'string' | 'template' | 'regex';

/**
 * The source with these kinds of pieces blanked out; blanks keep every place and every line where it was. Reads
 * TypeScript and JSX well enough for that and no better: a quote that does not close on its line is an apostrophe, and
 * a slash begins a regular expression only where a value may stand.
 */
export function blank(source: string, kinds: readonly Exclude<Kind, 'code'>[]): string {
  const hidden: ReadonlySet<Kind> = new Set(kinds);
  let out = '';
  for (const { kind, text } of piecesOf(source)) out += hidden.has(kind) ? text.replace(/[^\n]/g, ' ') : text;
  return out;
}

function* piecesOf(source: string): Generator<{ kind: Kind; text: string }> {
  let start = 0;
  let at = 0;
  while (at < source.length) {
    const kind = kindAt(source, at, start);
    const end = kind === 'code' ? at : endOf(source, at, kind);
    if (kind === 'code' || end === at) {
      at += 1;
      continue;
    }
    if (at > start) yield { kind: 'code', text: source.slice(start, at) };
    yield { kind, text: source.slice(at, end) };
    start = end;
    at = end;
  }
  if (at > start) yield { kind: 'code', text: source.slice(start, at) };
}

function kindAt(source: string, at: number, start: number): Kind {
  const here = source[at];
  if (here === "'" || here === '"') return 'string';
  if (here === '`') return 'template';
  if (here !== '/') return 'code';
  const next = source[at + 1];
  // The two slashes of an address in the text of a page are no comment.
  if (next === '/' && source[at - 1] !== ':') return 'comment';
  if (next === '*') return 'comment';
  return mayBeginRegex(source.slice(start, at)) ? 'regex' : 'code';
}

function mayBeginRegex(before: string): boolean {
  return /(?:^|[(,=:[!&|?;+*%~^]|=>|\b(?:return|typeof|case|in|of|yield|await))\s*$/.test(before);
}

/** Where it ends; where it begins, when it turns out to be nothing. */
function endOf(source: string, at: number, kind: Kind): number {
  const rest = source.slice(at);
  const found = whole[kind].exec(rest);
  return found === null ? at : at + found[0].length;
}

const whole: Readonly<Record<Kind, RegExp>> = {
  code: /^/,
  comment: /^(?:\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))/,
  string: /^(?:'(?:[^'\\\n]|\\[\s\S])*'|"(?:[^"\\\n]|\\[\s\S])*")/,
  // Texts in braces of a template may hold templates of their own, one deep.
  template: /^`(?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{(?:[^`}]|`(?:[^`\\]|\\[\s\S])*`)*\})*`/,
  regex: /^\/(?:[^/\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+\/[a-z]*/,
};

// Texts stand here as their number, so that an import told of in a text is none.
const specifiers = [
  // import … from 'x', export … from 'x'
  /(?:^|[;{}\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*'(\d+)'/g,
  // import 'x'
  /(?:^|[;{}\n])\s*import\s*'(\d+)'/g,
  // import('x'), also as a type
  /\bimport\s*\(\s*'(\d+)'/g,
  // new Worker(new URL('./x.ts', import.meta.url))
  /\bnew\s+Worker\s*\(\s*new\s+URL\s*\(\s*'(\d+)'\s*,\s*import\.meta\.url/g,
];

/** What a source imports, as it is written there: statically, dynamically, for its types or as a worker. */
export function importsOf(source: string): string[] {
  const texts: string[] = [];
  let code = '';
  for (const { kind, text } of piecesOf(source)) {
    if (kind === 'code') code += text;
    else if (kind === 'string') code += `'${texts.push(text.slice(1, -1)) - 1}'`;
    else code += ' ';
  }
  return specifiers.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, at]) => texts[Number(at)] ?? ''),
  );
}
