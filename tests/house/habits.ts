import { posix } from 'node:path';
import { blank } from './source.ts';
import { isCode, isTest } from './tree.ts';

/** A habit of the house that a machine can see. */
export interface Habit {
  readonly name: string;
  /** Is this file one to look at? */
  readonly looksAt: (path: string) => boolean;
  /** What is wrong in it, each a few words; `files` are all that somebody wrote. */
  readonly find: (path: string, text: string, files: ReadonlySet<string>) => readonly string[];
  /** Samples that have to be found, and some that must not be. */
  readonly wrong: readonly (readonly [path: string, text: string])[];
  readonly right: readonly (readonly [path: string, text: string])[];
  /** Files that may break it, each with the reason. One that no longer breaks it has to leave the list. */
  readonly exceptions: Readonly<Record<string, string>>;
}

const isText = (path: string): boolean =>
  isCode(path) ||
  /\.(?:md|sql|json|css|html|svg|yml|sh)$/.test(path) ||
  /^(?:\.|bin\/|\.ci\/)[^.]*$/.test(path);
const isGenerated = (path: string): boolean =>
  /(?:^|\/)(?:generated\.ts|openapi\.json|package-lock\.json|schema\.golden\.sql)$/.test(path);
const isWritten = (path: string): boolean => isText(path) && !isGenerated(path);
const isWeb = (path: string): boolean => path.startsWith('packages/web/src/');
const isPage = (path: string): boolean =>
  path.endsWith('.md') && (path.startsWith('docs/') || !path.includes('/'));

/** Every place in the text that the pattern finds, with its line. */
function places(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(
    ({ 0: found, index }) => `line ${text.slice(0, index).split('\n').length}: ${found.trim()}`,
  );
}

const MOST_LINES = 450;
const MOST_LINES_OF_TEST = 600;

/** Put together, so that this file does not hold what it forbids. */
const leftover = ['TO', 'DO'].join('');

