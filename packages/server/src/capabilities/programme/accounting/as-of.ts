import type { Day } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import { type BookOf, closingsBefore } from './book-store.ts';

/**
 * What each wallet held at the end of a day: of what had been posted by then, and of that only what had happened by another
 * day. With the first alone a closed month is answered as it was closed, whatever came late.
 */
export async function balancesAsOf(
  tx: Tx,
  asked: { readonly posted: Day; readonly happened: Day },
): Promise<readonly (BookOf & { readonly units: number })[]> {
  const found = await closingsBefore(tx, asked.posted + 1, asked.happened + 1);
  return [...found].map(([key, units]) => {
    const [holder = '', wallet = ''] = key.split(' ');
    return { holder: holder === 'card' ? 'card' : 'person', wallet, units };
  });
}
