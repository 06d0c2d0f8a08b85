import type { Instant, Result } from '@nardeban/core/values';

/** Who the doings of the demo club are signed by: the account that owns the demo shop. */
export const OWNER = 'مهمان نردبان';
export const CASHIER = 'صندوق‌دار نمونه';

export const ownerAt = (now: Instant) => ({ by: OWNER, now });

/** The demo club asks for nothing that can be refused: what is refused all the same is a fault of the program. */
export function made<T>(result: Result<T>, what: string): T {
  if (!result.ok) throw new Error(`The demo club has no ${what}: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
