import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { useSetting } from '../../setting.ts';
import { AppreciationView } from './AppreciationView.tsx';
import { GuardView } from './GuardView.tsx';
import { OfferEditor } from './OfferEditor.tsx';
import { OfferList } from './OfferList.tsx';
import { OFFER_VIEWS, readOffers } from './offers-search.ts';

/** Thanks for chosen people: what is offered, what holds it in check, and who deserves it. */
export function OffersPage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [search, change] = useAddress(readOffers);
  const mayWrite = session?.scopes.includes('club:write') === true;
  const { view = 'offers', offer, make } = search;
  const back = () => change({ offer: undefined, make: undefined });
  if (view === 'offers' && (offer !== undefined || (make === true && mayWrite)))
    return <OfferEditor key={offer ?? ''} offer={offer ?? null} mayWrite={mayWrite} onDone={back} />;
  return (
    <>
      <PageHeader title={t('clubOffers.title')} meaning={t(`clubOffers.meaning.${view}`)} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('clubOffers.views')}
          value={view}
          views={OFFER_VIEWS.map((value) => ({ value, label: t(`clubOffers.view.${value}`) }))}
          onChange={(chosen) =>
            change({
              view: chosen === 'offers' ? undefined : chosen,
              state: undefined,
              person: undefined,
              year: undefined,
            })
          }
        />
      </div>
      {view === 'guard' ? (
        <GuardView mayWrite={mayWrite} />
      ) : view === 'appreciation' ? (
        <AppreciationView mayWrite={mayWrite} search={search} onChange={change} />
      ) : (
        <OfferList mayWrite={mayWrite} search={search} onChange={change} />
      )}
    </>
  );
}
