import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import type { Language } from '@nardeban/core/values';
import type { ReactNode } from 'react';
import { prefixer } from 'stylis';
import { mirrored } from './mirrored.ts';
import { themeFor } from './theme.ts';

type Styles = ReturnType<typeof makeStyles>;

const made = new Map<Language, Styles>();

/** Made once for each language that is shown, and not before. */
function stylesOf(language: Language): Styles {
  const known = made.get(language) ?? makeStyles(language);
  made.set(language, known);
  return known;
}

/** Styles of the components we use are written left to right; in Persian they are mirrored as they are made. */
function makeStyles(language: Language) {
  const stylisPlugins = language === 'fa' ? [prefixer, mirrored] : [prefixer];
  return { cache: createCache({ key: language, stylisPlugins }), theme: themeFor(language) };
}

export function Appearance({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const { cache, theme } = stylesOf(language);
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" disableTransitionOnChange>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
