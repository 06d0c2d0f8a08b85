import type { BuyingRole, NewNote, PromiseSide } from '@nardeban/core/sales';
import { accept, displayText, type Instant, refuse, type Result } from '@nardeban/core/values';
import { timestamptz, type Tx } from '../../../platform/database/index.ts';
import type { Business } from '../../../platform/tenancy/index.ts';
import { checkOwner } from '../deals/index.ts';
import { fillDeal } from './filling.ts';
import { planFollowUp } from '../follow-ups/index.ts';
import { keepNote } from './notes.ts';
import { tellSales } from '../telling.ts';
import { makePromise } from './promises.ts';
import { type Belonging, keepRole } from './roles.ts';
import { type PersonNamed, type Player, playerOf, type Whom, whoIs } from './whom.ts';

export const talkChannels = ['call', 'meeting', 'visit', 'message', 'email', 'other'] as const;
export type TalkChannel = (typeof talkChannels)[number];

/** A conversation, as the member of staff who held it put it down. */
export interface Talk {
  readonly id: number;
  readonly deal: number | null;
  readonly channel: TalkChannel;
  readonly at: Instant;
  readonly player: PersonNamed | null;
  readonly saidBy: string | null;
  readonly summary: string;
  readonly by: string;
  readonly madeAt: Instant;
}

const MOST_SHOWN = 20;

/** The last conversations with these people, the newest first. */
export async function talksOf(tx: Tx, whom: Whom): Promise<readonly Talk[]> {
  const { rows } = await tx.query<Talk>({
    name: 'sales-talks',
    text: `SELECT t.talk_id AS id, t.deal_id AS deal, t.channel, t.at, ${whoIs('t.player_id')} AS player,
                  t.said_by AS "saidBy", t.summary, t.made_by AS by, t.made_at AS "madeAt"
           FROM sales_talks t
           WHERE t.business_id = this_business() AND t.person_id = ANY($1::bigint[])
             AND ($2::bigint IS NULL OR t.deal_id IS NULL OR t.deal_id = $2)
           ORDER BY t.talk_id DESC LIMIT ${MOST_SHOWN}`,
    values: [whom.members, whom.deal],
  });
  return rows;
}

export interface PlayerAsked {
  readonly player?: number | null | undefined;
  readonly name?: string | null | undefined;
}

export interface TalkTold {
  readonly channel: TalkChannel;
  readonly at: Instant;
  /** With whom, where it was not the person themselves. */
  readonly saidBy: PlayerAsked;
  readonly summary: string;
  readonly notes: readonly NewNote[];
  readonly roles: readonly (PlayerAsked & {
    readonly role: BuyingRole;
    readonly note: string;
    readonly belonging: Belonging | null;
  })[];
  readonly promises: readonly {
    readonly side: PromiseSide;
    readonly text: string;
    readonly dueOn: string;
    readonly owner: string | null;
  }[];
  readonly next: {
    readonly kind: 'call' | 'meeting' | 'message' | 'visit' | 'task' | 'reminder';
    readonly due: Instant;
    readonly wholeDay: boolean;
    readonly about: string;
    readonly agreed: boolean;
    readonly owner: string | null;
  } | null;
}

/** Who puts it down: their number where they are staff, and their name. */
export interface Teller {
  readonly user: { readonly id: string; readonly name: string } | null;
  readonly by: string;
  readonly now: Instant;
}

/** A clock of the teller's may be ahead of ours by so much. */
const AHEAD_MS = 5 * 60_000;

/**
 * Puts a conversation down with everything that was said in it: all of it or nothing. It is told as a contact that was answered,
 * what it tells of what the deal's steps ask for is filled in there, and the next step is planned with it. Refusals: `talk_in_future`, `talk_says_nothing`, those of notes, parts and promises with
 * the place of the one refused in `field`, `owner_unknown`, those of planFollowUp.
 */
