import type { Instant } from '@nardeban/core/values';
import { worthOf } from '@nardeban/core/programme';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { calendarOf, readPeople, type KnownPerson } from '../../ladder/index.ts';
import { type Balance, balancesStatement } from '../../programme/index.ts';
import { isMember, levelOf } from './buyer.ts';
import { type ClubNow, clubNow, clubStatement, plannedOnceStatement } from './club-now.ts';
import { sayBalances, say, type Speech } from './hints.ts';
import { type Stand, standingsStatement, standsOf } from './stands.ts';

/** Somebody as whoever stands at the till sees them. */
export interface TillPerson {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly member: boolean;
  readonly stands: readonly Stand[];
  readonly level: string | null;
  readonly balances: readonly (Balance & { readonly worth: number })[];
  readonly say: ReturnType<typeof sayBalances>;
}

interface Named {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
}

/** These people with all that a cashier should know of them; who is not there is left out. */
export async function peopleAtTill(
  tx: Tx,
  business: Business,
  ids: readonly number[],
  now: Instant,
  speech: Speech,
): Promise<readonly TillPerson[]> {
  const [first] = await tx.queryAll<[object, object]>([clubStatement, plannedOnceStatement]);
  const club = await clubNow(tx, business, first);
  const known = new Map<number, KnownPerson['history']>();
  await readPeople(tx, ids, club.reading, ({ personId, history }) => known.set(personId, history));
  const found: TillPerson[] = [];
  for (const id of ids) {
    const history = known.get(id);
    if (history === undefined) continue;
    const [named, standings, balances] = await tx.queryAll<[Named, object, Balance]>([
      {
        name: 'till-named',
        text: `SELECT p.person_id AS id, coalesce(p.name, (
                 SELECT o.name FROM people o WHERE o.business_id = this_business() AND o.merged_into = p.person_id AND o.name IS NOT NULL
                 LIMIT 1)) AS name, (
                 SELECT i.value FROM identifiers i WHERE i.business_id = this_business() AND i.kind = 'mobile' AND i.person_id IN (
                   SELECT p.person_id UNION ALL
                   SELECT o.person_id FROM people o WHERE o.business_id = this_business() AND o.merged_into = p.person_id)
                 LIMIT 1) AS mobile
               FROM people p WHERE p.business_id = this_business() AND p.person_id = $1`,
        values: [id],
      },
      standingsStatement(id),
      balancesStatement({ kind: 'person', id }, { now }),
    ]);
    const [person] = named.rows;
    if (person === undefined) continue;
    const stands = await standsOf(tx, business, club, standings);
    found.push(shown({ business, club, person, history, stands, balances: balances.rows, now, speech }));
  }
  return found;
}

function shown({
  business,
  club,
  person,
  history,
  stands,
  balances,
  now,
  speech,
}: {
  readonly business: Business;
  readonly club: ClubNow;
  readonly person: Named;
  readonly history: KnownPerson['history'];
  readonly stands: readonly Stand[];
  readonly balances: readonly Balance[];
  readonly now: Instant;
  readonly speech: Speech;
}): TillPerson {
  const programme = club.programme?.definition ?? null;
  const member = isMember(programme, history, now);
  const level = levelOf(programme, history, now, calendarOf(business));
  const levelName = programme?.levels?.levels.find(({ key }) => key === level)?.name;
  const { language } = speech;
  return {
    ...person,
    member,
    stands,
    level,
    balances: balances.map((balance) => {
      const wallet = programme?.wallets.find(({ key }) => key === balance.wallet);
      return { ...balance, worth: wallet === undefined ? 0 : worthOf(wallet, balance.available) };
    }),
    say: [
      ...stands.filter(({ kind }) => kind === 'ladder').flatMap((stand) => sayStand(club, stand, speech)),
      ...(levelName === undefined ? [] : [say('level', { level: levelName[language] }, speech)]),
      ...sayBalances(balances, programme, now, speech),
      ...(programme !== null && !member ? [say('join', {}, speech)] : []),
    ],
  };
}

/** Where they stand, and what comes next. */
function sayStand({ places }: ClubNow, { ladder, place, name }: Stand, speech: Speech) {
  const { language } = speech;
  const next = [...places.values()].find(({ key }) => key === ladder)?.places[place + 1];
  return [
    say('rung', { rung: name[language] }, speech),
    ...(next === undefined ? [] : [say('next_rung', { rung: next.name[language] }, speech)]),
  ];
}
