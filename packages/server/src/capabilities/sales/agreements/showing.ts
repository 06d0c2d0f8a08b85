import { sayReason } from '@nardeban/core/offers';
import type { Language } from '@nardeban/core/values';
import type { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import type { GuardSays } from '../../offers/index.ts';
import { orderOf, paymentsOf } from './ordering.ts';
import { returnsOf } from './returning.ts';
import type { agreementSchema, guardSaysSchema } from './schemas.ts';
import { type Agreement, eventsOf, versionsOf } from './store.ts';

/** What a guard says, with its reasons as sentences. */
export function guardShown(
  guard: GuardSays,
  business: Business,
  language: Language,
): z.infer<typeof guardSaysSchema> {
  return {
    ...guard,
    lines: [...guard.lines],
    reasons: guard.reasons.map((reason) => ({
      ...reason,
      sentence: sayReason(reason, { language, money: business, calendar: business }),
    })),
  };
}

/** Everything there is of an agreement. */
export async function agreementShown(
  tx: Tx,
  business: Business,
  agreement: Agreement,
  language: Language,
): Promise<z.infer<typeof agreementSchema>> {
  const versions = await versionsOf(tx, agreement.id);
  const events = await eventsOf(tx, agreement.id);
  const order = await orderOf(tx, agreement.id);
  const payments = order === null ? [] : await paymentsOf(tx, agreement.id);
  const returns = order === null ? [] : await returnsOf(tx, agreement.id);
  return {
    ...agreement,
    versions: versions.map((version) => ({
      ...version,
      guard: version.guard === null ? null : guardShown(version.guard, business, language),
      answer: version.answer === null ? null : { ...version.answer, wants: [...version.answer.wants] },
    })),
    events: events.map((event) => ({ ...event, detail: { ...event.detail } })),
    order,
    payments: [...payments],
    returns: returns.map((one) => ({ ...one, lines: one.lines.map((line) => ({ ...line })) })),
  };
}
