import {
  giftCardAges,
  journalAccounts,
  natures,
  splitMethods,
  type VoucherKind,
  voucherKinds,
} from '@nardeban/core/programme';
import { type Calendar, isoDay } from '@nardeban/core/values';
import { z } from 'zod';
import type { ClosedMonth, WalletMonth } from './closing-store.ts';
import type { Estimate } from './estimate-store.ts';
import { monthText } from './months.ts';
import { payingAspects } from './who-pays.ts';
import type { Terms } from './terms-store.ts';

/** A month of the business's calendar: `1405-01`. */
export const monthInput = z.string().regex(/^[0-9]{4}-[0-9]{2}$/);
export const walletInput = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
const reason = z.string().trim().min(1).max(500);
const rate = z.int().min(0).max(1_000_000).describe('In parts of a million.');
const money = z.int().describe('Minor units.');
const holder = z.enum(['person', 'card']).describe('`card`: the gift cards together.');

const movement = {
  earned: z.int(),
  reversed: z.int().describe('Taken back with goods that came back.'),
  spent: z.int(),
  givenBack: z.int(),
  expired: z.int(),
  adjusted: z.int().describe('With its sign.'),
  transferred: z.int().describe('With its sign; over all holders it comes to nothing.'),
  writtenOff: z.int().describe('What should have been taken back and was given up.'),
};

export const rolledSchema = z
  .strictObject({
    opening: z.int(),
    ...movement,
    closing: z.int(),
    difference: z
      .int()
      .nullable()
      .describe(
        'The proof: what was rolled less what the lots come to. 0, or something is wrong; null: not proved.',
      ),
  })
  .meta({ id: 'ClubRolled' });

const moneyRollSchema = z
  .strictObject({
    opening: money,
    added: money,
    returned: money,
    released: money,
    trueUp: money,
    closing: money,
  })
  .meta({ id: 'ClubMoneyRolled' });

export const bookCohortSchema = z
  .strictObject({
    cohort: z.string().describe('The month of earning.'),
    nature: z.enum(natures),
    earned: z.int(),
    reversed: z.int(),
    redeemed: z.int(),
    expired: z.int(),
    open: z.int(),
    price: money.describe('What was paid in the sales that gave them.'),
    expected: z.int().describe('Units expected to be redeemed at last, those to date included.'),
    openRate: rate.describe('What part of the open units is expected to be redeemed, in parts of a million.'),
    deferred: money,
    kept: money.describe('Deferred, less what went back with goods.'),
    recognised: money,
    contract: money.describe('Contract liability: kept less recognised.'),
    provision: money,
    stock: money.describe('Open units · cost · expected rate.'),
  })
  .meta({ id: 'ClubBookCohort' });

const voucherSchema = z.strictObject({ kind: z.enum(voucherKinds), amount: money });

export const walletMonthSchema = z
  .strictObject({
    holder,
    wallet: z.string(),
    rolled: rolledSchema,
    deferred: moneyRollSchema.describe('Deferred revenue (IFRS 15) of units earned with sales.'),
    provision: moneyRollSchema.describe(
      'What units given without a sale will cost; on gift cards, what is owed.',
    ),
    stock: money.describe('What all open units will cost.'),
    rate,
    rateFrom: z.enum(['stated', 'cohorts', 'assumed']),
    costFrom: z.enum(['stated', 'assumed']),
    debtUnits: z.int(),
    debts: money.describe('What members owe, never taken off what they are owed.'),
    unpriced: z
      .int()
      .describe('Orders that earned and whose price nobody told: nothing is deferred for them.'),
    vouchers: z.array(voucherSchema),
  })
  .meta({ id: 'ClubWalletMonth' });

export const partnerMonthSchema = z
  .strictObject({
    partner: z.string(),
    name: z.string(),
    opening: money.describe('Above 0 we owe them, below 0 they owe us.'),
    redeemed: money,
    cancelled: money,
    settled: money,
    closing: money,
  })
  .meta({ id: 'ClubPartnerMonth' });

export const closedSchema = z
  .strictObject({
    month: z.string(),
    from: z.string(),
    to: z.string(),
    note: z.string(),
    closedBy: z.string(),
    closedAt: z.int(),
  })
  .meta({ id: 'ClubClosedMonth' });

const unitPrice = z.strictObject({
  points: z.int().min(1).max(1_000_000_000),
  amount: z.int().min(0).max(1e12).describe('What so many units come to, minor units.'),
});

export const termsAskedSchema = z.strictObject({
  wallet: walletInput,
  fromMonth: monthInput.optional().describe('Absent: the month that is open.'),
  cost: unitPrice.describe('What units cost the business when they are redeemed.'),
  standAlone: unitPrice.describe('What they would sell for beside the goods: their face value.'),
  method: z.enum(splitMethods),
  reason,
});

export const termsSchema = termsAskedSchema
  .extend({ id: z.int(), fromMonth: z.string(), madeBy: z.string(), madeAt: z.int() })
  .meta({ id: 'ClubTerms' });

