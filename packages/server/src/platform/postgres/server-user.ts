import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Refused } from '../refused.ts';

/** Who the server runs as when we are root, which PostgreSQL refuses to be. */
export interface ServerUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Undefined: we are not root and the server runs as ourselves. `owner` is the uid that already owns the data. */
export function serverUser(owner: number | undefined): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
  if (owner !== undefined && owner !== 0) {
    return users.find(({ uid }) => uid === owner) ?? { name: String(owner), uid: owner, gid: owner };
  }
  const user = users.find(({ name }) => name === 'postgres') ?? users.find(({ name }) => name === 'nobody');
  if (user === undefined) throw new Refused('no_user_for_postgres');
  return user;
}

/**
 * Can `user` get at this path in every one of these ways (r, w, x)? Asked of the system itself, as that user: modes
 * alone do not tell, there are access lists and mounts.
 */
export function canUse(user: ServerUser, path: string, ways: string): boolean {
  const test = ways
    .split('')
    .map((way) => `test -${way} "$1"`)
    .join(' && ');
  const { status } = spawnSync('/bin/sh', ['-c', test, 'sh', path], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    env: {},
    stdio: 'ignore',
  });
  return status === 0;
}

/** What to give to `spawn` so that a program runs as `user`. */
export function runAs(user: ServerUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}
