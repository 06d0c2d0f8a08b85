import { goalProgress, type ClubFigures, type GoalProgress } from './goals.ts';
import type { SimulatedPerson, SimulationSettings } from './settings.ts';
import {
  Tally,
  type SimulatedMonth,
  type SimulatedPlace,
  type SimulatedRule,
  type SimulatedBound,
} from './tally.ts';
import { PersonWalk } from './person-walk.ts';
import { type BroughtFriend, ReferralWalk, type SimulatedReferral } from './referral-walk.ts';

/** What a programme would have done to recorded orders. Amounts are minor units, `worth` what units take off at the till. */
export interface SimulationResult {
  readonly people: number;
  readonly figures: ClubFigures;
  /** By wallet: `outstanding` could still be spent or will vest; `debt` is owed for what came back after it was spent. */
  readonly wallets: readonly {
    readonly wallet: string;
    readonly earned: number;
    readonly reversed: number;
    readonly spent: number;
    readonly expired: number;
    readonly outstanding: number;
    readonly debt: number;
    readonly worth: number;
  }[];
  /** What all that is outstanding at the end is worth. */
  readonly liability: number;
  /** What was kept of the revenue before the club and with it (spent and outstanding both taken off). */
  readonly margin: { readonly before: number; readonly after: number } | null;
  readonly rules: readonly SimulatedRule[];
  readonly rungs: readonly SimulatedPlace[];
  readonly levels: readonly SimulatedPlace[];
  readonly months: readonly SimulatedMonth[];
  /** Bounds for all people together, and what would have been asked of them: they are told and trim nothing here. */
  readonly bounds: readonly SimulatedBound[];
  readonly goals: readonly GoalProgress[];
  /** What bringing friends would have cost, which is among all the sums above; null: the draft gives nothing for it. */
  readonly referral: SimulatedReferral | null;
  /** Who would have earned most. */
  readonly most: readonly { readonly person: number; readonly worth: number; readonly orders: number }[];
}

/**
 * Plays a draft over recorded histories, one person at a time: nothing grows with the number of people but what those who
 * brought one another would have got for it, which is worked out before (`bring`). It chains what
 * the real thing chains: what was earned is spent, what came back is taken back, a level that was reached counts for the
 * next order. Caps of a person trim; bounds of everybody are told beside what would have been asked of them, for people
 * come one after the other and not by time.
 */
export class Simulation {
  readonly #settings: SimulationSettings;
  readonly #tally: Tally;
  readonly #walk: PersonWalk;
  readonly #referrals: ReferralWalk;

  constructor(settings: SimulationSettings) {
    this.#settings = settings;
    this.#tally = new Tally(settings);
    this.#walk = new PersonWalk(settings, this.#tally);
    this.#referrals = new ReferralWalk(settings);
  }

  /** All whom one person brought, each person once; before anybody is added. */
  bring(referrer: SimulatedPerson, friends: readonly BroughtFriend[]): void {
    this.#referrals.bring(referrer, friends);
  }

  add(person: SimulatedPerson): void {
    this.#walk.play(person, this.#referrals.rewardsOf(person.person));
  }

  result(): SimulationResult {
    const { programme, marginRate } = this.#settings;
    const told = this.#tally.result();
    const { figures, liability } = told;
    const before =
      marginRate === null ? null : Number((BigInt(figures.revenue) * BigInt(marginRate)) / 10_000n);
    return {
      ...told,
      margin: before === null ? null : { before, after: before - figures.cost - liability },
      goals: goalProgress(programme.goals ?? [], figures),
      referral: this.#referrals.result(),
    };
  }
}
