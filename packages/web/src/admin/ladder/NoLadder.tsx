import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';

/** A business that has published no ladder. */
export function NoLadder() {
  const { t } = useTranslation();
  return (
    <Notice title={t('noLadder.title')}>
      <p>{t('noLadder.text')}</p>
    </Notice>
  );
}
