import { createHmac } from 'node:crypto';
import { Refused } from '../refused.ts';

/**
 * The password of a role, from the password of the one that made it. Every process works it out by itself, so it is
 * stored nowhere; whoever knows it does not know the other.
 */
export function derivedPassword(password: string, role: string): string {
  return createHmac('sha256', password).update(role).digest('hex');
}

/** A connection string for a server listening in `socketFolder`. */
export function socketUrl(
  socketFolder: string,
  port: number,
  role: string,
  password: string,
  database: string,
): string {
  const credentials = `${encodeURIComponent(role)}:${encodeURIComponent(password)}`;
  return `postgres://${credentials}@${encodeURIComponent(socketFolder)}:${port}/${encodeURIComponent(database)}`;
}

/**
 * The address of the application's role, worked out from the owner's: `<owner>_app` with a derived password. Throws
 * Refused `database_url_incomplete` when the owner's address names no user or no password: a password derived from
 * nothing could be guessed by anybody.
 */
export function applicationUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const owner = decodeURIComponent(url.username);
  const password = decodeURIComponent(url.password);
  if (owner === '' || password === '') {
    throw new Refused('database_url_incomplete', {}, 'DATABASE_URL');
  }
  const role = `${owner}_app`;
  url.username = encodeURIComponent(role);
  url.password = derivedPassword(password, role);
  return url.href;
}
