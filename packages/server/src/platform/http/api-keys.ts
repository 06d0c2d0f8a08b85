import { hash as digest, randomInt } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { type Database, timestamptz, type Tx } from '../database/index.ts';
import type { Business } from '../tenancy/index.ts';
import { isScope, type Scope } from './permissions.ts';

export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** To the minute; null: never yet. */
  readonly lastUsedAt: Instant | null;
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
  return digest('sha256', key, 'buffer');
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

const columns = `key_id AS id, name, scopes, made_by AS "madeBy", made_at AS "madeAt", last_used_at AS "lastUsedAt",
  revoked_at AS "revokedAt"`;

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
  tx: Tx,
  business: Pick<Business, 'id'>,
  id: number,
): Promise<Result<{ readonly key: ApiKey; readonly now: boolean }>> {
  const { rows } = await tx.query<ApiKey & { now: boolean }>(
    `UPDATE api_keys k SET revoked_at = coalesce(k.revoked_at, now()) FROM api_keys o
     WHERE k.business_id = $1 AND k.key_id = $2 AND o.business_id = k.business_id AND o.key_id = k.key_id
     RETURNING k.key_id AS id, k.name, k.scopes, k.made_by AS "madeBy", k.made_at AS "madeAt",
               k.last_used_at AS "lastUsedAt", k.revoked_at AS "revokedAt", o.revoked_at IS NULL AS now`,
    [business.id, id],
  );
  const [row] = rows;
  if (row === undefined) return refuse('key_not_found', 'id');
  const { now, ...key } = row;
  return accept({ key, now });
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

const USE_NOTED_EVERY_MS = 60_000;

/** Notes that a key is in use, at most once a minute, so that a busy one does not write with every request. */
export async function noteUse(tx: Tx, key: ApiKey, now: Instant): Promise<void> {
  if (key.lastUsedAt !== null && key.lastUsedAt > now - USE_NOTED_EVERY_MS) return;
  await tx.query(
    `UPDATE api_keys SET last_used_at = $3 WHERE business_id = this_business() AND key_id = $1
       AND (last_used_at IS NULL OR last_used_at < $2)`,
    [key.id, timestamptz(now - USE_NOTED_EVERY_MS), timestamptz(now)],
  );
}
