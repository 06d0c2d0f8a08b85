import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { DayField } from '../../../ui/DayField.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { endOf } from '../vouchers/batch-form.ts';
import { failedText } from '../vouchers/failed.ts';
import { CARDS_CHANGED, type GiftCard } from './queries.ts';

const LONGER_DAYS = 90;
const DAYS_AHEAD = 3660;

/** Lets a card end later; earlier is never offered. */
export function ExtendDialog({ card, onClose }: { readonly card: GiftCard; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const present = speech.dayOf((card.expiresAt ?? Date.now()) - 1);
  const [until, setUntil] = useState(Math.max(present, today) + LONGER_DAYS);
  const extending = useDeed({
    send: (body: { readonly expiresAt: number }, headers) =>
      answerOf(
        api.POST('/v1/club/gift-cards/{id}/extend', { params: { path: { id: card.id } }, body, headers }),
      ),
    refresh: CARDS_CHANGED,
    tellsFailure: true,
    said: () => t('clubCodes.cards.extended', { until: speech.day(until, 'short') }),
    onDone: onClose,
  });
  const isEarlier = until <= present;
  return (
    <FormDialog
      open
      title={t('clubCodes.cards.extend')}
      deed={t('clubCodes.cards.extend')}
      pending={extending.pending}
      onClose={onClose}
      onSubmit={() => {
        const expiresAt = endOf(until, speech.zone);
        if (expiresAt !== null && !isEarlier) void extending.run({ expiresAt });
      }}
    >
      <p className={spend.plain}>
        {t('clubCodes.cards.extendText', { until: speech.day(present, 'short') })}
      </p>
      {extending.failure === null ? null : <Alert severity="error">{failedText(extending.failure, t)}</Alert>}
      {isEarlier ? <Alert severity="warning">{t('clubCodes.cards.notEarlier')}</Alert> : null}
      <DayField
        label={t('clubCodes.lastDay')}
        day={until}
        last={Math.max(until, today + DAYS_AHEAD)}
        speech={speech}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
