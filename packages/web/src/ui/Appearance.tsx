import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import rightToLeft from '@mui/stylis-plugin-rtl';
import type { Language } from '@nardeban/core/values';
import type { ReactNode } from 'react';
import { prefixer } from 'stylis';
import { themeFor } from './theme.ts';

/** Styles of the components we use are written left to right; in Persian they are mirrored as they are made. */
const styles = {
  fa: { cache: createCache({ key: 'fa', stylisPlugins: [prefixer, rightToLeft] }), theme: themeFor('fa') },
  en: { cache: createCache({ key: 'en', stylisPlugins: [prefixer] }), theme: themeFor('en') },
};

export function Appearance({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const { cache, theme } = styles[language];
  return (
    <CacheProvider value={cache}>
      <ThemeProvider theme={theme} defaultMode="system" disableTransitionOnChange>
        <CssBaseline enableColorScheme />
        {children}
      </ThemeProvider>
    </CacheProvider>
  );
}
