import type { Instant } from '../values/index.ts';
import type { Climb } from './climb.ts';

/** How people stand under two definitions, gathered one person at a time. Nothing grows with the number of people. */
export interface Comparison {
  /** People on each place of the published and of the draft definition, at the instant asked about. */
  readonly published: readonly number[];
  readonly draft: readonly number[];
  /** matrix[p][d]: people on place p as published who stand on place d in the draft. */
  readonly matrix: readonly (readonly number[])[];
  readonly people: number;
  /** People whose place is another; by name, where the two definitions have different places. */
  readonly changed: number;
  /** Steps up and down in the whole past under each. */
  readonly steps: { readonly published: Steps; readonly draft: Steps };
  /** People on each place at the end of each period, under each. */
  readonly history: readonly {
    readonly at: Instant;
    readonly published: readonly number[];
    readonly draft: readonly number[];
  }[];
}

export interface Steps {
  readonly up: number;
  readonly down: number;
}

export class WhatIf {
  private readonly keys: { readonly published: readonly string[]; readonly draft: readonly string[] };
  private readonly ends: readonly Instant[];
  private readonly matrix: number[][];
  private readonly months: { published: number[]; draft: number[] }[];
  private readonly published: number[];
  private readonly draft: number[];
  private readonly steps = { published: { up: 0, down: 0 }, draft: { up: 0, down: 0 } };
  private people = 0;
  private changed = 0;

  /** `ends`: the instants, ascending, at which history is taken (the ends of months). */
  constructor(published: readonly string[], draft: readonly string[], ends: readonly Instant[]) {
    this.keys = { published, draft };
    this.ends = ends;
    this.matrix = published.map(() => draft.map(() => 0));
    this.published = published.map(() => 0);
    this.draft = draft.map(() => 0);
    this.months = ends.map(() => ({ published: published.map(() => 0), draft: draft.map(() => 0) }));
  }

  /** Returns whether the person stands elsewhere under the draft; `published` null: nothing is published yet. */
  add(published: Climb | null, draft: Climb): boolean {
    if (draft.place === null || published?.place === null) return false;
    this.people++;
    if (published === null) {
      this.draft[draft.place] = (this.draft[draft.place] ?? 0) + 1;
      this.takeSteps(draft, this.steps.draft);
      this.takeHistory(draft, 'draft');
      return false;
    }
    this.published[published.place] = (this.published[published.place] ?? 0) + 1;
    this.draft[draft.place] = (this.draft[draft.place] ?? 0) + 1;
    const row = this.matrix[published.place];
    if (row) row[draft.place] = (row[draft.place] ?? 0) + 1;
    this.takeSteps(published, this.steps.published);
    this.takeSteps(draft, this.steps.draft);
    this.takeHistory(published, 'published');
    this.takeHistory(draft, 'draft');
    const elsewhere = this.keys.published[published.place] !== this.keys.draft[draft.place];
    if (elsewhere) this.changed++;
    return elsewhere;
  }

  private takeSteps(climbed: Climb, steps: { up: number; down: number }): void {
    for (const move of climbed.moves) {
      if (move.to > move.from) steps.up++;
      else steps.down++;
    }
  }

  private takeHistory(climbed: Climb, which: 'published' | 'draft'): void {
    const { moves } = climbed;
    let place = moves[0]?.from ?? climbed.place ?? 0;
    let next = 0;
    for (let index = 0; index < this.ends.length; index++) {
      const end = this.ends[index] as Instant;
      while (next < moves.length && (moves[next]?.at ?? end) <= end) place = moves[next++]?.to ?? place;
      if (climbed.knownSince > end) continue;
      const counts = this.months[index]?.[which];
      if (counts) counts[place] = (counts[place] ?? 0) + 1;
    }
  }

  result(): Comparison {
    return {
      published: this.published,
      draft: this.draft,
      matrix: this.matrix,
      people: this.people,
      changed: this.changed,
      steps: this.steps,
      history: this.months.map((month, index) => ({ at: this.ends[index] as Instant, ...month })),
    };
  }
}
