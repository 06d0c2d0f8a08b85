export { runImportJob, runUndoJob } from './job.ts';
export { KEPT_DAYS, removeOldFiles } from './keeping.ts';
export { type Look, lookAt } from './look.ts';
export { savedMapping, saveMapping } from './mappings.ts';
export { customsOf, type Plan, planImport } from './planning.ts';
export { type Preview, previewImport } from './preview.ts';
export {
  askStop,
  changeMapping,
  createImport,
  importById,
  type ImportPhase,
  type ImportProgress,
  type ImportRecord,
  type ImportState,
  listImports,
  type NewImport,
  type UndoProgress,
  unfinishedImport,
} from './records.ts';
export { countRefusals, refusedFile, type RefusedLine, refusedLines } from './refusals.ts';
export { type RunOptions, type RunOutcome, runImport } from './run.ts';
export type { Staged } from './staging.ts';
export { openTable, type Table } from './table.ts';
export { beginUndo, previewUndo, runUndo, type UndoOptions, type UndoPreview } from './undo.ts';
