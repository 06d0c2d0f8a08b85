import { useTranslation } from 'react-i18next';
import type { Returned } from '../../../api/money-queries.ts';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import type { Rule } from '../spend-search.ts';

/** What each campaign cost, whom it brought and what they have left until now; direct costs only. */
export function CampaignTable({ returns, rule }: { readonly returns: Returned; readonly rule: Rule }) {
  const { t } = useTranslation();
  const cells = useCells();
  const campaigns = returns[rule].campaigns.filter(({ campaign }) => campaign !== null);
  if (campaigns.length === 0) return null;
  return (
    <ChartCard
      title={t('spend.returns.campaigns')}
      definition={t('spend.returns.campaignsText')}
      asOf={returns.asOf}
      file={`return-by-campaign-${rule}`}
      table={{
        columns: [
          { label: t('spend.costs.campaign') },
          { label: t('spend.channel') },
          { label: t('spend.returns.cost'), numeric: true },
          { label: t('spend.returns.newCustomers'), numeric: true },
          { label: t('spend.returns.perCustomer'), numeric: true },
          { label: t('spend.returns.margin'), numeric: true },
          { label: t('spend.returns.returned'), numeric: true },
        ],
        rows: campaigns.map((one) => [
          one.campaign ?? '',
          one.channel ?? t('spend.unknownChannel'),
          cells.money(one.cost),
          cells.number(Math.round(one.customers * 10) / 10),
          cells.money(one.costPerCustomer),
          cells.money(one.margin),
          cells.share(one.returnOnCost),
        ]),
      }}
    />
  );
}