export const estimateAskedSchema = z.strictObject({
  wallet: walletInput,
  rate: rate.nullable().describe('Null: what the cohorts say.'),
  lasts: z.int().min(1).max(240).nullable().describe('After how many months units expire; null: never.'),
  reason,
});

export const estimateSchema = z
  .strictObject({
    id: z.int(),
    wallet: z.string(),
    fromMonth: z.string(),
    source: z.enum(['stated', 'cohorts']),
    rate,
    low: rate.nullable(),
    high: rate.nullable(),
    reason: z.string(),
    revenue: money.describe('What it moved when it was made: revenue, more or less.'),
    provision: money,
    madeBy: z.string(),
    madeAt: z.int(),
  })
  .meta({ id: 'ClubEstimate' });

export const triedEstimateSchema = z
  .strictObject({
    rateBefore: rate,
    rate,
    low: rate.nullable(),
    high: rate.nullable(),
    revenue: money,
    provision: money,
  })
  .meta({ id: 'ClubTrueUpTried' });

const within = z.strictObject({ rate, low: rate, high: rate });

export const cohortEstimateSchema = z
  .strictObject({
    source: z.enum(['cohorts', 'assumed']),
    missing: z.enum(['cohorts', 'redemptions']).nullable(),
    cohorts: z.int(),
    seenTo: z.int().describe('The oldest age in months that was seen whole.'),
    urr: within.describe('Ultimate redemption rate of what is earned.'),
    breakage: within,
    remaining: z.array(within.extend({ age: z.int() })),
    ladder: within.nullable().describe('By the chain-ladder, as far as the oldest cohort was seen.'),
  })
  .meta({ id: 'ClubRedemptionEstimate' });

export const forecastSchema = z
  .strictObject({
    days: z.int(),
    scheduled: z.int().describe('What expires if nothing is spent.'),
    expiring: z.int().nullable(),
    redeemed: z.int().nullable(),
  })
  .meta({ id: 'ClubForecast' });

export const cardsOfAgeSchema = z
  .strictObject({
    age: z.enum(giftCardAges.map(({ key }) => key)),
    from: z.int(),
    to: z.int().nullable(),
    cards: z.int(),
    balance: money,
  })
  .meta({ id: 'ClubCardsOfAge' });

export const debtorSchema = z
  .strictObject({
    person: z.int(),
    wallet: z.string(),
    units: z.int(),
    since: z.int().nullable(),
  })
  .meta({ id: 'ClubDebtor' });

export const payingSchema = z
  .strictObject({
    wallet: z.string(),
    name: z.string(),
    earned: z.int(),
    reversed: z.int(),
    redeemed: z.int(),
    givenBack: z.int(),
    entries: z.int(),
    cost: money,
    owed: money
      .nullable()
      .describe(
        'The part of the partner: above 0 we owe it to them, below 0 they pay it to us. Null where it is not told by partner.',
      ),
  })
  .meta({ id: 'ClubPaying' });
export const payingAspect = z.enum(payingAspects);

const accountName = z.strictObject({ code: z.string().max(40), name: z.string().trim().min(1).max(120) });
const accountNames = z.strictObject(
  Object.fromEntries(journalAccounts.map((account) => [account, accountName.optional()])) as Record<
    (typeof journalAccounts)[number],
    z.ZodOptional<typeof accountName>
  >,
);
export const accountsChangeSchema = z.strictObject({ accounts: accountNames, revision: z.int().min(0) });
export const accountsSchema = z
  .strictObject({
    accounts: accountNames,
    revision: z.int(),
    changedBy: z.string().nullable(),
    changedAt: z.int().nullable(),
  })
  .meta({ id: 'ClubAccounts' });

export function shownMonth({
  holder: of,
  wallet,
  rolled,
  money: told,
}: WalletMonth): z.infer<typeof walletMonthSchema> {
  const { deferred, provision, stock, rateFrom, costFrom, debtUnits, debts, unpriced } = told;
  return {
    holder: of,
    wallet,
    rolled,
    deferred,
    provision,
    stock,
    rate: told.rate,
    rateFrom,
    costFrom,
    debtUnits,
    debts,
    unpriced,
    vouchers: (Object.entries(told.amounts) as [VoucherKind, number][])
      .filter(([, amount]) => amount !== 0)
      .map(([kind, amount]) => ({ kind, amount })),
  };
}

export function shownClosed(one: ClosedMonth, calendar: Calendar): z.infer<typeof closedSchema> {
  const { month, nextMonth, note, closedBy, closedAt } = one;
  return {
    month: monthText(month, calendar),
    from: isoDay(month),
    to: isoDay(nextMonth - 1),
    note,
    closedBy,
    closedAt,
  };
}

export function shownTerms({ fromMonth, ...terms }: Terms, calendar: Calendar): z.infer<typeof termsSchema> {
  return { ...terms, fromMonth: monthText(fromMonth, calendar) };
}

export function shownEstimate(one: Estimate, calendar: Calendar): z.infer<typeof estimateSchema> {
  const { remaining: _, fromMonth, ...rest } = one;
  return { ...rest, fromMonth: monthText(fromMonth, calendar) };
}
