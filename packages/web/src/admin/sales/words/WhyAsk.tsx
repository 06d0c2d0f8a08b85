import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../../language/saying.ts';
import { Reasons } from '../../people/Reasons.tsx';
import { useTelling } from '../../people/telling.ts';
import type { MayAsk } from './queries.ts';
import styles from './Words.module.css';

/** Why somebody may be asked, or why not: every condition with what was measured, down to the facts behind it. */
export function WhyAsk({ may }: { readonly may: MayAsk }) {
  const { t } = useTranslation();
  const telling = useTelling();
  const forbidding = may.guards.filter(({ forbids }) => forbids);
  return (
    <details className={styles.folded}>
      <summary>{t('salesWords.ask.why')}</summary>
      <div className={styles.part}>
        <h3>{t('salesWords.ask.contentWhy')}</h3>
        <Reasons reason={sayBecause(may.content, telling)} person={String(may.person)} />
        <h3>{t('salesWords.ask.guards')}</h3>
        {forbidding.length === 0 ? (
          <p className={styles.soft}>{t('salesWords.ask.nothingForbids')}</p>
        ) : (
          forbidding.map(({ guard, because }) => (
            <Reasons key={guard} reason={sayBecause(because, telling)} person={String(may.person)} />
          ))
        )}
      </div>
    </details>
  );
}
