import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../ui/icons.tsx';
import { AccountMenu } from '../AccountMenu.tsx';
import { BusinessSwitch } from './BusinessSwitch.tsx';
import styles from './TopBar.module.css';

/** The head of every page on a telephone: whose business, search, and who one is. */
export function TopBar({ onSearch }: { readonly onSearch: () => void }) {
  const { t } = useTranslation();
  return (
    <header className={`not-printed ${styles.bar}`}>
      <div className={styles.business}>
        <BusinessSwitch />
      </div>
      <button
        type="button"
        className={styles.search}
        aria-haspopup="dialog"
        aria-label={t('palette.open')}
        onClick={onSearch}
      >
        <SearchIcon size={22} />
      </button>
      <div>
        <AccountMenu folded />
      </div>
    </header>
  );
}
