import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonSentences } from '@nardeban/core/offers';
import { refusalSentences } from '@nardeban/core/values';
import { describe, expect, it } from 'vitest';
import { codesGiven, possibleCodes, refusalsPage } from './house/refusals.ts';
import { isCode, isTest, root, textsOf, writtenFiles } from './house/tree.ts';

const table = 'packages/core/src/values/refusal-sentences.ts';
const page = join(root, 'docs', 'reference', 'refusals.md');
const sources = textsOf(
  writtenFiles('packages').filter(
    (path) =>
      isCode(path) && !isTest(path) && !/\/(?:generated|testing[\w-]*)\.ts$/.test(path) && path !== table,
  ),
);

describe('the codes of refusal', () => {
  it('each have a sentence', () => {
    const given = [...sources].flatMap(([path, text]) => codesGiven(text).map((code) => ({ path, code })));
    // A reader that finds nothing proves nothing.
    expect(new Set(given.map(({ code }) => code)).size).toBeGreaterThan(150);
    const said = { ...refusalSentences, ...reasonSentences };
    // The pages show what the server refuses; the codes they give are for themselves. So are those that say why something
    // stands on the list of today, and those of short links in the demo shop.
    const own =
      /^packages\/(?:web\/|server\/src\/pretend\/|server\/src\/capabilities\/sales\/follow-ups\/today\.ts)/;
    const unsaid = given.filter(({ path, code }) => !own.test(path) && !(code in said));
    expect(unsaid.map(({ path, code }) => `${code}: ${path}`)).toEqual([]);
  });

  it('are each given somewhere', () => {
    const possible = new Set([...sources.values()].flatMap((text) => [...possibleCodes(text)]));
    expect(Object.keys(refusalSentences).filter((code) => !possible.has(code))).toEqual([]);
  });

  it('are those of docs/reference/refusals.md (UPDATE_GOLDEN=1 writes it anew)', async () => {
    const wanted = refusalsPage(refusalSentences);
    if (process.env['UPDATE_GOLDEN'] === '1') await writeFile(page, wanted);
    expect(await readFile(page, 'utf8')).toBe(wanted);
  });
});

describe('the reader of codes', () => {
  it.each([
    ["return refuse('day_expected', 'asOf');", ['day_expected']],
    ["return refuse<Day>(\n  'day_expected',\n);", ['day_expected']],
    ["throw new Refused('port_taken', { port });", ['port_taken']],
    ["return refuseWith(request, reply, { code: 'sign_in_needed' });", ['sign_in_needed']],
    ["fail({ code: 'date_missing' }, at);", ['date_missing']],
    ["yield { line, fault: 'row_too_long' };", ['row_too_long']],
    ["questions.push({ code: 'currency_unstated', column });", []],
    ["questions.push({\n  code: 'currency_unstated',\n});", []],
    ["// refuse('day_expected')", []],
  ])('reads %j', (source, expected) => {
    expect(codesGiven(source)).toEqual(expected);
  });

  it('would notice a sentence that is missing and one that nothing gives', () => {
    const codes = codesGiven("refuse('planted_code')");
    expect(codes.filter((code) => !(code in refusalSentences))).toEqual(['planted_code']);
    expect(possibleCodes("refuse(long ? 'text_too_long' : 'text_expected')")).toEqual(
      new Set(['text_too_long', 'text_expected']),
    );
  });
});
