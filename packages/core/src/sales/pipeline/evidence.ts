import type { FactData } from '../../facts/index.ts';
import { accept, type Instant, readIsoDay, refuse, type Result } from '../../values/index.ts';
import { type Ask, type FactAsked, type FieldAsk, isField, type Pipeline, type Step } from './definition.ts';

/** What somebody filled in, by the keys of the fields. */
export type Known = Readonly<Record<string, string | number>>;

export interface DealFact {
  readonly type: string;
  readonly at: Instant;
  readonly data: FactData;
}

/** All that a step may ask about. */
export interface Standing {
  /** The number of the deal, as facts name it. */
  readonly deal: string;
  readonly openedAt: Instant;
  readonly known: Known;
  readonly amount: number | null;
  readonly products: readonly string[];
  readonly expectedClose: string | null;
  /** Whether a follow-up is open for it. */
  readonly nextStep: boolean;
  /** What happened to the person since it was opened, of the types that are asked about. */
  readonly facts: readonly DealFact[];
}

export type Lack = 'not-said' | 'not-happened' | 'unanswered';

/** Whether one thing that a step asks for is there, and what shows it. */
export interface Proof {
  readonly ask: string;
  readonly met: boolean;
  /** It need not be there. */
  readonly optional: boolean;
  readonly lack: Lack | null;
  /** The last instant at which it happened, of what happens. */
  readonly at: Instant | null;
  /** How many objections have no answer that settled them. */
  readonly open: number;
}

const met = (ask: string, at: Instant | null = null): Proof => ({
  ask,
  met: true,
  optional: false,
  lack: null,
  at,
  open: 0,
});
const lacking = (ask: string, lack: Lack, open = 0): Proof => ({
  ask,
  met: false,
  optional: false,
  lack,
  at: null,
  open,
});

/** For everything that a step asks, in its order. */
export function proofsOf(step: Step, standing: Standing): readonly Proof[] {
  return step.asks.map((ask) => proofOf(ask, standing));
}

function proofOf(ask: Ask, standing: Standing): Proof {
  if (isField(ask)) {
    const value = Object.hasOwn(standing.known, ask.key) ? standing.known[ask.key] : undefined;
    const isSaid = value !== undefined && value !== '';
    return {
      ...(isSaid ? met(ask.key) : lacking(ask.key, 'not-said')),
      optional: ask.optional === true,
    };
  }
  switch (ask.kind) {
    case 'fact': {
      const at = standing.facts
        .filter((fact) => isOf(fact, standing) && ask.facts.some((asked) => fits(fact, asked)))
        .reduce<Instant | null>((last, fact) => (last === null || fact.at > last ? fact.at : last), null);
      return at === null ? lacking(ask.key, 'not-happened') : met(ask.key, at);
    }
    case 'objections': {
      const open = openObjections(standing).length;
      return open === 0 ? met(ask.key) : lacking(ask.key, 'unanswered', open);
    }
    case 'deal':
      return isThere(ask.of, standing) ? met(ask.key) : lacking(ask.key, 'not-said');
  }
}

function isThere(of: 'amount' | 'products' | 'expectedClose' | 'nextStep', standing: Standing): boolean {
  switch (of) {
    case 'amount':
      return standing.amount !== null;
    case 'products':
      return standing.products.length > 0;
    case 'expectedClose':
      return standing.expectedClose !== null;
    case 'nextStep':
      return standing.nextStep;
  }
}

/** A fact that names a deal is of that deal alone; one that names none is of every deal that was open then. */
function isOf({ at, data }: DealFact, { deal, openedAt }: Standing): boolean {
  const named = data['deal'];
  return named === undefined ? at >= openedAt : String(named) === deal;
}

function fits({ type, data }: DealFact, asked: FactAsked): boolean {
  const { where } = asked;
  if (type !== asked.type) return false;
  return where === undefined || where.oneOf.includes(String(data[where.field] ?? ''));
}

