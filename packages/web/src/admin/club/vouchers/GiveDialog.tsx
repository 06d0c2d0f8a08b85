import Alert from '@mui/material/Alert';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../../api/answers.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import { endOf } from './batch-form.ts';
import { failedText } from './failed.ts';
import { OptionalDay } from './OptionalDay.tsx';
import { type Batch, VOUCHERS_CHANGED } from './queries.ts';
import { ShownCode } from './ShownCode.tsx';

const USUAL_DAYS = 30;
const NOBODY = 0;

/** Draws one more code that is good for one person alone, and shows it this once. */
export function GiveDialog({ batch, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  const [person, setPerson] = useState<PersonFound | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const [isAsked, setAsked] = useState(false);
  const [told, setTold] = useState<{ readonly code: string | null } | null>(null);
  const giving = useDeed({
    send: (body: { readonly person: number; readonly validUntil: number | null }, headers) =>
      answerOf(
        api.POST('/v1/club/vouchers/{id}/codes', { params: { path: { id: batch.id } }, body, headers }),
      ),
    refresh: VOUCHERS_CHANGED,
    tellsFailure: true,
    onDone: setTold,
  });
  if (told !== null)
    return (
      <ShownCode
        title={t('clubCodes.vouchers.givenTitle')}
        text={t('clubCodes.vouchers.givenText')}
        lost={t('clubCodes.vouchers.givenLost')}
        code={told.code}
        onClose={onClose}
      />
    );
  return (
    <FormDialog
      open
      title={t('clubCodes.vouchers.giveTitle')}
      deed={t('clubCodes.vouchers.giveDeed')}
      pending={giving.pending}
      onClose={onClose}
      onSubmit={() => {
        setAsked(true);
        if (person !== null) void giving.run({ person: person.id, validUntil: endOf(until, speech.zone) });
      }}
    >
      <p className={spend.plain}>{t('clubCodes.vouchers.giveText')}</p>
      {giving.failure === null ? null : <Alert severity="error">{failedText(giving.failure, t)}</Alert>}
      {isAsked && person === null ? <Alert severity="warning">{t('clubCodes.personNeeded')}</Alert> : null}
      <PersonPicker
        label={t('clubCodes.person')}
        chosen={person}
        except={NOBODY}
        onChoose={(chosen) => {
          setPerson(chosen);
          giving.clear();
        }}
      />
      <OptionalDay
        ask={t('clubCodes.vouchers.endsEarlier')}
        label={t('clubCodes.lastDay')}
        day={until}
        usual={today + USUAL_DAYS}
        onChange={setUntil}
      />
    </FormDialog>
  );
}
