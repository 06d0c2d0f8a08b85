import Alert from '@mui/material/Alert';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import type { GuardSays } from './queries.ts';

/** What the guard says of the discounts, where it says anything against them. */
export function GuardNote({ guard }: { readonly guard: GuardSays }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (!guard.present || guard.allowed >= guard.asked) return null;
  return (
    <Alert severity="warning">
      {t('salesAgreement.guard.held', {
        asked: speech.money(guard.asked),
        allowed: speech.money(guard.allowed),
      })}
      {guard.reasons.map(({ code, sentence }) => (
        <div key={code}>{sentence}</div>
      ))}
    </Alert>
  );
}
