import { type ImportSummary, mappingSchema, partialMappingSchema } from '@nardeban/core/imports';
import type { Language, Refusal } from '@nardeban/core/values';
import { z } from 'zod';
import { described, lineRefusal, named, refusalSchema } from '../../platform/http/index.ts';
import type { Look } from './look.ts';
import type { MappingKept } from './mappings.ts';
import type { Preview } from './preview.ts';
import type { ImportRecord } from './records.ts';

named(mappingSchema, 'Mapping');

/** Read by core/imports, which names the column or the statement it refuses. */
export const mappingInput = described(partialMappingSchema, 'PartialMapping');

const summarySchema: z.ZodType<ImportSummary> = z
  .strictObject({
    lines: z.int(),
    orders: z.int(),
    returns: z.int(),
    people: z.int(),
    ordersWithoutCustomer: z.int(),
    unchanged: z.int(),
    refused: z.int(),
    value: z.strictObject({ gross: z.string(), returned: z.string(), net: z.string(), currency: z.string() }),
  })
  .meta({ id: 'ImportSummary' });

export const importSchema = z
  .strictObject({
    id: z.int(),
    fileName: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    state: z.enum(['proposed', 'running', 'stopped', 'done', 'failed', 'undoing', 'undone']),
    mapping: mappingSchema,
    progress: z.strictObject({
      phase: z.enum(['reading', 'writing', 'climbing']),
      rows: z.int(),
      rowsTotal: z.int(),
      rowsPerSecond: z.number(),
      secondsLeft: z.number().nullable(),
    }),
    stopAsked: z.boolean(),
    summary: summarySchema.nullable(),
    refusal: refusalSchema.nullable(),
    fileKept: z.boolean().describe('Whether the file is there, to go on with it or to read it once more.'),
    undo: z
      .strictObject({
        by: z.string(),
        askedAt: z.number(),
        phase: z.enum(['facts', 'identifiers', 'names', 'done']),
        /** How much of the way is done, 0 to 1. */
        share: z.number(),
        facts: z.int(),
        people: z.int(),
        again: z.array(z.int()).describe('Imports that are read once more, for they told some of the same.'),
        lost: z
          .array(z.int())
          .describe('Imports that told some of the same and whose file is no longer there.'),
      })
      .nullable(),
    madeBy: z.string(),
    madeAt: z.number(),
    changedAt: z.number(),
  })
  .meta({ id: 'Import' });

export const proposalSchema = z.strictObject({
  import: importSchema,
  /** What the columns were taken for. */
  columns: z.array(
    z.strictObject({
      header: z.string(),
      field: z.string(),
      sure: z.number().describe('0 to 1.'),
      why: z.enum(['header', 'part_of_header', 'unit', 'cells']).nullable(),
      cells: z.array(z.string()).describe('Its cells in the first rows, shortened.'),
    }),
  ),
  rowsEstimated: z.int(),
  format: z.enum(['csv', 'xlsx']),
  questions: z.array(
    z.strictObject({ code: z.string(), column: z.string().optional(), assumed: z.string().optional() }),
  ),
  savedMapping: z.boolean().describe('Whether a mapping kept for such a file was used.'),
  missing: refusalSchema
    .nullable()
    .describe('What the mapping still lacks before it can start; null: nothing.'),
});

export const previewSchema = z.strictObject({
  summary: summarySchema,
  refused: z.array(z.strictObject({ line: z.int(), ...refusalSchema.shape })),
  from: z.number().nullable().describe('The first instant told of, epoch milliseconds.'),
  to: z.number().nullable(),
  rows: z
    .array(
      z.strictObject({
        line: z.int(),
        refusal: refusalSchema.nullable(),
        order: z.string(),
        at: z.number().nullable(),
        kind: z.enum(['paid', 'placed', 'returned']).nullable(),
        name: z.string(),
        mobile: z.string(),
        email: z.string(),
        external: z.string(),
        amount: z.int().nullable().describe('In minor units; null where only the whole order tells it.'),
        product: z.string(),
      }),
    )
    .describe('The first rows, as they would be read.'),
});

const otherImport = z.strictObject({ id: z.int(), fileName: z.string() });
export const undoPreviewSchema = z.strictObject({
  again: z.array(otherImport).describe('Imports that told some of the same and would be read once more.'),
  lost: z.array(otherImport).describe('Those whose file is no longer there: what both told would go.'),
});

export const keptMappingSchema = z
  .strictObject({
    id: z.int(),
    name: z.string(),
    headers: z.array(z.string()),
    mapping: mappingSchema,
    savedAt: z.number(),
  })
  .meta({ id: 'KeptMapping' });

export function shownMapping(kept: MappingKept): z.infer<typeof keptMappingSchema> {
  return { ...kept, headers: [...kept.headers] };
}

export function shownPreview(preview: Preview, language: Language): z.infer<typeof previewSchema> {
  const { summary, from, to } = preview;
  return {
    summary,
    from,
    to,
    refused: preview.refused.map(({ line, refusal }) => ({ line, ...lineRefusal(refusal, language) })),
    rows: preview.rows.map((row) => ({
      ...row,
      refusal: row.refusal === null ? null : lineRefusal(row.refusal, language),
    })),
  };
}

/** What a file was taken for. `missing` is what its mapping lacks; null: nothing. */
export function shownProposal(
  record: ImportRecord,
  look: Look,
  missing: Refusal | null,
  language: Language,
): z.infer<typeof proposalSchema> {
  return {
    import: shownImport(record, language),
    columns: look.columns.map(({ header, field, sure, why }, at) => ({
      header,
      field,
      sure,
      why,
      cells: look.sample.map((row) => row[at] ?? ''),
    })),
    rowsEstimated: look.rowsEstimated,
    format: look.scan.format,
    questions: look.questions.map(({ code, column, assumed }) => ({
      code,
      ...(column === undefined ? {} : { column }),
      ...(assumed === undefined ? {} : { assumed }),
    })),
    savedMapping: look.saved,
    missing: missing === null ? null : lineRefusal(missing, language),
  };
}

export function shownImport(record: ImportRecord, language: Language): z.infer<typeof importSchema> {
  const { phase, rows, rowsTotal, rowsPerSecond, secondsLeft } = record.progress;
  return {
    id: record.id,
    fileName: record.fileName,
    bytes: record.bytes,
    sha256: record.sha256,
    state: record.state,
    mapping: record.mapping,
    progress: { phase, rows, rowsTotal, rowsPerSecond, secondsLeft },
    stopAsked: record.stopAsked,
    summary: record.summary,
    refusal: record.refusal === null ? null : lineRefusal(record.refusal, language),
    fileKept: record.filePath !== null,
    undo: shownUndo(record),
    madeBy: record.madeBy,
    madeAt: record.madeAt,
    changedAt: record.changedAt,
  };
}

/** The share of the way is that of the facts, which take the longest. */
function shownUndo({ undo, progress }: ImportRecord): z.infer<typeof importSchema>['undo'] {
  if (undo === null) return null;
  const { by, askedAt, phase, place, facts, people, again, lost } = undo;
  const { first, last } = progress.facts ?? { first: 0, last: 0 };
  const share = phase === 'facts' ? (0.9 * (place - first + 1)) / Math.max(1, last - first + 1) : 0.95;
  return {
    by,
    askedAt,
    phase,
    share: phase === 'done' ? 1 : Math.max(0, Math.min(1, share)),
    facts,
    people,
    again: [...again],
    lost: [...lost],
  };
}
