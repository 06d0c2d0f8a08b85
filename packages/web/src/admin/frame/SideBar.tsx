import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { BookIcon, KeyboardIcon, SearchIcon, SideIcon } from '../../ui/icons.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { AccountMenu } from '../AccountMenu.tsx';
import { GROUPS, type NavigationEntry } from '../navigation.ts';
import { LanguageSwitch, LightSwitch } from '../switches.tsx';
import { BusinessSwitch } from './BusinessSwitch.tsx';
import { NavigationLink } from './NavigationLink.tsx';
import styles from './SideBar.module.css';

/** The way through the workplace on a wide screen, at the side where reading starts. */
export function SideBar(props: {
  readonly entries: readonly NavigationEntry[];
  readonly present: NavigationEntry | undefined;
  readonly folded: boolean;
  readonly onFold: () => void;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}) {
  const { t } = useTranslation();
  const { entries, present, folded } = props;
  const id = useId();
  return (
    <header className={`not-printed ${styles.side} ${folded ? styles.folded : ''}`}>
      <div className={styles.head}>
        <Link to={paths.home} className={styles.home} aria-label={t('frame.home')}>
          <img src="/mark.svg" alt="" width={26} height={26} />
          {folded ? null : <span className={styles.brand}>{t('brand')}</span>}
        </Link>
        <button
          type="button"
          className={styles.small}
          aria-expanded={!folded}
          aria-controls={id}
          aria-label={folded ? t('frame.unfold') : t('frame.fold')}
          title={folded ? t('frame.unfold') : t('frame.fold')}
          onClick={props.onFold}
        >
          <SideIcon size={18} />
        </button>
      </div>
      <BusinessSwitch folded={folded} />
      <button
        type="button"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={props.onSearch}
        title={folded ? t('palette.open') : undefined}
      >
        <SearchIcon size={18} />
        <span className={folded ? 'only-heard' : styles.searchWord}>
          {folded ? t('palette.open') : t('palette.search')}
        </span>
        {folded ? null : <Keys keys={['command', 'K']} />}
      </button>
      <nav id={id} className={styles.navigation} aria-label={t('frame.navigation')}>
        {GROUPS.map((group) => {
          const inGroup = entries.filter((entry) => entry.group === group);
          return inGroup.length === 0 ? null : (
            <div key={group} className={styles.group}>
              <p id={`${id}-${group}`} className={folded ? 'only-heard' : styles.groupName}>
                {t(`navigation.${group}`)}
              </p>
              <ul aria-labelledby={`${id}-${group}`}>
                {inGroup.map((entry) => (
                  <li key={entry.id}>
                    <NavigationLink
                      entry={entry}
                      present={entry === present}
                      className={styles.entry}
                      folded={folded}
                    />
                  </li>
                ))}
              </ul>
            </div>
          );
        })}
      </nav>
      <div className={styles.foot}>
        <div className={styles.switches}>
          <LanguageSwitch folded={folded} />
          <LightSwitch />
          <button
            type="button"
            className={styles.small}
            aria-label={t('shortcuts.title')}
            title={t('shortcuts.title')}
            onClick={props.onHelp}
          >
            <KeyboardIcon size={18} />
          </button>
          <a
            className={styles.small}
            href="/docs/"
            target="_blank"
            rel="noreferrer"
            aria-label={t('frame.docs')}
            title={t('frame.docs')}
          >
            <BookIcon size={18} />
          </a>
        </div>
        <AccountMenu folded={folded} />
      </div>
    </header>
  );
}
