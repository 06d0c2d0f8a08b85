import { type Fitted, fitModels } from '../fit.ts';
import { MODELS } from '../holdout.ts';
import { fitSpending, type Spending } from '../spending.ts';
import { type CellScores, scoresOfCells } from './cell-scores.ts';
import { type CellColumns, cellsOfColumns } from './counted-cells.ts';
import { ENOUGH } from './enough-data.ts';
import { daysOfFirstSeen, newcomersOf, youngerThan } from './first-seen.ts';
import { type Trial, tryOnPast } from './trial.ts';

/** Everything a forecast of all buyers needs: numbers in columns alone, so that it can be made in a thread of its own. */
export interface BuyersAsked {
  readonly today: CellColumns;
  /** As they were the `horizon` days before, with what came after. */
  readonly cut: CellColumns;
  /** Order days after the first and their mean value, of those with any. */
  readonly spenders: { readonly x: Int32Array; readonly mean: Float64Array };
  readonly horizon: number;
  readonly daysPerUnit: number;
  /** Per unit of time. */
  readonly discount: number;
}

/** A fitted model by its name and parameters; what it can do stays where it was fitted. */
export type FittedPlain = Omit<Fitted, 'model'> & {
  readonly model: Pick<Fitted['model'], 'name' | 'parameters'>;
};

export interface BuyersForetold {
  readonly trial: Omit<Trial, 'models'> & {
    readonly models: readonly (FittedPlain & Pick<Trial['models'][number], 'holdout'>)[];
  };
  readonly fitted: readonly FittedPlain[];
  readonly spend: Spending | null;
  readonly scores: CellScores;
  readonly firstSeen: FirstSeen;
}

/** People who seem to be older customers than they look: first seen in so many days after the list began. */
export interface FirstSeen {
  readonly days: number;
  readonly people: number;
  /** Whether the models were fitted and tried without them; false: too few would have been left. */
  readonly leftOut: boolean;
}

/**
 * Tries the models on the past, fits them to all there is, and scores every cell. Null where the past tells nobody apart.
 * Pure, and long: some seconds for a million people. What it answers can be sent from one thread to another.
 */
export function foretellBuyers(asked: BuyersAsked): BuyersForetold | null {
  const { today, spenders, horizon, daysPerUnit, discount } = asked;
  const { firstSeen, fitted: sample, cut } = newOnes(asked);
  const trial = tryOnPast(cut, horizon, daysPerUnit);
  if (trial === null) return null;
  const fitted = fitModels(cellsOfColumns(sample), MODELS, daysPerUnit);
  const models = fitted.map(({ model }) => model);
  return {
    trial: { ...trial, models: trial.models.map(plain) },
    fitted: fitted.map(plain),
    spend: fitSpending(Array.from(spenders.x, (x, i) => ({ x, mean: spenders.mean[i] as number }))),
    scores: scoresOfCells({ trial, models, horizon, daysPerUnit, discount }, today),
    firstSeen,
  };
}

/** Those whom the models are fitted to and tried on: without people who only look new, if enough are left. */
function newOnes({ today, cut, horizon }: BuyersAsked): {
  readonly firstSeen: FirstSeen;
  readonly fitted: CellColumns;
  readonly cut: CellColumns;
} {
  const newcomers = newcomersOf(today);
  const days = daysOfFirstSeen(newcomers);
  let people = 0;
  for (let day = 0; day < days; day++) people += newcomers[day] as number;
  const oldest = newcomers.length - 1 - days;
  const isEnough =
    today.everybody - people >= ENOUGH.customers && oldest >= Math.max(ENOUGH.days, 2 * horizon);
  if (days === 0 || !isEnough) return { firstSeen: { days, people, leftOut: false }, fitted: today, cut };
  return {
    firstSeen: { days, people, leftOut: true },
    fitted: youngerThan(today, oldest),
    cut: youngerThan(cut, oldest - horizon),
  };
}

function plain<One extends Fitted>({ model, ...rest }: One): Omit<One, 'model'> & Pick<FittedPlain, 'model'> {
  return { ...rest, model: { name: model.name, parameters: { ...model.parameters } } };
}
