import { z } from 'zod';

export const MOST_STEPS = 15;
export const MOST_ASKS = 20;
export const MOST_LOST_REASONS = 30;

/** Words in both languages; Persian is the source. */
const words = (most: number) =>
  z.strictObject({
    fa: z.string().trim().min(1).max(most),
    en: z.string().trim().min(1).max(most),
  });
const name = words(100);
export type StepWords = z.infer<typeof name>;

const key = z.string().regex(/^[a-z][a-z0-9-]{0,62}$/);

/** What a field may hold that somebody fills in: a text, one of several, a number, an amount in minor units, a day. */
const fieldAsk = z.strictObject({
  key,
  kind: z.enum(['text', 'number', 'money', 'day']),
  name,
  /** Asked, and not needed to go on. */
  optional: z.literal(true).optional(),
});
const choiceAsk = z.strictObject({
  key,
  kind: z.literal('choice'),
  name,
  choices: z.array(z.strictObject({ key, name })).min(2).max(30),
  optional: z.literal(true).optional(),
});
/** Something that must have happened since the deal was opened: any of these. */
const factAsk = z.strictObject({
  key,
  kind: z.literal('fact'),
  name,
  facts: z
    .array(
      z.strictObject({
        type: z.string().min(1).max(80),
        /** Only those of which this field has one of these values. */
        where: z
          .strictObject({
            field: z.string().min(1).max(63),
            oneOf: z.array(z.string().min(1).max(200)).min(1).max(20),
          })
          .optional(),
      }),
    )
    .min(1)
    .max(10),
});
export type FactAsked = z.infer<typeof factAsk>['facts'][number];
/** Of what was raised against it nothing is unanswered. */
const objectionsAsk = z.strictObject({ key, kind: z.literal('objections'), name });
/** Something of the deal itself. */
const dealAsk = z.strictObject({
  key,
  kind: z.literal('deal'),
  name,
  of: z.enum(['amount', 'products', 'expectedClose', 'nextStep']),
});

/** What must be known to leave a step. */
export const askSchema = z.discriminatedUnion('kind', [fieldAsk, choiceAsk, factAsk, objectionsAsk, dealAsk]);
export type Ask = z.infer<typeof askSchema>;
/** What somebody fills in. */
export type FieldAsk = Extract<Ask, { kind: 'text' | 'number' | 'money' | 'day' | 'choice' }>;

export const stepSchema = z.strictObject({
  key,
  name,
  /** What to do on it, in a few sentences. */
  guidance: words(4000).optional(),
  asks: z.array(askSchema).max(MOST_ASKS),
  /** How many working days it may take; absent: as many as it takes. */
  days: z.int().min(1).max(1000).optional(),
  /** Comes after the sale: a deal that is won goes on here. */
  after: z.literal(true).optional(),
});
export type Step = z.infer<typeof stepSchema>;

/** A step that is no more, and where its deals went: what happened on it keeps its name. */
const retiredSchema = z.strictObject({ key, name, into: key });

/** The way a deal goes: its steps in their order, those after the sale last. */
export const pipelineSchema = z.strictObject({
  key,
  name,
  steps: z.array(stepSchema).min(1).max(MOST_STEPS),
  /** Why a deal is lost, to choose from. */
  lostReasons: z.array(z.strictObject({ key, name })).min(1).max(MOST_LOST_REASONS),
  /** After how many days without any contact a deal stands still; absent: never for that. */
  quietDays: z.int().min(1).max(1000).optional(),
  retired: z.array(retiredSchema).max(100).optional(),
});
export type Pipeline = z.infer<typeof pipelineSchema>;

export function isField(ask: Ask): ask is FieldAsk {
  return ask.kind !== 'fact' && ask.kind !== 'objections' && ask.kind !== 'deal';
}

/** The steps before the sale; leaving the last of them wins. */
export function stepsBefore(pipeline: Pipeline): readonly Step[] {
  return pipeline.steps.filter(({ after }) => after !== true);
}

export function stepsAfter(pipeline: Pipeline): readonly Step[] {
  return pipeline.steps.filter(({ after }) => after === true);
}

/** Where what stood on `step` belongs now: there, or where its deals went when it was taken away; null: never heard of. */
export function presentStep(pipeline: Pipeline, step: string): Step | null {
  let asked = step;
  for (let turns = 0; turns <= (pipeline.retired?.length ?? 0); turns += 1) {
    const found = pipeline.steps.find((one) => one.key === asked);
    if (found !== undefined) return found;
    const gone = pipeline.retired?.find((one) => one.key === asked);
    if (gone === undefined) return null;
    asked = gone.into;
  }
  return null;
}

/** What a step is or was called. */
export function stepName(pipeline: Pipeline, step: string): StepWords | null {
  const known =
    pipeline.steps.find((one) => one.key === step) ?? pipeline.retired?.find((one) => one.key === step);
  return known?.name ?? null;
}
