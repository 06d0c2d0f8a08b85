import { type ImportSummary, mappingSchema, partialMappingSchema } from '@nardeban/core/imports';
import type { Language } from '@nardeban/core/values';
import { z } from 'zod';
import { described, lineRefusal, named, refusalSchema } from '../../platform/http/index.ts';
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
    state: z.enum(['proposed', 'running', 'stopped', 'done', 'failed']),
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
    madeBy: z.string(),
    madeAt: z.number(),
    changedAt: z.number(),
  })
  .meta({ id: 'Import' });

export const proposalSchema = z.strictObject({
  import: importSchema,
  /** What the columns were taken for. */
  columns: z.array(z.strictObject({ header: z.string(), field: z.string(), sure: z.number() })),
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
});

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
    madeBy: record.madeBy,
    madeAt: record.madeAt,
    changedAt: record.changedAt,
  };
}
