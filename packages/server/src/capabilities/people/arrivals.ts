import type { NormalIdentity, PersonId } from '@nardeban/core/people';
import type { Instant } from '@nardeban/core/values';
import type { Database, Rows, Statement } from '../../platform/database/index.ts';
import type { Business } from '../../platform/tenancy/index.ts';
import { holdersAsked, nobody } from './holders.ts';
import { newcomersStatement, numbersStatement } from './newcomers.ts';
import { confirmedBy, decide, namesToFill, type Resolution } from './resolve.ts';

/** What to ask of the database before people can be recognised, and how to recognise them by the answers. */
export interface Arrivals {
  readonly statements: readonly Statement[];
  /**
   * Whom each of these identities means, all of them among those asked for, as resolvePeople decides it; `at` says since
   * when the business knows a person it creates. Null when more has to be written than new people and new identifiers
   * (a merge, a conflict, the name of somebody known): then resolvePeople has to do it.
   */
  recognise(
    answers: readonly Rows<object>[],
    identities: readonly NormalIdentity[],
    at: readonly Instant[],
  ): Recognised | null;
}

export interface Recognised {
  readonly resolutions: readonly Resolution[];
  /** Stores the newcomers, or fails with a reason of OVERTAKEN; null when everybody is known. */
  readonly statement: Statement | null;
  /** Since when the business knows whoever was known before. */
  readonly knownSince: ReadonlyMap<PersonId, Instant>;
}

/** The way of resolvePeople for somebody who waits: it can be sent together with what comes before and after. */
export function arrivalsOf(
  database: Database,
  business: Pick<Business, 'id'>,
  identities: readonly NormalIdentity[],
): Arrivals {
  const holders = holdersAsked(business, identities, null);
  const reserve = reserveOf(database);
  const { unused, enough } = reserve;
  const numbers =
    holders !== null && unused.length < Math.min(identities.length, enough)
      ? numbersStatement(2 * enough)
      : null;
  return {
    statements: [holders?.statement ?? null, numbers].filter((statement) => statement !== null),
    recognise(answers, asked, at) {
      const told = holders === null ? nobody() : holders.read(answers[0] ?? { rows: [], rowCount: 0 });
      if (numbers !== null) {
        const [row] = (answers[1] as Rows<{ ids: number[] }>).rows;
        unused.push(...(row?.ids ?? []));
      }
      const decided = decide(asked, at, told.register);
      const { recognitions, newcomers, learnt, persons } = decided;
      reserve.enough = Math.max(FEW, newcomers.length);
      const confirmed = confirmedBy(asked, recognitions, told);
      const plain =
        decided.merges.length === 0 &&
        confirmed.identifiers.length === 0 &&
        confirmed.named.length === 0 &&
        namesToFill(asked, recognitions, told.nameless).size === 0 &&
        recognitions.every(
          (one) => one.is === 'nobody' || (one.is !== 'disputed' && one.resembled.length === 0),
        ) &&
        newcomers.length <= unused.length;
      if (!plain) return null;
      const ids = unused.splice(0, newcomers.length);
      const numberOf = (person: PersonId): number => (person < 0 ? (ids[-person - 1] ?? person) : person);
      return {
        resolutions: recognitions.map((recognition, index): Resolution => {
          if (recognition.is === 'nobody') return { nobody: true };
          const person = persons[index] ?? 0;
          return { personId: numberOf(person), canonicalId: numberOf(told.register.rootOf(person)) };
        }),
        statement: learnt.length === 0 ? null : newcomersStatement(business, { ids, newcomers, learnt }),
        knownSince: told.knownSince,
      };
    },
  };
}

/**
 * Numbers for people that nobody has yet, fetched ahead so that a newcomer costs no round trip more. What is left when
 * the program ends is never given: numbers have gaps.
 */
interface Reserve {
  readonly unused: number[];
  /** As many as the last facts needed, and a few at least. */
  enough: number;
}

const FEW = 20;
const reserves = new WeakMap<Database, Reserve>();

function reserveOf(database: Database): Reserve {
  const known = reserves.get(database);
  if (known !== undefined) return known;
  const reserve: Reserve = { unused: [], enough: FEW };
  reserves.set(database, reserve);
  return reserve;
}
