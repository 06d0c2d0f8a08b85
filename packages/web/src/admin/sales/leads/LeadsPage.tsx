import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { LeadDetail } from './LeadDetail.tsx';
import { LeadList } from './LeadList.tsx';
import { LEAD_VIEWS, type LeadView, readLeads } from './leads-search.ts';
import { NewLeadDialog } from './NewLeadDialog.tsx';
import { leadCountsQuery } from './queries.ts';
import { SheetButton } from './SheetButton.tsx';
import { useLeadWords } from './useLeadWords.ts';

/** The leads sales works from: what waits for an answer, what a seller has, what is being nurtured, what was refused. */
export function LeadsPage() {
  const { t } = useTranslation();
  const { asking, speech, session } = useSetting();
  const [search, change] = useAddress(readLeads);
  const counts = useQuery(leadCountsQuery(asking)).data ?? [];
  const words = useLeadWords();
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const { view = 'team', lead } = search;
  if (lead !== undefined) return <LeadDetail key={lead} lead={lead} />;
  const labelOf = (one: LeadView): string => {
    const found = counts.find((counted) => counted.view === one);
    if (found === undefined || found.count === 0) return t(`salesLeads.views.${one}`);
    return t(found.more ? 'salesLeads.viewWithMore' : 'salesLeads.viewWithCount', {
      view: t(`salesLeads.views.${one}`),
      count: speech.number(found.count),
    });
  };
  const add = mayWrite ? (
    <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => change({ add: true })}>
      {t('salesLeads.add.deed')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title={t('salesLeads.title')}
        meaning={t('salesLeads.meaning')}
        actions={
          <>
            <Button component={Link} to={paths.salesQualification} variant="outlined">
              {t('salesLeads.whatIsGood')}
            </Button>
            {add}
          </>
        }
      />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesLeads.viewsLabel')}
          value={view}
          views={LEAD_VIEWS.filter((one) => one !== 'mine' || session?.user != null).map((one) => ({
            value: one,
            label: labelOf(one),
          }))}
          onChange={(chosen) => change({ view: chosen === 'team' ? undefined : chosen })}
        />
        {view === 'mine' || words.colleagues.length < 2 ? null : (
          <TextField
            select
            size="small"
            label={t('salesLeads.owner')}
            value={search.owner ?? ''}
            onChange={(event) =>
              change({ owner: event.target.value === '' ? undefined : event.target.value })
            }
            sx={{ minInlineSize: 170 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{t('salesLeads.everyone')}</MenuItem>
            {words.colleagues.map(({ id, name }) => (
              <MenuItem key={id} value={id}>
                <bdi>{name}</bdi>
              </MenuItem>
            ))}
          </TextField>
        )}
        {mayManage ? <SheetButton search={search} /> : null}
      </div>
      <LeadList search={search} action={view === 'team' || view === 'nurture' ? add : null} />
      {search.add === true && mayWrite ? (
        <NewLeadDialog person={search.person} onClose={() => change({ add: undefined, person: undefined })} />
      ) : null}
    </>
  );
}
