import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import { failedText } from './failed.ts';

/** Leads from a code, typed or scanned, to where it stands. Only for who may try codes at a till. */
export function FindCode() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const finding = useDeed({
    send: (body: { readonly code: string }, headers) =>
      answerOf(api.POST('/v1/club/vouchers/check', { body, headers })),
    tellsFailure: true,
    onDone: ({ id, batch }) => {
      setCode('');
      void navigate({ to: paths.clubVouchers, search: { batch, code: id } });
    },
  });
  if (session?.scopes.includes('till:write') !== true) return null;
  return (
    <form
      className={spend.tools}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== '') void finding.run({ code: code.trim() });
      }}
    >
      <TextField
        size="small"
        label={t('clubCodes.vouchers.find')}
        value={code}
        error={finding.failure !== null}
        helperText={finding.failure === null ? undefined : failedText(finding.failure, t)}
        onChange={(event) => {
          setCode(event.target.value);
          finding.clear();
        }}
        autoComplete="off"
        slotProps={{ htmlInput: { dir: 'ltr', maxLength: 400, spellCheck: false } }}
        sx={{ inlineSize: 240 }}
      />
      <Button type="submit" variant="outlined" loading={finding.pending}>
        {t('clubCodes.vouchers.findDeed')}
      </Button>
    </form>
  );
}
