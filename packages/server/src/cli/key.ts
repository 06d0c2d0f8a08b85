import type { Command } from './command.ts';
import { businessOption } from './options.ts';

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
    const { makeApiKey } = await import('../platform/http/index.ts');
    const opened = await context.open();
    const business = await openBusiness(context, opened);
    const given = context.values['scope'];
    const scopes = Array.isArray(given) ? given.map(String) : ['facts:write'];
    const made = await makeApiKey(opened.database, business, {
      name: context.positionals[0] ?? '',
      scopes,
      madeBy: 'command line',
    });
    if (!made.ok) return context.refuse(made.refusal);
    const { key, record } = made.value;
    context.print({ business: business.slug, name: record.name, scopes: record.scopes, key }, key);
    return 0;
  },
};
