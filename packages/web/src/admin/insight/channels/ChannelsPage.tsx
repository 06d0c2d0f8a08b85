import type { Channels } from '@nardeban/core/insight';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { useSetting } from '../../setting.ts';
import { Answer } from '../Answer.tsx';
import { useCells, useCompact, useMoney } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { Figures } from '../chart/Figures.tsx';
import { InsightRoom } from '../InsightRoom.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { Views } from '../spend/Views.tsx';
import { CHANNEL_VIEWS, type ChannelsSearch, readChannels } from '../spend-search.ts';

const MOST_DRAWN = 12;

/** Where orders come from: the channel, the branch, and the channel of a customer's first order. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const [search, change] = useAddress(readChannels);
  return (
    <InsightRoom title={t('navigation.insightChannels')} meaning={t('spend.channels.meaning')} needs="run">
      {({ run }) => (
        <>
          <div className={`${spend.tools} not-printed`}>
            <Views
              label={t('spend.channels.views')}
              value={search.view ?? 'channel'}
              views={[
                { value: 'channel', label: t('spend.channels.view.channel') },
                { value: 'branch', label: t('spend.channels.view.branch') },
                { value: 'first', label: t('spend.channels.view.first') },
              ]}
              onChange={(value) => change({ view: CHANNEL_VIEWS.find((one) => one === value) })}
            />
            <Views
              label={t('spend.channels.time')}
              value={search.time ?? 'all'}
              views={[
                { value: 'all', label: t('spend.allTime') },
                { value: 'year', label: t('spend.channels.year') },
              ]}
              onChange={(value) => change({ time: value === 'year' ? 'year' : undefined })}
            />
          </div>
          <Answer question={search.time === 'year' ? 'channels-year' : 'channels'} run={run.id} height={620}>
            {(channels) => <Shown channels={channels} view={search.view} />}
          </Answer>
        </>
      )}
    </InsightRoom>
  );
}

function Shown({ channels, view }: { readonly channels: Channels; readonly view: ChannelsSearch['view'] }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const compact = useCompact();
  const money = useMoney();
  const rows =
    view === 'branch' ? channels.byBranch : view === 'first' ? channels.byFirstChannel : channels.byChannel;
  const key = view ?? 'channel';
  const nameOf = ({ kind, name }: (typeof rows)[number]) =>
    kind === 'unknown'
      ? t(view === 'branch' ? 'spend.channels.unknownBranch' : 'spend.unknownChannel')
      : kind === 'others'
        ? t('spend.channels.others')
        : (name ?? '');
  const drawn = rows.slice(0, MOST_DRAWN);
  const isUnknownOnly = rows.every(({ kind }) => kind === 'unknown');
  return (
    <>
      <Figures
        label={t('navigation.insightChannels')}
        items={[
          { label: t('spend.channels.orders'), value: speech.number(channels.orders) },
          { label: t('spend.types.revenue'), value: money(channels.revenue) },
          { label: t('spend.types.people'), value: speech.number(channels.people) },
          { label: t('spend.returns.newCustomers'), value: speech.number(channels.newPeople) },
        ]}
      />
      <div className={spend.stack}>
        {isUnknownOnly ? <p className={spend.plain}>{t('spend.channels.teach')}</p> : null}
        <ChartCard
          title={t(`spend.channels.by.${key}`)}
          definition={t(`spend.channels.text.${key}`)}
          note={t('spend.channels.note')}
          asOf={channels.asOf}
          file={`orders-by-${key}`}
          unit={compact.unit}
          height={Math.max(160, drawn.length * 44)}
          chart={{
            labels: drawn.map(nameOf),
            series: [
              { name: t('spend.types.revenue'), kind: 'bar', values: drawn.map(({ revenue }) => revenue) },
            ],
            say: money,
            axis: compact.money,
            sideways: true,
          }}
          table={{
            columns: [
              { label: t(view === 'branch' ? 'spend.channels.branch' : 'spend.channel') },
              { label: t('spend.channels.orders'), numeric: true },
              { label: t('spend.types.ofOrders'), numeric: true },
              { label: t('spend.types.people'), numeric: true },
              { label: t('spend.returns.newCustomers'), numeric: true },
              { label: t('spend.types.revenue'), numeric: true },
              { label: t('spend.types.ofRevenue'), numeric: true },
              { label: t('spend.channels.meanOrder'), numeric: true },
            ],
            rows: rows.map((row) => [
              nameOf(row),
              cells.number(row.orders),
              cells.share(row.ordersShare),
              cells.number(row.people),
              cells.number(row.newPeople),
              cells.money(row.revenue),
              cells.share(row.revenueShare),
              cells.money(row.meanOrder),
            ]),
          }}
        />
        <p className={spend.plain}>
          <Link to={paths.insightReturns} className={spend.link}>
            {t('spend.channels.toReturns')}
          </Link>
        </p>
      </div>
    </>
  );
}
