import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { failedText } from '../vouchers/failed.ts';
import { REDEMPTIONS_CHANGED } from './queries.ts';

/** Hands over what a code was given out for. Only for who may work at a till. */
export function HandOver() {
  const { t } = useTranslation();
  const { session, speech } = useSetting();
  const [code, setCode] = useState('');
  const handing = useDeed({
    send: (body: { readonly code: string }, headers) =>
      answerOf(api.POST('/v1/club/redemptions/hand-over', { body, headers })),
    refresh: REDEMPTIONS_CHANGED,
    tellsFailure: true,
    said: ({ name }) => t('clubCodes.rewards.handedNow', { name: `\u2068${speech.words(name)}\u2069` }),
    onDone: () => setCode(''),
  });
  if (session?.scopes.includes('till:write') !== true) return null;
  return (
    <form
      className={`${spend.tools} ${spend.bar} not-printed`}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') void handing.run({ code: code.trim() });
      }}
    >
      <TextField
        size="small"
        label={t('clubCodes.rewards.handOver')}
        value={code}
        error={handing.failure !== null}
        helperText={handing.failure === null ? undefined : failedText(handing.failure, t)}
        onChange={(event) => {
          setCode(event.target.value);
          handing.clear();
        }}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'ltr', maxLength: 400, spellCheck: false } }}
        sx={{ inlineSize: { xs: '100%', sm: 280 } }}
      />
      <Button type="submit" variant="contained" loading={handing.pending}>
        {t('clubCodes.rewards.handOverDeed')}
      </Button>
    </form>
  );
}
