import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut } from '../api/client.ts';
import { paths } from '../paths.ts';
import { PersonIcon } from '../ui/icons.tsx';
import { LeftToRight } from '../ui/LeftToRight.tsx';
import { useSetting } from './setting.ts';

/** Who is signed in, the businesses they work for, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const user = session?.user;
  if (!user) return null;

  const leave = async () => {
    setOpen(false);
    await signOut();
    queries.clear();
    await navigate({ to: paths.signIn, search: {} });
  };
  const goTo = async (slug: string) => {
    setOpen(false);
    await navigate({ to: paths.home, search: { business: slug } });
  };

  return (
    <>
      <IconButton
        ref={anchor}
        color="inherit"
        aria-label={t('account.open')}
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      >
        <PersonIcon />
      </IconButton>
      <Menu open={open} anchorEl={anchor.current} onClose={() => setOpen(false)}>
        <ListSubheader sx={{ lineHeight: 1.8, paddingBlock: 1, backgroundColor: 'transparent' }}>
          <strong dir="auto">{user.name}</strong>
          <br />
          <LeftToRight>{user.email}</LeftToRight>
        </ListSubheader>
        <Divider />
        {session.businesses.length > 1
          ? session.businesses.map((one) => (
              <MenuItem
                key={one.slug}
                selected={one.slug === session.business.slug}
                onClick={() => void goTo(one.slug)}
                dir="auto"
              >
                {one.name}
              </MenuItem>
            ))
          : null}
        <MenuItem onClick={() => void leave()}>{t('account.signOut')}</MenuItem>
      </Menu>
    </>
  );
}
