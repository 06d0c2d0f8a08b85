import { fiveRungLadder } from '@nardeban/core/ladder';
import type { Belongings } from './two-businesses.ts';

/** One operation of the committed contract. */
export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  /** What it asks of who asks; undefined: it is public. */
  readonly scope: string | undefined;
  readonly hasBody: boolean;
}

interface Contract {
  readonly paths: Record<
    string,
    Record<string, { operationId?: string; 'x-scope'?: string; requestBody?: object }>
  >;
}

export function operationsOf(contract: Contract): Operation[] {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId ?? `${method} ${path}`,
      method: method.toUpperCase() as Operation['method'],
      path,
      scope: operation['x-scope'],
      hasBody: operation.requestBody !== undefined,
    })),
  );
}

/**
 * A good body for every operation that takes one. A new operation without its sample fails the tests that walk the
 * contract, which is how none is forgotten.
 */
export function sampleBody(operation: Operation, mine: Belongings): unknown {
  const definition = { ...fiveRungLadder, key: mine.ladder };
  const event = { userId: 'u-1', event: 'Product Viewed', messageId: 'm-1', properties: { sku: 'a' } };
  const bodies: Record<string, unknown> = {
    alias: { userId: 'u-1', previousId: 'p-1' },
    batch: { batch: [{ type: 'track', ...event }] },
    changeMapping: { mapping: { unit: 'toman' } },
    changePassword: { currentPassword: 'a password', newPassword: 'another password' },
    decideConflict: { decide: 'dismiss' },
    declareCustomFact: {
      fa: 'رزرو',
      en: 'booking',
      fields: { seats: { kind: 'number', fa: 'صندلی', en: 'seats' } },
    },
    identify: { userId: 'u-1', traits: { city: 'Tehran', email: 'u1@example.com' } },
    import: { batch: [{ type: 'track', ...event }] },
    makeApiKey: { name: 'till', scopes: ['facts:write'] },
    mergePeople: { loser: mine.person, winner: mine.other, reason: 'same' },
    page: { userId: 'u-1', name: 'Menu', properties: { url: '/' } },
    pinPerson: { ladder: mine.ladder, rung: mine.rung, until: '2027-01-01', reason: 'a friend' },
    saveDraft: { definition, note: 'a try' },
    screen: { userId: 'u-1', name: 'Menu' },
    signIn: { email: 'a@example.com', password: 'a password' },
    tellFacts: {
      facts: [
        {
          person: { mobile: '09121234567', name: 'x' },
          type: 'order.paid',
          at: '2026-05-01T10:00:00Z',
          source: 's',
          key: 'k',
          data: { order: '1', amount: 5 },
        },
      ],
    },
    track: event,
    unpinPerson: { ladder: mine.ladder },
    whatIf: { definition, asOf: '2026-05-30', months: 2 },
  };
  if (operation.hasBody && !Object.hasOwn(bodies, operation.id))
    throw new Error(`${operation.id} has no sample body`);
  return bodies[operation.id];
}

/** The address of an operation, filled with what a business has. */
export function addressOf(operation: Operation, of: Belongings): string {
  const id = operation.path.includes('/people/')
    ? of.person
    : operation.path.includes('/merges/')
      ? of.merge
      : operation.path.includes('/conflicts/')
        ? of.conflict
        : operation.path.includes('/imports/')
          ? of.import
          : of.apiKey;
  const known: Record<string, string | number> = { id, key: of.ladder, rung: of.rung, name: 'booking' };
  return operation.path.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = known[name];
    if (value === undefined) throw new Error(`{${name}} of ${operation.path} is not known`);
    return String(value);
  });
}
