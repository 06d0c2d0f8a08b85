import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enter, enterCode } from '../../api/coming-in-queries.ts';
import { failureText } from '../../failure/failure-text.ts';
import { asFailure } from '../../failure/failure.ts';
import { useSetting } from '../setting.ts';
import styles from './Entrance.module.css';
import { PasswordField } from './PasswordField.tsx';

/** E-mail and password, and the code of who has a second factor. `onIn` is called once somebody is signed in. */
export function SignInForm({ onIn }: { readonly onIn: () => Promise<void> }) {
  const { t, i18n } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [step, setStep] = useState<'password' | 'code'>('password');
  const entering = useMutation({
    mutationFn: () => enter(i18n.language, email.trim(), password),
    onSuccess: async (next) => {
      if (next === 'in') await onIn();
      else setStep('code');
    },
  });
  const confirming = useMutation({
    mutationFn: () => enterCode(i18n.language, code),
    onSuccess: onIn,
    onError: (error) => {
      // The code is asked for a while and a few times; after that the password is asked again.
      if (asFailure(error).code === 'sign_in_over') setStep('password');
    },
  });
  const isOver = asFailure(confirming.error).code === 'sign_in_over';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step === 'code') confirming.mutate();
    else {
      confirming.reset();
      setCode('');
      entering.mutate();
    }
  };

  if (step === 'code') {
    return (
      <form key="code" className={styles.form} onSubmit={submit}>
        <h2 className={styles.legend}>{t('comingIn.code.title')}</h2>
        <p className={styles.note}>{t('comingIn.code.lead')}</p>
        {confirming.isError ? <Refused error={confirming.error} /> : null}
        <TextField
          label={t('comingIn.code.label')}
          name="one-time-code"
          autoComplete="one-time-code"
          required
          autoFocus
          value={code}
          onChange={(event) => setCode(event.target.value)}
          slotProps={{ htmlInput: { dir: 'ltr', inputMode: 'text', minLength: 6, maxLength: 20 } }}
        />
        <Button type="submit" variant="contained" size="large" loading={confirming.isPending}>
          {t('comingIn.code.enter')}
        </Button>
        <Button color="inherit" onClick={() => setStep('password')}>
          {t('comingIn.code.back')}
        </Button>
      </form>
    );
  }
  return (
    <form key="password" className={styles.form} onSubmit={submit}>
      {entering.isError ? <Refused error={entering.error} /> : null}
      {isOver ? <Alert severity="warning">{t('comingIn.over')}</Alert> : null}
      <TextField
        label={t('signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        slotProps={{ htmlInput: { dir: 'ltr' } }}
      />
      <PasswordField label={t('signIn.password')} kind="current" value={password} onChange={setPassword} />
      <Button type="submit" variant="contained" size="large" loading={entering.isPending}>
        {t('signIn.enter')}
      </Button>
    </form>
  );
}

/** What was wrong; a sign-in that is closed says until when. */
export function Refused({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  // The moment it failed, not the moment it is shown again.
  const [failedAt] = useState(() => Date.now());
  const failure = asFailure(error);
  const seconds = Number(failure.values['seconds'] ?? 0);
  const text =
    failure.code === 'sign_in_locked'
      ? t('comingIn.locked', { time: speech.time(failedAt + seconds * 1000 + 59_999) })
      : failure.code === 'sign_in_failed'
        ? t('signIn.wrong')
        : failure.sentence !== undefined && failure.kind !== 'broken'
          ? failure.sentence
          : failureText(failure, t);
  return <Alert severity="error">{text}</Alert>;
}
