import { useTranslation } from 'react-i18next';
import type { LadderOverview } from '../../api/answers.ts';
import { useSetting } from '../setting.ts';
import styles from './LadderPage.module.css';

/** How far a version is that is being published; until it is done the one before it is shown. */
export function Publishing(props: { readonly publishing: NonNullable<LadderOverview['publishing']> }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { version, done, total } = props.publishing;
  const share = total > 0 ? done / total : 0;
  const said = t('ladder.publishing', { version: speech.number(version), share: speech.share(share) });
  return (
    <div className={styles.publishing}>
      <p role="status">{said}</p>
      <progress max={1} value={share} aria-label={said} />
    </div>
  );
}
