import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { signIn } from '../../api/client.ts';
import { asFailure } from '../../api/failure.ts';
import { paths } from '../../paths.ts';
import { Brand } from '../../ui/Brand.tsx';
import { LanguageSwitch, LightSwitch } from '../switches.tsx';
import styles from './SignInPage.module.css';

const route = getRouteApi(paths.signIn);

export function SignInPage() {
  const { t } = useTranslation();
  const { next } = route.useSearch();
  const router = useRouter();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const entering = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async () => {
      queries.clear();
      await router.navigate({ href: next ?? paths.home, replace: true });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    entering.mutate();
  };

  return (
    <div className={styles.page}>
      <div className={styles.switches}>
        <LanguageSwitch />
        <LightSwitch />
      </div>
      <main className={styles.card}>
        <Brand large />
        <h1 className={styles.title}>{t('signIn.title')}</h1>
        <p className={styles.lead}>{t('signIn.lead')}</p>
        <form className={styles.form} onSubmit={submit}>
          {entering.isError ? <Refused error={entering.error} /> : null}
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
          <TextField
            label={t('signIn.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            slotProps={{ htmlInput: { dir: 'ltr' } }}
          />
          <Button type="submit" variant="contained" size="large" loading={entering.isPending}>
            {t('signIn.enter')}
          </Button>
        </form>
      </main>
      <Rungs />
    </div>
  );
}

function Refused({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const failure = asFailure(error);
  const isWrong = failure.kind === 'stranger' || failure.kind === 'refused' || failure.kind === 'forbidden';
  return <Alert severity="error">{isWrong ? t('signIn.wrong') : t(`failure.${failure.kind}.text`)}</Alert>;
}

/** The ladder the product is named after, rising behind the form. */
function Rungs() {
  return (
    <svg
      className={styles.drawing}
      viewBox="0 0 320 900"
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <path className={styles.rail} d="M96 -20 40 920M224 -20l56 940" />
      {Array.from({ length: 7 }, (_, index) => {
        const y = 60 + index * 130;
        const inset = 96 - ((y + 20) / 940) * 56;
        return (
          <path
            key={index}
            className={styles.rung}
            style={{ '--level': `${100 - index * 16}%` }}
            d={`M${inset} ${y}H${320 - inset}`}
          />
        );
      })}
    </svg>
  );
}
