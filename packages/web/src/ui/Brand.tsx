import { useTranslation } from 'react-i18next';
import styles from './Brand.module.css';

export function Brand({ large = false }: { readonly large?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`${styles.brand} ${large ? styles.large : ''}`}>
      <img src="/mark.svg" alt="" width={large ? 44 : 30} height={large ? 44 : 30} />
      <span className={styles.name}>{t('brand')}</span>
    </span>
  );
}
