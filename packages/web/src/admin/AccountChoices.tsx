import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useTranslation } from 'react-i18next';
import type { Session } from '../api/answers.ts';
import { DeviceIcon, LeaveIcon, MetIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import { LeftToRight } from '../ui/LeftToRight.tsx';
import { useSignOut } from './useSignOut.ts';

const LIGHTS = [
  { mode: 'system', Icon: DeviceIcon },
  { mode: 'light', Icon: SunIcon },
  { mode: 'dark', Icon: MoonIcon },
] as const;

/** What opens at one's own name. */
export default function AccountChoices(props: {
  readonly user: NonNullable<Session['user']>;
  readonly anchor: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { user, anchor, open, onClose } = props;
  const { mode, setMode } = useColorScheme();
  const leave = useSignOut();
  return (
    <Menu open={open} anchorEl={anchor} onClose={onClose}>
      <ListSubheader
        role="presentation"
        sx={{ lineHeight: 1.8, paddingBlock: 1, backgroundColor: 'transparent' }}
      >
        <strong dir="auto">{user.name}</strong>
        <br />
        <LeftToRight>{user.email}</LeftToRight>
      </ListSubheader>
      <Divider />
      {LIGHTS.map(({ mode: light, Icon }) => (
        <MenuItem
          key={light}
          role="menuitemradio"
          aria-checked={mode === light}
          onClick={() => setMode(light)}
          sx={{ gap: 1.5 }}
        >
          <Icon size={18} />
          <span style={{ flex: 1 }}>{t(`light.${light}`)}</span>
          {mode === light ? <MetIcon size={16} /> : null}
        </MenuItem>
      ))}
      <Divider />
      <MenuItem
        onClick={() => {
          onClose();
          void leave();
        }}
        sx={{ gap: 1.5 }}
      >
        <LeaveIcon size={18} />
        {t('account.signOut')}
      </MenuItem>
    </Menu>
  );
}
