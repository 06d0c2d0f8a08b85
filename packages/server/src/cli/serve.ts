import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Command, CommandContext } from './command.ts';
import { choosePort } from './port.ts';
import { untilAborted } from './waiting.ts';

/** How long requests and jobs under way may take to finish once the program is asked to stop. */
const drainTime = 30_000;

export const command: Command = {
  summary: 'Serves the workplace and the API, and runs the jobs, until it is stopped.',
  usage: 'serve [--no-work]',
  options: {
    'no-work': { type: 'boolean', description: "leave the jobs to other processes ('nardeban work')" },
  },
  positionals: [0, 0],
  run: (context) =>
    serve(context, {
      work: !context.flag('no-work'),
      prepare: async (address) => {
        const { database } = await context.open();
        const { makeSetupToken } = await import('../platform/sign-in/index.ts');
        const token = await makeSetupToken(database);
        // Behind the #: what stands there is sent to no server and written into no log.
        return token === null
          ? []
          : ['Nobody is here yet. Create your business with this link:', `${address}/welcome#${token}`];
      },
    }),
};

/** `prepare` runs once the address can be reached, and is told it; the lines it answers are shown with it. */
export async function serve(
  context: CommandContext,
  options: { work: boolean; prepare?: (address: string) => Promise<readonly string[]> },
): Promise<number> {
  const { database, ownerUrl, clock, config, log } = await context.open();
  if (!options.work) await (await import('../platform/jobs/index.ts')).prepareJobs(ownerUrl);
  const { buildApp } = await import('../app.ts');
  const app = await buildApp({ database, clock, config, log });
  let work: { stop(): Promise<void> } | undefined;
  let letters: { stop(): Promise<void> } | undefined;
  try {
    const port = await choosePort(config.host, config.port);
    await app.listen({ host: config.host, port });
    if (options.work) {
      const { startWork } = await import('../work.ts');
      work = await startWork({
        database,
        ownerUrl,
        clock,
        log,
        hookNetworks: config.hookNetworks,
        sms: config.sms,
      });
    }
    if (config.mail !== undefined) {
      const { receiveMail } = await import('../capabilities/sales/index.ts');
      letters = await receiveMail({ database, clock, log, config: config.mail });
    }
    const address = config.publicUrl ?? listeningAddress(app.server.address(), config.host);
    const lines = (await options.prepare?.(address)) ?? [];
    if (!context.signal.aborted) {
      context.print({ address }, [`Nardeban is at ${address}`, ...lines].join('\n'));
    }
    await untilAborted(context.signal);
  } finally {
    const drained = Promise.all([app.close(), work?.stop(), letters?.stop()]);
    await Promise.race([drained, pause(drainTime, undefined, { ref: false })]);
    app.server.closeAllConnections();
  }
  return 0;
}

/** Under port 0 the system chose the port, so the server is asked. */
function listeningAddress(listening: AddressInfo | string | null, host: string): string {
  const port = typeof listening === 'object' && listening !== null ? listening.port : '';
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
