import { type Doubt, hostOf, originOf, TRAP, writtenIn } from '@nardeban/core/sales';
import { accept, type Language, refuse, type Result } from '@nardeban/core/values';
import { retrying } from '../../../platform/database/index.ts';
import type { RouteParts } from '../../../platform/http/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { countingToday, type CountedNow } from './counts.ts';
import type { KeptForm } from './forms.ts';
import { lookOnce, takeNewcomer } from './newcomer.ts';
import type { CaptureSettings } from './settings.ts';
import { isProved, type Stamp, type Stamps } from './stamps.ts';
import { keepSubmission, type Way } from './submissions.ts';
import { letIn } from './taking.ts';
import { doubtsOfTold, type FormContent, toldByForm } from './told.ts';
import { type Bound, countTry, networkOf } from './tries.ts';

/** A form that is open, whose it is, and what holds for it. */
export interface OpenForm {
  readonly business: Business;
  readonly form: KeptForm;
  readonly settings: CaptureSettings;
}

/** What a filled form brings along, whatever way it was posted. */
export interface Posted {
  readonly body: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly address: string;
}

/**
 * `thanks`: it is in, or it waits for somebody to look; whoever sent it is told the same. `sure`: it came without a proof of
 * work, so it is to be shown once more and sent from there. `outdated`: the form was changed since it was read, and nothing
 * was done.
 */
export type PostOutcome =
  | { readonly is: 'thanks' }
  | { readonly is: 'sure'; readonly stamp: Stamp }
  | { readonly is: 'outdated' };

/** Names that a form posts besides its own. */
export const STAMP = 'nb_stamp';
export const PROOF = 'nb_proof';
export const CAME = 'nb_came';
export const REFERRER = 'nb_from';
export const PAGE = 'nb_page';
export const LINK = 'nb_link';
export const VISITOR = 'nb_visitor';

/** What a visitor's browser made up for itself; nothing else is taken for one. */
export const VISITOR_SHAPE = /^web-[\w-]{22}$/;
/** A page shown once more is not read quicker. */
const LEAST_SURE_MS = 700;

/**
 * Takes what somebody posted. A form of a page without script has no proof of work: it is shown once more, and fewer of them
 * may come from one network. What is doubtful is kept and waits; nothing that can be read is lost. Refusals: those of
 * readAnswers, `form_stamp_old`, `form_proof_wrong`, `forms_too_often` (with `seconds`).
 */
export async function takePost(
  parts: Pick<RouteParts, 'database' | 'clock'>,
  stamps: Stamps,
  { business, form, settings }: OpenForm,
  posted: Posted,
  way: Way,
): Promise<Result<PostOutcome>> {
  const { database, clock } = parts;
  const now = clock.now();
  const of = { business: business.id, form: form.id, now };
  const { body, address } = posted;
  const content = contentOf(form, posted);
  // Before anything else: whoever forgot their number is told so, and no work and no try is lost.
  const told = toldByForm(form.definition, content);
  if (!told.ok) return told;
  const stamp = stamps.read(of, body[STAMP]);
  const isTrapped = text(body[TRAP]) !== '';
  const proved = stamp !== null && stamp.kind === 'draw' && isProved(stamp, body[PROOF]);
  if (way === 'script') {
    if (stamp === null || stamp.kind !== 'draw') return refuse('form_stamp_old');
    if (!proved) return refuse('form_proof_wrong');
  } else if (!proved && stamp?.kind !== 'sure')
    return accept({
      is: 'sure',
      stamp: stamps.make(of, { kind: 'sure', bits: 0, ...(stamp === null ? {} : { nonce: stamp.nonce }) }),
    });
  if (stamp === null) return refuse('form_stamp_old');

  const code = text(body[LINK]);
  const looked = await lookOnce(database, {
    business,
    form,
    settings: settings.revision,
    key: stamp.nonce,
    code,
    told: told.value,
    bounds: boundsOf(form, address, proved),
    now,
  });
  const { tried, link } = looked;
  if (looked.isOutdated) return accept({ is: 'outdated' });
  if (tried.wait > 0) return refuse('forms_too_often', undefined, { seconds: tried.wait });
  // Sent before: what came of it then stands.
  if (looked.isRepeated) return accept({ is: 'thanks' });
  const least = stamp.kind === 'sure' ? LEAST_SURE_MS : form.definition.leastSeconds * 1000;
  const doubts: Doubt[] = [
    ...(isTrapped ? (['trap'] as const) : []),
    ...(now - stamp.at < least ? (['quick'] as const) : []),
    ...(tried.isDoubtful ? (['often'] as const) : []),
    ...doubtsOfTold(told.value, 'form'),
  ];
  const rules = rulesOfForm(form);
  const origin = originOf({
    link,
    query: queryOf(text(body[CAME])),
    ...(content.referrer === null ? {} : { referrer: content.referrer }),
    own: ownHosts(settings, content.page),
    fallback: form.definition.lead,
  });
  const arriving = {
    key: stamp.nonce,
    way,
    form: { id: form.id, revision: form.revision },
    content,
    address,
    at: now,
  };
  const newcomer = { business, rules, looked, told: told.value, doubts, origin, arriving };
  if (await takeNewcomer(database, newcomer)) return accept({ is: 'thanks' });
  await retrying(() =>
    database.withBusiness(business.id, async (tx) => {
      const submission = await keepSubmission(tx, {
        ...arriving,
        ...origin,
        mailbox: null,
        state: 'waiting',
        reasons: doubts,
      });
      // Sent at this moment by somebody else: what came of it then stands.
      if (submission === null) return;
      const sent: CountedNow[] = [{ kind: 'sent', subject: form.id }];
      if (doubts.length > 0)
        await tx.query(countingToday(business, [...sent, { kind: 'doubtful', subject: form.id }], now));
      else
        await letIn(tx, business, rules, [{ submission, told: told.value, origin, at: now, address }], {
          now,
          counted: sent,
        });
    }),
  );
  if (doubts.length > 0)
    await countTry(
      database,
      business.id,
      [{ kind: 'doubtful', subject: String(form.id), minutes: 60, most: 0 }],
      now,
    );
  return accept({ is: 'thanks' });
}

