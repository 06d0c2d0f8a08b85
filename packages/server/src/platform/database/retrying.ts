import { setTimeout as pause } from 'node:timers/promises';
import { failureOf } from '../failure.ts';

const serializationFailure = '40001';
const deadlock = '40P01';
const givenUp: readonly string[] = [serializationFailure, deadlock];

/** Also where somebody else was first to write a row that both make out the same. */
export const OVERTAKEN: readonly string[] = [...givenUp, '23505'];

/**
 * Runs a whole transaction again when the server gave it up for the sake of another one. `work` must therefore begin
 * the transaction itself and do nothing outside it. After `attempts` the last failure is thrown. `reasons` are the
 * server's codes for which to try again. `work` is told the number of the attempt, from 1.
 */
export async function retrying<T>(
  work: (attempt: number) => Promise<T>,
  attempts = 5,
  reasons: readonly string[] = givenUp,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(attempt);
    } catch (error) {
      const { code } = failureOf(error);
      if (attempt >= attempts || !reasons.includes(code ?? '')) throw error;
      // Apart from each other, or the same two meet again.
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
