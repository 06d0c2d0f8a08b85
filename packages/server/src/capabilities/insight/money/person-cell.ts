import { BuyerMaker, cellAt, type MarginBasis } from '@nardeban/core/insight';
import { type Day, zoneOf } from '@nardeban/core/values';
import type { Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { readingFor, readPeople, stoodThen } from '../../ladder/index.ts';
import type { Ways } from './standings.ts';

/** Where one person stands today, of which type they are, and whom they are like. */
export interface PersonToday {
  readonly rung: number;
  readonly type: number;
  readonly cell: number;
}

/**
 * Null for somebody who stands nowhere yet, and for a number that is nobody's. Their orders are read as a run reads them,
 * but for what single lines cost: the classes of value are eight times as wide as that.
 */
export async function personToday(
  tx: Tx,
  business: Business,
  { ladder, typology }: Ways,
  person: number,
  { day, basis }: { readonly day: Day; readonly basis: MarginBasis },
): Promise<PersonToday | null> {
  const zone = zoneOf(business.zone);
  const end = zone.startOf(day + 1) - 1;
  const standing = async (version: Ways['ladder']): Promise<number | null> => {
    const [found] = await stoodThen(tx, version, [end, end], { after: person - 1, most: 1 });
    return found?.personId === person ? found.now : null;
  };
  const rung = await standing(ladder);
  if (rung === null) return null;
  const type = typology === null ? 0 : ((await standing(typology)) ?? 0);
  const maker = new BuyerMaker();
  const reading = readingFor([], { also: ['order.paid', 'order.returned'] });
  await readPeople(tx, [person], reading, ({ history }) => {
    for (const { type: kind, at, data } of history.facts) {
      if (at > end) continue;
      const amount = typeof data['amount'] === 'number' ? data['amount'] : 0;
      const order = typeof data['order'] === 'string' ? data['order'] : null;
      const told = {
        order,
        day: zone.dayOf(at),
        hour: null,
        amount,
        discount: 0,
        channel: null,
        branch: null,
      };
      if (kind === 'order.paid') maker.paid(told);
      else if (kind === 'order.returned') maker.returned(order, told.day, amount);
    }
  });
  const buyer = maker.finish(String(person));
  return { rung, type, cell: cellAt({ orders: buyer?.orders ?? [] }, day, basis) };
}
