import type { Command } from './command.ts';
import { businessOption } from './options.ts';

const BY = { kind: 'program', name: 'command line' } as const;

export const command: Command = {
  summary: 'Makes an API key for a business and shows it, this once.',
  usage: 'key <name> [--business <slug>] [--scope <scope>]...',
  options: {
    business: businessOption,
    scope: {
      type: 'string',
      value: 'scope',
      multiple: true,
      description: 'what the key may do; facts:write when not given (docs/how-to/sign-in-and-keys.md)',
    },
  },
  positionals: [1, 1],
  async run(context) {
    const { openBusiness } = await import('./business.ts');
    const { insertApiKey } = await import('../platform/http/index.ts');
    const { recordDeed } = await import('../platform/audit/index.ts');
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const given = context.values['scope'];
    const scopes = Array.isArray(given) ? given.map(String) : ['facts:write'];
    const made = await opened.database.withBusiness(business.id, async (tx) => {
      const written = await insertApiKey(tx, business, {
        name: context.positionals[0] ?? '',
        scopes,
        madeBy: BY.name,
      });
      if (written.ok) {
        const { id, name, scopes: held } = written.value.record;
        await recordDeed(tx, {
          by: BY,
          deed: 'key.made',
          about: { kind: 'key', id },
          detail: { name, scopes: held.join(' ') },
        });
      }
      return written;
    });
    if (!made.ok) return context.refuse(made.refusal);
    const { key, record } = made.value;
    context.print({ business: business.slug, name: record.name, scopes: record.scopes, key }, key);
    return 0;
  },
};
