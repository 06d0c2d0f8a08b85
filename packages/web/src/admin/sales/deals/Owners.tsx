import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PeopleIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Deals.module.css';
import { type DealOwner, DEALS_CHANGED, loadsQuery } from './queries.ts';
import { useDealWords } from './useDealWords.ts';

/** How much is open with whom; what was left with somebody who no longer works here stands first. */
export function Owners({ mayManage }: { readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const loads = useQuery(loadsQuery(asking));
  const [handing, setHanding] = useState<DealOwner | null>(null);
  if (loads.isError) return <FailureNotice error={loads.error} onRetry={() => void loads.refetch()} />;
  if (loads.data === undefined) return <RowsSkeleton rows={4} columns={3} height={72} />;
  if (loads.data.length === 0)
    return (
      <EmptyState icon={<PeopleIcon size={30} />} title={t('salesDeals.owners.none')}>
        {t('salesDeals.owners.noneText')}
      </EmptyState>
    );
  const rank = (owner: DealOwner | null): number => (owner === null ? 1 : owner.gone ? 0 : 2);
  const rows = loads.data.toSorted((one, other) => rank(one.owner) - rank(other.owner));
  const count = (value: number): string => speech.number(value);
  return (
    <>
      <ul className={spend.rows} aria-label={t('salesDeals.owners.title')}>
        {rows.map(({ owner, deals, leads, followUps }) => (
          <li key={owner?.id ?? 'none'}>
            <div className={spend.row}>
              <div className={spend.what}>
                <Link
                  to={paths.salesDeals}
                  search={{ view: 'list', owner: owner?.id ?? 'none' }}
                  className={spend.link}
                >
                  <strong>
                    <bdi>
                      {owner === null ? t('salesDeals.nobody') : owner.name || t('salesDeals.someone')}
                    </bdi>
                  </strong>
                </Link>
                {owner?.gone === true ? (
                  <span className={`${spend.verdict} ${styles.goneMark}`} data-good="false">
                    {t('salesDeals.owners.gone')}
                  </span>
                ) : null}
                <div className={spend.about}>
                  <span>{t('salesDeals.owners.deals', { count: deals, shown: count(deals) })}</span>
                  <span>{t('salesDeals.owners.leads', { count: leads, shown: count(leads) })}</span>
                  <span>
                    {t('salesDeals.owners.followUps', { count: followUps, shown: count(followUps) })}
                  </span>
                </div>
              </div>
              {mayManage && owner !== null ? (
                <Button size="small" onClick={() => setHanding(owner)}>
                  {t('salesDeals.owners.handOver')}
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {handing === null ? null : (
        <HandOverDialog key={handing.id} from={handing} onClose={() => setHanding(null)} />
      )}
    </>
  );
}

interface Handing {
  readonly from: string;
  readonly to: string;
}

/** Everything open of one seller to another. */
function HandOverDialog({ from, onClose }: { readonly from: DealOwner; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useDealWords();
  const [to, setTo] = useState('');
  const [isAsked, setAsked] = useState(false);
  const handing = useDeed({
    send: (body: Handing, headers) => answerOf(api.POST('/v1/sales/hand-over', { body, headers })),
    refresh: [...DEALS_CHANGED, ['leads'], ['sales-today']],
    tellsFailure: true,
    said: ({ deals, leads, followUps }) =>
      t('salesDeals.owners.handed', {
        deals: speech.number(deals),
        leads: speech.number(leads),
        followUps: speech.number(followUps),
      }),
    onDone: onClose,
  });
  const isMissing = isAsked && to === '';
  return (
    <FormDialog
      open
      title={t('salesDeals.owners.handTitle', { name: `\u2068${from.name}\u2069` })}
      deed={t('salesDeals.owners.handDeed')}
      pending={handing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (to !== '') void handing.run({ from: from.id, to });
      }}
    >
      <p className={spend.plain}>{t('salesDeals.owners.handText')}</p>
      {handing.failure === null ? null : <Alert severity="error">{failureText(handing.failure, t)}</Alert>}
      <TextField
        select
        label={t('salesDeals.owners.to')}
        value={to}
        error={isMissing}
        helperText={isMissing ? t('salesDeals.owners.toNeeded') : undefined}
        onChange={(event) => {
          setTo(event.target.value);
          handing.clear();
        }}
      >
        {words.colleagues
          .filter(({ id }) => id !== from.id)
          .map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              <bdi>{name}</bdi>
            </MenuItem>
          ))}
      </TextField>
    </FormDialog>
  );
}
