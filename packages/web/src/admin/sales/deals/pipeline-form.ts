import type { Pipeline, PipelineInput } from './queries.ts';

export type StepForm = PipelineInput['steps'][number];
export type AskForm = StepForm['asks'][number];
export type AskKind = AskForm['kind'];

interface Words {
  readonly fa: string;
  readonly en: string;
}

export const NO_WORDS: Words = { fa: '', en: '' };
export const ASK_KINDS = [
  'text',
  'choice',
  'number',
  'money',
  'day',
  'fact',
  'objections',
  'deal',
] as const satisfies readonly AskKind[];
export const DEAL_ASKS = ['amount', 'products', 'expectedClose', 'nextStep'] as const;

/** A key that is not taken: out of the English name where it has one, else by number. */
export function freshKey(name: Words, prefix: string, taken: ReadonlySet<string>): string {
  const slug = name.en
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = /^[a-z]/.test(slug) ? slug : prefix;
  if (base !== prefix && !taken.has(base)) return base;
  for (let number = 1; ; number += 1) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`;
}

/** With one element a place further up or down; at the edge it stays. */
export function shifted<One>(all: readonly One[], place: number, by: -1 | 1): One[] {
  const next = [...all];
  const [one] = next.splice(place, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(next.length, place + by)), 0, one);
  return next;
}

/** What was left out in one language is said in the words of the other. */
export function bothOf({ fa, en }: Words): Words {
  const [persian, english] = [fa.trim(), en.trim()];
  return { fa: persian === '' ? english : persian, en: english === '' ? persian : english };
}

export function isNamed({ fa, en }: Words): boolean {
  return fa.trim() !== '' || en.trim() !== '';
}

export function newAsk(kind: AskKind, key: string, name: Words): AskForm {
  switch (kind) {
    case 'choice':
      return {
        key,
        kind,
        name,
        choices: [
          { key: 'one', name: NO_WORDS },
          { key: 'two', name: NO_WORDS },
        ],
      };
    case 'fact':
      return { key, kind, name, facts: [{ type: 'contact.attempted' }] };
    case 'objections':
      return { key, kind, name };
    case 'deal':
      return { key, kind, name, of: 'amount' };
    default:
      return { key, kind, name };
  }
}

/** Every key that steps and asks have or had, so that none is given twice. */
export function keysOf(pipeline: PipelineInput): ReadonlySet<string> {
  return new Set([
    ...pipeline.steps.flatMap(({ key, asks }) => [key, ...asks.map((ask) => ask.key)]),
    ...(pipeline.retired ?? []).map(({ key }) => key),
    ...pipeline.lostReasons.map(({ key }) => key),
  ]);
}

/** The steps that are gone from a pipeline. */
export function goneFrom(before: Pipeline, after: PipelineInput): Pipeline['steps'] {
  return before.steps.filter((step) => !after.steps.some(({ key }) => key === step.key));
}

export type Fault = 'unnamed' | 'steps' | 'reasons' | 'choices' | 'facts' | 'misplaced';

/** What has to be mended before a definition can be kept. */
export function faultsIn(form: PipelineInput): readonly Fault[] {
  const { steps, lostReasons } = form;
  const asks = steps.flatMap((step) => step.asks);
  const names = [
    form.name,
    ...steps.map(({ name }) => name),
    ...asks.map(({ name }) => name),
    ...lostReasons.map(({ name }) => name),
  ];
  const first = steps.findIndex(({ after }) => after === true);
  const found = new Set<Fault>();
  if (!names.every(isNamed)) found.add('unnamed');
  if (steps.length === 0 || first === 0) found.add('steps');
  if (first > 0 && steps.slice(first).some(({ after }) => after !== true)) found.add('misplaced');
  if (lostReasons.length === 0) found.add('reasons');
  for (const ask of asks) {
    if (ask.kind === 'choice' && (ask.choices.length < 2 || !ask.choices.every(({ name }) => isNamed(name))))
      found.add('choices');
    if (ask.kind === 'fact' && ask.facts.length === 0) found.add('facts');
  }
  return [...found];
}

/** What is sent: every name in both languages, and nothing that the server keeps by itself. */
export function sent(form: PipelineInput): PipelineInput {
  const { retired: _, ...rest } = form;
  return {
    ...rest,
    name: bothOf(form.name),
    steps: form.steps.map((step) => {
      const { guidance, ...kept } = step;
      return {
        ...kept,
        name: bothOf(step.name),
        ...(guidance === undefined || !isNamed(guidance) ? {} : { guidance: bothOf(guidance) }),
        asks: step.asks.map((ask): AskForm => {
          const name = bothOf(ask.name);
          return ask.kind === 'choice'
            ? { ...ask, name, choices: ask.choices.map((one) => ({ ...one, name: bothOf(one.name) })) }
            : { ...ask, name };
        }),
      };
    }),
    lostReasons: form.lostReasons.map((reason) => ({ ...reason, name: bothOf(reason.name) })),
  };
}
