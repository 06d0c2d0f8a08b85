import { describe, expect, it } from 'vitest';
import { type Law, type Rule, type Table, violations } from './house/law.ts';
import { modulesOf } from './house/modules.ts';
import { importsOf } from './house/source.ts';
import { isCode, textsOf, writtenFiles } from './house/tree.ts';

/**
 * Who may import whom in core. Rows stand in an order in which nobody imports a later one, so there are no circles.
 * `testing`, beside them, may import every slice and is imported by tests alone. Rows of slices that are still to be
 * built are there so that they are built in their place.
 */
const core: Table = {
  values: [],
  facts: ['values'],
  criteria: ['values', 'facts'],
  people: ['values', 'facts'],
  consent: ['values', 'facts'],
  imports: ['values', 'facts', 'people'],
  ladder: ['values', 'facts', 'criteria'],
  surveys: ['values', 'facts', 'criteria'],
  insight: ['values', 'facts', 'criteria'],
  programme: ['values', 'facts', 'criteria', 'ladder'],
  sales: ['values', 'facts', 'criteria', 'people'],
  inbox: ['values', 'facts', 'criteria', 'people', 'consent'],
  offers: ['values', 'facts', 'criteria', 'ladder', 'programme'],
  playbooks: [
    'values',
    'facts',
    'criteria',
    'people',
    'consent',
    'imports',
    'ladder',
    'surveys',
    'insight',
    'programme',
    'sales',
    'inbox',
    'offers',
  ],
};

/**
 * Who may import whom among the capabilities of the server. It is not the table of core: to store a fact is to find
 * out who it is about, so there facts stand on people (docs/decisions/0011-two-import-tables.md).
 */
const capabilities: Table = {
  people: [],
  facts: ['people'],
  consent: ['facts', 'people'],
  dossier: ['facts', 'people'],
  ladder: ['facts', 'people'],
  imports: ['facts', 'people', 'ladder'],
  lists: ['facts', 'people', 'ladder'],
  webhooks: ['facts', 'people', 'ladder', 'lists'],
  insight: ['facts', 'people', 'ladder', 'lists'],
  programme: ['facts', 'people', 'ladder'],
  offers: ['facts', 'people', 'ladder', 'insight', 'programme'],
  portal: ['facts', 'people', 'consent', 'ladder', 'programme', 'offers'],
  sales: ['facts', 'people', 'consent', 'dossier', 'ladder', 'lists', 'insight', 'programme', 'offers'],
};

const law: Law = { core, capabilities };

const rooms = /^(?:packages\/(?:core|server|web)\/src|tests|benchmarks|bin)\//;

