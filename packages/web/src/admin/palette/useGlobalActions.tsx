import { useColorScheme } from '@mui/material/styles';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import {
  BookIcon,
  BusinessIcon,
  DeviceIcon,
  FileIcon,
  GlobeIcon,
  KeyboardIcon,
  LeaveIcon,
  MoonIcon,
  PrintIcon,
  SunIcon,
} from '../../ui/icons.tsx';
import { useToasts } from '../../ui/toasts.ts';
import { useSetting } from '../setting.ts';
import { useOtherLanguage } from '../switches.tsx';
import { useSignOut } from '../useSignOut.ts';
import type { PaletteAction } from './actions.ts';

/** What can be done anywhere in the workplace. */
export function useGlobalActions(onHelp: () => void): readonly PaletteAction[] {
  const { t } = useTranslation();
  const { session } = useSetting();
  const { setMode } = useColorScheme();
  const { change } = useOtherLanguage();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const toasts = useToasts();
  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      toasts.say(t('palette.linkCopied'));
    } catch {
      toasts.failed(t('palette.linkNotCopied'));
    }
  };
  const businesses = session?.businesses ?? [];
  return [
    {
      id: 'language',
      label: t('palette.language'),
      words: t('palette.languageAlso'),
      icon: <GlobeIcon />,
      run: change,
    },
    {
      id: 'dark',
      label: t('palette.dark'),
      words: t('palette.lightAlso'),
      icon: <MoonIcon />,
      run: () => setMode('dark'),
    },
    {
      id: 'light',
      label: t('palette.light'),
      words: t('palette.lightAlso'),
      icon: <SunIcon />,
      run: () => setMode('light'),
    },
    {
      id: 'system',
      label: t('palette.system'),
      words: t('palette.lightAlso'),
      icon: <DeviceIcon />,
      run: () => setMode('system'),
    },
    {
      id: 'copy-link',
      label: t('palette.copyLink'),
      words: t('palette.copyLinkAlso'),
      icon: <FileIcon />,
      run: copyLink,
    },
    {
      id: 'print',
      label: t('palette.print'),
      words: t('palette.printAlso'),
      icon: <PrintIcon />,
      run: () => print(),
    },
    {
      id: 'help',
      label: t('shortcuts.title'),
      words: t('palette.helpAlso'),
      icon: <KeyboardIcon />,
      run: onHelp,
    },
    {
      id: 'docs',
      label: t('frame.docs'),
      words: t('palette.docsAlso'),
      icon: <BookIcon />,
      run: () => void open('/docs/', '_blank', 'noreferrer'),
    },
    ...businesses
      .filter((one) => one.slug !== session?.business.slug)
      .map((one) => ({
        id: `business:${one.slug}`,
        label: t('palette.goToBusiness', { name: one.name }),
        words: one.slug,
        icon: <BusinessIcon />,
        run: () => navigate({ to: paths.home, search: { business: one.slug } }),
      })),
    {
      id: 'sign-out',
      label: t('account.signOut'),
      words: t('palette.signOutAlso'),
      icon: <LeaveIcon />,
      run: signOut,
    },
  ];
}