/** The objections that were raised and have no answer after that which settled them. */
export function openObjections(standing: Standing): readonly string[] {
  const raised = new Map<string, Instant>();
  const settled = new Map<string, Instant>();
  for (const fact of standing.facts) {
    if (!isOf(fact, standing)) continue;
    const objection = String(fact.data['objection'] ?? '');
    if (fact.type === 'objection.raised') note(raised, objection, fact.at);
    else if (fact.type === 'objection.answered' && fact.data['outcome'] !== 'open')
      note(settled, objection, fact.at);
  }
  return [...raised].filter(([key, at]) => (settled.get(key) ?? -Infinity) < at).map(([key]) => key);
}

function note(times: Map<string, Instant>, key: string, at: Instant): void {
  times.set(key, Math.max(times.get(key) ?? -Infinity, at));
}

export interface Missing {
  readonly step: string;
  readonly ask: string;
  readonly lack: Lack;
}

/**
 * What is missing to go from one step on to another: what is asked by the step that is left and by those that are passed over.
 * `to` null: to the end of the way (of the part before the sale, where `from` is one of those). Going back asks for nothing.
 */
export function missingOnWay(
  pipeline: Pipeline,
  from: string,
  to: string | null,
  standing: Standing,
): readonly Missing[] {
  return stepsLeft(pipeline, from, to).flatMap((step) =>
    proofsOf(step, standing).flatMap(({ ask, lack, optional }) =>
      lack === null || optional ? [] : [{ step: step.key, ask, lack }],
    ),
  );
}

/** The steps that are left behind: the present one and those that are passed over. */
export function stepsLeft(pipeline: Pipeline, from: string, to: string | null): readonly Step[] {
  const first = pipeline.steps.findIndex(({ key }) => key === from);
  if (first === -1) return [];
  const isAfter = pipeline.steps[first]?.after === true;
  const end =
    to === null
      ? isAfter
        ? pipeline.steps.length
        : pipeline.steps.filter(({ after }) => after !== true).length
      : pipeline.steps.findIndex(({ key }) => key === to);
  return pipeline.steps.slice(first, Math.max(first, end));
}

/** The types of facts that any step of a pipeline looks at. */
export function factTypesAsked(pipeline: Pipeline): readonly string[] {
  const types = new Set<string>();
  for (const { asks } of pipeline.steps)
    for (const ask of asks) {
      if (ask.kind === 'fact') for (const { type } of ask.facts) types.add(type);
      if (ask.kind === 'objections') {
        types.add('objection.raised');
        types.add('objection.answered');
      }
    }
  return [...types].sort();
}

/**
 * What is known after somebody filled fields in: null takes a value away. Refusals: `deal_field_unknown` {field},
 * `deal_field_wrong` {field}.
 */
export function fillIn(
  pipeline: Pipeline,
  known: Known,
  said: Readonly<Record<string, string | number | null>>,
): Result<Known> {
  const fields = new Map(
    pipeline.steps.flatMap(({ asks }) => asks.filter(isField).map((ask) => [ask.key, ask] as const)),
  );
  const next: Record<string, string | number> = { ...known };
  for (const [key, value] of Object.entries(said)) {
    const ask = fields.get(key);
    if (ask === undefined) return refuse('deal_field_unknown', `known.${key}`, { field: key });
    if (value === null || value === '') {
      delete next[key];
      continue;
    }
    const read = readField(ask, value);
    if (read === null) return refuse('deal_field_wrong', `known.${key}`, { field: ask.name.fa });
    next[key] = read;
  }
  return accept(next);
}

const LONGEST = 2000;

function readField(ask: FieldAsk, value: string | number): string | number | null {
  switch (ask.kind) {
    case 'text':
      return typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST
        ? value.trim()
        : null;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
    case 'day':
      return typeof value === 'string' && readIsoDay(value) !== null ? value : null;
    case 'choice':
      return ask.choices.some(({ key }) => key === value) ? value : null;
  }
}
