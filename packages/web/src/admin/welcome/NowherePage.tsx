import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { Entrance } from '../sign-in/Entrance.tsx';
import { useSignOut } from '../useSignOut.ts';

/** For somebody who is signed in and works for nobody any more. */
export function NowherePage() {
  const { t } = useTranslation();
  const leave = useSignOut();
  return (
    <Entrance title={t('comingIn.nowhere.title')} lead={t('comingIn.nowhere.lead')}>
      <Button variant="contained" onClick={() => void leave()}>
        {t('comingIn.nowhere.leave')}
      </Button>
    </Entrance>
  );
}
