import { describe, expect, it } from 'vitest';
import page from '../../../../docs/reference/facts.md?raw';
import { baseVocabulary } from './vocabulary.ts';

/** The rows of the page, as the declaration would write them. */
const declared = Object.entries(baseVocabulary).map(([type, { fa, en, fields }]) => {
  const listed = Object.entries(fields).map(
    ([name, field]) => `\`${name}\`${field.required ? '*' : ''} ${field.kind}`,
  );
  return `| \`${type}\` | ${fa} | ${en.one} | ${listed.join(', ') || '–'} |`;
});

const fields = new Map<string, string>();
for (const { fields: declaredFields } of Object.values(baseVocabulary)) {
  for (const [name, { fa, en, kind }] of Object.entries(declaredFields))
    fields.set(`| \`${name}\` | ${fa} | ${en} | ${kind} |`, name);
}

const rows = page.split('\n').filter((line) => line.startsWith('| `'));

describe('docs/reference/facts.md', () => {
  it('lists every fact type with its names and fields', () => {
    expect(rows.filter((row) => /^\| `[a-z]+\.[a-z]+`/.test(row))).toEqual(declared);
  });

  it('lists every field with its names and kind', () => {
    expect(rows.filter((row) => /^\| `[A-Za-z]+` /.test(row)).sort()).toEqual([...fields.keys()].sort());
  });

  it('lists nothing else', () => {
    expect(rows).toHaveLength(declared.length + fields.size);
  });
});

describe('the vocabulary', () => {
  it('calls the same field by the same kind wherever it stands', () => {
    expect(fields.size).toBe(new Set(fields.values()).size);
  });

  it('names the thing a fact is about by one of its own text fields', () => {
    for (const [type, { ref, fields: own }] of Object.entries(baseVocabulary)) {
      if (ref !== undefined) expect(own[ref]?.kind, type).toBe('text');
    }
  });
});
