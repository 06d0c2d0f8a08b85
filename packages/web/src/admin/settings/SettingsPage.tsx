import useMediaQuery from '@mui/material/useMediaQuery';
import { Link, Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../paths.ts';
import { OnwardIcon } from '../../ui/icons.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { useSetting } from '../setting.ts';
import { SECTION_GROUPS, sectionsFor } from './sections.ts';
import styles from './SettingsPage.module.css';

/** The settings: their sections beside the one that is open, or on a telephone a list that leads to each. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const isWide = useMediaQuery('(min-width: 900px)', { noSsr: true });
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const isList = pathname.replace(/\/$/, '') === paths.settings;
  const mine = sectionsFor(session);
  const [first] = mine;
  if (isList && isWide && first !== undefined) return <Navigate to={first.path} replace />;

  const list = (
    <nav className={styles.sections} aria-label={t('settings.title')}>
      {SECTION_GROUPS.map((group) => {
        const inGroup = mine.filter((section) => section.group === group);
        return inGroup.length === 0 ? null : (
          <div key={group} className={styles.group}>
            <h2 className={styles.groupName}>{t(`settings.groups.${group}`)}</h2>
            <ul>
              {inGroup.map(({ id, label, path, icon: Icon }) => (
                <li key={id}>
                  <Link to={path} className={styles.section} activeProps={{ 'aria-current': 'page' }}>
                    <Icon size={18} />
                    <span>{t(label)}</span>
                    {isWide ? null : (
                      <span className={styles.onward}>
                        <OnwardIcon size={16} />
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
  if (isList) {
    return (
      <>
        <PageHeader title={t('settings.title')} />
        {list}
      </>
    );
  }
  return (
    <div className={styles.page}>
      {isWide ? (
        list
      ) : (
        <Link to={paths.settings} className={styles.back}>
          <span className={styles.backward}>
            <OnwardIcon size={16} />
          </span>
          {t('settings.back')}
        </Link>
      )}
      <div className={styles.open}>
        <Outlet />
      </div>
    </div>
  );
}
