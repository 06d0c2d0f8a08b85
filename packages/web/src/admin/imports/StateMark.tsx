import { useTranslation } from 'react-i18next';
import type { Import } from '../../api/imports-queries.ts';
import styles from './Imports.module.css';

/** Where an import stands, in a word of its colour. */
export function StateMark({ state }: { readonly state: Import['state'] }) {
  const { t } = useTranslation();
  return (
    <span className={styles.state} data-state={state}>
      {t(`imports.state.${state}`)}
    </span>
  );
}
