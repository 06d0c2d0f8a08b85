import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../../api/answers.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { failedText } from '../vouchers/failed.ts';
import { ShownCode } from '../vouchers/ShownCode.tsx';
import { CARDS_CHANGED, type GiftCard } from './queries.ts';
import { ReasonField } from './ReasonField.tsx';

export type CardDeed = 'transfer' | 'recode' | 'freeze' | 'unfreeze';

interface Doing {
  readonly reason: string;
  readonly person: number;
}

/** A deed on a card that needs a reason. Where it gives the card a new code, that is shown this once. */
export function CardDialog(props: {
  readonly card: GiftCard;
  readonly deed: CardDeed;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { card, deed, onClose } = props;
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<PersonFound | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<{ readonly code: string | null } | null>(null);
  const [isAgain, setAgain] = useState(false);
  const doing = useDeed({
    send: async ({ reason: why, person: to }: Doing, headers): Promise<{ code: string | null } | null> => {
      const params = { path: { id: card.id } };
      const body = { reason: why };
      switch (deed) {
        case 'transfer':
          return answerOf(
            api.POST('/v1/club/gift-cards/{id}/transfer', { params, body: { ...body, person: to }, headers }),
          );
        case 'recode':
          return answerOf(api.POST('/v1/club/gift-cards/{id}/recode', { params, body, headers }));
        case 'freeze':
          await answerOf(api.POST('/v1/club/gift-cards/{id}/freeze', { params, body, headers }));
          return null;
        case 'unfreeze':
          await answerOf(api.POST('/v1/club/gift-cards/{id}/unfreeze', { params, body, headers }));
          return null;
      }
    },
    refresh: CARDS_CHANGED,
    tellsFailure: true,
    said: () => t(`clubCodes.cards.done.${deed}`),
    onDone: (answer) => (answer === null ? onClose() : setTold(answer)),
  });
  if (isAgain) return <CardDialog card={card} deed="recode" onClose={onClose} />;
  if (told !== null)
    return (
      <ShownCode
        title={t('clubCodes.cards.newCode')}
        text={t('clubCodes.cards.newCodeText')}
        lost={t('clubCodes.cards.codeLost')}
        code={told.code}
        onNew={() => setAgain(true)}
        onClose={onClose}
      />
    );
  const isNobody = deed === 'transfer' && person === null;
  const said = reason.trim();
  return (
    <FormDialog
      open
      title={t(`clubCodes.cards.deed.${deed}`)}
      deed={t(`clubCodes.cards.deed.${deed}`)}
      pending={doing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (said !== '' && !isNobody) void doing.run({ reason: said, person: person?.id ?? 0 });
      }}
    >
      <p className={spend.plain}>{t(`clubCodes.cards.deedText.${deed}`)}</p>
      {doing.failure === null ? null : <Alert severity="error">{failedText(doing.failure, t)}</Alert>}
      {deed === 'transfer' ? (
        <>
          {isAsked && isNobody ? <Alert severity="warning">{t('clubCodes.personNeeded')}</Alert> : null}
          <PersonPicker
            label={t('clubCodes.person')}
            chosen={person}
            except={card.person ?? 0}
            onChoose={(chosen) => {
              setPerson(chosen);
              doing.clear();
            }}
          />
        </>
      ) : null}
      <ReasonField value={reason} isMissing={isAsked && said === ''} onChange={setReason} />
    </FormDialog>
  );
}
