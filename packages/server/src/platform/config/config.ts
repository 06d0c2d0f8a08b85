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
  /** How text messages are sent. */
  readonly sms: SmsConfig;
  /** How letters for leads are taken in; undefined: they are not. */
  readonly mail: MailConfig | undefined;
  /** Somebody is developing or trying this installation: what would be sent may be read in a mailbox page. */
  readonly development: boolean;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** `recording` sends nothing and keeps what would have been sent; only in development. */
export type SmsConfig =
  | { readonly provider: 'none' | 'recording' }
  | {
      readonly provider: 'kavenegar';
      readonly url: string;
      /** Secret. */
      readonly key: string;
      readonly sender: string | undefined;
      /** The approved pattern for one-time codes; none: they go as a plain text. */
      readonly codePattern: string | undefined;
    };

/** Where the program takes in e-mail, for addresses of which domain, and with which certificate. */
export interface MailConfig {
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly domain: string;
  /** Files in PEM; none: letters come in the clear. */
  readonly certificate: { readonly cert: string; readonly key: string } | undefined;
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
  NARDEBAN_MODE: z.preprocess(unset, z.enum(['production', 'development']).default('production')),
  NARDEBAN_SMS_PROVIDER: z.preprocess(unset, z.enum(['none', 'recording', 'kavenegar']).optional()),
  NARDEBAN_SMS_URL: z.preprocess(unset, z.url({ protocol: /^https?$/ }).default('https://api.kavenegar.com')),
  NARDEBAN_SMS_KEY: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[\x21-\x7e]{8,200}$/, 'must be the key of the account')
      .optional(),
  ),
  NARDEBAN_SMS_SENDER: z.preprocess(
    unset,
    z
      .string()
      .regex(/^[0-9+]{3,20}$/, 'must be the number of a line')
      .optional(),
  ),
  NARDEBAN_SMS_CODE_PATTERN: z.preprocess(unset, z.string().max(100).optional()),
  NARDEBAN_MAIL_PORT: z.preprocess(unset, z.coerce.number().int().min(0).max(65_535).optional()),
  NARDEBAN_MAIL_HOST: z.preprocess(unset, z.string().default('127.0.0.1')),
  NARDEBAN_MAIL_DOMAIN: z.preprocess(
    unset,
    z
      .string()
      .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9-]{1,63}$/i, 'must be a domain')
      .optional(),
  ),
  NARDEBAN_MAIL_CERT: z.preprocess(unset, z.string().optional()),
  NARDEBAN_MAIL_KEY: z.preprocess(unset, z.string().optional()),
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
    sms: smsOf(data),
    mail: mailOf(data),
    development: data.NARDEBAN_MODE === 'development',
    logLevel: data.LOG_LEVEL,
  };
}

function mailOf(data: z.infer<typeof environment>): MailConfig | undefined {
  const { NARDEBAN_MAIL_PORT: port, NARDEBAN_MAIL_HOST: host, NARDEBAN_MAIL_DOMAIN: domain } = data;
  if (port === undefined) return undefined;
  if (domain === undefined) {
    const variable = 'NARDEBAN_MAIL_DOMAIN';
    throw new Refused('environment_invalid', { variable, reason: 'NARDEBAN_MAIL_PORT needs it' }, variable);
  }
  const { NARDEBAN_MAIL_CERT: cert, NARDEBAN_MAIL_KEY: key } = data;
  if ((cert === undefined) !== (key === undefined)) {
    const variable = cert === undefined ? 'NARDEBAN_MAIL_CERT' : 'NARDEBAN_MAIL_KEY';
    throw new Refused('environment_invalid', { variable, reason: 'a certificate needs its key' }, variable);
  }
  const certificate = cert === undefined || key === undefined ? undefined : { cert, key };
  return { host, port, domain, certificate };
}

function smsOf(data: z.infer<typeof environment>): SmsConfig {
  const isDevelopment = data.NARDEBAN_MODE === 'development';
  const provider = data.NARDEBAN_SMS_PROVIDER ?? (isDevelopment ? 'recording' : 'none');
  if (provider === 'recording' && !isDevelopment) {
    // Codes that prove who somebody is would be kept readable, and reach nobody.
    const variable = 'NARDEBAN_SMS_PROVIDER';
    const reason = 'recording needs NARDEBAN_MODE=development';
    throw new Refused('environment_invalid', { variable, reason }, variable);
  }
  if (provider !== 'kavenegar') return { provider };
  const key = data.NARDEBAN_SMS_KEY;
  if (key === undefined) {
    const variable = 'NARDEBAN_SMS_KEY';
    throw new Refused('environment_invalid', { variable, reason: 'kavenegar needs it' }, variable);
  }
  if (!isDevelopment && !data.NARDEBAN_SMS_URL.startsWith('https:')) {
    // The key of the account stands in the address of every request.
    const variable = 'NARDEBAN_SMS_URL';
    throw new Refused('environment_invalid', { variable, reason: 'must begin with https://' }, variable);
  }
  return {
    provider,
    url: data.NARDEBAN_SMS_URL,
    key,
    sender: data.NARDEBAN_SMS_SENDER,
    codePattern: data.NARDEBAN_SMS_CODE_PATTERN,
  };
}
