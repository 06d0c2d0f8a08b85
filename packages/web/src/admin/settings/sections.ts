import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import type { Session } from '../../api/answers.ts';
import { paths } from '../../paths.ts';
import {
  AuditIcon,
  BusinessIcon,
  ColumnsIcon,
  DeviceIcon,
  HookIcon,
  KeyIcon,
  LadderIcon,
  PeopleIcon,
  PersonIcon,
  StudioIcon,
  TagIcon,
} from '../../ui/icons.tsx';
import type { Scope } from '../navigation.ts';

/** The groups of the settings, in the order in which they stand. */
export const SECTION_GROUPS = ['own', 'business', 'data'] as const;
type Group = (typeof SECTION_GROUPS)[number];

/** One page of the settings. Its route is a child of `settings` in router.tsx. */
export interface SettingsSection {
  readonly id: string;
  readonly label: ParseKeys;
  readonly path: Extract<(typeof paths)[keyof typeof paths], `/settings/${string}`>;
  readonly icon: (props: { readonly size?: number }) => ReactNode;
  readonly group: Group;
  /** Who may not do this does not see the section; without one everybody does. */
  readonly scope?: Scope;
}

export const sections: readonly SettingsSection[] = [
  {
    id: 'account',
    label: 'settings.account.name',
    path: paths.settingsAccount,
    icon: PersonIcon,
    group: 'own',
  },
  {
    id: 'appearance',
    label: 'settings.appearance.name',
    path: paths.settingsAppearance,
    icon: DeviceIcon,
    group: 'own',
  },
  {
    id: 'business',
    label: 'settings.business.name',
    path: paths.settingsBusiness,
    icon: BusinessIcon,
    group: 'business',
  },
  {
    id: 'staff',
    label: 'settings.staff.name',
    path: paths.settingsStaff,
    icon: PeopleIcon,
    group: 'business',
    scope: 'staff:write',
  },
  {
    id: 'roles',
    label: 'settings.roles.name',
    path: paths.settingsRoles,
    icon: LadderIcon,
    group: 'business',
  },
  {
    id: 'keys',
    label: 'settings.keys.name',
    path: paths.settingsKeys,
    icon: KeyIcon,
    group: 'business',
    scope: 'keys:write',
  },
  {
    id: 'hooks',
    label: 'hooks.name',
    path: paths.settingsHooks,
    icon: HookIcon,
    group: 'business',
    scope: 'hooks:write',
  },
  {
    id: 'audit',
    label: 'settings.audit.name',
    path: paths.settingsAudit,
    icon: AuditIcon,
    group: 'business',
    scope: 'audit:read',
  },
  {
    id: 'ladders',
    label: 'studio.inSettings',
    path: paths.settingsLadders,
    icon: StudioIcon,
    group: 'data',
    scope: 'ladder:read',
  },
  {
    id: 'portal',
    label: 'settings.portal',
    path: paths.settingsPortal,
    icon: DeviceIcon,
    group: 'business',
    scope: 'club:write',
  },
  {
    id: 'words',
    label: 'words.name',
    path: paths.settingsWords,
    icon: TagIcon,
    group: 'data',
    scope: 'settings:write',
  },
  {
    id: 'mappings',
    label: 'imports.mappings',
    path: paths.settingsMappings,
    icon: ColumnsIcon,
    group: 'data',
    scope: 'imports:read',
  },
];

export function sectionsFor(session: Session | null | undefined): readonly SettingsSection[] {
  return sections.filter(({ scope }) => scope === undefined || session?.scopes.includes(scope) === true);
}
