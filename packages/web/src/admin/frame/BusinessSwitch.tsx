import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { MetIcon, OnwardIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import styles from './BusinessSwitch.module.css';

/** Whose business this is; for who works in several, the way to the others. */
export function BusinessSwitch({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  if (!session) return null;
  const { business } = session;
  const mark = (
    <span className={styles.mark} aria-hidden="true">
      {firstLetter(business.name)}
    </span>
  );
  const name = folded ? (
    <bdi className="only-heard">{business.name}</bdi>
  ) : (
    <span className={styles.name}>
      <bdi>{business.name}</bdi>
    </span>
  );
  if (session.businesses.length < 2) {
    return (
      <span className={styles.business} title={business.name}>
        {mark}
        {name}
      </span>
    );
  }
  const collator = new Intl.Collator(speech.language);
  const others = [...session.businesses].sort((one, other) => collator.compare(one.name, other.name));
  return (
    <>
      <button
        type="button"
        ref={anchor}
        className={`${styles.business} ${styles.button}`}
        aria-haspopup="menu"
        aria-expanded={open}
        title={t('frame.switchBusiness')}
        onClick={() => setOpen(true)}
      >
        {mark}
        {name}
        <span className="only-heard">{t('frame.switchBusiness')}</span>
        {folded ? null : (
          <span className={styles.down}>
            <OnwardIcon size={16} />
          </span>
        )}
      </button>
      <Menu open={open} anchorEl={anchor.current} onClose={() => setOpen(false)}>
        {others.map((one) => (
          <MenuItem
            key={one.slug}
            selected={one.slug === business.slug}
            onClick={() => {
              setOpen(false);
              void navigate({ to: paths.home, search: { business: one.slug } });
            }}
            sx={{ gap: 1.5, justifyContent: 'space-between', maxInlineSize: 340 }}
          >
            <bdi className={styles.name}>{one.name}</bdi>
            {one.slug === business.slug ? <MetIcon size={16} /> : null}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** A letter as its readers see it: an emoji of several signs stays whole. */
export function firstLetter(name: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name.trim());
  return first?.segment ?? '';
}
