import { z } from 'zod';
import { occasionSchema } from './occasions.ts';

const figures = {
  orders: z.int().min(0),
  /** Minor units, net of what was given back. */
  revenue: z.number().min(0),
  /** Against the average day (or hour): 1.2 is a fifth more. Null where there is none to compare. */
  index: z.number().min(0).nullable(),
  revenueIndex: z.number().min(0).nullable(),
};

const ofDays = {
  ...figures,
  /** How many such days there were. */
  days: z.int().min(0),
  /** The standard error of the index, from how such days differ; null with fewer than two. */
  error: z.number().min(0).nullable(),
};

const spanSchema = z.strictObject({
  span: z.enum(['two_weeks_before', 'week_before', 'during', 'week_after', 'two_weeks_after']),
  /** Repeat orders that came, and those that would have by what is usual; of all comings that count. */
  orders: z.int().min(0),
  expected: z.number().min(0),
  /** 0.3: three tenths more than usual. Null where too little is expected to tell. */
  effect: z.number().min(-1).nullable(),
  error: z.number().min(0).nullable(),
  /** Of single comings; null with fewer than two. */
  lowest: z.number().min(-1).nullable(),
  highest: z.number().min(-1).nullable(),
});
export type Span = z.infer<typeof spanSchema>;

export const seasonsSchema = z.strictObject({
  asOf: z.int(),
  calendar: z.enum(['jalali', 'gregorian']),
  /** The first day looked at: the first with an order, or ten years back. Null without an order. */
  from: z.int().nullable(),
  days: z.int().min(0),
  orders: z.int().min(0),
  revenue: z.number().min(0),
  /** False with less than two whole years: what looks like a month of the year may be that one year. */
  enoughYears: z.boolean(),
  /** Months are compared over whole years from this day on, or over everything where there is no year. */
  monthsFrom: z.int().nullable(),
  months: z.array(z.strictObject({ month: z.int().min(1).max(12), ...ofDays })).length(12),
  /** Saturday 0 … Friday 6. */
  weekdays: z.array(z.strictObject({ weekday: z.int().min(0).max(6), ...ofDays })).length(7),
  hours: z.array(z.strictObject({ hour: z.int().min(0).max(23), ...figures })).length(24),
  /** Orders whose hour is known. */
  ordersWithHour: z.int().min(0),
  occasions: z.array(
    z.strictObject({
      occasion: occasionSchema,
      /** It moves through the solar year; its dates are calculated and may be a day or two off. */
      lunar: z.boolean(),
      /** Those whose weeks before and after were seen. */
      comings: z.array(
        z.strictObject({
          day: z.int(),
          length: z.int().min(1),
          /** Nowruz and its weeks fall into the weeks of this one: their effects cannot be told apart. */
          besideNowruz: z.boolean(),
          effect: z.number().min(-1).nullable(),
        }),
      ),
      /** The next day on which it begins, after the analysis. */
      next: z.int().nullable(),
      /** False with fewer than two comings: not enough years. */
      enough: z.boolean(),
      spans: z.array(spanSchema).length(5),
    }),
  ),
});
export type Seasons = z.infer<typeof seasonsSchema>;
