import { type Day, type Instant, isoDay, toLatinDigits, zoneOf } from '@nardeban/core/values';
import type { components } from '../../../api/generated.ts';
import type { NewNote, NoteKind, Talk } from './queries.ts';

type TalkBody = components['schemas']['SalesPersonNamed'];

/** Who is meant: somebody the business knows, or a name; neither: the customer. */
export interface Whom {
  readonly person: Pick<TalkBody, 'id' | 'name'> | null;
  readonly name: string;
}
export const NOBODY: Whom = { person: null, name: '' };

export interface NoteDraft {
  readonly part: 'note';
  readonly key: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly product: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly byDay: Day | null;
  readonly purpose: 'uses' | 'gives' | 'sells_on';
  readonly source: 'experience' | 'knowledge' | 'contact' | 'others';
  readonly met: boolean | null;
}

export interface RoleDraft {
  readonly part: 'role';
  readonly key: number;
  readonly role: 'decides' | 'pays' | 'uses' | 'buys' | 'influences' | 'keeps_gate' | 'knows_it';
  readonly self: boolean;
  readonly who: Whom;
  readonly belonging: '' | 'buys_for' | 'works_at' | 'household' | 'knows';
  readonly note: string;
}

export interface PromiseDraft {
  readonly part: 'promise';
  readonly key: number;
  readonly side: 'us' | 'them';
  readonly text: string;
  readonly due: Day;
}

export type PartDraft = NoteDraft | RoleDraft | PromiseDraft;

export interface NextDraft {
  readonly kind: 'call' | 'meeting' | 'message' | 'visit' | 'task' | 'reminder';
  readonly day: Day;
  /** As it is typed: 14:30 in any digits; empty: some time of that day. */
  readonly time: string;
  readonly about: string;
  readonly agreed: boolean;
}

export interface TalkDraft {
  readonly channel: Talk['channel'];
  /** Null: just now. */
  readonly day: Day | null;
  readonly with: Whom;
  readonly summary: string;
  readonly parts: readonly PartDraft[];
  readonly next: NextDraft | null;
}

export const CHANNELS = ['call', 'meeting', 'visit', 'message', 'email', 'other'] as const;
export const NOTE_KINDS = ['need', 'want', 'like', 'budget', 'purpose', 'expectation'] as const;
export const PURPOSES = ['uses', 'gives', 'sells_on'] as const;
export const SOURCES = ['experience', 'knowledge', 'contact', 'others'] as const;
export const ROLES = ['decides', 'pays', 'uses', 'buys', 'influences', 'keeps_gate', 'knows_it'] as const;
export const BELONGINGS = ['buys_for', 'works_at', 'household', 'knows'] as const;
export const NEXT_KINDS = ['call', 'meeting', 'message', 'visit', 'task', 'reminder'] as const;

export const EMPTY_TALK: TalkDraft = {
  channel: 'call',
  day: null,
  with: NOBODY,
  summary: '',
  parts: [],
  next: null,
};

export function newNote(kind: NoteKind, key: number): NoteDraft {
  return {
    part: 'note',
    key,
    kind,
    text: '',
    product: '',
    low: null,
    high: null,
    byDay: null,
    purpose: 'uses',
    source: 'experience',
    met: null,
  };
}

export function newRole(key: number): RoleDraft {
  return { part: 'role', key, role: 'decides', self: false, who: NOBODY, belonging: '', note: '' };
}

export function newPromise(key: number, today: Day): PromiseDraft {
  return { part: 'promise', key, side: 'us', text: '', due: today + 1 };
}

export function newNext(today: Day): NextDraft {
  return { kind: 'call', day: today + 1, time: '', about: '', agreed: false };
}

/** What of a note's fields belongs to its kind, as the server takes it. */
export function noteBody(draft: NoteDraft): NewNote {
  const said = { text: draft.text.trim(), product: draft.product.trim() };
  switch (draft.kind) {
    case 'budget':
      return {
        kind: 'budget',
        ...said,
        low: draft.low,
        high: draft.high,
        byDay: draft.byDay === null ? null : isoDay(draft.byDay),
      };
    case 'purpose':
      return { kind: 'purpose', ...said, purpose: draft.purpose };
    case 'expectation':
      return { kind: 'expectation', ...said, source: draft.source, met: draft.met };
    default:
      return { kind: draft.kind, ...said };
  }
}

