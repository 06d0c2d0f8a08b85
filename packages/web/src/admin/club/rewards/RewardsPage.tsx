import Button from '@mui/material/Button';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { Catalogue } from './Catalogue.tsx';
import { NewReward, OpenReward } from './OpenReward.tsx';
import { Partners } from './Partners.tsx';
import { Redemptions } from './Redemptions.tsx';
import { readRewards } from './reward-search.ts';

/** What members can have for what they collected: the catalogue, what was redeemed of it, and what partners are owed. */
export function RewardsPage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const navigate = useNavigate();
  const [{ view = 'catalogue', state, redeemed, reward, add }, change] = useAddress(readRewards);
  const mayWrite = session?.scopes.includes('club:write') === true;
  if (view === 'catalogue' && add === true && mayWrite) return <NewReward />;
  if (view === 'catalogue' && reward !== undefined) return <OpenReward key={reward} reward={reward} />;
  return (
    <>
      <PageHeader
        title={t('navigation.clubRewards')}
        meaning={t('clubCodes.rewards.meaning')}
        actions={
          mayWrite && view === 'catalogue' ? (
            <Button
              variant="contained"
              onClick={() => void navigate({ to: paths.clubRewards, search: { add: true } })}
            >
              {t('clubCodes.rewards.make')}
            </Button>
          ) : undefined
        }
      />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubCodes.rewards.views')}
          value={view}
          views={[
            { value: 'catalogue', label: t('clubCodes.rewards.catalogue') },
            { value: 'redemptions', label: t('clubCodes.rewards.redemptions') },
            { value: 'partners', label: t('clubCodes.rewards.partners') },
          ]}
          onChange={(chosen) =>
            change({
              view: chosen === 'catalogue' ? undefined : chosen,
              state: undefined,
              redeemed: undefined,
              reward: undefined,
            })
          }
        />
      </div>
      {view === 'catalogue' ? (
        <Catalogue state={state} mayWrite={mayWrite} onState={(one) => change({ state: one })} />
      ) : view === 'redemptions' ? (
        <Redemptions asked={{ state: redeemed, reward }} mayWrite={mayWrite} onChange={change} />
      ) : (
        <Partners mayWrite={mayWrite} />
      )}
    </>
  );
}
