import { type Definition, type DefinitionChange, diffDefinitions, sayChange } from '@nardeban/core/ladder';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { inDigits } from '../../language/digits.ts';
import { useTelling } from '../people/telling.ts';
import styles from './Studio.module.css';

/** What changed between two definitions, in sentences, with each rule as it was and as it is. */
export function Changes(props: {
  readonly before: Definition;
  readonly after: Definition;
  readonly none?: string;
}) {
  const { t } = useTranslation();
  const { before, after } = props;
  const changes = useMemo(() => diffDefinitions(before, after), [before, after]);
  if (changes.length === 0) return <p className={styles.aside}>{props.none ?? t('studio.noChange')}</p>;
  return (
    <ul className={styles.changes}>
      {changes.map((change, index) => (
        <Change key={index} change={change} kind={after.kind} />
      ))}
    </ul>
  );
}

function Change({ change, kind }: { readonly change: DefinitionChange; readonly kind: Definition['kind'] }) {
  const { t } = useTranslation();
  const telling = useTelling();
  const said = sayChange(change, kind, telling);
  const worn = (text: string) => inDigits(text, telling.language);
  return (
    <li>
      <span>{worn(said.sentence)}</span>
      {said.before === null ? null : (
        <del className={styles.before}>
          <span className="only-heard">{t('studio.was')} </span>
          {worn(said.before)}
        </del>
      )}
      {said.after === null ? null : (
        <ins className={styles.after}>
          <span className="only-heard">{t('studio.becomes')} </span>
          {worn(said.after)}
        </ins>
      )}
    </li>
  );
}
