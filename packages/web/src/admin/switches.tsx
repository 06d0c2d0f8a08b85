import { useColorScheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Language } from '@nardeban/core/values';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../language/languages.ts';
import { GlobeIcon, MoonIcon, SunIcon } from '../ui/icons.tsx';
import styles from './switches.module.css';

/** The other language, and how to change to it; the rest of the address stays as it is. */
export function useOtherLanguage(): { readonly other: Language; readonly change: () => Promise<void> } {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const other: Language = i18n.language === 'fa' ? 'en' : 'fa';
  const change = useCallback(async () => {
    await changeLanguage(i18n, other);
    await navigate({ to: '.', search: (kept) => ({ ...kept, lang: other }), hash: true, replace: true });
  }, [i18n, navigate, other]);
  return { other, change };
}

/** Offers the other language by its own name. */
export function LanguageSwitch({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation();
  const { other, change } = useOtherLanguage();
  if (folded) {
    const name = t('frame.otherLanguage');
    return (
      <button
        type="button"
        className={styles.sign}
        lang={other}
        aria-label={name}
        title={name}
        onClick={() => void change()}
      >
        <GlobeIcon />
      </button>
    );
  }
  return (
    <button type="button" className={styles.word} lang={other} onClick={() => void change()}>
      {t('frame.otherLanguage')}
    </button>
  );
}

/** Day or night; until it is pressed, what the reader's device prefers. */
export function LightSwitch() {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = mode === 'dark' || (mode === 'system' && prefersDark);
  return (
    <button
      type="button"
      className={styles.sign}
      aria-label={isDark ? t('frame.light') : t('frame.dark')}
      title={isDark ? t('frame.light') : t('frame.dark')}
      onClick={() => setMode(isDark ? 'light' : 'dark')}
    >
      {isDark ? <SunIcon /> : <MoonIcon />}
    </button>
  );
}
