import { useTranslation } from 'react-i18next';
import type { Scope } from '../navigation.ts';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { isScope, scopeKey } from './scope-key.ts';
import styles from './ScopeWords.module.css';

/** What a scope allows, in a sentence, and small beside it the code that programs know it by. */
export function ScopeWords({ scope }: { readonly scope: Scope }) {
  const { t } = useTranslation();
  return (
    <span>
      {t(`settings.scopes.${scopeKey(scope)}`)}{' '}
      <small className={styles.code}>
        <LeftToRight>{scope}</LeftToRight>
      </small>
    </span>
  );
}

/** What a key allows, one sentence a line. */
export function ScopeList({ scopes, label }: { readonly scopes: readonly string[]; readonly label: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {scopes.map((scope) => (
        <li key={scope}>
          {isScope(scope) ? <ScopeWords scope={scope} /> : <LeftToRight>{scope}</LeftToRight>}
        </li>
      ))}
    </ul>
  );
}
