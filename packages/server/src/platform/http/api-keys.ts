import { createHash, randomInt } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import type { Database, Tx } from '../database/index.ts';
import type { Business } from '../tenancy/index.ts';
import { isScope, type Scope } from './permissions.ts';

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly revokedAt: Instant | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeBy: string;
}

const SECRET_LENGTH = 43;
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const SHAPE = /^ndb_([0-9a-z]{1,7})_[0-9A-Za-z]{32,86}$/;

/**
 * The business a key claims to be of: it is looked up inside that business's wall and nowhere else. Null when the
 * text has not the shape of a key.
 */
export function businessOfKey(key: string): number | null {
  const digits = SHAPE.exec(key)?.[1];
  if (digits === undefined) return null;
  const id = Number.parseInt(digits, 36);
  return id >= 1 && id <= 2_147_483_647 ? id : null;
}

export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** 43 letters and digits carry 256 bits, so the hash needs neither salt nor slowness. */
function newKey(businessId: number): string {
  const secret = Array.from({ length: SECRET_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `ndb_${businessId.toString(36)}_${secret}`;
}

/**
 * Makes a key and tells it, this once; only its SHA-256 is kept. Refusals: `name_missing`, `scopes_missing`,
 * `scope_unknown`.
 */
export async function makeApiKey(
  database: Database,
  business: Pick<Business, 'id'>,
  wanted: NewApiKey,
): Promise<Result<{ readonly key: string; readonly record: ApiKey }>> {
  return database.withBusiness(business.id, (tx) => insertApiKey(tx, business, wanted));
}

/** The same inside a transaction that is under way. */
export async function insertApiKey(
  tx: Tx,
  business: Pick<Business, 'id'>,
  wanted: NewApiKey,
): Promise<Result<{ readonly key: string; readonly record: ApiKey }>> {
  const name = wanted.name.trim().slice(0, 100);
  if (name === '') return refuse('name_missing', 'name');
  if (wanted.scopes.length === 0) return refuse('scopes_missing', 'scopes');
  const stranger = wanted.scopes.find((scope) => !isScope(scope));
  if (stranger !== undefined) return refuse('scope_unknown', 'scopes', { scope: stranger.slice(0, 50) });
  const key = newKey(business.id);
  const { rows } = await tx.query<ApiKey>(
    `INSERT INTO api_keys (business_id, name, hash, scopes, made_by) VALUES ($1, $2, $3, $4, $5) RETURNING ${columns}`,
    [business.id, name, hashOfKey(key), [...new Set(wanted.scopes)].sort(), wanted.madeBy],
  );
  const record = rows[0];
  if (record === undefined) throw new Error('The key that was just written did not come back');
  return accept({ key, record });
}

const columns = `key_id AS id, name, scopes, made_by AS "madeBy", made_at AS "madeAt", revoked_at AS "revokedAt"`;

/** The keys of a business, newest first, revoked ones too. */
export async function listApiKeys(
  database: Database,
  business: Pick<Business, 'id'>,
): Promise<readonly ApiKey[]> {
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<ApiKey>(
      `SELECT ${columns} FROM api_keys WHERE business_id = $1 ORDER BY key_id DESC LIMIT 1000`,
      [business.id],
    ),
  );
  return rows;
}

/**
 * Revokes a key. This process refuses it at once, others within KEY_MEMORY_MS (asker.ts). Revoking it again changes
 * nothing. Refusal: `key_not_found`.
 */
export async function revokeApiKey(
  database: Database,
  business: Pick<Business, 'id'>,
  id: number,
): Promise<Result<ApiKey>> {
  const { rows } = await database.withBusiness(business.id, (tx) =>
    tx.query<ApiKey>(
      `UPDATE api_keys SET revoked_at = coalesce(revoked_at, now()) WHERE business_id = $1 AND key_id = $2
       RETURNING ${columns}`,
      [business.id, id],
    ),
  );
  return rows[0] === undefined ? refuse('key_not_found', 'id') : accept(rows[0]);
}

/** The key behind a hash, unless it is revoked. */
export async function apiKeyByHash(tx: Tx, businessId: number, hash: Buffer): Promise<ApiKey | null> {
  const { rows } = await tx.query<ApiKey>({
    name: 'api_key_by_hash',
    text: `SELECT ${columns} FROM api_keys WHERE business_id = $1 AND hash = $2 AND revoked_at IS NULL`,
    values: [businessId, hash],
  });
  return rows[0] ?? null;
}
