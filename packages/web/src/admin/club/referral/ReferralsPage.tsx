import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { ReferralList } from './ReferralList.tsx';
import { readReferrals, REFERRAL_STATES } from './referral-search.ts';
import { TopReferrers } from './TopReferrers.tsx';
import { TreeSection } from './TreeSection.tsx';

/** Who was brought by whom, what waits for somebody to look, and who brought most. */
export function ReferralsPage() {
  const { t } = useTranslation();
  const [search, change] = useAddress(readReferrals);
  const { view = 'all', state, referrer } = search;
  return (
    <>
      <PageHeader title={t('clubReferral.title')} meaning={t('clubReferral.meaning')} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubReferral.views')}
          value={view}
          views={[
            { value: 'all', label: t('clubReferral.all') },
            { value: 'review', label: t('clubReferral.review') },
            { value: 'top', label: t('clubReferral.top') },
          ]}
          onChange={(chosen) =>
            change({ view: chosen === 'all' ? undefined : chosen, state: undefined, referrer: undefined })
          }
        />
        {view === 'all' ? (
          <TextField
            select
            size="small"
            label={t('clubReferral.standing')}
            value={state ?? ''}
            onChange={(event) => change({ state: REFERRAL_STATES.find((one) => one === event.target.value) })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
          >
            <MenuItem value="">{t('clubReferral.anyState')}</MenuItem>
            {REFERRAL_STATES.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`clubReferral.state.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </div>
      {view === 'top' ? (
        <>
          <TopReferrers onOpen={(person) => change({ referrer: person })} />
          {referrer === undefined ? null : <TreeSection key={referrer} person={referrer} />}
        </>
      ) : (
        <ReferralList asked={view === 'review' ? { state: 'review', referrer } : { state, referrer }} />
      )}
    </>
  );
}
