import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { type Cost, costsQuery, COSTS_CHANGED } from '../../../api/money-queries.ts';
import { useDeed } from '../../../api/mutations.ts';
import { dayOfAddress } from '../../../language/speech.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { CostsIcon, EditIcon, TrashIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { SpanFields, useSpan } from '../spend/SpanFields.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { readCosts } from '../spend-search.ts';
import { CostDialog } from './CostDialog.tsx';
import { COST_KINDS, sameAgain, sayPeriod } from './cost-form.ts';
import { ImportDialog } from './ImportDialog.tsx';
import { MarginSection } from './MarginSection.tsx';
import { useChannels } from './useChannels.ts';

type Open = { readonly what: 'cost'; readonly cost: Cost | null } | { readonly what: 'lines' } | null;

const DAYS_AHEAD = 366;

/** What was spent, on what and when; and what is kept of a sale. */
export function CostsPage() {
  const { t } = useTranslation();
  const { asking, session, speech, today } = useSetting();
  const [search, change] = useAddress(readCosts);
  const [open, setOpen] = useState<Open>(null);
  const span = useSpan(search, null);
  const asked = {
    from: span === null ? undefined : isoDay(span.from),
    to: span === null ? undefined : isoDay(span.to),
    channel: search.channel,
  };
  const costs = useInfiniteQuery(costsQuery(asking, asked));
  const rows = costs.data?.pages.flatMap((page) => page.costs) ?? [];
  const channels = useChannels(rows);
  const mayWrite = session?.scopes.includes('insight:write') === true;
  const isNarrowed = span !== null || search.channel !== undefined;
  const removing = useDeed({
    send: ({ id, revision }: Cost, headers) =>
      answerOf(
        api.DELETE('/v1/insight/costs/{id}', { params: { path: { id }, query: { revision } }, headers }),
      ),
    refresh: COSTS_CHANGED,
    said: ({ amount }) => t('spend.costs.removed', { amount: speech.money(amount) }),
    undo: (_, cost, headers) => answerOf(api.POST('/v1/insight/costs', { body: sameAgain(cost), headers })),
  });
  const enter = (
    <Button variant="contained" onClick={() => setOpen({ what: 'cost', cost: null })}>
      {t('spend.costs.enter')}
    </Button>
  );
  const bring = (
    <Button variant="outlined" onClick={() => setOpen({ what: 'lines' })}>
      {t('spend.lines.title')}
    </Button>
  );
  const isEmpty = costs.data !== undefined && rows.length === 0 && !isNarrowed;
  return (
    <>
      <PageHeader
        title={t('navigation.insightCosts')}
        meaning={t('spend.costs.meaning')}
        actions={
          mayWrite && !isEmpty ? (
            <>
              {enter}
              {bring}
            </>
          ) : undefined
        }
      />
      {isEmpty ? null : (
        <div className={`${spend.tools} ${spend.bar} not-printed`}>
          <SpanFields
            search={search}
            usual={null}
            label={t('spend.costs.time')}
            last={today + DAYS_AHEAD}
            onChange={change}
          />
          <TextField
            select
            size="small"
            label={t('spend.costs.channel')}
            value={channels.includes(search.channel ?? '') ? search.channel : ''}
            onChange={(event) => change({ channel: event.target.value || undefined })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
          >
            <MenuItem value="">{t('spend.costs.anyChannel')}</MenuItem>
            {channels.map((channel) => (
              <MenuItem key={channel} value={channel}>
                <bdi>{channel}</bdi>
              </MenuItem>
            ))}
          </TextField>
        </div>
      )}
      {costs.isError && rows.length === 0 ? (
        <FailureNotice error={costs.error} onRetry={() => void costs.refetch()} />
      ) : costs.data === undefined ? (
        <RowsSkeleton rows={5} columns={3} height={76} />
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<CostsIcon size={30} />}
          title={t(isNarrowed ? 'spend.costs.noneHere' : 'spend.costs.none')}
          {...(isNarrowed
            ? {}
            : { steps: [t('spend.costs.step1'), t('spend.costs.step2'), t('spend.costs.step3')] })}
          actions={
            isNarrowed ? (
              <Button
                variant="outlined"
                onClick={() =>
                  change({ period: undefined, from: undefined, to: undefined, channel: undefined })
                }
              >
                {t('spend.costs.showAll')}
              </Button>
            ) : mayWrite ? (
              <>
                {enter}
                {bring}
              </>
            ) : null
          }
        >
          {t(isNarrowed ? 'spend.costs.noneHereText' : 'spend.costs.noneText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('navigation.insightCosts')}>
          {rows.map((cost) => (
            <li key={cost.id}>
              <CostRow
                cost={cost}
                {...(mayWrite
                  ? {
                      onEdit: () => setOpen({ what: 'cost', cost }),
                      onRemove: () => void removing.run(cost),
                    }
                  : {})}
              />
            </li>
          ))}
        </ul>
      )}
      {costs.hasNextPage ? (
        <div className={`${spend.more} not-printed`}>
          <Button
            variant="outlined"
            loading={costs.isFetchingNextPage}
            onClick={() => void costs.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      {rows.length === 0 ? null : (
        <p>
          <Link to={paths.insightReturns} className={spend.link}>
            {t('spend.costs.toReturns')}
          </Link>
        </p>
      )}
      <MarginSection mayWrite={mayWrite} />
      {open?.what === 'cost' ? (
        <CostDialog
          key={open.cost?.id ?? 'new'}
          cost={open.cost}
          channels={channels}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.what === 'lines' ? <ImportDialog onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function CostRow(props: {
  readonly cost: Cost;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { cost, onEdit, onRemove } = props;
  const kind = COST_KINDS.find((one) => one === cost.kind) ?? 'other';
  const from = dayOfAddress(cost.from);
  const to = dayOfAddress(cost.to);
  const time = from === null || to === null ? cost.from : sayPeriod({ from, to }, speech, t);
  const amount = speech.money(cost.amount);
  const about = { amount, time };
  return (
    <div className={spend.row}>
      <div className={spend.what}>
        {cost.channel === null ? (
          <strong>{t('spend.costs.overhead')}</strong>
        ) : (
          <strong>
            <bdi>{cost.channel}</bdi>
          </strong>
        )}
        <span className={spend.badge}>{t(`spend.kind.${kind}`)}</span>
        <div className={spend.about}>
          <span>{time}</span>
          {cost.campaign === null ? null : (
            <span>
              <bdi>{cost.campaign}</bdi>
            </span>
          )}
          {cost.note === '' ? null : (
            <span>
              <bdi>{cost.note}</bdi>
            </span>
          )}
          <span>
            {t(cost.imported ? 'spend.costs.broughtBy' : 'spend.costs.writtenBy', {
              name: `\u2068${cost.changedBy}\u2069`,
              day: speech.date(cost.changedAt, 'short'),
            })}
          </span>
        </div>
      </div>
      <span className={spend.amount}>{amount}</span>
      {onEdit === undefined || onRemove === undefined ? null : (
        <span className={`${spend.buttons} not-printed`}>
          <IconButton aria-label={t('spend.costs.editThis', about)} onClick={onEdit}>
            <EditIcon size={18} />
          </IconButton>
          <IconButton aria-label={t('spend.costs.removeThis', about)} onClick={onRemove}>
            <TrashIcon size={18} />
          </IconButton>
        </span>
      )}
    </div>
  );
}
