import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { Refused } from '../refused.ts';

/** The folder of the repository this program runs from. */
export const checkoutFolder = fileURLToPath(new URL('../../../../../', import.meta.url)).replace(/\/$/, '');

/** What the environment says, read once and checked. Nothing else in the program reads the environment. */
export interface Config {
  /** Where everything of this installation is kept, the embedded PostgreSQL included; an absolute path. */
  readonly dataFolder: string;
  /** The server to use instead of the embedded one, as the role that owns the tables. Secret. */
  readonly databaseUrl: string | undefined;
  /** The same server as the application's role, where the owner may not create that role. Secret. */
  readonly databaseAppUrl: string | undefined;
  /** Most connections of one process. */
  readonly databaseConnections: number;
  readonly host: string;
  /** Undefined: the usual port, or the next free one when that is taken. */
  readonly port: number | undefined;
  /** The address people reach the workplace under, when it is not http://host:port. */
  readonly publicUrl: string | undefined;
  /** Signs the sessions of staff. Undefined: one is made and kept in the data folder. Secret. */
  readonly sessionSecret: string | undefined;
  /**
   * Networks of one's own, in CIDR, to which webhooks may go: also in this network and without TLS. None: only to public
   * addresses, over TLS.
   */
  readonly hookNetworks: readonly string[];
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

const databaseAddress = z.string().regex(/^postgres(ql)?:\/\/./, 'must begin with postgres://');

/** `10.1.0.0/16`, `fd00::/8`; a lone address stands for itself. */
const network = z.union([z.cidrv4(), z.cidrv6()]);
const networks = z
  .string()
  .transform((text) =>
    text
      .split(/[\s,]+/)
      .filter((one) => one !== '')
      .map((one) => (one.includes('/') ? one : `${one}/${one.includes(':') ? 128 : 32}`)),
  )
  .refine((all) => all.every((one) => network.safeParse(one).success), 'must be networks like 10.1.0.0/16');

// An empty variable means the same as none: that is how many process managers say "not set".
const unset = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
  NARDEBAN_DATA: z.preprocess(unset, z.string().optional()),
  DATABASE_URL: z.preprocess(unset, databaseAddress.optional()),
  DATABASE_APP_URL: z.preprocess(unset, databaseAddress.optional()),
  DATABASE_CONNECTIONS: z.preprocess(unset, z.coerce.number().int().min(2).max(500).default(10)),
  HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).optional()),
  PUBLIC_URL: z.preprocess(unset, z.url({ protocol: /^https?$/ }).optional()),
  SESSION_SECRET: z.preprocess(unset, z.string().min(32, 'must have at least 32 characters').optional()),
  HOOKS_PRIVATE_NETWORKS: z.preprocess(unset, networks.optional()),
  LOG_LEVEL: z.preprocess(
    unset,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
});

/** Throws Refused `environment_invalid` naming the variable; its value is never repeated, it may be a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const read = environment.safeParse(env);
  if (!read.success) {
    const issue = read.error.issues[0];
    const variable = String(issue?.path[0] ?? '');
    throw new Refused('environment_invalid', { variable, reason: issue?.message ?? '' }, variable);
  }
  const data = read.data;
  const folder = data.NARDEBAN_DATA ?? join(checkoutFolder, '.nardeban');
  return {
    dataFolder: isAbsolute(folder) ? folder : resolve(folder),
    databaseUrl: data.DATABASE_URL,
    databaseAppUrl: data.DATABASE_APP_URL,
    databaseConnections: data.DATABASE_CONNECTIONS,
    host: data.HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    sessionSecret: data.SESSION_SECRET,
    hookNetworks: data.HOOKS_PRIVATE_NETWORKS ?? [],
    logLevel: data.LOG_LEVEL,
  };
}
