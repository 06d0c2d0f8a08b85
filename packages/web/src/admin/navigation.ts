import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import type { Session } from '../api/answers.ts';
import { paths } from '../paths.ts';
import {
  AdvisorIcon,
  BasketIcon,
  BookIcon,
  ChannelsIcon,
  ClubIcon,
  CohortsIcon,
  CostsIcon,
  DuplicatesIcon,
  ExperimentsIcon,
  GiftCardIcon,
  ImportIcon,
  LadderIcon,
  LeavingIcon,
  ModelsIcon,
  MorningIcon,
  OffersIcon,
  PeopleIcon,
  ReferralIcon,
  ReturnsIcon,
  RewardIcon,
  RhythmIcon,
  SeasonsIcon,
  SettingsIcon,
  StudioIcon,
  TillIcon,
  TypesIcon,
  ValueIcon,
  VoucherIcon,
} from '../ui/icons.tsx';

export type Scope = Session['scopes'][number];

/** The groups of the navigation, in the order in which they stand. */
export const GROUPS = ['day', 'club', 'insight', 'design', 'business'] as const;
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

export const navigation: readonly NavigationEntry[] = [
  {
    id: 'ladder',
    label: 'navigation.ladder',
    alsoCalled: 'navigation.ladderAlso',
    path: paths.home,
    covers: ['/ladders'],
    icon: LadderIcon,
    scope: 'ladder:read',
    group: 'day',
    goCode: 'KeyL',
    onPhone: true,
  },
  {
    id: 'till',
    label: 'navigation.till',
    alsoCalled: 'navigation.tillAlso',
    path: paths.till,
    icon: TillIcon,
    scope: 'till:write',
    group: 'day',
    goCode: 'KeyT',
  },
  {
    id: 'people',
    label: 'navigation.people',
    alsoCalled: 'navigation.peopleAlso',
    path: paths.people,
    icon: PeopleIcon,
    scope: 'people:read',
    group: 'day',
    goCode: 'KeyP',
    onPhone: true,
  },
  {
    id: 'duplicates',
    label: 'duplicates.title',
    alsoCalled: 'duplicates.also',
    path: paths.duplicates,
    icon: DuplicatesIcon,
    scope: 'people:read',
    group: 'day',
    goCode: 'KeyD',
  },
  {
    id: 'imports',
    label: 'imports.title',
    alsoCalled: 'imports.also',
    path: paths.imports,
    icon: ImportIcon,
    scope: 'imports:read',
    group: 'day',
    goCode: 'KeyI',
    onPhone: true,
  },
  {
    id: 'club',
    label: 'navigation.club',
    alsoCalled: 'navigation.clubAlso',
    path: paths.club,
    icon: ClubIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubProgramme',
    label: 'navigation.clubProgramme',
    alsoCalled: 'navigation.clubProgrammeAlso',
    path: paths.clubProgramme,
    icon: StudioIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubOffers',
    label: 'navigation.clubOffers',
    alsoCalled: 'navigation.clubOffersAlso',
    path: paths.clubOffers,
    icon: OffersIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubVouchers',
    label: 'navigation.clubCodes',
    alsoCalled: 'navigation.clubCodesAlso',
    path: paths.clubVouchers,
    icon: VoucherIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubGiftCards',
    label: 'navigation.clubGiftCards',
    alsoCalled: 'navigation.clubGiftCardsAlso',
    path: paths.clubGiftCards,
    icon: GiftCardIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubRewards',
    label: 'navigation.clubRewards',
    alsoCalled: 'navigation.clubRewardsAlso',
    path: paths.clubRewards,
    icon: RewardIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubReferrals',
    label: 'navigation.clubReferrals',
    alsoCalled: 'navigation.clubReferralsAlso',
    path: paths.clubReferrals,
    icon: ReferralIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'clubBooks',
    label: 'navigation.clubBooks',
    alsoCalled: 'navigation.clubBooksAlso',
    path: paths.clubBooks,
    icon: BookIcon,
    scope: 'club:read',
    group: 'club',
  },
  {
    id: 'insightOverview',
    label: 'navigation.insightOverview',
    alsoCalled: 'navigation.insightOverviewAlso',
    path: paths.insight,
    icon: MorningIcon,
    scope: 'insight:read',
    group: 'insight',
    goCode: 'KeyO',
  },
  {
    id: 'insightValue',
    label: 'navigation.insightValue',
    alsoCalled: 'navigation.insightValueAlso',
    path: paths.insightValue,
    icon: ValueIcon,
    scope: 'insight:read',
    group: 'insight',
    goCode: 'KeyV',
  },
  {
    id: 'insightLeaving',
    label: 'navigation.insightLeaving',
    alsoCalled: 'navigation.insightLeavingAlso',
    path: paths.insightLeaving,
    icon: LeavingIcon,
    scope: 'insight:read',
    group: 'insight',
    goCode: 'KeyX',
  },
  {
    id: 'insightTypes',
    label: 'navigation.insightTypes',
    alsoCalled: 'navigation.insightTypesAlso',
    path: paths.insightTypes,
    icon: TypesIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightRhythm',
    label: 'navigation.insightRhythm',
    alsoCalled: 'navigation.insightRhythmAlso',
    path: paths.insightRhythm,
    icon: RhythmIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightCohorts',
    label: 'navigation.insightCohorts',
    alsoCalled: 'navigation.insightCohortsAlso',
    path: paths.insightCohorts,
    icon: CohortsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightSeasons',
    label: 'navigation.insightSeasons',
    alsoCalled: 'navigation.insightSeasonsAlso',
    path: paths.insightSeasons,
    icon: SeasonsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightBaskets',
    label: 'navigation.insightBaskets',
    alsoCalled: 'navigation.insightBasketsAlso',
    path: paths.insightBaskets,
    icon: BasketIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightChannels',
    label: 'navigation.insightChannels',
    alsoCalled: 'navigation.insightChannelsAlso',
    path: paths.insightChannels,
    icon: ChannelsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightCosts',
    label: 'navigation.insightCosts',
    alsoCalled: 'navigation.insightCostsAlso',
    path: paths.insightCosts,
    icon: CostsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightReturns',
    label: 'navigation.insightReturns',
    alsoCalled: 'navigation.insightReturnsAlso',
    path: paths.insightReturns,
    icon: ReturnsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightAdvisor',
    label: 'navigation.insightAdvisor',
    alsoCalled: 'navigation.insightAdvisorAlso',
    path: paths.insightAdvisor,
    icon: AdvisorIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightExperiments',
    label: 'navigation.insightExperiments',
    alsoCalled: 'navigation.insightExperimentsAlso',
    path: paths.insightExperiments,
    icon: ExperimentsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'insightModels',
    label: 'navigation.insightModels',
    alsoCalled: 'navigation.insightModelsAlso',
    path: paths.insightModels,
    icon: ModelsIcon,
    scope: 'insight:read',
    group: 'insight',
  },
  {
    id: 'studio',
    label: 'studio.title',
    alsoCalled: 'studio.also',
    path: paths.studio,
    icon: StudioIcon,
    scope: 'ladder:read',
    group: 'design',
    goCode: 'KeyS',
  },
  {
    id: 'settings',
    label: 'settings.title',
    alsoCalled: 'settings.also',
    path: paths.settings,
    icon: SettingsIcon,
    // Everybody has an account of their own to look after.
    scope: 'people:read',
    group: 'business',
    goCode: 'KeyE',
    onPhone: true,
  },
];

/** What this member of staff may open. Before the session is known: everything, so that nothing jumps afterwards. */
export function navigationFor(session: Session | null | undefined): readonly NavigationEntry[] {
  if (!session) return navigation;
  return navigation.filter((entry) => session.scopes.includes(entry.scope));
}

/** Whether the entry is where the reader is. The longest address wins, so that a page inside another is itself. */
export function presentEntry(
  entries: readonly NavigationEntry[],
  pathname: string,
): NavigationEntry | undefined {
  const reach = (entry: NavigationEntry) =>
    Math.max(
      ...[entry.path, ...(entry.covers ?? [])].map((path) =>
        pathname === path || (path !== '/' && pathname.startsWith(`${path}/`)) ? path.length : -1,
      ),
    );
  const best = [...entries].sort((one, other) => reach(other) - reach(one))[0];
  return best === undefined || reach(best) < 0 ? undefined : best;
}
