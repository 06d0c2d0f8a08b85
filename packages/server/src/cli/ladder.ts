import type { Command } from './command.ts';
import { asOfOption, businessOption, ladderOption } from './options.ts';

export const command: Command = {
  summary: 'Shows how many people stand on each rung, and who moved in a period.',
  usage: 'ladder [--business <slug>] [--ladder <key>] [--as-of <date>] [--from <date>]',
  options: {
    business: businessOption,
    ladder: ladderOption,
    'as-of': asOfOption,
    from: {
      type: 'string',
      value: 'date',
      description: 'count moves from this day on; all moves when not given',
    },
  },
  positionals: [0, 0],
  async run(context) {
    const { asOfOf, openBusiness } = await import('./business.ts');
    const { overviewOf, publishedVersion, startOfDay } = await import('../capabilities/ladder/index.ts');
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const now = opened.clock.now();
    const asOf = asOfOf(context, business, now);
    const fromText = context.text('from');
    const from =
      fromText === undefined ? { ok: true as const, value: 0 } : startOfDay(business, fromText, 'from');
    if (!from.ok) return context.refuse(from.refusal);
    const key = context.text('ladder');
    const overview = await opened.database.withBusiness(
      business.id,
      async (tx) => {
        const version = await publishedVersion(tx, business, key);
        return version ? overviewOf(tx, version, { from: from.value, to: asOf }, asOf, now) : null;
      },
      { readOnly: true },
    );
    if (!overview)
      return context.refuse({ code: 'ladder_unknown', field: 'ladder', detail: { ladder: key ?? '' } });
    const { ladderTable } = await import('./ladder-text.ts');
    context.print(
      {
        ladder: overview.ladder,
        version: overview.version,
        asOf: new Date(asOf).toISOString(),
        total: overview.total,
        rungs: overview.rungs.map(({ key: rung, people }) => ({ key: rung, people })),
        moves: overview.moves,
        flows: overview.flows,
        steps: overview.steps,
      },
      ladderTable(overview, business),
    );
    return 0;
  },
};
