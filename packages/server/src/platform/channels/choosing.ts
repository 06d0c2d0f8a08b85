import type { Clock } from '../clock/index.ts';
import type { SmsConfig } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Log } from '../log/index.ts';
import { kavenegar } from './kavenegar.ts';
import type { SmsProvider } from './provider.ts';
import { recordingProvider } from './recording.ts';
import { makeSms, type Sms } from './sms.ts';

/** The provider the configuration names; null where it names none. */
export function smsProvider(
  config: SmsConfig | undefined,
  database: Database,
  clock: Clock,
): SmsProvider | null {
  if (config?.provider === 'recording') return recordingProvider(database, clock);
  if (config?.provider === 'kavenegar') return kavenegar(config);
  return null;
}

/** Text messages as the configuration has them sent. */
export function smsFor(
  config: SmsConfig | undefined,
  { database, clock, log }: { readonly database: Database; readonly clock: Clock; readonly log: Log },
): Sms {
  const codePattern = config?.provider === 'kavenegar' ? config.codePattern : undefined;
  return makeSms({ provider: smsProvider(config, database, clock), codePattern, database, clock, log });
}
