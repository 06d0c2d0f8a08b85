import { Link, Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../paths.ts';
import { Brand } from '../ui/Brand.tsx';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Frame.module.css';
import { SearchBox } from './people/SearchBox.tsx';
import { useSetting } from './setting.ts';
import { LanguageSwitch, LightSwitch } from './switches.tsx';

/** What stands around every view of the workplace. */
export function Frame() {
  const { t } = useTranslation();
  const { session } = useSetting();
  return (
    <>
      <a className={styles.skip} href="#content">
        {t('frame.skip')}
      </a>
      <header className={styles.bar}>
        <div className={styles.inner}>
          <Link to={paths.home} className={styles.home} aria-label={t('frame.home')}>
            <Brand />
          </Link>
          {session ? (
            <span className={styles.business}>
              <bdi>{session.business.name}</bdi>
            </span>
          ) : null}
          <div className={styles.search}>
            <SearchBox />
          </div>
          <div className={styles.switches}>
            <LanguageSwitch />
            <LightSwitch />
            <AccountMenu />
          </div>
        </div>
      </header>
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}
