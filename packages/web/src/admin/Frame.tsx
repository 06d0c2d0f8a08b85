import useMediaQuery from '@mui/material/useMediaQuery';
import { Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseDigits } from '../language/digits.ts';
import { usePart } from '../loading/usePart.ts';
import { useToasts } from '../ui/toasts.ts';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import styles from './Frame.module.css';
import { BottomBar } from './frame/BottomBar.tsx';
import { foldedSide, rememberFoldedSide } from './frame/folded.ts';
import { SideBar } from './frame/SideBar.tsx';
import { TopBar } from './frame/TopBar.tsx';
import { useKeptFocus } from './frame/useKeptFocus.ts';
import { navigationFor, presentEntry } from './navigation.ts';
import { useSetting } from './setting.ts';
import { useFrameShortcuts } from './shortcuts/shortcuts.ts';
import { useKeyboard } from './shortcuts/useKeyboard.ts';

const loadPalette = () => import('./palette/Palette.tsx');
const loadHelpSheet = () => import('./shortcuts/HelpSheet.tsx');

/** What stands around every view of the workplace. */
export function Frame() {
  const { t, i18n } = useTranslation();
  const { session, speech, today } = useSetting();
  const [open, setOpen] = useState<'palette' | 'help' | null>(null);
  const [folded, setFolded] = useState(foldedSide);
  const isWide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isWhole = useRouterState({
    select: (state) => state.matches.some((match) => match.staticData.wide === true),
  });
  const Palette = usePart(loadPalette, open === 'palette');
  const HelpSheet = usePart(loadHelpSheet, open === 'help');
  const toasts = useToasts();
  const navigate = useNavigate();
  // The account's digits, whatever this browser showed before.
  const digits = session?.user?.digits;
  useEffect(() => {
    if (digits !== undefined) void chooseDigits(i18n, digits);
  }, [i18n, digits]);
  const entries = navigationFor(session);
  const present = presentEntry(entries, pathname);
  const search = () => setOpen('palette');
  const help = () => setOpen('help');
  const close = () => setOpen(null);
  const fold = () => {
    rememberFoldedSide(!folded);
    setFolded(!folded);
  };

  useKeyboard();
  useKeptFocus();
  useFrameShortcuts([
    { code: 'KeyK', withCommand: true, label: t('palette.open'), run: search },
    { code: 'Slash', label: t('shortcuts.search'), run: search },
    { code: 'Slash', shift: true, label: t('shortcuts.title'), run: help },
    { code: 'KeyU', label: t('shortcuts.undo'), run: () => void toasts.undoLast() },
    ...(isWide ? [{ code: 'BracketLeft', label: t('shortcuts.fold'), run: fold }] : []),
    ...entries.flatMap((entry) =>
      entry.goCode === undefined
        ? []
        : [
            {
              code: entry.goCode,
              afterG: true,
              label: t(entry.label),
              run: () => void navigate({ to: entry.path }),
            },
          ],
    ),
  ]);
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      {/* One tree for every width: turning a telephone must not take away what was typed. */}
      <div className={`${styles.frame} ${folded ? styles.folded : ''}`}>
        {isWide ? (
          <SideBar
            entries={entries}
            present={present}
            folded={folded}
            onFold={fold}
            onSearch={search}
            onHelp={help}
          />
        ) : (
          <TopBar onSearch={search} />
        )}
        <div className={styles.column}>
          <ConnectionBanner />
          <main id="content" className={`${styles.content} ${isWhole ? styles.whole : ''}`} tabIndex={-1}>
            <div className={styles.printed} aria-hidden="true">
              <strong dir="auto">{session?.business.name}</strong>
              <span>{t('frame.printed', { day: speech.day(today, 'full') })}</span>
            </div>
            <Outlet />
          </main>
        </div>
        {isWide ? null : <BottomBar entries={entries} present={present} />}
      </div>
      {open === 'palette' && Palette !== null ? <Palette onClose={close} onHelp={help} /> : null}
      {open === 'help' && HelpSheet !== null ? <HelpSheet onClose={close} /> : null}
    </>
  );
}
