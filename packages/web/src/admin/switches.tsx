import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Language } from '@nardeban/core/values';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { rememberLanguage, showLanguage } from '../language/languages.ts';
import { MoonIcon, SunIcon } from '../ui/icons.tsx';

/** Offers the other language by its own name; the rest of the address stays as it is. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const other: Language = i18n.language === 'fa' ? 'en' : 'fa';
  const change = async () => {
    await i18n.changeLanguage(other);
    showLanguage(other);
    rememberLanguage(other);
    await navigate({ to: '.', search: (kept) => ({ ...kept, lang: other }), replace: true });
  };
  return (
    <Button
      size="small"
      color="inherit"
      lang={other}
      onClick={() => void change()}
      sx={{ minInlineSize: 0, paddingInline: 1.25 }}
    >
      {t('frame.otherLanguage')}
    </Button>
  );
}

/** Day or night; until it is pressed, what the reader's device prefers. */
export function LightSwitch() {
  const { t } = useTranslation();
  const { mode, setMode } = useColorScheme();
  const prefersDark = useMediaQuery('(prefers-color-scheme: dark)');
  const isDark = mode === 'dark' || (mode === 'system' && prefersDark);
  return (
    <IconButton
      color="inherit"
      aria-label={isDark ? t('frame.light') : t('frame.dark')}
      title={isDark ? t('frame.light') : t('frame.dark')}
      onClick={() => setMode(isDark ? 'light' : 'dark')}
    >
      {isDark ? <SunIcon /> : <MoonIcon />}
    </IconButton>
  );
}
