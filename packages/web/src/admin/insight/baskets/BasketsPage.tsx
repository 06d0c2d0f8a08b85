import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Baskets } from '@nardeban/core/insight';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { BasketIcon } from '../../../ui/icons.tsx';
import { useSetting } from '../../setting.ts';
import { Answer } from '../Answer.tsx';
import { useCells } from '../chart/cells.ts';
import { ChartCard } from '../chart/ChartCard.tsx';
import { Figures } from '../chart/Figures.tsx';
import { InsightRoom } from '../InsightRoom.tsx';
import spend from '../spend/Spend.module.css';
import { useAddress } from '../spend/useAddress.ts';
import { Views } from '../spend/Views.tsx';
import { readBaskets } from '../spend-search.ts';
import { hundredths, itemsOf, times } from './rules.ts';

const MOST_DRAWN = 15;

/** What is bought together, and what is bought next, each as a sentence that can be acted on. */
export function BasketsPage() {
  const { t } = useTranslation();
  return (
    <InsightRoom title={t('navigation.insightBaskets')} meaning={t('spend.baskets.meaning')} needs="run">
      {({ run }) => (
        <Answer question="baskets" run={run.id} height={720}>
          {(baskets) => <Shown baskets={baskets} />}
        </Answer>
      )}
    </InsightRoom>
  );
}

function Shown({ baskets }: { readonly baskets: Baskets }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const cells = useCells();
  const [{ view, item }, change] = useAddress(readBaskets);
  if (baskets.baskets === 0) {
    return (
      <EmptyState
        icon={<BasketIcon size={30} />}
        title={t('spend.baskets.none')}
        steps={[t('spend.baskets.step1'), t('spend.baskets.step2'), t('spend.baskets.step3')]}
      >
        {t('spend.baskets.noneText')}
      </EmptyState>
    );
  }
  const isNext = view === 'next';
  const told = isNext ? baskets.next : baskets.together;
  const known = itemsOf(told.rules);
  const rules =
    item === undefined ? told.rules : told.rules.filter(({ from, to }) => from === item || to === item);
  const most = baskets.most.slice(0, MOST_DRAWN);
  return (
    <>
      <Figures
        label={t('navigation.insightBaskets')}
        items={[
          {
            label: t('spend.baskets.baskets'),
            value: speech.number(baskets.baskets),
            note: t('spend.baskets.ofOrderDays', { days: speech.number(baskets.orderDays) }),
          },
          {
            label: t('spend.baskets.perBasket'),
            value: baskets.meanItems === null ? '–' : speech.number(Math.round(baskets.meanItems * 10) / 10),
          },
          { label: t('spend.baskets.items'), value: speech.number(baskets.items) },
        ]}
      />
      <div className={spend.stack}>
        <ChartCard
          title={t(isNext ? 'spend.baskets.next' : 'spend.baskets.together')}
          definition={t(isNext ? 'spend.baskets.nextText' : 'spend.baskets.togetherText', {
            of: speech.number(told.of),
          })}
          note={[
            t('spend.baskets.note', {
              count: speech.number(told.minimumCount),
              people: speech.number(told.minimumPeople),
              tests: speech.number(told.tests),
              found: speech.number(told.found),
            }),
            ...(told.shortBy > 0 ? [t('spend.baskets.shortBy', { count: speech.number(told.shortBy) })] : []),
          ].join(' ')}
          asOf={baskets.asOf}
          file={isNext ? 'bought-next' : 'bought-together'}
          tools={
            <div className={`${spend.tools} not-printed`}>
              <Views
                label={t('spend.baskets.views')}
                value={isNext ? 'next' : 'together'}
                views={[
                  { value: 'together', label: t('spend.baskets.together') },
                  { value: 'next', label: t('spend.baskets.next') },
                ]}
                onChange={(value) => change({ view: value === 'next' ? 'next' : undefined, item: undefined })}
              />
              <Autocomplete<string>
                size="small"
                options={known}
                value={item !== undefined && known.includes(item) ? item : null}
                onChange={(_, chosen) => change({ item: chosen ?? undefined })}
                renderInput={(field) => <TextField {...field} label={t('spend.baskets.item')} />}
                sx={{ inlineSize: { xs: '100%', sm: 260 } }}
              />
            </div>
          }
          table={{
            columns: [
              { label: t('spend.baskets.read') },
              { label: t('spend.baskets.from') },
              { label: t('spend.baskets.to') },
              { label: t('spend.baskets.confidence'), numeric: true },
              { label: t('spend.baskets.lift'), numeric: true },
              { label: t('spend.baskets.support'), numeric: true },
              { label: t('spend.baskets.count'), numeric: true },
              { label: t('spend.types.people'), numeric: true },
            ],
            rows: rules.map((rule) => [
              t(isNext ? 'spend.baskets.sayNext' : 'spend.baskets.sayTogether', {
                from: `\u2068${rule.from}\u2069`,
                to: `\u2068${rule.to}\u2069`,
                count: hundredths(rule.confidence),
                shown: speech.number(hundredths(rule.confidence)),
                times: speech.number(times(rule.lift)),
              }),
              rule.from,
              rule.to,
              cells.share(rule.confidence),
              cells.number(times(rule.lift)),
              cells.share(rule.support),
              cells.number(rule.count),
              cells.number(rule.people),
            ]),
          }}
        />
        {rules.length > 0 ? null : <p className={spend.plain}>{t('spend.baskets.noRules')}</p>}
        <ChartCard
          title={t('spend.baskets.most')}
          definition={t('spend.baskets.mostText')}
          asOf={baskets.asOf}
          file="most-bought"
          height={Math.max(160, most.length * 30)}
          chart={{
            labels: most.map((one) => one.item),
            series: [{ name: t('spend.baskets.share'), kind: 'bar', values: most.map(({ share }) => share) }],
            say: speech.share,
            sideways: true,
          }}
          table={{
            columns: [
              { label: t('spend.baskets.item') },
              { label: t('spend.baskets.baskets'), numeric: true },
              { label: t('spend.baskets.share'), numeric: true },
            ],
            rows: baskets.most.map((one) => [one.item, cells.number(one.baskets), cells.share(one.share)]),
          }}
        />
      </div>
    </>
  );
}
