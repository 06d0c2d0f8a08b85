import { z } from 'zod';

/** A share with its 95 % interval (rateOf of core/sales) in the contract. */
export const rateSchema = z
  .strictObject({
    times: z.number(),
    of: z.number(),
    rate: z.number().nullable().describe('Null: it was never tried.'),
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: 'SalesRate' });
