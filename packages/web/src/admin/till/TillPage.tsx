import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Views } from '../insight/spend/Views.tsx';
import { DeviceLine } from './DeviceLine.tsx';
import { useTill } from './offline/useTill.ts';
import { QueueCard } from './QueueCard.tsx';
import { ReturnsView } from './ReturnsView.tsx';
import { SaleView } from './SaleView.tsx';
import styles from './Till.module.css';
import { useTillKeys } from './useTillKeys.ts';

type View = 'sale' | 'returns';

/** The whole till on one page: who, what, how much, paid; and what comes back. */
export function TillPage() {
  const { t } = useTranslation();
  const till = useTill();
  const [view, setView] = useState<View>('sale');
  useTillKeys([
    {
      code: 'F8',
      label: t('till.keys.returns'),
      run: () => setView(view === 'sale' ? 'returns' : 'sale'),
    },
  ]);
  return (
    <div className={styles.till}>
      <div className="not-printed">
        <PageHeader
          title={t('till.title')}
          actions={
            <>
              <DeviceLine till={till} />
              <Views<View>
                label={t('till.views')}
                value={view}
                views={[
                  { value: 'sale', label: t('till.sale') },
                  { value: 'returns', label: t('till.returns.title') },
                ]}
                onChange={setView}
              />
            </>
          }
        />
        <QueueCard till={till} />
      </div>
      {view === 'sale' ? <SaleView till={till} /> : <ReturnsView isOnline={till.isOnline} />}
    </div>
  );
}
