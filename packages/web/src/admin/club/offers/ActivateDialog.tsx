import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { useSetting } from '../../setting.ts';
import { Advice } from './Advice.tsx';
import { CustomerView } from './CustomerView.tsx';
import type { KeptOffer } from './queries.ts';
import { useOfferState } from './useOfferState.ts';

/** Begins an offer, once somebody has seen what the guard says of it. */
export function ActivateDialog(props: {
  readonly kept: KeptOffer;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const changing = useOfferState({ tellsFailure: true });
  const { offer, revision, chosen } = props.kept;
  const begin = async () => {
    const done = await changing.run({ key: offer.key, state: 'active', revision });
    if (done !== undefined) props.onClose();
  };
  return (
    <FormDialog
      open
      title={t('clubOffers.activateThis', { name: `\u2068${speech.words(offer.name)}\u2069` })}
      deed={t('clubOffers.activate')}
      pending={changing.pending}
      onClose={props.onClose}
      onSubmit={() => void begin()}
    >
      {changing.failure === null || changing.failure.kind === 'changed' ? null : (
        <Alert severity="error">{failureText(changing.failure, t)}</Alert>
      )}
      <CustomerView offer={offer} />
      {offer.for.chosen === true && chosen === 0 ? (
        <Alert severity="warning">{t('clubOffers.people.nobody')}</Alert>
      ) : null}
      <Advice offer={offer} />
      <Button size="small" sx={{ justifySelf: 'start' }} onClick={props.onEdit}>
        {t('clubOffers.editFirst')}
      </Button>
    </FormDialog>
  );
}
