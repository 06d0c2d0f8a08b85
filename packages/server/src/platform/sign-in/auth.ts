import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Config } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import { signInDialect } from './dialect.ts';

export const PASSWORD_LENGTH = { least: 10, most: 128 } as const;

const DAY_S = 24 * 60 * 60;

/**
 * E-mail and password for members of staff, on the tables of the schema `sign_in`. Nobody can make an account over
 * HTTP: the first member is made when the program starts, others with `nardeban staff`. Forgery across sites is
 * held off by the one check every route of ours has (http/origin.ts), and haste by our own limits, so the
 * library's are off.
 */
export function makeAuth(database: Database, config: Pick<Config, 'publicUrl'>, secret: string, log: Log) {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  return betterAuth({
    appName: 'Nardeban',
    secret,
    baseURL: config.publicUrl ?? 'http://localhost',
    basePath: '/api/auth',
    database: { dialect: signInDialect(database), type: 'postgres', schemaName: 'sign_in' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    user: {
      additionalFields: {
        language: { type: 'string', required: false, defaultValue: 'fa', input: false },
        digits: { type: 'string', required: false, defaultValue: 'language', input: false },
      },
    },
    session: { expiresIn: 14 * DAY_S, updateAge: DAY_S },
    plugins: [
      // Failed codes are counted with all other failed sign-ins (failures.ts), for every process.
      twoFactor({ issuer: 'Nardeban', accountLockout: { enabled: false } }),
    ],
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message) => {
        if (level === 'error') log.error({ part: 'sign-in' }, message);
        else log.debug({ part: 'sign-in' }, message);
      },
    },
    advanced: {
      cookiePrefix: 'nardeban',
      useSecureCookies: secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { validateSchema: false },
      ipAddress: { disableIpTracking: true },
    },
  });
}

export type Auth = ReturnType<typeof makeAuth>;
