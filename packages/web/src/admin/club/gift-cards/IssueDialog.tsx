import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../../api/answers.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { Views } from '../../insight/spend/Views.tsx';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { endOf } from '../vouchers/batch-form.ts';
import { failedText } from '../vouchers/failed.ts';
import { OptionalDay } from '../vouchers/OptionalDay.tsx';
import { ShownCode } from '../vouchers/ShownCode.tsx';
import { CardDialog } from './CardDialog.tsx';
import { CARDS_CHANGED, type GiftCard } from './queries.ts';

const USUAL_DAYS = 365;
const NOBODY = 0;

interface Issuing {
  readonly amount: number;
  readonly paid: boolean;
  readonly person: number | null;
  readonly expiresAt: number | null;
  readonly note: string;
}

/** Makes a card with money on it, for a person or for whoever has it, and shows its code this once. */
export function IssueDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [amount, setAmount] = useState<number | null>(null);
  const [paid, setPaid] = useState(true);
  const [isFor, setFor] = useState<'bearer' | 'person'>('bearer');
  const [person, setPerson] = useState<PersonFound | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<{ readonly card: GiftCard; readonly code: string | null } | null>(null);
  const [isAgain, setAgain] = useState(false);
  const issuing = useDeed({
    send: (body: Issuing, headers) => answerOf(api.POST('/v1/club/gift-cards', { body, headers })),
    refresh: CARDS_CHANGED,
    tellsFailure: true,
    onDone: setTold,
  });
  if (told !== null && isAgain) return <CardDialog card={told.card} deed="recode" onClose={onClose} />;
  if (told !== null)
    return (
      <ShownCode
        title={t('clubCodes.cards.issued')}
        text={t('clubCodes.cards.issuedText')}
        lost={t('clubCodes.cards.codeLost')}
        code={told.code}
        onNew={() => setAgain(true)}
        onClose={onClose}
      />
    );
  const isNobody = isFor === 'person' && person === null;
  return (
    <FormDialog
      open
      title={t('clubCodes.cards.issue')}
      deed={t('clubCodes.cards.issueDeed')}
      pending={issuing.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (amount === null || amount === 0 || isNobody) return;
        void issuing.run({
          amount,
          paid,
          person: isFor === 'person' ? (person?.id ?? null) : null,
          expiresAt: endOf(until, speech.zone),
          note: note.trim(),
        });
      }}
    >
      {issuing.failure === null ? null : <Alert severity="error">{failedText(issuing.failure, t)}</Alert>}
      <TypedField
        required
        autoFocus
        label={t('clubCodes.cards.amount')}
        manner={moneyIn(speech)}
        value={amount}
        onChange={(value) => {
          setAmount(value);
          issuing.clear();
        }}
        fault={isAsked && (amount === null || amount === 0) ? t('clubCodes.cards.amountNeeded') : undefined}
        help={amount === null ? undefined : speech.money(amount)}
      />
      <div>
        <FormControlLabel
          label={t('clubCodes.cards.paid')}
          control={<Checkbox checked={paid} onChange={(event) => setPaid(event.target.checked)} />}
        />
        {paid ? null : <p className="soft">{t('clubCodes.cards.freeText')}</p>}
      </div>
      <Views
        label={t('clubCodes.cards.whose')}
        value={isFor}
        views={[
          { value: 'bearer', label: t('clubCodes.cards.forBearer') },
          { value: 'person', label: t('clubCodes.cards.forPerson') },
        ]}
        onChange={setFor}
      />
      {isFor === 'person' ? (
        <>
          {isAsked && isNobody ? <Alert severity="warning">{t('clubCodes.personNeeded')}</Alert> : null}
          <PersonPicker
            label={t('clubCodes.person')}
            chosen={person}
            except={NOBODY}
            onChoose={(chosen) => {
              setPerson(chosen);
              issuing.clear();
            }}
          />
        </>
      ) : null}
      <OptionalDay
        ask={t('clubCodes.ends')}
        label={t('clubCodes.lastDay')}
        day={until}
        usual={today + USUAL_DAYS}
        onChange={setUntil}
      />
      <TextField
        label={t('clubCodes.cards.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'auto', maxLength: 200 } }}
      />
    </FormDialog>
  );
}
