import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { insightQuery } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';
import { Figures } from '../chart/Figures.tsx';
import { InsightRoom, type Ready } from '../InsightRoom.tsx';
import { TooLittle } from '../TooLittle.tsx';
import { ValueByBand } from '../value/ValueByBand.tsx';
import { useWords } from '../words.ts';
import { atRiskStill } from './changes.ts';
import { Morning } from './Morning.tsx';
import { Notices } from './Notices.tsx';
import { RunSettings } from './RunSettings.tsx';

/** The morning: what changed since the run before, what it means, and what to do. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const { data } = useQuery(insightQuery(asking));
  const [open, setOpen] = useState(false);
  const may = session?.scopes.includes('insight:write') === true;
  return (
    <>
      <InsightRoom
        title={t('navigation.insightOverview')}
        meaning={t('insight.overview.meaning')}
        actions={
          may ? (
            <Button variant="outlined" disabled={data === undefined} onClick={() => setOpen(true)}>
              {t('insight.settings.open')}
            </Button>
          ) : undefined
        }
        needs="run"
      >
        {(ready) => <Overview ready={ready} />}
      </InsightRoom>
      {open && data !== undefined ? (
        <RunSettings settings={data.settings} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}

function Overview({ ready }: { readonly ready: Ready }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useWords();
  const { outcome } = ready;
  const { foretold, bands, buyers, repeaters, settings } = outcome;
  const intervals = foretold?.intervals;
  const atRisk = atRiskStill(outcome);
  const leaving = bands.find(({ band }) => band === 'leaving');
  return (
    <>
      {foretold === null ? <TooLittle outcome={outcome} asOf={ready.asOf} /> : null}
      <Morning ready={ready} />
      <Figures
        label={t('insight.overview.figures')}
        items={[
          {
            label: t('insight.overview.buyers'),
            value: words.people(buyers),
            note:
              buyers === 0
                ? undefined
                : t('insight.overview.repeatersNote', { share: speech.share(repeaters / buyers) }),
          },
          { label: t('insight.overview.revenue'), value: words.paid(outcome.revenue) },
          ...(foretold === null
            ? []
            : [
                {
                  label: t('insight.overview.orders90'),
                  value: words.orders(foretold.orders90),
                  note: intervals === undefined ? undefined : words.ordersWithin(intervals.orders90),
                },
                ...(foretold.value90 === null
                  ? []
                  : [
                      {
                        label: t('insight.overview.value90'),
                        value: words.money(foretold.value90.expected),
                        note: intervals?.value90 == null ? undefined : words.moneyWithin(intervals.value90),
                      },
                    ]),
                ...(atRisk === null
                  ? []
                  : [
                      {
                        label: t('insight.overview.atRisk'),
                        value: words.money(atRisk),
                        note: t('insight.overview.atRiskNote'),
                      },
                    ]),
                ...(leaving === undefined
                  ? []
                  : [{ label: t('insight.overview.leaving'), value: words.people(leaving.people) }]),
              ]),
        ]}
      />
      {foretold === null ? null : <ValueByBand ready={ready} />}
      <Notices outcome={outcome} />
      <p className="soft">
        {t('insight.settings.now', {
          days: speech.number(settings.horizon),
          rate: speech.share(settings.discount),
        })}{' '}
        {t(
          settings.marginFrom === 'stated'
            ? 'insight.settings.marginStated'
            : 'insight.settings.marginAssumed',
          {
            rate: speech.share(settings.margin),
          },
        )}
      </p>
    </>
  );
}
