import { randomBytes } from 'node:crypto';
import { accept, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';

/** A till that may send afterwards what it sold while the network was away. */
export interface Device {
  readonly id: number;
  readonly name: string;
  readonly branch: string | null;
  readonly madeBy: string;
  readonly madeAt: Instant;
  readonly revokedBy: string | null;
  readonly revokedAt: Instant | null;
  /** The highest number among its slips; 0: it has sent none. */
  readonly lastSlip: number;
}

const SECRET_BYTES = 32;
const MOST_DEVICES = 1_000;

const columns = `d.device_id AS id, d.name, d.branch, d.made_by AS "madeBy", d.made_at AS "madeAt",
  d.revoked_by AS "revokedBy", d.revoked_at AS "revokedAt",
  coalesce((SELECT s.sequence FROM till_slips s WHERE s.business_id = d.business_id AND s.device_id = d.device_id
            ORDER BY s.sequence DESC LIMIT 1), 0) AS "lastSlip"`;

/** Every till of the business, revoked ones too, in the order in which they came. */
export async function listDevices(tx: Tx): Promise<readonly Device[]> {
  const { rows } = await tx.query<Device>(
    `SELECT ${columns} FROM till_devices d WHERE d.business_id = this_business() ORDER BY d.device_id`,
  );
  return rows;
}

export async function deviceById(tx: Tx, id: number): Promise<Device | null> {
  const { rows } = await tx.query<Device>(
    `SELECT ${columns} FROM till_devices d WHERE d.business_id = this_business() AND d.device_id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** Makes a till known and tells the key it signs with, this once. Refusal: `tills_too_many`. */
export async function registerDevice(
  tx: Tx,
  asked: { readonly name: string; readonly branch: string | null },
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<{ readonly device: Device; readonly secret: string }>> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('till devices'), this_business())`);
  const secret = randomBytes(SECRET_BYTES);
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO till_devices (business_id, device_id, name, branch, secret, made_by, made_at)
     SELECT this_business(), coalesce(max(device_id), 0) + 1, $1, $2, $3, $4, $5
     FROM till_devices WHERE business_id = this_business() HAVING count(*) < $6 RETURNING device_id AS id`,
    [asked.name, asked.branch, secret, by, timestamptz(now), MOST_DEVICES],
  );
  const device = rows[0] === undefined ? null : await deviceById(tx, rows[0].id);
  if (device === null) return refuse('tills_too_many', undefined, { most: MOST_DEVICES });
  return accept({ device, secret: secret.toString('base64url') });
}

/** From now on its slips are refused; what it has sent stays. Revoking again changes nothing. Refusal: `till_unknown`. */
export async function revokeDevice(
  tx: Tx,
  id: number,
  { by, now }: { readonly by: string; readonly now: Instant },
): Promise<Result<Device>> {
  await tx.query(
    `UPDATE till_devices SET revoked_by = $2, revoked_at = $3
     WHERE business_id = this_business() AND device_id = $1 AND revoked_at IS NULL`,
    [id, by, timestamptz(now)],
  );
  const device = await deviceById(tx, id);
  return device === null ? refuse('till_unknown', 'device', { id }) : accept(device);
}

/** The key a till signs with. Refusals: `till_unknown`, `till_revoked`. */
export async function secretOfDevice(tx: Tx, id: number): Promise<Result<Buffer>> {
  const { rows } = await tx.query<{ secret: Buffer; revokedAt: Instant | null }>(
    `SELECT secret, revoked_at AS "revokedAt" FROM till_devices WHERE business_id = this_business() AND device_id = $1`,
    [id],
  );
  const [found] = rows;
  if (found === undefined) return refuse('till_unknown', 'device', { id });
  return found.revokedAt === null ? accept(found.secret) : refuse('till_revoked', 'device', { id });
}
