import { randomBytes } from 'node:crypto';
import { accept, refuse, type Result } from '@nardeban/core/values';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fromOurPages, type RouteParts } from '../../platform/http/index.ts';
import { type Business, businessBySlug } from '../../platform/tenancy/index.ts';
import { type Member, memberOfToken, SESSION_MS } from './sessions.ts';
import { type PortalSettings, portalSettings } from './settings.ts';

export const COOKIE = 'nardeban_member';
const DEVICE_COOKIE = 'nardeban_device';
const DEVICE_S = 400 * 24 * 60 * 60;

/** Whose pages they are. */
export interface Portal {
  readonly business: Business;
  readonly settings: PortalSettings;
}

/** The pages of this business. Refusal: `portal_closed`, also where there is no such business. */
export async function portalOf(
  { database }: Pick<RouteParts, 'database'>,
  slug: string,
): Promise<Result<Portal>> {
  const business = await businessBySlug(database, slug.slice(0, 64));
  if (business === null) return refuse('portal_closed');
  const settings = await database.withBusiness(business.id, portalSettings);
  return settings.open ? accept({ business, settings }) : refuse('portal_closed');
}

/**
 * Who asks, and of which business. What would change something has to come from our own pages: the cookie alone would
 * come along with a form on any. Refusals: `portal_closed`, `member_sign_in_needed`, `origin_refused`.
 */
export async function memberOf(
  parts: Pick<RouteParts, 'database' | 'clock' | 'config'>,
  request: FastifyRequest,
  slug: string,
): Promise<Result<Portal & { readonly member: Member }>> {
  if (!fromOurPages(request, parts.config.publicUrl)) return refuse('origin_refused');
  const portal = await portalOf(parts, slug);
  if (!portal.ok) return portal;
  const token = request.cookies[COOKIE];
  if (token === undefined) return refuse('member_sign_in_needed');
  const member = await parts.database.withBusiness(portal.value.business.id, (tx) =>
    memberOfToken(tx, token, parts.clock.now()),
  );
  return member === null ? refuse('member_sign_in_needed') : accept({ ...portal.value, member });
}

/** The cookie goes to this business's part of the interface alone, and no script can read it. */
export function keepToken(
  reply: FastifyReply,
  { config }: Pick<RouteParts, 'config'>,
  business: Business,
  token: string | null,
): void {
  void reply.setCookie(COOKIE, token ?? '', {
    ...cookieOptions(config, business),
    maxAge: token === null ? 0 : SESSION_MS / 1000,
  });
}

/** What a phone is known by to this business, whoever signs in on it: given when it first comes. */
export function deviceOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { config }: Pick<RouteParts, 'config'>,
  business: Business,
): string {
  const told = request.cookies[DEVICE_COOKIE];
  const device =
    told !== undefined && /^[\w-]{22}$/.test(told) ? told : randomBytes(16).toString('base64url');
  void reply.setCookie(DEVICE_COOKIE, device, { ...cookieOptions(config, business), maxAge: DEVICE_S });
  return device;
}

function cookieOptions(config: RouteParts['config'], business: Business) {
  return {
    path: `/v1/portal/${business.slug}`,
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: config.publicUrl?.startsWith('https:') ?? false,
  };
}
