import { accept, type Day, isoDay, zoneOf } from '@nardeban/core/values';
import { z } from 'zod';
import { askerOf, dayText, paging, refusals, refuseWith, type Routes } from '../../../platform/http/index.ts';
import { dayNamed } from './day-named.ts';
import { balancesAsOf } from './as-of.ts';
import { booksOf } from './book-store.ts';
import { closedMonths, type WalletMonth } from './closing-store.ts';
import { firstDayOf } from './book-days.ts';
import { listEstimates } from './estimate-store.ts';
import { estimateFor } from './estimating.ts';
import { walletMonths } from './month-money.ts';
import { monthNamed, monthsBetween, monthText, nextMonth } from './months.ts';
import { cardsByAge, debtors, forecastOf, pendingUnits } from './open-lots.ts';
import { partnersInMonth } from './partner-months.ts';
import { linesByDay, linesByMonth, readPeriod } from './rolled-lines.ts';
import {
  bookCohortSchema,
  cardsOfAgeSchema,
  closedSchema,
  cohortEstimateSchema,
  debtorSchema,
  estimateSchema,
  forecastSchema,
  monthInput,
  partnerMonthSchema,
  payingAspect,
  payingSchema,
  rolledSchema,
  shownClosed,
  shownEstimate,
  shownMonth,
  shownTerms,
  termsSchema,
  walletInput,
  walletMonthSchema,
} from './schemas.ts';
import { listTerms } from './terms-store.ts';
import { walletNames } from './wallet-names.ts';
import { whoPays } from './who-pays.ts';

const PAGE = 50;

