import { useTranslation } from 'react-i18next';
import { Answer } from '../Answer.tsx';
import { InsightRoom } from '../InsightRoom.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { Views } from '../spend/Views.tsx';
import { readTypes } from '../spend-search.ts';
import { RfmView } from './RfmView.tsx';
import { TypesView } from './TypesView.tsx';

/** What kinds of customers there are, by how they buy, and by how lately and how often. */
export function TypesPage() {
  const { t } = useTranslation();
  const [{ view, who }, change] = useAddress(readTypes);
  const choose = (chosen: string) => change({ who: chosen });
  return (
    <InsightRoom title={t('navigation.insightTypes')} meaning={t('spend.types.meaning')} needs="run">
      {({ run }) => (
        <>
          <div className="not-printed">
            <Views
              label={t('spend.types.views')}
              value={view ?? 'types'}
              views={[
                { value: 'types', label: t('spend.types.byType') },
                { value: 'rfm', label: t('spend.types.byRfm') },
              ]}
              onChange={(value) => change({ view: value === 'rfm' ? 'rfm' : undefined, who: undefined })}
            />
          </div>
          <div className={spend.stack}>
            {view === 'rfm' ? (
              <Answer question="rfm" run={run.id} height={720}>
                {(rfm) => <RfmView rfm={rfm} run={run.id} who={who} onChoose={choose} />}
              </Answer>
            ) : (
              <Answer question="types" run={run.id} height={720}>
                {(types) => <TypesView types={types} run={run.id} who={who} onChoose={choose} />}
              </Answer>
            )}
          </div>
        </>
      )}
    </InsightRoom>
  );
}
