import { displayText } from '../../values/index.ts';

/** Where a lead comes from. */
export interface LeadOrigin {
  readonly source: string;
  readonly medium: string | null;
  readonly campaign: string | null;
}

export interface OriginSeen {
  /** A printed link that brought them: whoever printed it knows best. */
  readonly link?: {
    readonly source: string;
    readonly medium: string | null;
    readonly campaign: string | null;
  } | null;
  /** The query of the address they came by; utm_source and its kin are read. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** The page before. */
  readonly referrer?: string;
  /** Hosts of the business itself: coming from one of them says nothing. */
  readonly own: readonly string[];
  /** What is said where nothing else says. */
  readonly fallback: {
    readonly source: string | null;
    readonly medium: string | null;
    readonly campaign: string | null;
  };
}

const LONGEST = 100;
const LONGEST_ADDRESS = 2000;

const SEARCH = /(?:^|\.)(google|bing|yahoo|duckduckgo|yandex|ecosia|parsijoo|gerdoo|zarebin)\.[a-z.]+$/;
const SOCIAL: readonly (readonly [hosts: RegExp, name: string])[] = [
  [/(?:^|\.)instagram\.com$/, 'instagram'],
  [/(?:^|\.)(?:t\.me|telegram\.(?:me|org))$/, 'telegram'],
  [/(?:^|\.)(?:facebook\.com|fb\.com)$/, 'facebook'],
  [/(?:^|\.)(?:linkedin\.com|lnkd\.in)$/, 'linkedin'],
  [/(?:^|\.)(?:twitter\.com|x\.com|t\.co)$/, 'x'],
  [/(?:^|\.)(?:whatsapp\.com|wa\.me)$/, 'whatsapp'],
  [/(?:^|\.)(?:youtube\.com|youtu\.be)$/, 'youtube'],
  [/(?:^|\.)aparat\.com$/, 'aparat'],
  [/(?:^|\.)(?:eitaa\.com|eitaa\.ir)$/, 'eitaa'],
  [/(?:^|\.)(?:bale\.ai|ble\.ir)$/, 'bale'],
  [/(?:^|\.)rubika\.ir$/, 'rubika'],
  [/(?:^|\.)pinterest\.[a-z.]+$/, 'pinterest'],
];

/**
 * Where they come from: the link they followed, what the address says of itself, what the form says, the page before, and
 * `direct` when nobody says anything. Each part by itself falls back to the form's.
 */
export function originOf(seen: OriginSeen): LeadOrigin {
  const { link, query = {}, fallback } = seen;
  if (link !== undefined && link !== null)
    return {
      source: link.source,
      medium: link.medium ?? fallback.medium,
      campaign: link.campaign ?? fallback.campaign,
    };
  const said = {
    source: part(query['utm_source']),
    medium: part(query['utm_medium']),
    campaign: part(query['utm_campaign']),
  };
  if (said.source !== null || said.campaign !== null || said.medium !== null)
    return {
      source: said.source ?? fallback.source ?? 'direct',
      medium: said.medium ?? fallback.medium,
      campaign: said.campaign ?? fallback.campaign,
    };
  if (fallback.source !== null) return { ...fallback, source: fallback.source };
  const before = hostOf(seen.referrer);
  const { medium, campaign } = fallback;
  if (before === null || seen.own.some((own) => before === own || before.endsWith(`.${own}`)))
    return { source: 'direct', medium, campaign };
  const search = SEARCH.exec(before)?.[1];
  if (search !== undefined) return { source: search, medium: medium ?? 'organic', campaign };
  const social = SOCIAL.find(([hosts]) => hosts.test(before))?.[1];
  if (social !== undefined) return { source: social, medium: medium ?? 'social', campaign };
  return { source: before.slice(0, LONGEST), medium: medium ?? 'referral', campaign };
}

/** The host of an address, without `www.`; null when it is none of the web. */
export function hostOf(address: string | undefined): string | null {
  if (address === undefined || address.length > LONGEST_ADDRESS) return null;
  const host = /^https?:\/\/(?:[^/@?#]*@)?([a-z0-9.-]+)(?::[0-9]+)?(?:[/?#]|$)/i.exec(address)?.[1];
  return host === undefined ? null : host.toLowerCase().replace(/^www\./, '');
}

function part(value: unknown): string | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  const text = displayText(first.slice(0, LONGEST * 2)).slice(0, LONGEST);
  return text === '' ? null : text;
}
