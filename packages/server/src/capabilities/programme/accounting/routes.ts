import { Readable } from 'node:stream';
import { accept } from '@nardeban/core/values';
import { z } from 'zod';
import { recordDeed } from '../../../platform/audit/index.ts';
import {
  askerOf,
  languageText,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { accountsOf, changeAccounts } from './account-store.ts';
import { lockBooks } from './books-lock.ts';
import { closeMonth } from './closing.ts';
import { journalSheet } from './journal-sheet.ts';
import { monthNamed, monthsBetween, monthText } from './months.ts';
import { bookRoutes } from './reading-routes.ts';
import { readPeriod } from './rolled-lines.ts';
import { rollBooks } from './rolling.ts';
import {
  accountsChangeSchema,
  accountsSchema,
  closedSchema,
  estimateAskedSchema,
  estimateSchema,
  monthInput,
  shownClosed,
  shownEstimate,
  shownTerms,
  termsAskedSchema,
  termsSchema,
  triedEstimateSchema,
} from './schemas.ts';
import { makeEstimate, sayTerms, tryEstimate } from './truing-up.ts';

/** The club's books: read, brought up to date, closed by the month, and what is said about them. */
export const clubAccountingRoutes: Routes = (app, parts) => {
  bookRoutes(app, parts);
  const { database, writes, clock } = parts;
  const reading = { scope: 'club:read' } as const;
  const writing = { scope: 'club:write' } as const;
  const tags = ['club'];

  app.post(
    '/v1/club/accounting/roll',
    {
      config: writing,
      schema: {
        operationId: 'rollClubBooks',
        tags,
        description:
          'Brings the books up to this instant and proves them against the lots. The clock does it every hour.',
        response: {
          200: z.strictObject({
            rolledAt: z.int(),
            wrong: z.array(z.strictObject({ wallet: z.string(), difference: z.int() })),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      await writes.inBusiness<{ rolledAt: number; wrong: { wallet: string; difference: number }[] }>(
        request,
        reply,
        async (tx) => {
          await lockBooks(tx);
          const { rolledAt, proof } = await rollBooks(tx, business, clock.now());
          const wrong = proof
            .filter(({ difference }) => difference !== 0)
            .map(({ wallet, difference }) => ({ wallet, difference }));
          return accept({ status: 200, body: { rolledAt, wrong } });
        },
      );
      return reply;
    },
  );

  app.post(
    '/v1/club/accounting/months/:month/close',
    {
      config: writing,
      schema: {
        operationId: 'closeClubMonth',
        tags,
        description:
          'Closes a month for good. What is posted later, also what happened in it, belongs to the open month. Months are closed in their order, and only when the books prove.',
        params: z.strictObject({ month: monthInput }),
        body: z.strictObject({ note: z.string().trim().max(500).optional() }),
        response: { 201: closedSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { business } = asker;
      await writes.inBusiness<z.infer<typeof closedSchema>>(request, reply, async (tx) => {
        const month = monthNamed(request.params.month, business.calendar);
        if (!month.ok) return month;
        const asked = { month: month.value, note: request.body.note ?? '' };
        const closed = await closeMonth(tx, business, asked, { by: asker.name, now: clock.now() });
        if (!closed.ok) return closed;
        await recordDeed(tx, {
          by: asker,
          deed: 'club.month_closed',
          about: { kind: 'club_month', id: request.params.month },
          detail: { name: request.params.month },
        });
        return accept({ status: 201, body: shownClosed(closed.value, business.calendar) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/club/accounting/terms',
    {
      config: writing,
      schema: {
        operationId: 'sayClubTerms',
        tags,
        description:
          'What units of a wallet cost and are worth, from a month on that is open. What was said before stays.',
        body: termsAskedSchema,
        response: { 201: termsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      const { calendar } = asker.business;
      await writes.inBusiness<z.infer<typeof termsSchema>>(request, reply, async (tx) => {
        const { fromMonth, ...asked } = request.body;
        const month = fromMonth === undefined ? accept(null) : monthNamed(fromMonth, calendar, 'fromMonth');
        if (!month.ok) return month;
        const author = { by: asker.name, now: clock.now() };
        const said = await sayTerms(tx, asker.business, { ...asked, fromMonth: month.value }, author);
        if (!said.ok) return said;
        await recordDeed(tx, {
          by: asker,
          deed: 'club.terms_said',
          about: { kind: 'wallet', id: asked.wallet },
          detail: {
            name: [asked.wallet, monthText(said.value.fromMonth, calendar), asked.reason].join(' · '),
          },
        });
        return accept({ status: 201, body: shownTerms(said.value, calendar) });
      });
      return reply;
    },
  );

  app.post(
    '/v1/club/accounting/estimates/try',
    {
      config: reading,
      schema: {
        operationId: 'tryClubEstimate',
        tags,
        description: 'What an estimate would move if it were made now. Nothing is written.',
        body: estimateAskedSchema.omit({ reason: true }),
        response: { 200: triedEstimateSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const asked = { ...request.body, reason: 'tried' };
      const tried = await database.withBusiness(business.id, (tx) =>
        tryEstimate(tx, business, asked, clock.now()),
      );
      if (!tried.ok) return refuseWith(request, reply, tried.refusal);
      const { rateBefore, estimate } = tried.value;
      const { rate, low, high, revenue, provision } = estimate;
      return reply.send({ rateBefore, rate, low, high, revenue, provision });
    },
  );

  app.post(
    '/v1/club/accounting/estimates',
    {
      config: writing,
      schema: {
        operationId: 'makeClubEstimate',
        tags,
        description:
          'What part of a wallet is expected to be redeemed, from the open month on: a true-up with its author and reason.',
        body: estimateAskedSchema,
        response: { 201: estimateSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof estimateSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const made = await makeEstimate(tx, asker.business, request.body, author);
        if (!made.ok) return made;
        const { wallet, rate, reason, id } = made.value;
        await recordDeed(tx, {
          by: asker,
          deed: 'club.estimated',
          about: { kind: 'club_estimate', id },
          detail: { name: [wallet, `${rate / 10_000} %`, reason].join(' · ') },
        });
        return accept({ status: 201, body: shownEstimate(made.value, asker.business.calendar) });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/accounting/accounts',
    {
      config: reading,
      schema: { operationId: 'clubAccounts', tags, response: { 200: accountsSchema, ...refusals } },
    },
    async (request) => database.withBusiness(askerOf(request).business.id, accountsOf),
  );

  app.put(
    '/v1/club/accounting/accounts',
    {
      config: writing,
      schema: {
        operationId: 'changeClubAccounts',
        tags,
        description:
          'The numbers and names that the accounts of the journal have in the books of the business.',
        body: accountsChangeSchema,
        response: { 200: accountsSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request);
      await writes.inBusiness<z.infer<typeof accountsSchema>>(request, reply, async (tx) => {
        const author = { by: asker.name, now: clock.now() };
        const changed = await changeAccounts(tx, request.body, author);
        if (!changed.ok) return changed;
        await recordDeed(tx, { by: asker, deed: 'club.accounts_named' });
        return accept({ status: 200, body: changed.value });
      });
      return reply;
    },
  );

  app.get(
    '/v1/club/accounting/journal.csv',
    {
      config: reading,
      schema: {
        operationId: 'clubJournal',
        tags,
        description: 'The journal of these months; a month that is not closed may still change and says so.',
        querystring: z.strictObject({
          from: monthInput.optional(),
          to: monthInput.optional(),
          language: languageText.optional(),
        }),
        response: {
          200: { description: 'The journal', content: { 'text/csv': { schema: z.string() } } },
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { language = readerLanguage(request), ...asked } = request.query;
      const period = await database.withBusiness(business.id, (tx) =>
        readPeriod(tx, business, asked, clock.now()),
      );
      if (!period.ok) return refuseWith(request, reply, period.refusal);
      const { from, to } = period.value;
      const rows = journalSheet(
        (work) => database.withBusiness(business.id, work),
        business,
        monthsBetween(from, to, business.calendar),
        language,
      );
      void reply.header('content-disposition', 'attachment; filename="club-journal.csv"');
      return reply.type('text/csv; charset=utf-8').send(Readable.from(rows) as never);
    },
  );
};
