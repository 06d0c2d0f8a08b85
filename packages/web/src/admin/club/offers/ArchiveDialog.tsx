import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import { type KeptOffer, restingQuery } from './queries.ts';
import { useOfferState } from './useOfferState.ts';

/** Ends an offer for good. */
export function ArchiveDialog({ kept, onClose }: { readonly kept: KeptOffer; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const changing = useOfferState();
  return (
    <ConfirmDialog
      open
      danger
      title={t('clubOffers.archiveThis', { name: `\u2068${speech.words(kept.offer.name)}\u2069` })}
      deed={t('clubOffers.archive')}
      onConfirm={() => changing.attempt({ key: kept.offer.key, state: 'archived', revision: kept.revision })}
      onClose={onClose}
    >
      <p>{t('clubOffers.archiveText')}</p>
      <Resting offer={kept.offer.key} />
    </ConfirmDialog>
  );
}

/** What is good for nothing afterwards: customers would show codes at the till that they have paid for. */
function Resting({ offer }: { readonly offer: string }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data } = useQuery(restingQuery(asking, offer));
  if (data === undefined) return null;
  const { rewards, batches, taken } = data;
  if (rewards.length + batches.length + taken === 0) return null;
  const all = (names: readonly string[]) =>
    new Intl.ListFormat(speech.language).format(names.map((name) => `\u2068${name}\u2069`));
  return (
    <Alert severity="warning">
      {t('clubOffers.resting.title')}
      <ul>
        {rewards.length === 0 ? null : (
          <li>
            {t('clubOffers.resting.rewards', { names: all(rewards.map(({ name }) => speech.words(name))) })}
          </li>
        )}
        {batches.length === 0 ? null : (
          <li>{t('clubOffers.resting.batches', { names: all(batches.map(({ name }) => name)) })}</li>
        )}
        {taken === 0 ? null : (
          <li>{t('clubOffers.resting.taken', { count: taken, shown: speech.number(taken) })}</li>
        )}
      </ul>
      {t('clubOffers.resting.advice')}
    </Alert>
  );
}
