import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { judge, type MayAsk } from './asking.ts';
import { historiesOf, readingOf } from './reading.ts';
import { readyPage, type ReadyPlace } from './readiness.ts';
import { settingsOf } from './settings.ts';

export interface Ready extends Pick<MayAsk, 'person' | 'strength' | 'signs' | 'content'> {
  readonly name: string | null;
  readonly mobile: string | null;
}

const PLACE = /^([0-9]{1,4})-(-?[0-9]{1,16}(?:\.[0-9]{1,6})?)-([0-9]{1,16})$/u;

/**
 * A page of those who may be asked, with the reasons as their facts give them now: whoever may not be any more, though nobody has
 * looked yet, is left out. Refusal: `page_unreadable`.
 */
export async function readyPeople(
  tx: Tx,
  business: Business,
  page: { readonly after: string | undefined; readonly limit: number },
  now: Instant,
): Promise<Result<{ readonly people: readonly Ready[]; readonly next: string | null }>> {
  const place = page.after === undefined ? null : placeOf(page.after);
  if (place === undefined) return refuse('page_unreadable', 'after');
  const found = await readyPage(tx, { after: place, limit: page.limit + 1 });
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  const next =
    found.length > page.limit && last !== undefined
      ? `${last.strength}-${last.signalAt}-${last.person}`
      : null;
  const people = rows.map(({ person }) => person);
  const { rule } = await settingsOf(tx);
  const histories = await historiesOf(tx, people, readingOf(rule, { ids: true }));
  const { rows: named } = await tx.query<{ id: number; name: string | null; mobile: string | null }>(
    `SELECT p.person_id AS id, p.name, (SELECT min(i.value) FROM identifiers i WHERE i.business_id = p.business_id
       AND i.person_id = p.person_id AND i.kind = 'mobile') AS mobile
     FROM people p WHERE p.business_id = this_business() AND p.person_id = ANY($1::bigint[])`,
    [people],
  );
  const names = new Map(named.map((one) => [one.id, one]));
  return accept({
    next,
    people: people.flatMap((person): Ready[] => {
      const history = histories.get(person);
      const known = names.get(person);
      if (history === undefined || known === undefined) return [];
      const { may, strength, signs, content } = judge(business, rule, {
        person,
        history,
        now,
        comeBack: false,
      });
      return may ? [{ person, strength, signs, content, name: known.name, mobile: known.mobile }] : [];
    }),
  });
}

function placeOf(text: string): ReadyPlace | undefined {
  const read = PLACE.exec(text);
  if (read === null) return undefined;
  const [strength = 0, signalAt = 0, person = 0] = read.slice(1).map(Number);
  return { strength, signalAt, person };
}
