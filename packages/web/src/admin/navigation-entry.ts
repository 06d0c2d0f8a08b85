import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import type { Session } from '../api/answers.ts';
import type { paths } from '../paths.ts';

export type Scope = Session['scopes'][number];

/** The groups of the navigation, in the order in which they stand. */
export const GROUPS = ['day', 'sales', 'club', 'insight', 'design', 'business'] as const;
type Group = (typeof GROUPS)[number];

/** A page that the navigation, the command palette and the keyboard lead to. */
export interface NavigationEntry {
  readonly id: string;
  /** What it is called: a key of the language files. */
  readonly label: ParseKeys;
  /** What else somebody may call it, for the palette: a key of the language files. */
  readonly alsoCalled?: ParseKeys;
  /** An address without parameters. */
  readonly path: StaticPath;
  /** Addresses under which the entry is shown as the present one; its own path always is. */
  readonly covers?: readonly string[];
  readonly icon: (props: { readonly size?: number }) => ReactNode;
  /** Who may not do this does not see the entry; the server holds it anyway. */
  readonly scope: Scope;
  readonly group: Group;
  /** The letter after `g` that leads here, as a `KeyboardEvent.code`: the same key under every keyboard layout. */
  readonly goCode?: `Key${string}`;
  /** Stands in the bottom bar of a telephone; there is room for four. The others stand in the sheet behind «more». */
  readonly onPhone?: boolean;
}

type StaticPath = Exclude<(typeof paths)[keyof typeof paths], `${string}$${string}`>;
