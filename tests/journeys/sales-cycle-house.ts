import { firstForm } from '@nardeban/core/sales';
import { openBusiness } from './business-house.ts';
import { OWNER } from './small-shop.ts';

export const SELLER = { email: 'seller@cycle.example', password: 'a password to sell with' };
export const MANAGER = { email: 'manager@cycle.example', password: 'a password to manage' };
export const SOFA = 'مبل راحتی';
export const CUSHION = 'کوسن';

/** Where somebody stands by what happened: on the ladder, and among the thirteen stages of sales. */
export interface Standing {
  readonly rung: string | null;
  readonly stage: string | null;
}

export interface CycleHouse {
  readonly address: string;
  /** Where strangers find the form. */
  readonly form: string;
  /** Asks the server as another program would; the answer has to be a good one. */
  readonly ask: <Body>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<Body>;
  readonly standing: (person: number) => Promise<Standing>;
  /** Everywhere they stood on one of both, in order. */
  readonly way: (person: number, ladder: 'loyalty' | 'sales-stages') => Promise<string[]>;
  /** How often what was told of somebody, by what it is. */
  readonly told: (person: number) => Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** A furniture shop with a form, a seller and a manager, whom nobody has written to yet; its jobs run as with `npm start`. */
export async function openCycleHouse(): Promise<CycleHouse> {
  const { address, ask, hire, close } = await openBusiness({
    slug: 'chub',
    name: 'مبل چوب',
    staff: [
      [OWNER, 'owner', 'مینا احمدی'],
      [MANAGER, 'manager', 'Sara Bahrami'],
    ],
    jobs: true,
  });
  const seller = await hire(SELLER, 'sales', 'بهرام');
  await ask('PUT', '/v1/sales/qualification/sellers', { sellers: [seller] });
  await ask('PUT', '/v1/sales/belongs/pairs', {
    item: SOFA,
    other: CUSHION,
    own: true,
    sentenceFa: 'برای {item}، {other} هم بردارید.',
    sentenceEn: 'Take {other} with {item}.',
    revision: null,
  });
  await ask('POST', '/v1/sales/objections/starter', { language: 'fa' });
  await openForm(ask);
  const place = (person: number, ladder: string) =>
    ask<{ rung: string | null; moves: { from: string; to: string; superseded: boolean }[] }>(
      'GET',
      `/v1/people/${person}/ladders/${ladder}`,
    );
  return {
    address,
    form: '/f/chub/price',
    ask,
    async standing(person) {
      const [ladder, stages] = await Promise.all([place(person, 'loyalty'), place(person, 'sales-stages')]);
      return { rung: ladder.rung, stage: stages.rung };
    },
    async way(person, ladder) {
      const { moves } = await place(person, ladder);
      return moves.filter(({ superseded }) => !superseded).map(({ to }) => to);
    },
    async told(person) {
      const { facts } = await ask<{ facts: { type: string }[] }>(
        'GET',
        `/v1/people/${person}/facts?limit=500`,
      );
      const counts: Record<string, number> = {};
      for (const { type } of facts) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    },
    close,
  };
}

/** A form that asks which price somebody wants to know, open to everybody. */
async function openForm(ask: CycleHouse['ask']): Promise<void> {
  const first = firstForm();
  const definition = {
    ...first,
    title: { fa: 'قیمت مبل', en: 'Sofa prices' },
    fields: [
      ...first.fields,
      {
        key: 'what',
        kind: 'product',
        label: { fa: 'کدام کالا', en: 'Which product' },
        required: true,
        becomes: 'price',
        choices: [{ value: SOFA, label: { fa: SOFA, en: 'Sofa' } }],
      },
    ],
    lead: { ...first.lead, source: 'site', campaign: 'autumn' },
    // That robots wait is tried elsewhere; nobody has to wait here.
    leastSeconds: 0,
  };
  await ask('POST', '/v1/sales/forms', { key: 'price', definition });
  await ask('PUT', '/v1/sales/forms/price', { definition, state: 'open', revision: 1 });
}
