import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { isoDay } from '@nardeban/core/values';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { returnsQuery } from '../../../api/money-queries.ts';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ReturnsIcon } from '../../../ui/icons.tsx';
import { BlockSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { useMoney } from '../chart/cells.ts';
import { Figures } from '../chart/Figures.tsx';
import { InsightRoom } from '../InsightRoom.tsx';
import { SpanFields, useSpan } from '../spend/SpanFields.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { readReturns, RULES } from '../spend-search.ts';
import { CampaignTable } from './CampaignTable.tsx';
import { ChannelTable } from './ChannelTable.tsx';
import { ReturnAssumptions } from './ReturnAssumptions.tsx';
import { RungCostTable } from './RungCostTable.tsx';
import { SideBySide } from './SideBySide.tsx';

const HORIZONS = [3, 6, 12, 18, 24, 36];
const USUAL_MONTHS = 12;
const USUAL_PERIOD = 'twelve-months';

/** What customers cost and what came back, by channel, by campaign and by rung, with everything that rests on. */
export function ReturnsPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightReturns')} meaning={t('spend.returns.meaning')} needs="run">
      {({ run }) => <Returns run={run.id} />}
    </InsightRoom>
  );
}

function Returns({ run }: { readonly run: number }) {
  const { t } = useTranslation();
  const { asking, speech, today } = useSetting();
  const money = useMoney();
  const [search, change] = useAddress(readReturns);
  const span = useSpan(search, USUAL_PERIOD) ?? { from: today - 364, to: today };
  const horizonMonths = search.months ?? USUAL_MONTHS;
  const rule = search.rule ?? 'first';
  const asked = { from: isoDay(span.from), to: isoDay(span.to), horizonMonths };
  const told = useQuery(returnsQuery(asking, asked, run));
  const returns = told.data?.returns ?? null;
  const fields = (
    <div className={`${spend.tools} ${spend.bar} not-printed`}>
      <SpanFields search={search} usual={USUAL_PERIOD} label={t('spend.returns.period')} onChange={change} />
      <TextField
        select
        size="small"
        label={t('spend.returns.horizon')}
        value={horizonMonths}
        onChange={(event) => {
          const months = Number(event.target.value);
          change({ months: months === USUAL_MONTHS ? undefined : months });
        }}
        sx={{ minInlineSize: { xs: '100%', sm: 180 } }}
      >
        {[...new Set([...HORIZONS, horizonMonths])]
          .toSorted((a, b) => a - b)
          .map((months) => (
            <MenuItem key={months} value={months}>
              {t('spend.months', { count: months, shown: speech.number(months) })}
            </MenuItem>
          ))}
      </TextField>
      <TextField
        select
        size="small"
        label={t('spend.returns.rule')}
        value={rule}
        onChange={(event) => {
          const chosen = RULES.find((one) => one === event.target.value);
          change({ rule: chosen === 'first' ? undefined : chosen });
        }}
        sx={{ minInlineSize: { xs: '100%', sm: 200 } }}
      >
        {RULES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`spend.rule.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </div>
  );
  if (told.data === undefined) {
    return (
      <>
        {fields}
        {told.isError ? (
          <FailureNotice error={told.error} onRetry={() => void told.refetch()} />
        ) : (
          <BlockSkeleton height={560} />
        )}
      </>
    );
  }
  if (returns === null) return <p className="soft">{t('spend.returns.notCounted')}</p>;
  const costs = { period: 'custom', from: asked.from, to: asked.to } as const;
  return (
    <>
      {fields}
      <Figures
        label={t('navigation.insightReturns')}
        items={[
          {
            label: t('spend.returns.cost'),
            value: (
              <Link to={paths.insightCosts} search={costs} className={spend.link}>
                {money(returns.cost)}
              </Link>
            ),
          },
          {
            label: t('spend.returns.newCustomers'),
            value: speech.number(Math.round(returns.customers)),
            note: t('spend.returns.newCustomersNote'),
          },
          {
            label: t('spend.returns.perCustomer'),
            value: returns.costPerCustomer === null ? '–' : money(returns.costPerCustomer),
            note: t('spend.returns.perCustomerNote'),
          },
        ]}
      />
      {returns.cost === 0 ? (
        <EmptyState
          icon={<ReturnsIcon size={30} />}
          title={t('spend.returns.noCost')}
          actions={
            <Link to={paths.insightCosts} className={spend.link}>
              {t('spend.returns.enterCosts')}
            </Link>
          }
        >
          {t('spend.returns.noCostText')}
        </EmptyState>
      ) : null}
      <div className={spend.stack} data-settling={told.isPlaceholderData ? '' : undefined}>
        <SideBySide returns={returns} />
        <ChannelTable returns={returns} rule={rule} horizonMonths={horizonMonths} />
        <CampaignTable returns={returns} rule={rule} />
        <RungCostTable
          from={asked.from}
          to={asked.to}
          ladder={search.ladder}
          asOf={returns.asOf}
          onLadder={(ladder) => change({ ladder })}
        />
        <ReturnAssumptions returns={returns} />
      </div>
    </>
  );
}
