import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useSetting } from '../../setting.ts';
import type { KeptOffer } from './queries.ts';
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
    </ConfirmDialog>
  );
}
