import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/Notice.tsx';

/** A business without people: how the first ones come in. */
export function NobodyYet() {
  const { t } = useTranslation();
  return (
    <Notice title={t('nobody.title')}>
      <p>{t('nobody.text')}</p>
      <code>bin/nardeban import orders.csv</code>
      <p>{t('nobody.columns')}</p>
      <p>{t('nobody.live')}</p>
    </Notice>
  );
}
