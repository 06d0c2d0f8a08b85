import type { Command } from './command.ts';

export const command: Command = {
  summary: 'Computes every rung and the ledger afresh and reports each difference from what is stored.',
  usage: 'check [--business <slug>]',
  options: {
    business: { type: 'string', value: 'slug', description: 'one business; all of them when not given' },
  },
  positionals: [0, 0],
  async run(context) {
    const { checkBusiness } = await import('../capabilities/ladder/index.ts');
    const { checkLedger } = await import('../capabilities/programme/index.ts');
    const { businessBySlug, businessSlugs } = await import('../platform/tenancy/index.ts');
    const { database, ownerUrl, clock } = await context.open();
    const named = context.text('business');
    const results = [];
    for (const slug of named === undefined ? await businessSlugs(ownerUrl) : [named]) {
      const business = await businessBySlug(database, slug);
      if (!business) return context.refuse({ code: 'business_unknown', field: 'business', detail: { slug } });
      const checked = await checkBusiness(database, clock, business.id, {
        signal: context.signal,
        onProgress: (people) => context.progress(`${slug}: ${people.toLocaleString('en-US')} people`),
      });
      results.push({ business: slug, ...checked, ledger: await checkLedger(database, business.id) });
    }
    const differences = results.reduce(
      (sum, result) => sum + result.differences + result.ledger.differences,
      0,
    );
    const lines = results.map(
      (result) =>
        `${result.business}: ${result.people} people, ${result.differences} differences, ${result.waiting} waiting to be climbed, ${result.ledger.entries} entries of the ledger, ${result.ledger.differences} differences`,
    );
    for (const { examples, ledger } of results) {
      for (const one of examples)
        lines.push(
          `  ${one.ladder} v${one.version}${one.personId === null ? '' : ` #${one.personId}`} ${one.what}: facts ${one.facts}, stored ${one.stored}`,
        );
      for (const one of ledger.examples)
        lines.push(`  ledger ${one.subject} ${one.what}: told ${one.told}, kept ${one.kept}`);
    }
    context.print({ differences, businesses: results }, lines.join('\n'));
    return differences === 0 && results.every((result) => result.ended === 'done') ? 0 : 1;
  },
};
