import Divider from '@mui/material/Divider';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useColorScheme } from '@mui/material/styles';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeviceIcon, LeaveIcon, MetIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import { LeftToRight } from '../ui/LeftToRight.tsx';
import styles from './AccountMenu.module.css';
import { firstLetter } from './frame/BusinessSwitch.tsx';
import { useSetting } from './setting.ts';
import { useSignOut } from './useSignOut.ts';

const LIGHTS = [
  { mode: 'system', Icon: DeviceIcon },
  { mode: 'light', Icon: SunIcon },
  { mode: 'dark', Icon: MoonIcon },
] as const;

/** Who is signed in, how the page looks for them, and the way out. */
export function AccountMenu({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const { mode, setMode } = useColorScheme();
  const leave = useSignOut();
  const user = session?.user;
  if (!user) return null;

  return (
    <>
      <button
        type="button"
        ref={anchor}
        className={styles.account}
        aria-label={t('account.open', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={open}
        title={folded ? user.name : undefined}
        onClick={() => setOpen(true)}
      >
        <span className={styles.face} aria-hidden="true">
          {firstLetter(user.name)}
        </span>
        {folded ? null : (
          <span className={styles.name}>
            <bdi>{user.name}</bdi>
          </span>
        )}
      </button>
      <Menu open={open} anchorEl={anchor.current} onClose={() => setOpen(false)}>
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
            setOpen(false);
            void leave();
          }}
          sx={{ gap: 1.5 }}
        >
          <LeaveIcon size={18} />
          {t('account.signOut')}
        </MenuItem>
      </Menu>
    </>
  );
}
