import { accept, type Language } from '@nardeban/core/values';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/index.ts';
import {
  askerOf,
  dayText,
  readerLanguage,
  refusals,
  refuseWith,
  type Routes,
} from '../../../platform/http/index.ts';
import { personById } from '../../people/index.ts';
import { oneAgreement } from './agreement-routes.ts';
import { askApproval, decideApproval } from './approving.ts';
import { placeOrder, takePayment } from './ordering.ts';
import { fill, words } from './pages/words.ts';
import { agreementSchema, sentSchema } from './schemas.ts';
import { linkAgain, sendAgreement, type Sent, withdrawAgreement } from './sending.ts';
import { agreementShown } from './showing.ts';
import { type Agreement, agreementById, noteEvent, versionOf } from './store.ts';
import { sayNumber } from './saying.ts';
import { agreementWriter, authorOf } from './writing.ts';

const tags = ['sales'];
const writing = { scope: 'sales:write' } as const;
const managing = { scope: 'sales:manage' } as const;
const reasonText = z.string().trim().min(1).max(500);
const revision = z.int().min(1);

/** What is done with an agreement: let through, sent, taken back; ordered and paid. */
export const deedRoutes: Routes = (app, parts) => {
  const { database, writes, clock, config, sms } = parts;
  const write = agreementWriter(parts);

  app.post(
    '/v1/sales/agreements/:id/approval-request',
    {
      config: writing,
      schema: {
        operationId: 'askAgreementApproval',
        tags,
        description: 'Asks a manager to let discounts through that the guard holds back.',
        params: oneAgreement,
        body: z.strictObject({ revision, reason: reasonText }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await write(request, reply, (tx, business, author) =>
        askApproval(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/approval',
    {
      config: managing,
      schema: {
        operationId: 'decideAgreementApproval',
        tags,
        description: 'Lets discounts through that the guard holds back, or not; the reason is kept.',
        params: oneAgreement,
        body: z.strictObject({ revision, approve: z.boolean(), reason: reasonText }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { approve, reason } = request.body;
      const deed = approve ? 'agreement.approved' : 'agreement.not_approved';
      await write(
        request,
        reply,
        (tx, business, author) => decideApproval(tx, business, request.params.id, request.body, author),
        { told: { deed, detail: { reason } } },
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/send',
    {
      config: writing,
      schema: {
        operationId: 'sendAgreement',
        tags,
        description:
          'Fixes a draft, gives it its number and answers a link for the customer, this once. The version sent before is replaced.',
        params: oneAgreement,
        body: z.strictObject({
          revision,
          sms: z.boolean().optional().describe('Send the link to the mobile of the customer at once.'),
        }),
        response: { 200: sentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const isSms = request.body.sms === true;
      const ready = await database.withBusiness(business.id, (tx) => reachable(tx, id, isSms));
      if (!ready.ok) return refuseWith(request, reply, ready.refusal);
      let sent: Sent | null = null;
      await writes.inBusiness(request, reply, async (tx) => {
        sent = null;
        const author = authorOf(request, clock);
        const done = await sendAgreement(tx, business, id, request.body.revision, author);
        if (!done.ok) return done;
        sent = done.value;
        const agreement = await agreementShown(tx, business, done.value.agreement, readerLanguage(request));
        const body = { agreement, link: whole(request, done.value.link) };
        return accept({ status: 200, body, kept: { ...body, link: '' } });
      });
      if (isSms && sent !== null)
        await text(business, sent, ready.value, whole(request, (sent as Sent).link));
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/link',
    {
      config: writing,
      schema: {
        operationId: 'linkAgreement',
        tags,
        description: 'A further link to what was sent last, told this once. Links made before go on working.',
        params: oneAgreement,
        body: z.strictObject({ sms: z.boolean().optional() }),
        response: { 200: sentSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const { business } = askerOf(request);
      const { id } = request.params;
      const isSms = request.body.sms === true;
      const ready = await database.withBusiness(business.id, (tx) => reachable(tx, id, isSms));
      if (!ready.ok) return refuseWith(request, reply, ready.refusal);
      let sent: Sent | null = null;
      await writes.inBusiness(request, reply, async (tx) => {
        sent = null;
        const done = await linkAgain(tx, business, id, authorOf(request, clock));
        if (!done.ok) return done;
        sent = done.value;
        const agreement = await agreementShown(tx, business, done.value.agreement, readerLanguage(request));
        const body = { agreement, link: whole(request, done.value.link) };
        return accept({ status: 200, body, kept: { ...body, link: '' } });
      });
      if (isSms && sent !== null)
        await text(business, sent, ready.value, whole(request, (sent as Sent).link));
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/withdraw',
    {
      config: writing,
      schema: {
        operationId: 'withdrawAgreement',
        tags,
        description: 'Takes back what was sent and not accepted: its link says so.',
        params: oneAgreement,
        body: z.strictObject({ revision, reason: z.string().trim().max(500) }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await write(request, reply, (tx, business, author) =>
        withdrawAgreement(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/order',
    {
      config: writing,
      schema: {
        operationId: 'orderAgreement',
        tags,
        description:
          'Makes the order of an accepted quotation, once: its deal is won, and what was promised stands on its days.',
        params: oneAgreement,
        body: z.strictObject({
          soldOn: dayText
            .optional()
            .describe('From which day guarantee and service count; today where it is left out.'),
        }),
        response: { 200: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      await write(request, reply, (tx, business, author) =>
        placeOrder(tx, business, request.params.id, request.body, author),
      );
      return reply;
    },
  );

  app.post(
    '/v1/sales/agreements/:id/payments',
    {
      config: writing,
      schema: {
        operationId: 'takeAgreementPayment',
        tags,
        description:
          'Writes down money that was taken. With the last of it the purchase is told, once and whole.',
        params: oneAgreement,
        body: z.strictObject({
          amount: z.int().min(1).max(1e15),
          method: z.string().trim().max(100),
          note: z.string().trim().max(300),
          at: z.int().min(0).max(8.64e15).optional().describe('When it was taken; now where it is left out.'),
          before: z.int().min(0).describe('What had been paid, as it was shown.'),
        }),
        response: { 201: agreementSchema, ...refusals },
      },
    },
    async (request, reply) => {
      const taken = { ...request.body, at: request.body.at };
      await write(
        request,
        reply,
        (tx, business, author) => takePayment(tx, business, request.params.id, taken, author),
        { status: 201, told: { deed: 'agreement.paid' } },
      );
      return reply;
    },
  );

  /** The mobile of whom it goes to, where one is needed: for the message, or for the code that accepting asks for. */
  async function reachable(tx: Tx, id: number, isSms: boolean) {
    const found = await agreementById(tx, id);
    if (!found.ok) return found;
    const { content } = await versionOf(tx, id, found.value.version);
    const asksProof = 'proof' in content && content.proof;
    if (!isSms && !asksProof) return accept(null);
    if (sms.provider === null) return { ok: false, refusal: { code: 'sms_not_set_up' } } as const;
    const person = await personById(tx, found.value.person);
    const mobile = person?.identifiers.find(({ kind }) => kind === 'mobile')?.value;
    if (mobile === undefined) return { ok: false, refusal: { code: 'person_has_no_mobile' } } as const;
    return accept(mobile);
  }

  function whole(request: { readonly protocol: string; readonly host: string }, path: string): string {
    return `${(config.publicUrl ?? `${request.protocol}://${request.host}`).replace(/\/+$/, '')}${path}`;
  }

  /** Hands the link over to the gateway; what came of it stands in the history. */
  async function text(
    business: { readonly id: number; readonly name: string; readonly language: Language },
    { agreement }: { readonly agreement: Agreement },
    mobile: string | null,
    link: string,
  ): Promise<void> {
    if (mobile === null) return;
    const said = words[business.language];
    const { kind, number } = agreement;
    const what = kind === 'wants' ? said.wants : `${said.quotation} ${sayNumber(number ?? 0, business)}`;
    // The link stands on a line of its own: nothing turns it round.
    const message = `${business.name.slice(0, 60)}\n${fill(said.smsReady, { what })}\n${link}`;
    const sent = await sms.send(business, { to: mobile, text: message, purpose: 'agreement' });
    await database.withBusiness(business.id, (tx) =>
      noteEvent(tx, {
        agreement: agreement.id,
        version: agreement.version,
        kind: sent.ok ? 'texted' : 'not_texted',
        by: '',
        at: clock.now(),
        detail: sent.ok ? {} : { ...sent.refusal.detail, code: sent.refusal.code },
      }),
    );
  }
};
