import { type Language, refuse, type Result, accept, type Instant } from '@nardeban/core/values';
import type { FastifyRequest } from 'fastify';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { type Auth, type Digits, digitsOf, membershipsOf } from '../sign-in/index.ts';
import { type Business, businessById, businessOf } from '../tenancy/index.ts';
import { apiKeyByHash, businessOfKey, hashOfKey, noteUse } from './api-keys.ts';
import { type Role, type Scope, scopesOfRole } from './permissions.ts';

/** Who asks, for which business, and what they may ask. */
export interface Asker {
  readonly kind: 'key' | 'staff';
  readonly business: Business;
  readonly scopes: ReadonlySet<Scope>;
  /** What is written down as the author of a deed: an e-mail address, or the number and name of a key. */
  readonly name: string;
  readonly role: Role | null;
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
    readonly digits: Digits;
  } | null;
  /** Where they work; empty for a key. */
  readonly businesses: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
}

/** Somebody signed in, whatever they work for: who may change their own account. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly digits: Digits;
  readonly secondFactor: boolean;
  /** The session that asks. */
  readonly sessionId: string;
}

/** How long a key that was found good is believed without asking again: within this time a revocation is noticed. */
export const KEY_MEMORY_MS = 30_000;
const MOST_REMEMBERED = 10_000;

interface Remembered {
  readonly asker: Asker;
  readonly keyId: number;
  readonly until: Instant;
}

export interface Askers {
  /** Null: nobody known. A refusal: somebody who says too little or too much. */
  identify(request: FastifyRequest): Promise<Result<Asker | null>>;
  /** Who signed in. Null: nobody. Refusals: `staff_only` for a key, `api_key_unknown`. */
  account(request: FastifyRequest): Promise<Result<Account | null>>;
  /** Forgets a key of this business at once, because it was revoked. */
  forgetKey(businessId: number, keyId: number): void;
}

export function makeAskers(database: Database, clock: Clock, auth: Auth): Askers {
  const remembered = new Map<string, Remembered>();

  async function byKey(key: string): Promise<Result<Asker | null>> {
    const businessId = businessOfKey(key);
    if (businessId === null) return refuse('api_key_unknown');
    const hash = hashOfKey(key);
    const memory = hash.toString('base64');
    const known = remembered.get(memory);
    if (known !== undefined && known.until > clock.now()) return accept(known.asker);
    remembered.delete(memory);
    const asker = await database.withBusiness(businessId, async (tx) => {
      const found = await apiKeyByHash(tx, businessId, hash);
      if (found !== null) await noteUse(tx, found, clock.now());
      const business = found === null ? null : await businessOf(tx);
      if (found === null || business === null) return null;
      const made: Asker = {
        kind: 'key',
        business,
        scopes: new Set(found.scopes),
        name: `key ${found.id}: ${found.name}`,
        role: null,
        user: null,
        businesses: [],
      };
      // The oldest goes first: a Map keeps the order in which it was filled.
      if (remembered.size >= MOST_REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
      remembered.set(memory, { asker: made, keyId: found.id, until: clock.now() + KEY_MEMORY_MS });
      return made;
    });
    return asker === null ? refuse('api_key_unknown') : accept(asker);
  }

  async function signedIn(request: FastifyRequest): Promise<Account | null> {
    const cookie = request.headers.cookie;
    if (cookie === undefined) return null;
    const known = await auth.api.getSession({ headers: new Headers({ cookie }) });
    if (known === null) return null;
    const { user, session } = known;
    return {
      userId: user.id,
      name: user.name,
      email: user.email,
      language: user.language === 'en' ? 'en' : 'fa',
      digits: digitsOf(user.digits),
      secondFactor: user.twoFactorEnabled === true,
      sessionId: session.id,
    };
  }

  async function byCookie(request: FastifyRequest): Promise<Result<Asker | null>> {
    const user = await signedIn(request);
    if (user === null) return accept(null);
    const places: Place[] = [];
    for (const membership of await membershipsOf(database, user.userId)) {
      const business = await businessById(database, membership.businessId);
      if (business !== null) places.push({ business, role: membership.role });
    }
    const chosen = chooseBusiness(places, request);
    if (!chosen.ok) return chosen;
    const { business, role } = chosen.value;
    return accept({
      kind: 'staff',
      business,
      scopes: new Set(scopesOfRole[role]),
      name: user.email,
      role,
      user: {
        id: user.userId,
        name: user.name,
        email: user.email,
        language: user.language,
        digits: user.digits,
      },
      businesses: places.map((place) => ({
        slug: place.business.slug,
        name: place.business.name,
        role: place.role,
      })),
    });
  }

  return {
    async account(request) {
      const header = request.headers.authorization;
      if (header === undefined) return accept(await signedIn(request));
      const key = keyIn(header);
      const known = key === null ? refuse('api_key_unknown') : await byKey(key);
      return known.ok ? refuse('staff_only') : known;
    },
    async identify(request) {
      const header = request.headers.authorization;
      if (header !== undefined) {
        const key = keyIn(header);
        return key === null ? refuse('api_key_unknown') : byKey(key);
      }
      return byCookie(request);
    },
    forgetKey(businessId, keyId) {
      for (const [memory, { asker, keyId: id }] of remembered) {
        if (id === keyId && asker.business.id === businessId) remembered.delete(memory);
      }
    },
  };
}

/** The key in `Authorization`: after `Bearer`, or as the user name of `Basic`, which is where tracking libraries put it. */
function keyIn(header: string): string | null {
  const bearer = /^bearer +(\S+) *$/i.exec(header)?.[1];
  if (bearer !== undefined) return bearer;
  const basic = /^basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header)?.[1];
  if (basic === undefined) return null;
  const [user = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return user === '' ? null : user;
}

interface Place {
  readonly business: Business;
  readonly role: Role;
}

/**
 * The business a member of staff speaks of: the one named in `Nardeban-Business`, else their only one. Where they
 * work in several and name none, only a route that says `anyBusiness` is answered, for the first they joined: a
 * write must never land in a business that was guessed.
 */
function chooseBusiness(places: readonly Place[], request: FastifyRequest): Result<Place> {
  const header = request.headers['nardeban-business'];
  if (header !== undefined) {
    const slug = String(header).slice(0, 64);
    const named = places.find(({ business }) => business.slug === slug);
    return named === undefined ? refuse('business_unknown', 'Nardeban-Business', { slug }) : accept(named);
  }
  const [first, second] = places;
  if (first === undefined) return refuse('membership_missing');
  if (second !== undefined && request.routeOptions.config.anyBusiness !== true) {
    return refuse('business_not_chosen', 'Nardeban-Business');
  }
  return accept(first);
}