/** The club's books, read: nothing here writes. */
export const bookRoutes: Routes = (app, { database, clock }) => {
  const config = { scope: 'club:read' } as const;
  const tags = ['club'];
  const months = { from: monthInput.optional(), to: monthInput.optional().describe('Belongs to it.') };
  const lasts = z.coerce
    .number()
    .int()
    .min(1)
    .max(240)
    .optional()
    .describe('After how many months units expire.');

  app.get(
    '/v1/club/accounting',
    {
      config,
      schema: {
        operationId: 'clubBooks',
        tags,
        description:
          'How far the books are, which months are closed, and what was said of costs and redemption.',
        response: {
          200: z.strictObject({
            rolledThrough: z.string().nullable(),
            rolledAt: z.int().nullable(),
            proof: z.array(
              z.strictObject({
                holder: z.enum(['person', 'card']),
                wallet: z.string(),
                closing: z.int(),
                left: z.int(),
                debts: z.int(),
                difference: z.int(),
              }),
            ),
            months: z.array(z.string()).describe('Every month of the club so far, the first first.'),
            closed: z.array(closedSchema),
            names: z
              .array(z.strictObject({ wallet: z.string(), fa: z.string(), en: z.string() }))
              .describe('What the wallets of the published programme are called.'),
            terms: z.array(termsSchema),
            estimates: z.array(estimateSchema),
          }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { calendar } = business;
      const today = zoneOf(business.zone).dayOf(clock.now());
      return database.withBusiness(business.id, async (tx) => {
        const books = await booksOf(tx);
        const first = await firstDayOf(tx, business);
        return {
          rolledThrough: books === null ? null : isoDay(books.rolledThrough),
          rolledAt: books?.rolledAt ?? null,
          proof: (books?.proof ?? []).map((one) => ({ ...one })),
          months:
            first === null
              ? []
              : monthsBetween(first, today, calendar).map((one) => monthText(one, calendar)),
          closed: (await closedMonths(tx)).map((one) => shownClosed(one, calendar)),
          names: [...(await walletNames(tx))],
          terms: (await listTerms(tx)).map((one) => shownTerms(one, calendar)),
          estimates: (await listEstimates(tx)).map((one) => shownEstimate(one, calendar)),
        };
      });
    },
  );

  app.get(
    '/v1/club/accounting/roll-forward',
    {
      config,
      schema: {
        operationId: 'clubRollForward',
        tags,
        description:
          'Opening and everything that moved each wallet, by month or by day of posting, the first first. Every closing is the next opening. A month that was closed is as it was closed.',
        querystring: z.strictObject({ by: z.enum(['month', 'day']).optional(), ...months }),
        response: {
          200: z.strictObject({
            lines: z.array(
              z.strictObject({
                holder: z.enum(['person', 'card']),
                wallet: z.string(),
                period: z.string().describe('`1405-01`, or a day `2026-03-21`.'),
                closed: z.boolean(),
                rolled: rolledSchema,
              }),
            ),
            pending: z.array(z.strictObject({ wallet: z.string(), units: z.int() })),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { by = 'month', from, to } = request.query;
      const answer = await database.withBusiness(business.id, async (tx) => {
        const period = await readPeriod(tx, business, { from, to }, clock.now());
        if (!period.ok) return period;
        const lines =
          by === 'month'
            ? await linesByMonth(tx, business, period.value)
            : await linesByDay(tx, business, period.value);
        const pending = [...(await pendingUnits(tx, clock.now()))].map(([wallet, units]) => ({
          wallet,
          units,
        }));
        return accept({ lines: [...lines], pending });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );

  app.get(
    '/v1/club/accounting/months/:month',
    {
      config,
      schema: {
        operationId: 'clubMonth',
        tags,
        description: 'A month in units and in money: as it was closed, or as it stands.',
        params: z.strictObject({ month: monthInput }),
        response: {
          200: z.strictObject({
            closed: closedSchema.nullable(),
            wallets: z.array(walletMonthSchema),
            partners: z.array(partnerMonthSchema).describe('What is owed between partners and us.'),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const month = monthNamed(request.params.month, business.calendar);
      if (!month.ok) return refuseWith(request, reply, month.refusal);
      const answer = await database.withBusiness(business.id, async (tx) => {
        const closed = (await closedMonths(tx)).find((one) => one.month === month.value);
        const wallets = await walletMonths(tx, business, month.value);
        return {
          closed: closed === undefined ? null : shownClosed(closed, business.calendar),
          wallets: wallets.map(shownMonth),
          partners: (await partnersInMonth(tx, business, month.value)).map(
            ({ amounts: _amounts, ...one }) => one,
          ),
        };
      });
      return reply.send(answer);
    },
  );

  app.get(
    '/v1/club/accounting/months/:month/cohorts',
    {
      config,
      schema: {
        operationId: 'clubCohorts',
        tags,
        description:
          'What became of each month of earning of a wallet by the end of a month, in units and in money.',
        params: z.strictObject({ month: monthInput }),
        querystring: z.strictObject({ wallet: walletInput }),
        response: { 200: z.strictObject({ cohorts: z.array(bookCohortSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const month = monthNamed(request.params.month, business.calendar);
      if (!month.ok) return refuseWith(request, reply, month.refusal);
      const found = await database.withBusiness(business.id, (tx) => walletMonths(tx, business, month.value));
      const mine = found.find(({ wallet, holder }) => wallet === request.query.wallet && holder === 'person');
      return reply.send({ cohorts: cohortsOf(mine) });
    },
  );

  app.get(
    '/v1/club/accounting/as-of',
    {
      config,
      schema: {
        operationId: 'clubBalancesAsOf',
        tags,
        description:
          'What every wallet held at the end of a day, by when it was posted and by when it happened.',
        querystring: z.strictObject({
          posted: dayText.optional().describe('Of what was posted by the end of this day; today if absent.'),
          happened: dayText
            .optional()
            .describe('Of what happened by the end of this day; all of it if absent.'),
        }),
        response: {
          200: z.strictObject({
            balances: z.array(
              z.strictObject({ holder: z.enum(['person', 'card']), wallet: z.string(), units: z.int() }),
            ),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const today = zoneOf(business.zone).dayOf(clock.now());
      const posted = dayNamed(request.query.posted, 'posted', today);
      if (!posted.ok) return refuseWith(request, reply, posted.refusal);
      const happened = dayNamed(request.query.happened, 'happened', LAST_DAY);
      if (!happened.ok) return refuseWith(request, reply, happened.refusal);
      const balances = await database.withBusiness(business.id, (tx) =>
        balancesAsOf(tx, { posted: posted.value, happened: happened.value }),
      );
      return reply.send({ balances: [...balances] });
    },
  );

  app.get(
    '/v1/club/accounting/gift-cards',
    {
      config,
      schema: {
        operationId: 'clubGiftCardLiability',
        tags,
        description:
          'What is owed on gift cards by the age of what is on them. It is owed however old it is.',
        response: { 200: z.strictObject({ ages: z.array(cardsOfAgeSchema) }), ...refusals },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const ages = await database.withBusiness(business.id, (tx) => cardsByAge(tx, business, clock.now()));
      return { ages: [...ages] };
    },
  );

  app.get(
    '/v1/club/accounting/redemption',
    {
      config,
      schema: {
        operationId: 'clubRedemption',
        tags,
        description:
          'The ultimate redemption rate and breakage from what became of earlier cohorts, with an interval of 95 %, and what will expire and be redeemed in 30, 90 and 365 days.',
        querystring: z.strictObject({ wallet: walletInput, lasts }),
        response: {
          200: z.strictObject({ estimate: cohortEstimateSchema, forecast: z.array(forecastSchema) }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { business } = askerOf(request);
      const { wallet, lasts: lasting = null } = request.query;
      const now = clock.now();
      const today = zoneOf(business.zone).dayOf(now);
      return database.withBusiness(business.id, async (tx) => {
        const { estimate, ladder } = await estimateFor(
          tx,
          business.calendar,
          { holder: 'person', wallet },
          today,
          lasting,
        );
        const { source, missing, cohorts, seenTo, urr, breakage, remaining } = estimate;
        return {
          estimate: {
            source,
            missing,
            cohorts,
            seenTo,
            urr: { ...urr },
            breakage: { ...breakage },
            remaining: remaining.map((one) => ({ ...one })),
            ladder,
          },
          forecast: (await forecastOf(tx, business, wallet, estimate, now)).map((one) => ({ ...one })),
        };
      });
    },
  );

  app.get(
    '/v1/club/accounting/receivables',
    {
      config,
      schema: {
        operationId: 'clubReceivables',
        tags,
        description: 'Who owes units to the club: what they gave back had been spent.',
        querystring: z.strictObject(paging),
        response: {
          200: z.strictObject({ debtors: z.array(debtorSchema), next: z.int().nullable() }),
          ...refusals,
        },
      },
    },
    async (request) => {
      const { after, limit = PAGE } = request.query;
      const page = await database.withBusiness(askerOf(request).business.id, (tx) =>
        debtors(tx, { after, limit }),
      );
      return {
        debtors: page.debtors.map(({ person, wallet, units, since }) => ({ person, wallet, units, since })),
        next: page.next,
      };
    },
  );

  app.get(
    '/v1/club/accounting/who-pays',
    {
      config,
      schema: {
        operationId: 'clubWhoPays',
        tags,
        description:
          'What gave the units that were earned and redeemed in these months, and what the redeemed cost. By `partner`: whose rewards units were redeemed for (no name: our own), and what is owed for them.',
        querystring: z.strictObject({ aspect: payingAspect, ...months }),
        response: { 200: z.strictObject({ lines: z.array(payingSchema) }), ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { aspect, ...asked } = request.query;
      const answer = await database.withBusiness(business.id, async (tx) => {
        const period = await readPeriod(tx, business, asked, clock.now());
        if (!period.ok) return period;
        const { from, to } = period.value;
        const lines = await whoPays(tx, business, {
          aspect,
          from,
          before: nextMonth(to, business.calendar),
        });
        return accept({ lines: [...lines] });
      });
      return answer.ok ? reply.send(answer.value) : refuseWith(request, reply, answer.refusal);
    },
  );
};

const LAST_DAY: Day = 1_000_000;

function cohortsOf(found: WalletMonth | undefined): z.infer<typeof bookCohortSchema>[] {
  return (found?.money.cohorts ?? []).map(({ cohort, ...rest }) => ({
    ...rest,
    cohort: `${String(Math.floor(cohort / 12)).padStart(4, '0')}-${String((cohort % 12) + 1).padStart(2, '0')}`,
  }));
}