/** What a form says of everything that comes by it. */
export function rulesOfForm({ id, key, definition }: Pick<KeptForm, 'id' | 'key' | 'definition'>) {
  return {
    gate: { kind: 'form', id, key } as const,
    owner: definition.lead.owner,
    hand: definition.lead.hand,
    windowMs: definition.windowHours * 60 * 60_000,
    by: `form ${key}`,
  };
}

function boundsOf(form: KeptForm, address: string, proved: boolean): readonly Bound[] {
  const network = networkOf(address);
  const all: Bound[] = [
    // A phone company puts many phones behind one address.
    { kind: 'address', subject: network, minutes: 10, doubtful: 15, most: 60 },
    { kind: 'address', subject: network, minutes: 1440, doubtful: 100, most: 500 },
    // In parts, so that those who come at the same moment do not all wait for one row.
    { kind: 'form', subject: `${form.id} ${part(network)}`, minutes: 1, most: 500 },
    { kind: 'business', subject: part(network), minutes: 1, most: 1000 },
  ];
  return proved
    ? all
    : [
        ...all,
        { kind: 'unproved', subject: network, minutes: 10, doubtful: 5, most: 20 },
        { kind: 'unproved', subject: `form ${form.id}`, minutes: 60, doubtful: 200, most: 2000 },
      ];
}

/** One of sixteen, the same for a network always. */
function part(network: string): string {
  let sum = 0;
  for (let at = 0; at < network.length; at += 1) sum = (sum * 31 + network.charCodeAt(at)) % 65_521;
  return String(sum % 16);
}

const LONGEST_ADDRESS = 1000;

function contentOf(form: KeptForm, { body, language }: Posted): FormContent {
  const visitor = text(body[VISITOR]);
  const address = (name: string): string | null => {
    const told = text(body[name]).slice(0, LONGEST_ADDRESS);
    return hostOf(told) === null ? null : told;
  };
  return {
    kind: 'form',
    written: writtenIn(form.definition, body),
    language,
    visitor: VISITOR_SHAPE.test(visitor) ? visitor : null,
    page: address(PAGE),
    referrer: address(REFERRER),
  };
}

/** The business's own sites, and the one the form stood on: coming from there says nothing. */
function ownHosts({ sites }: CaptureSettings, page: string | null): string[] {
  return [...sites.map((site) => hostOf(site)), hostOf(page ?? undefined)].filter((host) => host !== null);
}

function queryOf(search: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(search.slice(0, 2000)))
    if (name.startsWith('utm_')) found[name] ??= value;
  return found;
}

function text(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' ? first : '';
}

/** How much work is asked for: more while robots are at it. */
export function bitsFor(doubtfulLately: number): number {
  if (doubtfulLately < 20) return 14;
  if (doubtfulLately < 200) return 15;
  return doubtfulLately < 2000 ? 16 : 18;
}
