import { blank } from './source.ts';

/**
 * Where a source gives a code of refusal: in a call that refuses, as the `code` of a refusal, or as the `fault` of a
 * row. What an import asks back has a code as well, but is a question and no refusal.
 */
const giving = [
  /\b(?:refuse\w*|fail\w*|fault\w*)(?:<[^>()]*>)?\(\s*(?:\{\s*code:\s*)?'([a-z0-9_]+)'/g,
  /\bnew Refused\(\s*'([a-z0-9_]+)'/g,
  /\bnew Unreadable\(\{\s*code:\s*'([a-z0-9_]+)'/g,
  /(?<!questions\.push\(\{\s*)\bcode:\s*'([a-z0-9_]+)'(?=\s*(?:[,}]))/g,
  /\bfault:\s*'([a-z0-9_]+)'/g,
];

/** The codes of refusal that this source gives, each once. */
export function codesGiven(source: string): string[] {
  const code = blank(source, ['comment', 'template']);
  const found = giving.flatMap((pattern) => [...code.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(found)].sort();
}

/** Every text of this source that could be a code: also one that a table or a condition chooses. */
export function possibleCodes(source: string): Set<string> {
  const code = blank(source, ['comment']);
  return new Set([...code.matchAll(/['"`]([a-z]+(?:_[a-z0-9]+)*)['"`]/g)].map(([, name = '']) => name));
}

interface Sentence {
  readonly fa: string;
  readonly en: string;
}

/** docs/reference/refusals.md: every code with its sentence in both languages. */
export function refusalsPage(sentences: Readonly<Record<string, Sentence>>): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
  const rows = Object.entries(sentences).map(
    ([code, { fa, en }]) => `| \`${code}\` | ${cell(en)} | ${cell(fa)} |`,
  );
  return [
    '# Refusals',
    '',
    'What cannot be done is refused with a code, a sentence in the reader’s language and, where there is one, the field it',
    'is about. Codes are stable: programs may rely on them. Sentences are for people and may change. What stands in braces',
    'is filled in from the refusal’s `detail`.',
    '',
    'Over HTTP a refusal is a problem (`application/problem+json`, RFC 9457); on the command line it is told on standard',
    'error, and the exit code is 1. [How a refusal comes over HTTP](http.md#refusals).',
    '',
    'This page is written from `packages/core/src/values/refusal-sentences.ts`:',
    '`UPDATE_GOLDEN=1 npx vitest run tests/refusals.test.ts`.',
    '',
    '| code | English | فارسی |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
