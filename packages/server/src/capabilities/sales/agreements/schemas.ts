import { quotationSchema, versionStates, wantsSchema } from '@nardeban/core/sales';
import { reasonSchema } from '@nardeban/core/offers';
import { z } from 'zod';
import { named } from '../../../platform/http/index.ts';
import { paperSchema } from './paper.ts';

named(quotationSchema, 'Quotation');
named(wantsSchema, 'Wants');

const kind = z.enum(['wants', 'quotation']);
const state = z.enum(['draft', 'sent', 'accepted', 'declined', 'withdrawn']);
const approval = z.enum(['none', 'asked', 'given', 'refused']);
const language = z.enum(['fa', 'en']);

export const draftSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('quotation'), language, content: quotationSchema }),
    z.strictObject({ kind: z.literal('wants'), language, content: wantsSchema }),
  ])
  .meta({ id: 'AgreementDraft' });

export const keptPaperSchema = z
  .strictObject({
    paper: paperSchema,
    logo: z.string().nullable().describe('Changes with the picture; null: there is none.'),
    revision: z.int().describe('0: nobody has said anything yet.'),
    changedBy: z.string().nullable(),
    changedAt: z.number().nullable(),
  })
  .meta({ id: 'KeptSalesPaper' });

export const guardSaysSchema = z
  .strictObject({
    present: z.boolean().describe('Without a club nothing is judged.'),
    asked: z.int().describe('What all discounts take off, in minor units without tax.'),
    allowed: z.int(),
    lines: z.array(z.int()).describe('What of each line’s discount is within the guard.'),
    reasons: z.array(z.strictObject({ ...reasonSchema.shape, sentence: z.string() })),
  })
  .meta({ id: 'GuardSays' });

export const totalsSchema = z
  .strictObject({
    gross: z.int(),
    lineOff: z.int(),
    wholeOff: z.int(),
    net: z.int(),
    tax: z.int(),
    total: z.int(),
  })
  .meta({ id: 'QuotationSums' });

const agreementShape = {
  id: z.int(),
  kind,
  number: z.int().nullable().describe('Given when it is sent first.'),
  deal: z.int(),
  person: z.int(),
  version: z.int().describe('The version that is worked on, or was sent last.'),
  state,
  revision: z.int(),
  madeBy: z.string(),
  madeAt: z.number(),
  changedBy: z.string(),
  changedAt: z.number(),
};

export const agreementListedSchema = z
  .strictObject({
    ...agreementShape,
    title: z.string(),
    amount: z.int().nullable(),
    validUntil: z.string().nullable(),
    sentAt: z.number().nullable(),
    openedAt: z.number().nullable(),
    answeredAt: z.number().nullable(),
    approval,
    ordered: z.int().nullable().describe('What its order comes to; null: there is none.'),
    paid: z.int().nullable(),
    returned: z.int().nullable().describe('What came back of its order.'),
    cancelledAt: z.number().nullable().describe('When its order was called off.'),
    returnedAt: z.number().nullable().describe('When nothing of its order was left with the customer.'),
  })
  .meta({ id: 'AgreementListed' });

export const versionSchema = z
  .strictObject({
    version: z.int(),
    state: z.enum(versionStates),
    language,
    content: z.union([quotationSchema, wantsSchema]),
    amount: z.int().nullable(),
    validUntil: z.string().nullable(),
    guard: guardSaysSchema.nullable(),
    approval,
    approvalReason: z.string(),
    approvalBy: z.string().nullable(),
    approvalAt: z.number().nullable(),
    hash: z.string().nullable().describe('SHA-256 of what was sent, in hexadecimal.'),
    sentBy: z.string().nullable(),
    sentAt: z.number().nullable(),
    openedAt: z.number().nullable(),
    opened: z.int(),
    answer: z
      .strictObject({
        name: z.string(),
        address: z.string().describe('From which address on the network.'),
        wording: z.string().describe('The words that stood beside the button.'),
        reason: z.string(),
        wants: z.array(z.strictObject({ right: z.boolean(), comment: z.string() })),
        comment: z.string(),
        mobile: z.string().nullable().describe('The mobile that was proved, all but its ends hidden.'),
      })
      .nullable(),
    answeredAt: z.number().nullable(),
  })
  .meta({ id: 'AgreementVersion' });

export const agreementSchema = z
  .strictObject({
    ...agreementShape,
    versions: z.array(versionSchema).describe('The newest first.'),
    events: z.array(
      z.strictObject({
        id: z.int(),
        version: z.int(),
        kind: z.string(),
        by: z.string(),
        at: z.number(),
        detail: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
    order: z
      .strictObject({
        number: z.string(),
        amount: z.int(),
        paid: z.int(),
        placedBy: z.string(),
        placedAt: z.number(),
        paidAt: z.number().nullable(),
        cancelledAt: z.number().nullable().describe('When it was called off, before all of it was paid.'),
        returned: z.int().describe('What came back of it, as it was paid for.'),
        returnedAt: z.number().nullable().describe('When nothing of it was left with the customer.'),
      })
      .nullable(),
    returns: z
      .array(
        z.strictObject({
          place: z.int(),
          kind: z.enum(['cancelled', 'returned']),
          amount: z.int().describe('What is to be paid back.'),
          lines: z.array(
            z.strictObject({
              line: z.int().describe('Its place in the quotation, from 0.'),
              quantity: z.int().describe('Thousandths.'),
              amount: z.int(),
            }),
          ),
          reason: z.string(),
          method: z.string(),
          at: z.number(),
          by: z.string(),
        }),
      )
      .describe('Every time the order was called off or something of it came back.'),
    payments: z.array(
      z.strictObject({
        place: z.int(),
        amount: z.int(),
        method: z.string(),
        note: z.string(),
        at: z.number(),
        by: z.string(),
      }),
    ),
  })
  .meta({ id: 'Agreement' });

export const sentSchema = z
  .strictObject({
    agreement: agreementSchema,
    link: z
      .string()
      .describe('The whole address for the customer. It is told this once: only its hash is kept.'),
  })
  .meta({ id: 'AgreementSent' });
