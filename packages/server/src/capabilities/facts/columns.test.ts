import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseVocabulary, type FactData } from '@nardeban/core/facts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { migrate } from '../../platform/database/index.ts';
import { withConnection } from '../../platform/database/connection.ts';
import { migrationsFolder } from '../../platform/database/migrations.ts';
import { freshDatabase } from '../../platform/database/testing.ts';
import { columnsOf, dataOf, type FactColumns, FIGURED, IN_RECORD } from './columns.ts';

const LONG = 'x'.repeat(300);

/** Records as somebody may have told them before, each with what its columns come to now. */
const examples: readonly (readonly [type: string, data: FactData, columns: FactColumns])[] = [
  ['order.paid', { order: 'A1', amount: 5 }, { amount: 5, ref: 'A1', data: null }],
  [
    'survey.answered',
    { survey: 's', question: 'recommend', score: 9 },
    { amount: 9, ref: 'recommend', data: { survey: 's' } },
  ],
  [
    'survey.answered',
    { question: 'why', answer: 'خوب' },
    { amount: null, ref: 'why', data: { answer: 'خوب' } },
  ],
  ['review.written', { score: 4 }, { amount: 4, ref: null, data: null }],
  [
    'review.written',
    { score: 4.5, place: 'web' },
    { amount: IN_RECORD, ref: null, data: { score: 4.5, place: 'web' } },
  ],
  ['review.written', { score: 1e300 }, { amount: IN_RECORD, ref: null, data: { score: 1e300 } }],
  ['review.written', { place: 'web' }, { amount: null, ref: null, data: { place: 'web' } }],
  ['referral.converted', { friend: '7', amount: 3 }, { amount: 3, ref: '7', data: null }],
  ['offer.given', { offer: 'o', amount: 3, order: 'A' }, { amount: 3, ref: 'o', data: { order: 'A' } }],
  ['referral.undone', { friend: 'a' }, { amount: null, ref: 'a', data: null }],
  ['visit.made', { branch: 'north' }, { amount: null, ref: null, data: { branch: 'north' } }],
];

test('two fields of a record go into columns, and all of it comes back', () => {
  for (const [type, data, columns] of examples) {
    expect(columnsOf(type, data)).toEqual(columns);
    expect(dataOf(type, columns)).toEqual(data);
  }
  expect(FIGURED).toEqual(['review.written', 'survey.answered']);
});

test('whatever a record holds, it reads as it was told', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true }),
    fc.integer(),
    fc.boolean(),
    fc.maxSafeInteger(),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(baseVocabulary), 'of.ours'),
      fc.dictionary(fc.constantFrom('amount', 'score', 'question', 'friend', 'order', 'deal', 'note'), value),
      (type, told) => {
        const data: FactData = { ...told };
        expect(dataOf(type, columnsOf(type, data))).toEqual(data);
      },
    ),
  );
});

test('facts that were stored before read as they were told, and move into their columns', async () => {
  const database = await freshDatabase({ empty: true });
  const before = await mkdtemp(join(tmpdir(), 'nardeban-migrations-'));
  try {
    for (const file of await readdir(migrationsFolder))
      if (file < '0054') await copyFile(join(migrationsFolder, file), join(before, file));
    await migrate(database.ownerUrl, { folder: before });
    const all = [
      ...examples,
      [
        'survey.answered',
        { question: LONG, score: 3 },
        { amount: IN_RECORD, ref: null, data: { question: LONG, score: 3 } },
      ],
      [
        'referral.converted',
        { friend: LONG, amount: 8 },
        { amount: IN_RECORD, ref: null, data: { friend: LONG, amount: 8 } },
      ],
    ] as const;
    const rows = await withConnection(database.ownerUrl, async (client) => {
      await client.query('ALTER TABLE facts NO FORCE ROW LEVEL SECURITY');
      for (const [place, [type, told]] of all.entries()) {
        // As they were kept: orders in their columns, all else in the record.
        const { amount, ref, data } = columnsOf(type === 'order.paid' ? type : 'of.ours', told);
        await client.query(
          `INSERT INTO facts (business_id, type, at, source_id, key, amount, ref, data) VALUES (1, $1, now(), 1, $2, $3, $4, $5)`,
          [type, `k${place}`, amount, ref, data],
        );
      }
      await client.query('ALTER TABLE facts FORCE ROW LEVEL SECURITY');
      await migrate(database.ownerUrl);
      await client.query('SET nardeban.business = 1');
      return (
        await client.query<{
          type: string;
          amount: string | null;
          ref: string | null;
          data: FactData | null;
        }>('SELECT type, amount::text, ref, data FROM facts ORDER BY fact_id')
      ).rows;
    });
    const kept = rows.map(({ amount, ref, data }) => ({
      amount: amount === null ? null : Number(amount),
      ref,
      data,
    }));
    expect(kept).toEqual(all.map(([, , columns]) => columns));
    expect(rows.map(({ type }, place) => dataOf(type, kept[place] as FactColumns))).toEqual(
      all.map(([, data]) => data),
    );
  } finally {
    await rm(before, { recursive: true });
    await database.drop();
  }
});
