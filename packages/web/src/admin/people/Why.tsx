import type { Because } from '@nardeban/core/criteria';
import { useTranslation } from 'react-i18next';
import { sayBecause } from '../../language/saying.ts';
import styles from './PersonPage.module.css';
import { Reasons } from './Reasons.tsx';
import { useTelling } from './telling.ts';

/** Why they stand where they stand: every condition, what was measured for it, and the facts that made it. */
export function Why(props: {
  readonly because: Because | null;
  readonly person: string;
  readonly pinned: boolean;
}) {
  const { t } = useTranslation();
  const telling = useTelling();
  return (
    <section className={styles.panel} aria-labelledby="why">
      <h2 id="why">{t('why.title')}</h2>
      {props.because === null ? (
        <p className="soft">{props.pinned ? t('why.pinned') : t('why.bottom')}</p>
      ) : (
        <Reasons reason={sayBecause(props.because, telling)} person={props.person} />
      )}
    </section>
  );
}
