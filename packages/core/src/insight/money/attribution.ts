import type { Buyer } from '../buyer.ts';

/** Who is thanked for a customer: the first touch, the last one, or all of them alike. */
export const attributions = ['first', 'last', 'even'] as const;
export type Attribution = (typeof attributions)[number];

/** A part of a customer. Parts of one customer add up to 1. Channel null: nobody knows where they came from. */
export interface Credit {
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly share: number;
}

export interface Credits {
  readonly from: 'touches' | 'order' | 'nothing';
  readonly credits: Readonly<Record<Attribution, readonly Credit[]>>;
}

/**
 * Who is thanked for a buyer, by each of the three rules: touches up to the day of the first order kept. Where none is
 * known the channel of that order stands for it, and else the channel is not known.
 */
export function creditsOf(buyer: Buyer): Credits {
  const [order] = buyer.orders;
  const until = order?.day ?? Number.NEGATIVE_INFINITY;
  const touches = buyer.touches.filter(
    ({ day, channel, campaign }) => day <= until && (channel !== null || campaign !== null),
  );
  const [first] = touches;
  const last = touches.at(-1);
  if (first === undefined || last === undefined) {
    const channel = order?.channel ?? null;
    const whole = [{ channel, campaign: null, share: 1 }];
    return {
      from: channel === null ? 'nothing' : 'order',
      credits: { first: whole, last: whole, even: whole },
    };
  }
  const even = new Map<string, Credit>();
  for (const { channel, campaign } of touches) {
    const key = JSON.stringify([channel, campaign]);
    even.set(key, { channel, campaign, share: (even.get(key)?.share ?? 0) + 1 / touches.length });
  }
  return {
    from: 'touches',
    credits: {
      first: [{ channel: first.channel, campaign: first.campaign, share: 1 }],
      last: [{ channel: last.channel, campaign: last.campaign, share: 1 }],
      even: [...even.values()],
    },
  };
}
