import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePart } from '../loading/usePart.ts';
import styles from './AccountMenu.module.css';
import { firstLetter } from './frame/BusinessSwitch.tsx';
import { useSetting } from './setting.ts';

/** Menus come when the first view is there, or at once when one is opened. */
const loadChoices = () => import('./AccountChoices.tsx');

/** Who is signed in, how the page looks for them, and the way out. */
export function AccountMenu({ folded = false }: { readonly folded?: boolean }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const Choices = usePart(loadChoices, open);
  const user = session?.user;
  if (!user) return null;

  return (
    <>
      <button
        type="button"
        ref={anchor}
        className={styles.account}
        aria-label={t('account.open', { name: user.name })}
        aria-haspopup="menu"
        aria-expanded={open}
        title={folded ? user.name : undefined}
        onClick={() => setOpen(true)}
      >
        {/* Drawn by the style sheet: as text it would be a word of the button that its name does not have. */}
        <span className={styles.face} data-letter={firstLetter(user.name)} aria-hidden="true" />
        {folded ? null : (
          <span className={styles.name}>
            <bdi>{user.name}</bdi>
          </span>
        )}
      </button>
      {Choices === null ? null : (
        <Choices user={user} anchor={anchor.current} open={open} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