export const habits: readonly Habit[] = [
  {
    name: 'nothing is left for later',
    looksAt: isWritten,
    find: (_, text) => places(text, /(?:\bT[O]DO|\bF[I]XME|\bH[A]CK|\bX{3}:|@ts-(?:ignore|nocheck))/g),
    wrong: [
      ['a.ts', `// ${leftover} later`],
      ['docs/a.md', leftover],
      ['a.ts', ['// @ts', 'ignore'].join('-')],
    ],
    right: [['a.ts', "const currency = 'XXX'; // All that there is to do is done."]],
    exceptions: {},
  },
  {
    // The linter forbids Date.now and Math.random; these it cannot see.
    name: 'core asks neither the clock nor the machine',
    looksAt: (path) =>
      path.startsWith('packages/core/src/') && isCode(path) && !isTest(path) && !path.includes('/testing/'),
    find: (_, text) =>
      places(
        blank(text, ['comment', 'string', 'template', 'regex']),
        /\bnew Date\(\s*\)|(?<!new )\bDate\(|\bresolvedOptions\(\)\.(?:timeZone|locale)|\.toLocale(?:Date|Time)?String\(\s*\)/g,
      ),
    wrong: [
      ['packages/core/src/values/a.ts', 'const today = new Date();'],
      ['packages/core/src/values/a.ts', 'const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;'],
      ['packages/core/src/values/a.ts', 'return price.toLocaleString();'],
    ],
    right: [['packages/core/src/values/a.ts', "const day = new Date(at); const text = 'new Date()';"]],
    exceptions: {},
  },
  {
    name: 'every test is run',
    looksAt: isTest,
    find: (_, text) =>
      places(
        blank(text, ['comment', 'string', 'template', 'regex']),
        /\b(?:it|test|describe|suite)(?:\.\w+)*\.(?:only|skip|todo|fails)\b/g,
      ),
    wrong: [
      ['a.test.ts', "it.only('a', () => {});"],
      ['a.test.ts', "describe.concurrent.skip('a', () => {});"],
    ],
    right: [['a.test.ts', "it('says it.only', () => {}); // it.skip is forbidden"]],
    exceptions: {},
  },
  {
    name: 'a door names what it lets through',
    looksAt: isCode,
    find: (_, text) =>
      places(blank(text, ['comment', 'string', 'template', 'regex']), /^\s*export\s*\*(?!\s*as\b)/gm),
    wrong: [['a.ts', "export * from './b.ts';"]],
    right: [['a.ts', "export { b } from './b.ts';\n// export * would hide what is used"]],
    exceptions: {},
  },
  {
    name: 'layout has a start and an end, no left and right',
    looksAt: (path) => isWeb(path) && /\.(?:css|tsx?)$/.test(path),
    find: (path, text) =>
      path.endsWith('.css')
        ? places(
            text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')),
            /(?:[\w-]*(?:margin|padding|border|inset)[\w-]*-(?:left|right)\b|(?:^|[;{\s])(?:left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))[^;\n]*/gm,
          )
        : places(
            blank(text, ['comment']),
            /\b(?:(?:margin|padding|border\w*|inset)(?:Left|Right)\w*|(?:left|right|m[lr]|p[lr])\s*(?:=\{|:\s*['"\d-])|textAlign:\s*'(?:left|right)')/g,
          ),
    wrong: [
      ['packages/web/src/a.css', '.a { margin-left: 4px; }'],
      ['packages/web/src/a.css', '.a {\n  right: 0;\n}'],
      ['packages/web/src/a.css', '.a { border-top-left-radius: 0; }'],
      ['packages/web/src/a.css', '.a { text-align: right; }'],
      ['packages/web/src/a.tsx', '<Box sx={{ paddingRight: 2 }} />'],
      ['packages/web/src/a.tsx', "<p style={{ left: '1em' }} />"],
      ['packages/web/src/a.tsx', '<Box ml={2} />'],
    ],
    right: [
      [
        'packages/web/src/a.css',
        '.a { margin-inline-start: 4px; inset-inline-end: 0; text-align: start; } /* left: 0 */',
      ],
      ['packages/web/src/a.tsx', "const cleft = 'left'; // right: 2"],
    ],
    exceptions: { 'packages/web/src/ui/mirrored.test.ts': 'its samples are what is to be mirrored' },
  },
  {
    name: 'what people read in Persian stands in the language files',
    looksAt: (path) =>
      isWeb(path) && isCode(path) && !isTest(path) && !path.startsWith('packages/web/src/language/'),
    find: (_, text) =>
      places(blank(text, ['comment', 'regex']), /[\u0621-\u064A\u067E-\u06D2][\u0600-\u06FF\u200C ]+/g),
    wrong: [
      ['packages/web/src/a.tsx', '<h1>نردبان شما</h1>'],
      ['packages/web/src/a.ts', "const title = 'نردبان';"],
    ],
    right: [['packages/web/src/a.tsx', '// «نردبان» is what it is called\nconst digits = /[۰-۹]/;']],
    exceptions: {},
  },
  {
    name: 'a file is named by its idea',
    looksAt: () => true,
    find: (path) => {
      const name = path.slice(path.lastIndexOf('/') + 1);
      return /(?:^|[-_.])(?:utils?|misc|common|helpers?|managers?|stuff)(?:[-_.]|$)/i.test(name)
        ? [name]
        : [];
    },
    wrong: [
      ['packages/core/src/values/utils.ts', ''],
      ['packages/web/src/date-helpers.ts', ''],
      ['docs/misc.md', ''],
    ],
    right: [['packages/web/src/ui/commonality.ts', '']],
    exceptions: {},
  },
  {
    name: 'a page points at what is there',
    looksAt: isPage,
    find: (path, text, files) => {
      const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ' '));
      const exists = (target: string): boolean =>
        files.has(target) || [...files].some((file) => file.startsWith(`${target}/`));
      const links = [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
        .map((target) => posix.join(posix.dirname(path), target.replace(/#.*$/, '')));
      const paths = [
        ...prose.matchAll(/`((?:packages|docs|tests|bin|benchmarks|contract|\.ci)\/[\w./-]+)`/g),
      ].map(([, target = '']) => target.replace(/\/$/, ''));
      return [...links, ...paths].filter((target) => !exists(target));
    },
    wrong: [
      ['docs/a.md', 'See [there](nowhere.md).'],
      ['README.md', 'It stands in `packages/core/src/nowhere.ts`.'],
      ['docs/how-to/a.md', '[up](../nowhere.md#part)'],
    ],
    right: [
      [
        'docs/a.md',
        '[here](architecture.md), [far](https://example.org/), [below](#below), `packages/core/src`',
      ],
      ['docs/how-to/a.md', '```\n[x](nowhere.md)\n```\n[up](../architecture.md)'],
    ],
    exceptions: {},
  },
  {
    name: 'a comment points at pages that are there',
    looksAt: (path) => isWritten(path) && !path.endsWith('.md'),
    find: (_, text, files) =>
      [...text.matchAll(/\bdocs\/[\w-]+(?:\/[\w-]+)*\.md\b/g)]
        .map(([page]) => page)
        .filter((page) => !files.has(page)),
    wrong: [['a.ts', '// docs/nowhere.md says why']],
    right: [['a.ts', '// docs/architecture.md says why']],
    exceptions: { 'tests/house/habits.ts': 'its samples name pages that are not there' },
  },
  {
    // Under row-level security the server asks no index for what `coalesce` answers: every row of the business is read instead.
    name: 'nothing is looked up by coalesce()',
    looksAt: (path) => /^packages\/server\/src\/.*\.ts$/.test(path),
    find: (_, text) => places(text, /\b[a-z]\w*\.\w+ = coalesce\(.*/g),
    wrong: [
      ['packages/server/src/a.ts', '`JOIN people r ON r.person_id = coalesce(p.merged_into, p.person_id)`'],
    ],
    right: [['packages/server/src/a.ts', "`JOIN people r ON r.person_id = ${canonicalNumber('p')}`"]],
    exceptions: {},
  },
  {
    name: 'a lock file names no registry',
    looksAt: (path) => /(?:package-lock\.json|\.npmrc)$/.test(path),
    find: (_, text) => places(text, /(?:"resolved"\s*:\s*"https?:[^"]*"|^.*registry\s*=.*$)/gm),
    wrong: [
      ['package-lock.json', '"resolved": "https://example.org/a.tgz"'],
      ['.npmrc', 'registry=https://example.org/'],
    ],
    right: [['package-lock.json', '"resolved": "packages/core", "url": "https://example.org/sponsor"']],
    exceptions: {},
  },
  {
    name: 'nothing depends on one machine',
    looksAt: isWritten,
    find: (_, text) => places(text, /(?<![\w.~/-])\/(?:work|root|home\/\w+|Users\/\w+)\/[\w.-]+/g),
    wrong: [
      ['a.ts', ['const place = ', 'work/main'].join('/')],
      ['docs/a.md', ['cd ', 'home/somebody/nardeban'].join('/')],
    ],
    right: [['a.ts', "import './work/a.ts'; const route = '/v1/work/a';"]],
    exceptions: {},
  },
  {
    name: `a source has at most ${MOST_LINES} lines, a test ${MOST_LINES_OF_TEST}`,
    looksAt: (path) => isCode(path) && !isGenerated(path),
    find: (path, text) => {
      const lines = text.split('\n').length - 1;
      return lines > (isTest(path) ? MOST_LINES_OF_TEST : MOST_LINES) ? [`${lines} lines`] : [];
    },
    wrong: [
      ['a.ts', 'a();\n'.repeat(MOST_LINES + 1)],
      ['a.test.ts', 'a();\n'.repeat(MOST_LINES_OF_TEST + 1)],
    ],
    right: [
      ['a.ts', 'a();\n'.repeat(MOST_LINES)],
      ['a.test.ts', 'a();\n'.repeat(MOST_LINES_OF_TEST)],
    ],
    exceptions: {
      'packages/core/src/values/refusal-sentences.ts':
        'one table: a code and its two sentences, over and over',
    },
  },
];

/** What is wrong in these files by this habit, the exceptions among it. */
export function faults(
  habit: Habit,
  texts: ReadonlyMap<string, string>,
  files: ReadonlySet<string>,
): { readonly path: string; readonly what: string }[] {
  return [...texts].flatMap(([path, text]) =>
    habit.looksAt(path) ? habit.find(path, text, files).map((what) => ({ path, what })) : [],
  );
}
