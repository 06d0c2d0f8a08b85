import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import type { Version } from '../../../ui/conflicts.ts';
import { useSetting } from '../../setting.ts';
import {
  type KeptSettings,
  type Settings,
  settingsQuery,
  SETTINGS_CHANGED,
  type SettingsSent,
} from './queries.ts';

export interface SettingsAsked {
  readonly settings: Settings;
  readonly revision: number;
}

/**
 * Keeps the settings of offers, of which one page changes some parts: on top of what somebody else has written meanwhile,
 * only those parts are one's own.
 */
export function useSettingsSaving(props: {
  readonly parts: readonly (keyof Settings)[];
  /** How a version of these parts is told. */
  readonly version: (settings: Settings) => Version;
  readonly onDone?: () => void;
  /** Shows what stands now, because the reader gives up what they wrote. */
  readonly onReload?: (now: KeptSettings) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const { parts, version, onDone, onReload } = props;
  const fresh = () => queries.fetchQuery({ ...settingsQuery(asking), staleTime: 0 });
  return useDeed({
    send: (input: SettingsAsked, headers) =>
      answerOf(api.PUT('/v1/club/offer-settings', { body: input as SettingsSent, headers })),
    refresh: SETTINGS_CHANGED,
    tellsFailure: true,
    said: () => t('clubOffers.guard.saved'),
    ...(onDone === undefined ? {} : { onDone }),
    changed: {
      versions: async ({ settings }) => ({
        mine: version(settings),
        theirs: version((await fresh()).settings),
      }),
      reload: async () => onReload?.(await fresh()),
      onTop: async (input) => {
        const now = await fresh();
        const own = Object.fromEntries(parts.map((part) => [part, input.settings[part]]));
        return { settings: { ...now.settings, ...own }, revision: now.revision };
      },
    },
  });
}
