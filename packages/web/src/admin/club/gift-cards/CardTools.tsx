import Button from '@mui/material/Button';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog, type CardDeed } from './CardDialog.tsx';
import { ExtendDialog } from './ExtendDialog.tsx';
import type { GiftCard } from './queries.ts';
import { TopUpDialog } from './TopUpDialog.tsx';

type Open = CardDeed | 'top-up' | 'extend' | null;

/** What can be done with a card in its state: a refunded one is at its end. */
export function CardTools(props: { readonly card: GiftCard; readonly onRefund: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open>(null);
  const { card } = props;
  const close = () => setOpen(null);
  if (card.state === 'refunded') return null;
  return (
    <>
      <Button variant="contained" onClick={() => setOpen('top-up')}>
        {t('clubCodes.cards.topUpDeed')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('transfer')}>
        {t('clubCodes.cards.deed.transfer')}
      </Button>
      <Button variant="outlined" onClick={() => setOpen('recode')}>
        {t('clubCodes.cards.deed.recode')}
      </Button>
      {card.expiresAt === null ? null : (
        <Button variant="outlined" onClick={() => setOpen('extend')}>
          {t('clubCodes.cards.extend')}
        </Button>
      )}
      {card.state === 'frozen' ? (
        <Button color="primary" onClick={() => setOpen('unfreeze')}>
          {t('clubCodes.cards.deed.unfreeze')}
        </Button>
      ) : (
        <Button color="inherit" onClick={() => setOpen('freeze')}>
          {t('clubCodes.cards.deed.freeze')}
        </Button>
      )}
      <Button color="error" onClick={props.onRefund}>
        {t('clubCodes.cards.refund')}
      </Button>
      {open === 'top-up' ? <TopUpDialog card={card} onClose={close} /> : null}
      {open === 'extend' ? <ExtendDialog card={card} onClose={close} /> : null}
      {open === 'transfer' || open === 'recode' || open === 'freeze' || open === 'unfreeze' ? (
        <CardDialog card={card} deed={open} onClose={close} />
      ) : null}
    </>
  );
}
