import { pricedSchema, returnPlanSchema } from '@nardeban/core/offers';
import { basketSchema } from '@nardeban/core/programme';
import { z } from 'zod';
import type { Order, ReturnKept } from './order-store.ts';
import type { Returned } from './returning.ts';
import { instant, orderStates } from './schemas.ts';

export const orderSchema = z
  .strictObject({
    number: z.string(),
    state: z.enum(orderStates),
    person: z.int().nullable(),
    quote: z.int().nullable(),
    basket: basketSchema,
    priced: pricedSchema,
    due: z.int().describe('What was paid in money.'),
    method: z.string().nullable(),
    at: instant.describe('By the clock of the till.'),
    postedAt: instant.nullable(),
    returned: z.array(z.int()).describe('Pieces of each line that have come back.'),
    returns: z.array(
      z.strictObject({
        place: z.int(),
        kind: z.enum(['return', 'cancel']),
        lines: z.array(z.strictObject({ line: z.int(), quantity: z.int() })),
        plan: returnPlanSchema,
        reason: z.string(),
        at: instant,
        by: z.string(),
      }),
    ),
    by: z.string(),
    device: z.int().nullable(),
    slip: z.int().nullable(),
  })
  .meta({ id: 'TillOrder' });
export type ShownOrder = z.infer<typeof orderSchema>;

export function shownOrder(
  order: Omit<Order, 'id' | 'posted'>,
  returns: readonly ReturnKept[] = [],
): ShownOrder {
  const { number, state, person, quote, basket, priced, due, method, at, postedAt } = order;
  return {
    number,
    state,
    person,
    quote,
    basket,
    priced,
    due,
    method,
    at,
    postedAt,
    returned: [...order.returned],
    returns: returns.map(({ place, kind, lines, plan, reason, at: when, madeBy }) => ({
      place,
      kind,
      lines: [...lines],
      plan: returnPlanSchema.parse(plan),
      reason,
      at: when,
      by: madeBy,
    })),
    by: order.madeBy,
    device: order.device,
    slip: order.slip,
  };
}

export const returnedSchema = z
  .strictObject({
    order: z.string(),
    state: z.enum(orderStates),
    plan: returnPlanSchema,
    money: z.int().describe('What is to be paid back in money.'),
    restored: z.array(
      z.strictObject({
        wallet: z.string(),
        units: z.int(),
        expired: z.int().describe('Of these, units that had ended before and stay so.'),
      }),
    ),
    reversed: z.array(
      z.strictObject({
        rule: z.string(),
        wallet: z.string(),
        units: z.int(),
        debt: z.int().describe('Of these, units the customer owes now.'),
        writtenOff: z.int().describe('Of these, units nobody is asked for.'),
      }),
    ),
    cardsEnded: z.array(z.int()).describe('Gift cards bought with it that are good for nothing now.'),
  })
  .meta({ id: 'TillReturned' });
export type ShownReturned = z.infer<typeof returnedSchema>;

export function shownReturned({
  order,
  plan,
  money,
  restored,
  reversed,
  cardsEnded,
}: Returned): ShownReturned {
  return {
    order: order.number,
    state: order.state,
    plan,
    money,
    restored: [...restored],
    reversed: [...reversed],
    cardsEnded: [...cardsEnded],
  };
}