export function whomBody(whom: Whom): { readonly player?: number; readonly name?: string } {
  if (whom.person !== null) return { player: whom.person.id };
  return whom.name.trim() === '' ? {} : { name: whom.name.trim() };
}

/** The customer buys for who uses it, and who works there works at the customer. */
const OUTWARD: Readonly<Record<(typeof BELONGINGS)[number], boolean>> = {
  buys_for: true,
  works_at: false,
  household: true,
  knows: true,
};

export function roleBody(draft: RoleDraft, customer: number) {
  const belonging =
    draft.belonging === '' || draft.self || draft.who.person === null
      ? null
      : { kind: draft.belonging, outward: OUTWARD[draft.belonging] };
  return {
    role: draft.role,
    ...(draft.self ? { player: customer } : whomBody(draft.who)),
    note: draft.note.trim(),
    belonging,
  };
}

export function promiseBody({ side, text, due }: PromiseDraft) {
  return { side, text: text.trim(), dueOn: isoDay(due) };
}

/** Minutes of the day of «14:30» or «۹»; null where nothing is typed, undefined where it is no time. */
export function readTime(typed: string): number | null | undefined {
  const text = toLatinDigits(typed).trim();
  if (text === '') return null;
  const parts = /^([0-9]{1,2})(?:[:.٫]([0-9]{2}))?$/.exec(text);
  const [hour, minute] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  return parts === null || hour > 23 || minute > 59 ? undefined : hour * 60 + minute;
}

function nextBody(next: NextDraft, zone: string) {
  const minutes = readTime(next.time) ?? null;
  const due: Instant =
    minutes === null ? zoneOf(zone).startOf(next.day) : zoneOf(zone).at(next.day, minutes * 60_000);
  return {
    kind: next.kind,
    due,
    wholeDay: minutes === null,
    about: next.about.trim(),
    agreed: next.agreed,
  };
}

/** An earlier day is told as its noon: the hour was not asked for. */
const NOON_MS = 12 * 3_600_000;

export function talkBody(
  draft: TalkDraft,
  whose: {
    readonly person: number;
    readonly deal: number | undefined;
    readonly zone: string;
    readonly today: Day;
  },
) {
  const earlier = draft.day === null || draft.day >= whose.today ? null : draft.day;
  const parts = draft.parts;
  return {
    person: whose.person,
    ...(whose.deal === undefined ? {} : { deal: whose.deal }),
    channel: draft.channel,
    ...(earlier === null ? {} : { at: zoneOf(whose.zone).at(earlier, NOON_MS) }),
    saidBy: whomBody(draft.with),
    summary: draft.summary.trim(),
    notes: parts.filter((part) => part.part === 'note').map(noteBody),
    roles: parts.filter((part) => part.part === 'role').map((part) => roleBody(part, whose.person)),
    promises: parts.filter((part) => part.part === 'promise').map(promiseBody),
    ...(draft.next === null ? {} : { next: nextBody(draft.next, whose.zone) }),
  };
}

/** The part a refusal of the server is about (`notes.1.high`), as it stands in the form; null: none of them. */
export function partRefused(parts: readonly PartDraft[], field: string | undefined): number | null {
  const [list = '', place = ''] = (field ?? '').split('.');
  const wanted = ({ notes: 'note', roles: 'role', promises: 'promise' } as const)[list];
  if (wanted === undefined || !/^[0-9]+$/.test(place)) return null;
  return parts.filter(({ part }) => part === wanted)[Number(place)]?.key ?? null;
}

/** Whether there is anything to be sent. */
export function isEmpty(draft: TalkDraft): boolean {
  return draft.summary.trim() === '' && draft.parts.length === 0 && draft.next === null;
}

/** So far ahead a day can be chosen. */
export const DAYS_AHEAD = 3650;
