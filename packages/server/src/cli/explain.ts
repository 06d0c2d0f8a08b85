import type { Command } from './command.ts';
import { asOfOption, businessOption, ladderOption } from './options.ts';

export const command: Command = {
  summary: 'Tells where a person stands on a ladder, why, and what would bring them one rung higher.',
  usage:
    'explain <mobile, e-mail, customer number or #number> [--business <slug>] [--ladder <key>] [--as-of <date>]',
  options: {
    business: businessOption,
    ladder: ladderOption,
    'as-of': asOfOption,
  },
  positionals: [1, 1],
  async run(context) {
    const { asOfOf, openBusiness } = await import('./business.ts');
    const { explainPerson, publishedVersion } = await import('../capabilities/ladder/index.ts');
    const { peopleIdentifiedBy } = await import('../capabilities/people/index.ts');
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const asOf = asOfOf(context, business, opened.clock.now());
    const identifier = context.positionals[0] ?? '';
    const key = context.text('ladder');
    const told = await opened.database.withBusiness(
      business.id,
      async (tx) => {
        const version = await publishedVersion(tx, business, key);
        if (!version)
          return {
            ok: false as const,
            refusal: { code: 'ladder_unknown', field: 'ladder', detail: { ladder: key ?? '' } },
          };
        const numbered = /^#([0-9]{1,15})$/.exec(identifier);
        const found = numbered ? [Number(numbered[1])] : await peopleIdentifiedBy(tx, identifier);
        const [personId] = found;
        if (personId === undefined)
          return { ok: false as const, refusal: { code: 'person_unknown', field: 'identifier' } };
        if (found.length > 1) {
          const people = found.map((id) => `#${id}`).join(', ');
          return {
            ok: false as const,
            refusal: { code: 'identifier_ambiguous', field: 'identifier', detail: { people } },
          };
        }
        const explained = await explainPerson(tx, version, personId, asOf);
        return explained.ok
          ? { ok: true as const, value: { explained: explained.value, definition: version.definition } }
          : explained;
      },
      { readOnly: true },
    );
    if (!told.ok) return context.refuse(told.refusal);
    const { explained, definition } = told.value;
    const { explanationText, speechOf } = await import('./ladder-text.ts');
    const { sayBecause, sayGap } = await import('@nardeban/core/criteria');
    const speech = speechOf(business);
    const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
    context.print(
      {
        ...explained,
        asOf: iso(explained.asOf),
        since: iso(explained.since),
        until: iso(explained.until),
        pinned: explained.pinned && { ...explained.pinned, until: iso(explained.pinned.until) },
        gap: explained.gap && {
          ...explained.gap,
          at: iso(explained.gap.at),
          before: iso(explained.gap.before),
          sentences: sayGap(explained.gap, speech),
        },
        sentences: explained.because && sayBecause(explained.because, speech),
        moves: explained.moves.map((move) => ({
          ...move,
          at: iso(move.at),
          recordedAt: iso(move.recordedAt),
        })),
      },
      explanationText(explained, definition, business),
    );
    return 0;
  },
};