export async function tellTalk(
  tx: Tx,
  business: Business,
  whom: Whom,
  told: TalkTold,
  teller: Teller,
): Promise<Result<{ readonly id: number; readonly followUp: number | null }>> {
  const { by, now } = teller;
  if (told.at > now + AHEAD_MS) return refuse('talk_in_future', 'at');
  const summary = displayText(told.summary);
  const parts = told.notes.length + told.roles.length + told.promises.length;
  if (summary === '' && parts === 0 && told.next === null) return refuse('talk_says_nothing', 'summary');
  const saidBy = await playerOf(tx, told.saidBy);
  if (!saidBy.ok) return saidBy;
  const id = await insertTalk(tx, whom, { ...told, summary, player: saidBy.value }, teller);
  const said = { player: saidBy.value, saidAt: told.at, talk: id, by, at: now };
  for (const [place, note] of told.notes.entries()) {
    const kept = await keepNote(tx, business, whom, note, said);
    if (!kept.ok) return placed(kept, 'notes', place);
  }
  for (const [place, { role, note, belonging, ...asked }] of told.roles.entries()) {
    const player = await playerOf(tx, asked);
    const kept = player.ok
      ? await keepRole(tx, business, whom, {
          role,
          player: player.value,
          note,
          belonging,
          talk: id,
          by,
          at: now,
        })
      : player;
    if (!kept.ok) return placed(kept, 'roles', place);
  }
  for (const [place, promise] of told.promises.entries()) {
    const owned = await promisedBy(tx, promise, whom, teller, saidBy.value);
    if (!owned.ok) return placed(owned, 'promises', place);
    const made = await makePromise(tx, business, whom, {
      ...promise,
      ...owned.value,
      talk: id,
      replaces: null,
      by,
      at: now,
    });
    if (!made.ok) return placed(made, 'promises', place);
  }
  await tellSales(tx, business, [
    {
      person: whom.writtenUnder,
      type: 'contact.attempted',
      at: told.at,
      key: `talk-${id}`,
      data: {
        channel: told.channel,
        outcome: 'answered',
        ...(whom.deal === null ? {} : { deal: String(whom.deal) }),
      },
    },
  ]);
  const filled = await fillDeal(tx, whom, told, { by, at: now });
  if (!filled.ok) return filled;
  if (told.next === null) return accept({ id, followUp: null });
  const owner = await checkOwner(tx, told.next.owner);
  if (!owner.ok) return placed(owner, 'next');
  const planned = await planFollowUp(tx, business, {
    person: whom.writtenUnder,
    deal: whom.deal,
    ...told.next,
    owner: owner.value ?? teller.user?.id ?? whom.owner,
    origin: 'staff',
    originRef: `talk-${id}`,
    by,
    at: now,
  });
  return planned.ok ? accept({ id, followUp: planned.value.id }) : placed(planned, 'next');
}

/**
 * Whose promise it is: of ours, the owner's who was named, else the teller's, else whoever looks after the deal; of theirs, of
 * whoever said it, and the follow-up that asks after it is the teller's.
 */
export async function promisedBy(
  tx: Tx,
  promise: { readonly side: PromiseSide; readonly owner: string | null },
  whom: Whom,
  teller: Teller,
  saidBy: Player,
): Promise<Result<{ readonly owner: string | null; readonly promisedBy: string }>> {
  const named = await checkOwner(tx, promise.owner);
  if (!named.ok) return named;
  const owner = named.value ?? teller.user?.id ?? whom.owner;
  if (promise.side === 'us') return accept({ owner, promisedBy: teller.user?.name ?? teller.by });
  return accept({ owner, promisedBy: saidBy.name ?? (await nameOf(tx, saidBy.person ?? whom.person)) });
}

/** What a person is called; people without a name are known by their number. */
async function nameOf(tx: Tx, person: number): Promise<string> {
  const { rows } = await tx.query<{ name: string | null }>(
    'SELECT name FROM people WHERE business_id = this_business() AND person_id = $1',
    [person],
  );
  return rows[0]?.name ?? String(person);
}

function placed<T>(result: Result<T>, list: string, place?: number): Result<never> {
  if (result.ok) throw new Error('What was accepted is not refused');
  const { code, field, detail } = result.refusal;
  const name = [list, ...(place === undefined ? [] : [place]), ...(field === undefined ? [] : [field])].join(
    '.',
  );
  return refuse(code, name, detail);
}

async function insertTalk(
  tx: Tx,
  whom: Whom,
  told: TalkTold & { readonly player: Player },
  { by, now }: Teller,
): Promise<number> {
  const { rows } = await tx.query<{ id: number }>(
    `INSERT INTO sales_talks (business_id, person_id, deal_id, channel, at, player_id, said_by, summary, made_by, made_at)
     VALUES (this_business(), $1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING talk_id AS id`,
    [
      whom.writtenUnder,
      whom.deal,
      told.channel,
      timestamptz(told.at),
      told.player.person,
      told.player.name,
      told.summary,
      by,
      timestamptz(now),
    ],
  );
  if (rows[0] === undefined) throw new Error('A conversation was not written down');
  return rows[0].id;
}
