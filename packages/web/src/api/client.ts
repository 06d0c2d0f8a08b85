import createClient from 'openapi-fetch';
import type { paths } from './contract.ts';
import { asFailure, Failure, failureOf } from './failure.ts';

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

interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a good answer; everything else is thrown as a Failure. */
export async function answerOf<T>(asked: Promise<Answered>): Promise<T> {
  let answered: Answered;
  try {
    answered = await asked;
  } catch (error) {
    throw asFailure(error);
  }
  if (!answered.response.ok) throw failureOf(answered.response.status, answered.error);
  if (answered.data === undefined) throw new Failure('broken');
  return answered.data as T;
}

/**
 * Signs in or out. These routes belong to the sign-in library and stand outside the contract. Rejects with the
 * Failure `stranger` when e-mail and password do not belong together.
 */
export async function signIn(email: string, password: string): Promise<void> {
  await post('/api/auth/sign-in/email', { email, password });
}

export async function signOut(): Promise<void> {
  await post('/api/auth/sign-out', {});
}

async function post(path: string, body: object): Promise<void> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw asFailure(error);
  }
  if (!response.ok) throw failureOf(response.status, await response.json().catch(() => null));
}
