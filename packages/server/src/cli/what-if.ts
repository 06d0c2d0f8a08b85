import type { Command } from './command.ts';
import { asOfOption, businessOption } from './options.ts';

export const command: Command = {
  summary: 'Runs a draft ladder over the real past beside the published one, and writes nothing.',
  usage: 'what-if <draft.json> [--business <slug>] [--as-of <date>] [--months <n>] [--changes <file.csv>]',
  options: {
    business: businessOption,
    'as-of': asOfOption,
    months: { type: 'string', value: 'n', description: 'months of history, 1 to 240; 24 when not given' },
    changes: { type: 'string', value: 'file.csv', description: 'write everybody who changes into this file' },
  },
  positionals: [1, 1],
  async run(context) {
    const { createWriteStream } = await import('node:fs');
    const { readFile, stat } = await import('node:fs/promises');
    const { finished } = await import('node:stream/promises');
    const { asOfOf, openBusiness } = await import('./business.ts');
    const { whatIf } = await import('../capabilities/ladder/index.ts');
    const { vocabularyOf } = await import('../capabilities/facts/index.ts');
    const { validateDefinition } = await import('@nardeban/core/ladder');
    const path = context.positionals[0] ?? '';
    const size = await stat(path).catch(() => null);
    if (!size?.isFile())
      return context.refuse({ code: 'file_not_found', field: 'draft', detail: { file: path } });
    if (size.size > 1_000_000)
      return context.refuse({ code: 'file_too_large', field: 'draft', detail: { file: path } });
    let draft: unknown;
    try {
      draft = JSON.parse(await readFile(path, 'utf8'));
    } catch {
      return context.refuse({ code: 'json_unreadable', field: 'draft', detail: { file: path } });
    }
    const months = Number(context.text('months') ?? 24);
    if (!Number.isInteger(months) || months < 1 || months > 240)
      return context.refuse({ code: 'months_out_of_range', field: 'months' });
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const definition = validateDefinition(
      draft,
      await opened.database.withBusiness(business.id, (tx) => vocabularyOf(tx)),
    );
    if (!definition.ok) return context.refuse(definition.refusal);
    const file = context.text('changes');
    const changes = file === undefined ? null : createWriteStream(file);
    changes?.write('person,from,to\n');
    const answer = await whatIf(opened.database, business, definition.value, {
      asOf: asOfOf(context, business, opened.clock.now()),
      months,
      signal: context.signal,
      onProgress: (people) => context.progress(`${people.toLocaleString('en-US')} people`),
      ...(changes === null
        ? {}
        : { onChange: (change) => changes.write(`${change.personId},${change.from},${change.to}\n`) }),
    });
    if (changes !== null) {
      changes.end();
      await finished(changes);
    }
    if (!answer.ok) return context.refuse(answer.refusal);
    const { people, changed, published, draft: drafted, moves, ...rest } = answer.value;
    const table = published.map((place) => `${place.key}: ${place.people}`).join('\n');
    const draftTable = drafted.map((place) => `${place.key}: ${place.people}`).join('\n');
    const moved = moves.map((move) => `${move.from} → ${move.to}: ${move.people}`).join('\n');
    context.print(
      {
        ...rest,
        people,
        changed,
        published,
        draft: drafted,
        moves,
        asOf: new Date(rest.asOf).toISOString(),
        history: rest.history.map((month) => ({ ...month, at: new Date(month.at).toISOString() })),
      },
      `Published\n${table}\n\nDraft\n${draftTable}\n\n${changed} of ${people} people would stand elsewhere\n${moved}`,
    );
    return 0;
  },
};