describe('who imports whom', () => {
  const modules = modulesOf(textsOf(writtenFiles().filter((path) => isCode(path) && rooms.test(path))));

  it('is read from the whole tree', () => {
    const count = (start: string): number => modules.filter(({ file }) => file.startsWith(start)).length;
    // A checker that reads nothing finds nothing.
    expect(count('packages/core/src/')).toBeGreaterThan(80);
    expect(count('packages/server/src/capabilities/')).toBeGreaterThan(60);
    expect(count('packages/server/src/platform/')).toBeGreaterThan(60);
    expect(count('packages/web/src/')).toBeGreaterThan(40);
    expect(modules.reduce((sum, { files }) => sum + files.length, 0)).toBeGreaterThan(900);
    expect(modules.reduce((sum, { packages }) => sum + packages.length, 0)).toBeGreaterThan(600);
  });

  it('finds a file behind every relative import', () => {
    const all = new Set(writtenFiles());
    const dead = modules.flatMap(({ file, files }) =>
      files
        .filter((target) => !all.has(target) && !all.has(`${target}.ts`))
        .map((target) => `${file} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('keeps to the tables', () => {
    expect(
      violations(modules, law).map(({ rule, file, imports }) => `${rule} · ${file} · ${imports}`),
    ).toEqual([]);
  });

  it.each([
    ['core', core],
    ['capabilities', capabilities],
  ])('has a table without circles: %s', (_, table) => {
    const rows = Object.keys(table);
    for (const [slice, may] of Object.entries(table)) {
      for (const other of may) {
        expect(rows).toContain(other);
        expect(rows.indexOf(other), `${slice} → ${other}`).toBeLessThan(rows.indexOf(slice));
      }
    }
  });
});

describe('the checker', () => {
  const server = 'packages/server/src';
  const planted: readonly (readonly [rule: Rule, file: string, source: string])[] = [
    ['core slice', 'packages/core/src/facts/a.ts', "import { climb } from '../ladder/index.ts';"],
    ['core slice', 'packages/core/src/values/a.ts', "export type { Fact } from '../facts/index.ts';"],
    ['core package', 'packages/core/src/values/a.ts', "import { readFile } from 'node:fs/promises';"],
    ['core package', 'packages/core/src/values/a.ts', "const pg = await import('pg');"],
    ['core package', 'packages/core/src/values/a.ts', "import fc from 'fast-check';"],
    [
      'core leaves core',
      'packages/core/src/values/a.ts',
      "import { log } from '../../../server/src/log.ts';",
    ],
    ['unknown slice', 'packages/core/src/drawer/a.ts', ''],
    ['unknown slice', `${server}/capabilities/drawer/a.ts`, ''],
    ['front door', 'packages/core/src/facts/a.ts', "import { fold } from '../values/text.ts';"],
    ['front door', `${server}/capabilities/facts/a.ts`, "import { find } from '../people/search.ts';"],
    ['front door', `${server}/cli/a.ts`, "import { readConfig } from '../platform/config/config.ts';"],
    ['own door', 'packages/core/src/facts/a.ts', "import { baseVocabulary } from './index.ts';"],
    ['capability', `${server}/capabilities/people/a.ts`, "import { appendFacts } from '../facts/index.ts';"],
    ['capability', `${server}/capabilities/people/a.ts`, "import { makeApp } from '../../app.ts';"],
    [
      'core of a capability',
      `${server}/capabilities/facts/a.ts`,
      "import { climb } from '@nardeban/core/ladder';",
    ],
    [
      'platform',
      `${server}/platform/jobs/a.ts`,
      "import { drainClimbs } from '../../capabilities/ladder/index.ts';",
    ],
    ['platform', `${server}/platform/jobs/a.ts`, "import { main } from '../../cli/main.ts';"],
    ['platform', `${server}/platform/jobs/a.ts`, "import { climb } from '@nardeban/core/ladder';"],
    [
      'knows several capabilities',
      `${server}/contract.ts`,
      "import { climb } from './capabilities/ladder/index.ts';",
    ],
    ['testing in the product', `${server}/app.ts`, "import { fold } from '@nardeban/core/testing';"],
    ['testing in the product', `${server}/app.ts`, "import { served } from './platform/http/testing.ts';"],
    [
      'testing in the product',
      'packages/core/src/values/a.ts',
      "import { chance } from '../testing/index.ts';",
    ],
    ['core by its path', `${server}/app.ts`, "import { fold } from '../../core/src/values/index.ts';"],
    ['core by its path', 'tests/a.test.ts', "import { fold } from '../packages/core/src/values/index.ts';"],
    ['server and web', 'packages/web/src/a.ts', "import type { Config } from '../../server/src/app.ts';"],
    ['server and web', `${server}/app.ts`, "import { paths } from '../../web/src/paths.ts';"],
    ['ui', 'packages/web/src/ui/a.tsx', "import { useQuery } from '@tanstack/react-query';"],
    ['ui', 'packages/web/src/ui/a.tsx', "import { client } from '../api/client.ts';"],
    ['before installation', 'bin/a.mjs', "import pg from 'pg';"],
    ['before installation', 'bin/a.mjs', "import { readConfig } from '../packages/server/src/app.ts';"],
  ];

  it.each(planted)('catches %s in %s: %s', (rule, file, source) => {
    expect(violations(modulesOf(new Map([[file, source]])), law).map((found) => found.rule)).toContain(rule);
  });

  it('catches a ring of files, and names each ring once', () => {
    const modules = modulesOf(
      new Map([
        ['packages/core/src/values/a.ts', "import { b } from './b.ts';"],
        ['packages/core/src/values/b.ts', "import type { C } from './c.ts';"],
        ['packages/core/src/values/c.ts', "import { a } from './a.ts';"],
      ]),
    );
    expect(violations(modules, law)).toEqual([
      {
        rule: 'ring',
        file: 'packages/core/src/values/a.ts',
        imports: ['a', 'b', 'c', 'a'].map((name) => `packages/core/src/values/${name}.ts`).join(' → '),
      },
    ]);
  });

  it('has a planted violation for every rule', () => {
    const rules: Readonly<Record<Rule, true>> = {
      'core slice': true,
      'core package': true,
      'core leaves core': true,
      'unknown slice': true,
      'front door': true,
      'own door': true,
      capability: true,
      'core of a capability': true,
      platform: true,
      'knows several capabilities': true,
      'testing in the product': true,
      'core by its path': true,
      'server and web': true,
      ui: true,
      'before installation': true,
      ring: true,
    };
    expect(new Set([...planted.map(([rule]) => rule), 'ring'])).toEqual(new Set(Object.keys(rules)));
  });

  it('says nothing about what is allowed', () => {
    const allowed = new Map([
      [
        'packages/core/src/ladder/a.ts',
        "import { day } from '../values/index.ts';\nimport { z } from 'zod';",
      ],
      ['packages/core/src/ladder/presets/a.ts', "import { rung } from '../ladder.ts';"],
      ['packages/core/src/values/a.test.ts', "import fc from 'fast-check';\nimport { it } from 'vitest';"],
      [`${server}/capabilities/facts/a.ts`, "import { readIdentity } from '@nardeban/core/people';"],
      [`${server}/capabilities/people/a.test.ts`, "import { appendFacts } from '../facts/index.ts';"],
      [`${server}/cli/a.ts`, "const { climb } = await import('../capabilities/ladder/index.ts');"],
    ]);
    expect(violations(modulesOf(allowed), law)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  it.each([
    ["import a from 'x';", ['x']],
    ["import {\n  a,\n  type B,\n} from './x.ts';", ['./x.ts']],
    ["import type { A } from 'x';\nexport { b } from 'y';\nexport * as c from 'z';", ['x', 'y', 'z']],
    ["import './side-effect.css';", ['./side-effect.css']],
    ["const a = await import('x');", ['x']],
    ["let a: typeof import('x');", ['x']],
    ["new Worker(new URL('./x-worker.ts', import.meta.url));", ['./x-worker.ts']],
    ["// import a from 'x';\n/* import b from 'y'; */\n/** export { c } from 'z' */", []],
    ["const text = `\nimport a from 'x';\n`;", []],
    ["const quote = /'/; import a from 'x'; const end = /'/;", ['x']],
    ["export const from = 'x';", []],
    ['const text = "import a from \'x\'";', []],
    ["const a = <p>It's here</p>;\nimport b from 'x';", ['x']],
  ])('reads %j', (source, expected) => {
    expect(importsOf(source).sort()).toEqual(expected);
  });
});
