/** What of a source is blanked out: blanks keep every place and every line where it was. */
export interface Blanked {
  readonly comments?: boolean;
  readonly strings?: boolean;
}

type Kind = 'code' | 'comment' | 'string' | 'template' | 'regex';

/**
 * The source without its comments, its texts or both. Reads TypeScript and JSX well enough for that and no better: a
 * quote that does not close on its line is an apostrophe, and a slash begins a regular expression only where a value
 * may stand.
 */
export function blank(source: string, { comments = false, strings = false }: Blanked): string {
  let out = '';
  for (const { kind, text } of piecesOf(source)) {
    const hidden = kind === 'comment' ? comments : kind !== 'code' && strings;
    out += hidden ? text.replace(/[^\n]/g, ' ') : text;
  }
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

const specifiers = [
  // import … from 'x', export … from 'x'
  /(?:^|[;{}\n])\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"\n]+)['"]/g,
  // import 'x'
  /(?:^|[;{}\n])\s*import\s*['"]([^'"\n]+)['"]/g,
  // import('x'), also as a type
  /\bimport\s*\(\s*['"]([^'"\n]+)['"]/g,
  // new Worker(new URL('./x.ts', import.meta.url))
  /\bnew\s+URL\s*\(\s*['"](\.[^'"\n]+\.tsx?)['"]\s*,\s*import\.meta\.url/g,
];

/** What a source imports, as it is written there: statically, dynamically, for its types or as a worker. */
export function importsOf(source: string): string[] {
  const code = blank(source, { comments: true });
  return specifiers.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name));
}
