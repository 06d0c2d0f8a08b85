import type { Ask, DealPage, Pipeline, Step } from './queries.ts';

/** What somebody filled in and has not sent: null takes a value away. */
export type Filled = Readonly<Record<string, string | number | null>>;

/** The steps that are left behind on the way from one to another; `to` null: to the end, of the part before the sale or after it. */
export function stepsLeft(pipeline: Pipeline, from: string, to: string | null): readonly Step[] {
  const first = pipeline.steps.findIndex(({ key }) => key === from);
  if (first === -1) return [];
  const before = pipeline.steps.filter(({ after }) => after !== true).length;
  const isAfter = pipeline.steps[first]?.after === true;
  const target = pipeline.steps.findIndex(({ key }) => key === to);
  const wins = !isAfter && target >= before;
  const end = to === null || wins ? (isAfter ? pipeline.steps.length : before) : target;
  return pipeline.steps.slice(first, Math.max(first, end));
}

export type FieldAsk = Exclude<Ask, { kind: 'fact' } | { kind: 'objections' } | { kind: 'deal' }>;

export function isField(ask: Ask): ask is FieldAsk {
  return ask.kind !== 'fact' && ask.kind !== 'objections' && ask.kind !== 'deal';
}

/** What is said of the deal itself on the way; what is not there was not said. */
export interface Said {
  readonly amount?: number | null;
  readonly products?: string;
  readonly expectedClose?: string | null;
}

function isSaid(said: Said, of: string): boolean {
  if (of === 'amount') return typeof said.amount === 'number';
  if (of === 'expectedClose') return typeof said.expectedClose === 'string';
  return of === 'products' && (said.products ?? '').trim() !== '';
}

/** How much of what these steps ask for is still missing, with what was filled in. */
export function missingOf(page: DealPage, steps: readonly Step[], filled: Filled, said: Said = {}): number {
  let missing = 0;
  for (const step of steps) {
    const proofs = page.proofs.find((one) => one.step === step.key)?.proofs ?? [];
    for (const ask of step.asks) {
      const proof = proofs.find((one) => one.ask === ask.key);
      if (proof?.optional === true) continue;
      const isFilled =
        ask.kind === 'deal' && isSaid(said, ask.of)
          ? true
          : ask.key in filled
            ? filled[ask.key] !== null
            : proof?.met === true;
      if (!isFilled) missing += 1;
    }
  }
  return missing;
}
