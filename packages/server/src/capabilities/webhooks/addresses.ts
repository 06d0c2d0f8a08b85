import { lookup as resolve, type LookupAddress, type LookupOptions } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { accept, refuse, type Result } from '@nardeban/core/values';

/**
 * Where messages may go. Somebody who may make a hook must not reach through this program what only this machine or its
 * network can: by default only public addresses, over TLS. What an administrator names as networks of their own is allowed,
 * also without TLS.
 */
export interface AddressRules {
  /** In CIDR: `192.168.10.0/24`. */
  readonly own: readonly string[];
}

/** IANA's registries of addresses for special purposes: none of these is the address of somebody else's program. */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}
// Of the new addresses only those for everybody are public at all; within them, tunnels lead to old ones.
const everybodys = new BlockList();
everybodys.addSubnet('2000::', 3, 'ipv6');
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  special.addSubnet(network, prefix, 'ipv6');
}

/** An old address written as a new one is what it stands for. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

export function isPublic(address: string): boolean {
  const old = mapped.exec(address)?.[1];
  if (old !== undefined) return isPublic(old);
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && everybodys.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

function isOwn(address: string, { own }: AddressRules): boolean {
  const plain = mapped.exec(address)?.[1] ?? address;
  const family = isIP(plain);
  return (
    family !== 0 &&
    own.some((network) => {
      const [start = '', prefix = ''] = network.split('/');
      if (isIP(start) !== family) return false;
      const list = new BlockList();
      const kind = family === 4 ? 'ipv4' : 'ipv6';
      list.addSubnet(start, Number(prefix), kind);
      return list.check(plain, kind);
    })
  );
}

/** May a connection to this address be opened? */
export function mayReach(address: string, secure: boolean, rules: AddressRules): boolean {
  return isOwn(address, rules) || (secure && isPublic(address));
}

/** The host of an address bar, without the brackets of a new address. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/**
 * Looks at an address as somebody has written it. What a name stands for can change, so that is looked at when a
 * connection is made. Refusals: `hook_url_invalid`, `hook_url_insecure`, `hook_url_private`.
 */
export function checkUrl(text: string, rules: AddressRules): Result<string> {
  const url = URL.parse(text.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '')
    return refuse('hook_url_invalid', 'url');
  if (url.username !== '' || url.password !== '' || url.href.length > 2000)
    return refuse('hook_url_invalid', 'url');
  url.hash = '';
  const secure = url.protocol === 'https:';
  if (!secure && rules.own.length === 0) return refuse('hook_url_insecure', 'url');
  const host = hostOf(url);
  const isHere = /(^|\.)localhost\.?$/.test(host);
  if (isHere && rules.own.length === 0) return refuse('hook_url_private', 'url', { host });
  if (isIP(host) !== 0 && !mayReach(host, secure, rules)) {
    return refuse(isPublic(host) ? 'hook_url_insecure' : 'hook_url_private', 'url', { host });
  }
  return accept(url.href);
}

export const ADDRESS_REFUSED = 'ADDRESS_REFUSED';

/**
 * Resolves names for one connection and lets through only what may be reached. The connection is made to what was looked
 * at, so a name cannot be one address when it is checked and another when it is called.
 */
export function guardedLookup(secure: boolean, rules: AddressRules): LookupFunction {
  return (host: string, options: LookupOptions, callback: Parameters<LookupFunction>[2]): void => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return callback(error, '', 4);
      const good = found.filter(({ address }) => mayReach(address, secure, rules));
      const [first] = good;
      if (first === undefined) {
        return callback(
          Object.assign(new Error('The address is not public'), { code: ADDRESS_REFUSED }),
          '',
          4,
        );
      }
      if (options.all === true) return callback(null, good);
      return callback(null, first.address, first.family);
    });
  };
}
