import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../failure/failure-text.ts';
import { DeviceIcon } from '../../ui/icons.tsx';
import { FormDialog } from '../settings/FormDialog.tsx';
import { canSign, type Till } from './offline/useTill.ts';
import styles from './Till.module.css';

/** Which till this device is, and whether the network is there. A device that is none yet can become one. */
export function DeviceLine({ till }: { readonly till: Till }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const { registering, isOnline } = till;
  const failure = registering.failure === null ? null : failureText(registering.failure, t);
  // A till that was taken out of use has its slips refused; then it is registered anew.
  const isRefused = till.slips.some(({ state }) => state === 'refused');
  const register = async () => {
    if (name.trim() !== '' && (await till.register(name.trim()))) setOpen(false);
  };
  return (
    <>
      <span className={styles.device} data-online={isOnline} role="status">
        <span className={styles.dot} aria-hidden="true" />
        {till.till ? <bdi>{till.till.name}</bdi> : null}
        <span>{t(isOnline ? 'till.device.online' : 'till.device.offline')}</span>
      </span>
      {till.till === null || isRefused ? (
        canSign ? (
          <Button
            size="small"
            variant="outlined"
            startIcon={<DeviceIcon size={18} />}
            disabled={!isOnline}
            onClick={() => setOpen(true)}
          >
            {t(isRefused ? 'till.device.again' : 'till.device.register')}
          </Button>
        ) : (
          <span className={styles.soft}>{t('till.device.cannot')}</span>
        )
      ) : null}
      <FormDialog
        open={open}
        title={t('till.device.register')}
        deed={t('till.device.deed')}
        pending={registering.pending}
        onSubmit={() => void register()}
        onClose={() => setOpen(false)}
      >
        <p className={styles.soft}>{t('till.device.meaning')}</p>
        <TextField
          label={t('till.device.name')}
          value={name}
          onChange={({ target }) => {
            setName(target.value);
            registering.clear();
          }}
          required
          autoFocus
          autoComplete="off"
          error={registering.failure?.field === 'name'}
          helperText={registering.failure?.field === 'name' ? failure : t('till.device.nameHelp')}
          slotProps={{ htmlInput: { dir: 'auto', maxLength: 100 } }}
        />
        {failure === null || registering.failure?.field === 'name' ? null : (
          <Alert severity="error">{failure}</Alert>
        )}
      </FormDialog>
    </>
  );
}
