import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/index.ts';
import { applicationUrl, derivedPassword, socketUrl } from './addresses.ts';
import { type Binaries, findBinaries, reachableBinaries } from './binaries.ts';
import { administrator, prepareCluster } from './cluster.ts';
import { type Hold, takeHold } from './hold.ts';
import { owner, prepareOwner } from './owner.ts';
import { type Place, preparePlace } from './place.ts';
import { runServer, type Settings, stopServer } from './server.ts';

export { applicationUrl };

/** A PostgreSQL to work with; whose it is, nobody needs to ask. */
export interface Postgres {
  /** As the role that owns the tables: for migrations and for jobs. Secret. */
  readonly ownerUrl: string;
  /** As the role that row level security binds: for everything else. Secret. */
  readonly appUrl: string;
  /** We need it no more. The embedded server is stopped by the last program that lets go of it. */
  readonly release: () => Promise<void>;
}

export interface PostgresOptions {
  /** Settings of the embedded server that differ from the usual ones. */
  readonly settings?: Settings;
  /** Told what a person should know, such as where the data is when it is not in the data folder. */
  readonly notice?: (text: string) => void;
}

/**
 * The server named by DATABASE_URL, else the embedded one in the data folder: found running, or started, and held
 * until `release`. Throws Refused when neither can be had.
 */
export async function openPostgres(
  config: Pick<Config, 'dataFolder' | 'databaseUrl' | 'databaseAppUrl'>,
  options: PostgresOptions = {},
): Promise<Postgres> {
  if (config.databaseUrl !== undefined) {
    const appUrl = config.databaseAppUrl ?? applicationUrl(config.databaseUrl);
    return { ownerUrl: config.databaseUrl, appUrl, release: async () => {} };
  }
  const notice = options.notice ?? ((text) => process.stderr.write(`${text}\n`));
  const packaged = await findBinaries();
  const place = await preparePlace(config.dataFolder, notice);
  const binaries = await reachableBinaries(packaged, place.user, notice);
  const password = await prepareCluster(place, binaries);
  return holdServer(place, binaries, password, options.settings ?? {});
}

async function holdServer(
  place: Place,
  binaries: Binaries,
  password: string,
  settings: Settings,
): Promise<Postgres> {
  const state: { released: boolean; held?: Hold } = { released: false };

  const hold = async (): Promise<{ held: Hold; ownerUrl: string }> => {
    for (;;) {
      const { sockets, port } = await runServer(place, binaries, settings);
      const held = await takeHold(socketUrl(sockets, port, administrator, password, 'postgres'));
      if (held === undefined) {
        await pause(20);
        continue;
      }
      const ownerPassword = derivedPassword(password, owner);
      await prepareOwner(held.client, ownerPassword);
      held.client.once('end', () => void holdAgain());
      return { held, ownerUrl: socketUrl(sockets, port, owner, ownerPassword, owner) };
    }
  };

  // The server ended while we needed it (the system was short of memory, say): bring it back.
  const holdAgain = async (): Promise<void> => {
    while (!state.released) {
      try {
        state.held = (await hold()).held;
        return;
      } catch {
        await pause(1000, undefined, { ref: false });
      }
    }
  };

  const first = await hold();
  state.held = first.held;
  return {
    ownerUrl: first.ownerUrl,
    appUrl: applicationUrl(first.ownerUrl),
    async release() {
      if (state.released) return;
      state.released = true;
      const alone = await state.held?.letGo().catch(() => false);
      if (alone === true) await stopServer(place);
      await state.held?.client.end().catch(() => {});
    },
  };
}
