import { doubts, formSchema } from '@nardeban/core/sales';
import { z } from 'zod';

const word = z.string().trim().min(1).max(100);
const title = z.string().trim().min(1).max(200);
const owner = z.string().min(1).max(64).nullable();
const revision = z.int().min(0);
export const formKeyText = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);
export const formState = z.enum(['draft', 'open', 'closed']);

const tally = z.strictObject({ view: z.int(), sent: z.int(), lead: z.int(), doubtful: z.int() });

export const keptFormSchema = z
  .strictObject({
    id: z.int(),
    key: z.string(),
    definition: formSchema,
    state: formState,
    revision: z.int(),
    address: z.string().describe('Of its own page.'),
    lately: tally.describe('Within the last 30 days.'),
    waiting: z.int().describe('How many wait for somebody to look.'),
    madeBy: z.string(),
    madeAt: z.number(),
    changedBy: z.string(),
    changedAt: z.number(),
  })
  .meta({ id: 'KeptForm' });

export const newFormSchema = z.strictObject({ key: formKeyText, definition: formSchema });
export const formChangeSchema = z.strictObject({ definition: formSchema, state: formState, revision });

const content = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('form'),
    written: z.record(z.string(), z.string()),
    language: z.enum(['fa', 'en']),
    visitor: z.string().nullable(),
    page: z.string().nullable(),
    referrer: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal('letter'),
    from: z.string(),
    name: z.string(),
    subject: z.string(),
    text: z.string(),
    enclosed: z.array(z.string()),
    envelope: z.strictObject({ from: z.string(), helo: z.string(), spf: z.string().nullable() }),
  }),
  z.strictObject({
    kind: z.literal('line'),
    headers: z.array(z.string()),
    columns: z.array(z.string()),
    cells: z.array(z.string()),
  }),
]);

export const submissionState = z.enum(['queued', 'taken', 'repeated', 'waiting', 'discarded', 'refused']);

export const submissionSchema = z
  .strictObject({
    id: z.int(),
    way: z.enum(['script', 'page', 'email', 'csv']),
    form: z.int().nullable(),
    mailbox: z.int().nullable(),
    batch: z.int().nullable(),
    line: z.int().nullable(),
    state: submissionState,
    reasons: z
      .array(z.string())
      .describe(
        `Why it waits (${doubts.join(', ')}), or the code of the refusal of a line that cannot be read.`,
      ),
    person: z.int().nullable(),
    lead: z.int().nullable(),
    conflict: z.int().nullable(),
    content,
    source: z.string().nullable(),
    medium: z.string().nullable(),
    campaign: z.string().nullable(),
    address: z.string().nullable().describe('The network address it came from.'),
    at: z.number(),
    decidedBy: z.string().nullable(),
    decidedAt: z.number().nullable(),
  })
  .meta({ id: 'Submission' });

export const linkSchema = z
  .strictObject({
    id: z.int(),
    code: z.string(),
    address: z.string().describe('What is printed.'),
    title: z.string(),
    form: z.string().nullable(),
    target: z.string().nullable(),
    source: z.string(),
    medium: z.string().nullable(),
    campaign: z.string().nullable(),
    closed: z.boolean(),
    scans: z.int().describe('Within the last 30 days.'),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
  })
  .meta({ id: 'CaptureLink' });

const linkParts = {
  title,
  form: formKeyText.nullable(),
  target: z
    .url({ protocol: /^https?$/ })
    .max(1000)
    .nullable(),
  source: word,
  medium: word.nullable(),
  campaign: word.nullable(),
};
export const newLinkSchema = z.strictObject({
  ...linkParts,
  code: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{2,39}$/)
    .nullable()
    .describe('Null: one is drawn.'),
});
export const linkChangeSchema = z.strictObject({ ...linkParts, closed: z.boolean(), revision });

export const mailboxSchema = z
  .strictObject({
    id: z.int(),
    address: z.string().nullable().describe('Null: this installation takes in no e-mail.'),
    title: z.string(),
    source: z.string(),
    campaign: z.string().nullable(),
    owner: z.string().nullable(),
    hand: z.boolean(),
    closed: z.boolean(),
    revision: z.int(),
    madeBy: z.string(),
    madeAt: z.number(),
  })
  .meta({ id: 'Mailbox' });

const mailboxParts = { title, source: word, campaign: word.nullable(), owner, hand: z.boolean() };
export const newMailboxSchema = z.strictObject(mailboxParts);
export const mailboxChangeSchema = z.strictObject({ ...mailboxParts, closed: z.boolean(), revision });

export const captureSettingsSchema = z
  .strictObject({
    sites: z.array(z.string()),
    visits: z.boolean(),
    visitsAsk: z.boolean(),
    revision: z.int(),
    changedBy: z.string().nullable(),
    changedAt: z.number().nullable(),
  })
  .meta({ id: 'CaptureSettings' });
export const captureSettingsChangeSchema = z.strictObject({
  sites: z
    .array(z.string().trim().min(1).max(300))
    .max(50)
    .describe('The business’s own sites: only their pages may tell visits, frame a form, or be led to.'),
  visits: z.boolean(),
  visitsAsk: z
    .boolean()
    .describe('Nothing is kept in a visitor’s browser, and nothing told, before they agreed.'),
  revision,
});

export const sheetLookSchema = z.strictObject({
  headers: z.array(z.string()),
  columns: z.array(z.string()).describe('What each is taken for.'),
  lines: z.int(),
  sample: z.array(z.array(z.string())),
});

export const batchTerms = z.strictObject({
  columns: z
    .string()
    .max(8000)
    .optional()
    .describe('What each column is, as a JSON list; left out: as it is proposed.'),
  source: word,
  medium: word.optional(),
  campaign: word.optional(),
  owner: z.string().min(1).max(64).optional(),
  hand: z.enum(['true', 'false']).optional(),
});

export const batchSchema = z
  .strictObject({
    id: z.int(),
    fileName: z.string(),
    lines: z.int(),
    source: z.string(),
    medium: z.string().nullable(),
    campaign: z.string().nullable(),
    owner: z.string().nullable(),
    hand: z.boolean(),
    state: z.enum(['running', 'done']),
    tally: z.strictObject({
      queued: z.int(),
      taken: z.int(),
      repeated: z.int(),
      waiting: z.int(),
      refused: z.int(),
    }),
    madeBy: z.string(),
    madeAt: z.number(),
    doneAt: z.number().nullable(),
  })
  .meta({ id: 'LeadList' });

export const sourceSchema = z.strictObject({
  source: z.string(),
  medium: z.string().nullable(),
  campaign: z.string().nullable(),
  signs: z.int().describe('Signs of interest.'),
  people: z.int(),
  handed: z.int(),
  accepted: z.int(),
  qualified: z.int(),
});
