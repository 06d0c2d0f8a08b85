import type { Command } from './command.ts';

export const command: Command = {
  summary: 'Brings the database schema up to date. Every other command does so by itself.',
  usage: 'migrate',
  options: {},
  positionals: [0, 0],
  async run({ config, print, progress }) {
    const { openPostgres } = await import('../platform/postgres/index.ts');
    const { migrate } = await import('../platform/database/index.ts');
    const postgres = await openPostgres(config, { notice: progress });
    try {
      const { applied } = await migrate(postgres.ownerUrl, { appUrl: postgres.appUrl });
      print(
        { applied },
        applied.length === 0 ? 'The schema is up to date.' : `Applied: ${applied.join(', ')}`,
      );
      return 0;
    } finally {
      await postgres.release();
    }
  },
};
