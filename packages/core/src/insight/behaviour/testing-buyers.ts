import type { Buyer, LineBought, OrderKept, Touch } from '../buyer.ts';

/** An order of which only what matters to a test is told; 100 were paid. */
export function order(day: number, told: Partial<Omit<OrderKept, 'day'>> = {}): OrderKept {
  return {
    day,
    hour: null,
    amount: 100,
    returned: 0,
    discount: 0,
    channel: null,
    branch: null,
    lines: [],
    ...told,
  };
}

export function line(item: string, category: string | null = null): LineBought {
  return { item, category, quantity: 1, amount: null };
}

export function buyer(person: string, orders: readonly OrderKept[], touches: readonly Touch[] = []): Buyer {
  return { person, orders, touches, complaints: 0, referrals: 0 };
}
