import { createTheme, type Theme } from '@mui/material/styles';
import { enUS, faIR } from '@mui/material/locale';
import type { Language } from '@nardeban/core/values';

const FONT = "'Vazirmatn Variable', system-ui, sans-serif";

/** Paper and ink by day, a lamp-lit room by night; terracotta where a hand should go, green up, rose down. */
const light = {
  primary: { main: '#a2431f', dark: '#83351a', light: '#c8693f', contrastText: '#fffaf3' },
  success: { main: '#2f6b4a', contrastText: '#ffffff' },
  error: { main: '#b03a3a', contrastText: '#ffffff' },
  warning: { main: '#8a5a00', contrastText: '#ffffff' },
  background: { default: '#faf6ef', paper: '#fffdf9' },
  text: { primary: '#2b211a', secondary: '#6d5f53', disabled: '#a59786' },
  divider: '#e8dfd2',
};
const dark = {
  primary: { main: '#ea9466', dark: '#d67c4c', light: '#f2b18e', contrastText: '#26130a' },
  success: { main: '#84c39c', contrastText: '#0d1f15' },
  error: { main: '#ef938c', contrastText: '#2b0d0b' },
  warning: { main: '#e0b25a', contrastText: '#241a05' },
  background: { default: '#1a1512', paper: '#231d19' },
  text: { primary: '#f3eae0', secondary: '#b5a696', disabled: '#7c6f63' },
  divider: '#3a312a',
};

/** What a finger has to hit is as high as a finger is wide; a mouse needs less. */
const FINGERS = { '@media (max-width: 720px), (pointer: coarse)': { minHeight: 40 } } as const;
const SQUARE = { '@media (max-width: 720px), (pointer: coarse)': { minWidth: 40, minHeight: 40 } } as const;

export function themeFor(language: Language): Theme {
  return createTheme(
    {
      direction: language === 'fa' ? 'rtl' : 'ltr',
      cssVariables: { colorSchemeSelector: 'data-theme' },
      colorSchemes: { light: { palette: light }, dark: { palette: dark } },
      shape: { borderRadius: 10 },
      typography: {
        fontFamily: FONT,
        // Persian letters need more room above and below than Latin ones.
        body1: { lineHeight: 1.75 },
        body2: { lineHeight: 1.7 },
        button: { textTransform: 'none', fontWeight: 600 },
        h1: { fontSize: 'clamp(1.6rem, 1.2rem + 1.6vw, 2.35rem)', fontWeight: 700, lineHeight: 1.3 },
        h2: { fontSize: '1.15rem', fontWeight: 700, lineHeight: 1.5 },
        h3: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.5 },
      },
      components: {
        MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: FINGERS } },
        MuiIconButton: { styleOverrides: { root: SQUARE } },
        MuiToggleButton: { styleOverrides: { root: FINGERS } },
        MuiChip: { styleOverrides: { clickable: FINGERS } },
        MuiButtonBase: { defaultProps: { disableRipple: true } },
        MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
        MuiOutlinedInput: {
          styleOverrides: { root: { backgroundColor: 'var(--mui-palette-background-paper)' } },
        },
      },
    },
    language === 'fa' ? faIR : enUS,
  );
}
