import type { TFunction } from 'i18next';
import type { ExperimentDefinition, SizeAsked } from '../../../api/experiment-queries.ts';
import type { Speech } from '../../../language/speech.ts';
import type { Version } from '../../../ui/conflicts.ts';

export const OUTCOMES = ['orders', 'margin', 'climbs'] as const;
export type Outcome = ExperimentDefinition['outcome'];

/** Shares are held in ten-thousandths. */
const WHOLE = 10_000;

/** What stands in the form; null: nothing that can be read. */
export interface ExperimentForm {
  readonly name: string;
  readonly hypothesis: string;
  readonly outcome: Outcome;
  /** The share that is left alone. */
  readonly held: number | null;
  readonly windowDays: number | null;
  readonly costPerTreated: number | null;
  readonly ladder: string;
  readonly rung: string;
  readonly people: number | null;
  /** Of a hundred, how many do it without anything being tried. */
  readonly base: number | null;
  readonly mean: number | null;
  readonly deviation: number | null;
  readonly lift: number | null;
}

export function newExperiment(place: { readonly ladder?: string; readonly rung?: string }): ExperimentForm {
  const isClimb = place.ladder !== undefined && place.rung !== undefined;
  return {
    name: '',
    hypothesis: '',
    outcome: isClimb ? 'climbs' : 'orders',
    held: 0.2,
    windowDays: 30,
    costPerTreated: 0,
    ladder: place.ladder ?? '',
    rung: place.rung ?? '',
    people: null,
    base: null,
    mean: null,
    deviation: null,
    lift: 0.2,
  };
}

export function formOf(definition: ExperimentDefinition): ExperimentForm {
  const { plan } = definition;
  const measured = plan?.measured;
  return {
    name: definition.name,
    hypothesis: definition.hypothesis,
    outcome: definition.outcome,
    held: definition.held / WHOLE,
    windowDays: definition.windowDays,
    costPerTreated: definition.costPerTreated,
    ladder: definition.ladder ?? '',
    rung: definition.rung ?? '',
    people: plan?.people ?? null,
    base: measured?.what === 'share' ? measured.base : null,
    mean: measured?.what === 'amount' ? measured.mean : null,
    deviation: measured?.what === 'amount' ? measured.deviation : null,
    lift: plan?.lift ?? 0.2,
  };
}

/** What the helper is asked; null while a number of it is missing. */
export function sizeAskedOf(form: ExperimentForm): SizeAsked | null {
  const { people, lift, held } = form;
  const measured = measuredOf(form);
  if (people === null || people < 1 || lift === null || !(lift > 0) || held === null || measured === null)
    return null;
  return { people, measured, lift, held: Math.round(held * WHOLE) };
}

function measuredOf({ outcome, base, mean, deviation }: ExperimentForm): SizeAsked['measured'] | null {
  if (outcome !== 'margin') return base !== null && base > 0 && base < 1 ? { what: 'share', base } : null;
  if (mean === null || deviation === null || !(mean > 0) || !(deviation > 0)) return null;
  return { what: 'amount', mean, deviation };
}

/** What is sent; undefined while something that is needed is missing. */
export function definitionOf(form: ExperimentForm): ExperimentDefinition | undefined {
  const { held, windowDays, costPerTreated } = form;
  const name = form.name.trim();
  const isClimb = form.outcome === 'climbs';
  if (name === '' || held === null || windowDays === null || costPerTreated === null) return undefined;
  if (isClimb && (form.ladder === '' || form.rung === '')) return undefined;
  const size = sizeAskedOf(form);
  return {
    name,
    hypothesis: form.hypothesis.trim(),
    outcome: form.outcome,
    held: Math.round(held * WHOLE),
    windowDays,
    costPerTreated,
    ladder: isClimb ? form.ladder : null,
    rung: isClimb ? form.rung : null,
    plan: size === null ? null : { people: size.people, measured: size.measured, lift: size.lift },
  };
}

/** Line by line, for two versions side by side. */
export function versionOf(definition: ExperimentDefinition, speech: Speech, t: TFunction): Version {
  const { plan } = definition;
  return [
    { label: t('spend.trial.name'), text: definition.name },
    { label: t('spend.trial.hypothesis'), text: definition.hypothesis },
    { label: t('spend.trial.outcome'), text: t(`spend.outcome.${definition.outcome}`) },
    { label: t('spend.trial.rung'), text: definition.rung ?? '' },
    { label: t('spend.trial.held'), text: speech.share(definition.held / WHOLE) },
    { label: t('spend.trial.window'), text: speech.number(definition.windowDays) },
    { label: t('spend.trial.cost'), text: speech.money(definition.costPerTreated) },
    { label: t('spend.trial.people'), text: plan === null ? '' : speech.number(plan.people) },
    { label: t('spend.trial.lift'), text: plan === null ? '' : speech.share(plan.lift) },
  ];
}
