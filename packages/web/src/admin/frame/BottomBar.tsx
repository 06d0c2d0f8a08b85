import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BookIcon, MenuIcon } from '../../ui/icons.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { GROUPS, type NavigationEntry } from '../navigation.ts';
import { LanguageSwitch, LightSwitch } from '../switches.tsx';
import styles from './BottomBar.module.css';
import { NavigationLink } from './NavigationLink.tsx';

/** The way through the workplace on a telephone: what is used most under the thumb, the rest in a sheet. */
export function BottomBar(props: {
  readonly entries: readonly NavigationEntry[];
  readonly present: NavigationEntry | undefined;
}) {
  const { t } = useTranslation();
  const { entries, present } = props;
  const [open, setOpen] = useState(false);
  const near = entries.filter((entry) => entry.onPhone === true).slice(0, 4);
  const close = () => setOpen(false);
  return (
    <>
      <nav className={`not-printed ${styles.bar}`} aria-label={t('frame.navigation')}>
        {near.map((entry) => (
          <NavigationLink
            key={entry.id}
            entry={entry}
            present={entry === present}
            className={styles.entry}
            iconSize={23}
          />
        ))}
        <button
          type="button"
          className={`${styles.entry} ${present !== undefined && !near.includes(present) ? styles.within : ''}`}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(true)}
        >
          <MenuIcon size={23} />
          <span>{t('frame.more')}</span>
        </button>
      </nav>
      <Sheet open={open} onClose={close} title={t('frame.more')}>
        {GROUPS.map((group) => {
          const inGroup = entries.filter((entry) => entry.group === group);
          return inGroup.length === 0 ? null : (
            <section key={group} className={styles.group}>
              <h3>{t(`navigation.${group}`)}</h3>
              <ul>
                {inGroup.map((entry) => (
                  <li key={entry.id}>
                    <NavigationLink
                      entry={entry}
                      present={entry === present}
                      className={styles.line}
                      onGo={close}
                    />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
        <div className={styles.switches}>
          <LanguageSwitch />
          <LightSwitch />
          <a href="/docs/" target="_blank" rel="noreferrer" className={styles.docs}>
            <BookIcon size={18} />
            {t('frame.docs')}
          </a>
        </div>
      </Sheet>
    </>
  );
}
