import { beginUndo, runImport, runUndo, type UndoProgress } from '../capabilities/imports/index.ts';
import { drainClimbs } from '../capabilities/ladder/index.ts';
import { Refused } from '../platform/refused.ts';
import { openBusiness } from './business.ts';
import type { CommandContext } from './command.ts';

/** One run of `nardeban import --undo <number>`; said again, it goes on with what was begun. */
export async function undoImport(context: CommandContext, text: string): Promise<number> {
  if (!/^[1-9][0-9]{0,14}$/.test(text)) {
    throw new Refused('command_usage', {
      reason: '--undo takes the number of an import',
      usage: 'nardeban import --help',
    });
  }
  const importId = Number(text);
  const opened = await context.open();
  const { database, clock } = opened;
  const business = await openBusiness(context, opened);
  const { signal } = context;
  const begun = await database.withBusiness(business.id, (tx) =>
    beginUndo(tx, business, importId, { by: { kind: 'program', name: 'cli' }, at: clock.now() }),
  );
  if (!begun.ok) return context.refuse(begun.refusal);
  const again: number[] = [];
  const result = await runUndo(database, business, importId, {
    signal,
    onProgress: (undo) => context.progress(undoText(undo)),
    onAgain: async (_, id) => void again.push(id),
  });
  if (!result.ok) return context.refuse(result.refusal);
  if (result.value === null) return context.refuse({ code: 'import_stopped' });
  for (const id of again) {
    context.progress(`reading import ${id} once more: it told some of the same`);
    const ran = await runImport(database, business, id, { signal });
    if (!ran.ok) return context.refuse(ran.refusal);
    if (ran.value.summary === null) return context.refuse({ code: 'import_stopped' });
  }
  await drainClimbs(database, clock, business.id, {
    signal,
    onProgress: (people) => context.progress(`placing: ${count(people)} people`),
  });
  const { facts, people, identifiers, lost } = result.value;
  const answer = { import: importId, business: business.slug, facts, people, identifiers, again, lost };
  context.print(
    answer,
    [
      `${business.slug}: import ${importId} (${begun.value.fileName}) is undone.`,
      `  ${count(facts)} facts withdrawn; ${count(people)} people who came with it alone are off the ladder`,
      ...(again.length === 0
        ? []
        : [`  read once more, for they told some of the same: ${again.join(', ')}`]),
      ...(lost.length === 0
        ? []
        : [`  told some of the same, but their file is not there any more: ${lost.join(', ')}`]),
    ].join('\n'),
  );
  return 0;
}

function undoText({ phase, facts, people }: UndoProgress): string {
  return phase === 'facts'
    ? `undoing: ${count(facts)} facts withdrawn`
    : `undoing: ${count(people)} people taken off the ladder`;
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}
