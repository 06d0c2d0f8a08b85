import type { Because, Gap } from '@nardeban/core/criteria';
import type { Calendar, Instant, Language, MoneyUnit } from '@nardeban/core/values';

/** What the server answers, in the words of the page. Instants are epoch milliseconds, days YYYY-MM-DD. */

export interface Words {
  readonly fa: string;
  readonly en: string;
}

export interface Session {
  readonly user: { readonly name: string; readonly email: string; readonly language: Language } | null;
  readonly role: string | null;
  readonly business: BusinessInSession | null;
  readonly businesses: readonly { readonly slug: string; readonly name: string; readonly role: string }[];
}

export interface BusinessInSession {
  readonly slug: string;
  readonly name: string;
  readonly currency: string;
  readonly unit: MoneyUnit;
  readonly calendar: Calendar;
  readonly zone: string;
  readonly language: Language;
}

export interface Place {
  readonly key: string;
  readonly name: Words;
  readonly meaning?: { readonly who: Words; readonly feels: Words; readonly helps: Words };
}

export interface LadderListed {
  readonly key: string;
  readonly kind: 'ladder' | 'typology';
  readonly name: Words;
  readonly version: number;
  readonly places: readonly Place[];
}

export interface RungCount {
  readonly key: string;
  readonly name: Words;
  readonly people: number;
  readonly share: number;
  readonly arrivedUp: number;
  readonly arrivedDown: number;
  readonly leftUp: number;
  readonly leftDown: number;
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly people: number;
}

export interface Step extends Flow {
  readonly conversion: number | null;
  readonly medianDays: number | null;
}

export interface LadderOverview {
  readonly ladder: string;
  readonly version: number;
  readonly asOf: string;
  readonly name: Words;
  readonly total: number;
  readonly rungs: readonly RungCount[];
  readonly moves: { readonly up: number; readonly down: number };
  readonly flows: readonly Flow[];
  readonly steps: readonly Step[];
  readonly period: { readonly from: string; readonly to: string };
  readonly publishing: { readonly version: number; readonly done: number; readonly total: number } | null;
}

export interface PersonOnRung {
  readonly id: number;
  readonly name: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  readonly external: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
}

export interface Identifier {
  readonly kind: string;
  readonly value: string;
}

export interface PersonFound {
  readonly id: number;
  readonly name: string | null;
  readonly kind: 'person' | 'organisation';
  readonly identifiers: readonly Identifier[];
}

export interface PersonDetails extends PersonFound {
  readonly traits: Readonly<Record<string, string | number | boolean>>;
  readonly knownSince: Instant | null;
  readonly mergedFrom: readonly number[];
}

export interface StoredFact {
  readonly id: number;
  readonly type: string;
  readonly at: Instant;
  readonly learntAt: Instant;
  readonly source: string;
  readonly key: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

export interface Move {
  readonly at: Instant;
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
  readonly because: Because | null;
  /** Null in a past that is only asked about. */
  readonly recordedAt: Instant | null;
  readonly superseded: boolean;
}

export interface Explanation {
  readonly ladder: string;
  readonly version: number;
  readonly asOf: string;
  /** Null before the business knew them. */
  readonly rung: string | null;
  readonly highest: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly pinned: { readonly until: Instant | null; readonly reason: string; readonly by: string } | null;
  readonly because: Because | null;
  readonly next: { readonly rung: string; readonly because: Because } | null;
  readonly gap: Gap | null;
  readonly moves: readonly Move[];
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}
