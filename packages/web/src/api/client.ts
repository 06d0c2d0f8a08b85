import createClient from 'openapi-fetch';
import { asFailure, Failure, failureOf } from '../failure/failure.ts';
import type { paths } from './generated.ts';

/** What every request says of its sender: whose business is looked at, and in which language to answer. */
export interface Asking {
  readonly language: string;
  readonly business: string | undefined;
}

export const api = createClient<paths>({ baseUrl: '/' });

export function headersOf(asking: Asking): Record<string, string> {
  return {
    'accept-language': asking.language,
    ...(asking.business === undefined ? {} : { 'nardeban-business': asking.business }),
  };
}

/** The body of a good answer; everything else is thrown as a Failure. */
export async function answerOf<T>(
  asked: Promise<{ readonly data?: T; readonly error?: unknown; readonly response: Response }>,
): Promise<T> {
  const { data, error, response } = await asked.catch((failed: unknown) => {
    throw asFailure(failed);
  });
  if (!response.ok) throw failureOf(response.status, error);
  if (data === undefined) throw new Failure('broken');
  return data;
}

export async function signOut(): Promise<void> {
  await answerOf(api.POST('/api/auth/sign-out'));
}
