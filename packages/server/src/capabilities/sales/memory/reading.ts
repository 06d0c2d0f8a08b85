import { customerKindOf, isConsumerApart, type OpenQuestion, openQuestions } from '@nardeban/core/sales';
import { type Instant, isoDay, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { type Relation, relationsOf } from '../../dossier/index.ts';
import { type Note, standingNotes } from './notes.ts';
import { type KeptPromise, promisesOf } from './promises.ts';
import { type PartElsewhere, partsElsewhere, type RolePlayed, rolesOf } from './roles.ts';
import { type Talk, talksOf } from './talks.ts';
import type { Whom } from './whom.ts';

/** Everything that is remembered of what was said with somebody, in general or about one deal. */
export interface Memory {
  readonly person: number;
  readonly notes: readonly Note[];
  readonly roles: readonly RolePlayed[];
  readonly elsewhere: readonly PartElsewhere[];
  readonly relations: readonly Relation[];
  readonly promises: readonly KeptPromise[];
  readonly talks: readonly Talk[];
  /** Whether they sell on what they buy; null: nobody said. */
  readonly customer: 'trade' | 'end' | null;
  /** Whether somebody else uses what they buy. */
  readonly consumerApart: boolean;
  /** What is not known yet, in the order in which one asks. */
  readonly open: readonly OpenQuestion[];
}

const MOST_RELATIONS = 100;

export async function memoryOf(tx: Tx, business: Business, whom: Whom, now: Instant): Promise<Memory> {
  const notes = await standingNotes(tx, whom);
  const roles = await rolesOf(tx, whom);
  const relations = await relationsOf(tx, whom.person);
  const said = notes.flatMap(({ purpose }) => (purpose === null ? [] : [purpose]));
  return {
    person: whom.person,
    notes,
    roles,
    elsewhere: await partsElsewhere(tx, whom.members),
    relations: relations.ok ? relations.value.slice(0, MOST_RELATIONS) : [],
    promises: await promisesOf(tx, whom, isoDay(zoneOf(business.zone).dayOf(now))),
    talks: await talksOf(tx, whom),
    customer: customerKindOf(said),
    consumerApart: isConsumerApart(said, roles),
    open: openQuestions(new Set(notes.map(({ kind }) => kind)), roles),
  };
}
