import type { Config } from '../platform/config/index.ts';
import type { Opened } from './command.ts';

export interface Installation extends Opened {
  /** Closes the connections and lets go of PostgreSQL. */
  close(): Promise<void>;
  /** Lets go of PostgreSQL at once, whatever is still under way. */
  abandon(): Promise<void>;
}

/** PostgreSQL started if need be, its schema brought up to date, connections open. */
export async function openInstallation(
  config: Config,
  notice: (text: string) => void,
): Promise<Installation> {
  const [{ openPostgres }, { migrate, openDatabase }, { systemClock }, { createLog }] = await Promise.all([
    import('../platform/postgres/index.ts'),
    import('../platform/database/index.ts'),
    import('../platform/clock/index.ts'),
    import('../platform/log/index.ts'),
  ]);
  const postgres = await openPostgres(config, { notice });
  try {
    const { applied } = await migrate(postgres.ownerUrl, { appUrl: postgres.appUrl });
    const log = createLog(config.logLevel);
    if (applied.length > 0) log.debug({ applied }, 'schema brought up to date');
    const database = await openDatabase(postgres.appUrl, { max: config.databaseConnections });
    return {
      database,
      ownerUrl: postgres.ownerUrl,
      appUrl: postgres.appUrl,
      clock: systemClock,
      config,
      log,
      async close() {
        await database.close();
        await postgres.release();
      },
      abandon: () => postgres.release(),
    };
  } catch (error) {
    await postgres.release();
    throw error;
  }
}
