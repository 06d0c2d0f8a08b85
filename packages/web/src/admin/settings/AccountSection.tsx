import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import { accountQuery } from '../../api/coming-in-queries.ts';
import { failureText } from '../../failure/failure-text.ts';
import { useDeed } from '../../api/mutations.ts';
import { isLanguage } from '../../language/languages.ts';
import { showNumber } from '../../language/numbers.ts';
import { paths } from '../../paths.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { SecondFactor } from './SecondFactor.tsx';
import { Sessions } from './Sessions.tsx';
import styles from './SettingsPage.module.css';

const ACCOUNT = [['account'], ['session']];

/** One's own account: name, password, second factor, where one is signed in, the businesses one works for. */
export function AccountSection() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const account = useQuery(accountQuery());
  return (
    <>
      <PageHeader title={t('settings.account.name')} meaning={t('settings.account.meaning')} />
      {account.isError ? (
        <FailureNotice error={account.error} onRetry={() => void account.refetch()} />
      ) : account.data === undefined || account.data === null ? (
        <FormSkeleton fields={5} />
      ) : (
        <>
          <Profile name={account.data.name} email={account.data.email} />
          <Password />
          <SecondFactor on={account.data.secondFactor} />
          <Sessions />
          <section className={styles.card}>
            <h2>{t('settings.account.businesses')}</h2>
            <ul className={styles.rows}>
              {session?.businesses.map((one) => (
                <li key={one.slug} className={styles.row}>
                  <Link to={paths.home} search={{ business: one.slug }} className={styles.what}>
                    <bdi>{one.name}</bdi>
                  </Link>
                  <span className={styles.faded}>{t(`comingIn.roles.${one.role}`)}</span>
                </li>
              ))}
            </ul>
            {session?.businesses.some(({ role }) => role === 'owner') === true ? (
              <div className={styles.actions}>
                <Link to={paths.newBusiness} className={styles.linkButton}>
                  {t('settings.account.another')}
                </Link>
              </div>
            ) : null}
          </section>
        </>
      )}
    </>
  );
}

function Profile({ name, email }: { readonly name: string; readonly email: string }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(name);
  const saving = useDeed({
    send: (body: { readonly name: string }, headers) => answerOf(api.PATCH('/v1/account', { body, headers })),
    refresh: ACCOUNT,
    said: () => t('settings.saved'),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void saving.run({ name: typed.trim() });
  };
  return (
    <section className={styles.card}>
      <h2>{t('settings.account.profile')}</h2>
      <form onSubmit={submit} className={styles.stack} style={{ marginBlockStart: 16 }}>
        <TextField
          label={t('settings.account.yourName')}
          required
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', autoComplete: 'name' } }}
        />
        <TextField
          label={t('settings.account.email')}
          value={email}
          slotProps={{ htmlInput: { readOnly: true, dir: 'ltr' } }}
        />
        <div>
          <Button type="submit" variant="outlined" loading={saving.pending} disabled={typed.trim() === name}>
            {t('settings.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Password() {
  const { t, i18n } = useTranslation();
  const empty = { currentPassword: '', newPassword: '' };
  const [typed, setTyped] = useState(empty);
  const changing = useDeed({
    send: (body: typeof empty, headers) => answerOf(api.POST('/v1/account/password', { body, headers })),
    refresh: [['account-sessions']],
    said: () => t('settings.account.passwordChanged'),
    onDone: () => setTyped(empty),
    tellsFailure: true,
  });
  const { failure } = changing;
  const sentenceAt = (field: string) => (failure?.field === field ? failure.sentence : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void changing.run(typed);
  };
  return (
    <section className={styles.card}>
      <h2>{t('settings.account.passwordTitle')}</h2>
      <p>{t('settings.account.passwordText')}</p>
      <form onSubmit={submit} className={styles.stack}>
        {failure === null || failure.field !== undefined ? null : (
          <Alert severity="error">{failureText(failure, t)}</Alert>
        )}
        <PasswordField
          label={t('settings.password')}
          kind="current"
          value={typed.currentPassword}
          onChange={(currentPassword) => setTyped({ ...typed, currentPassword })}
          fault={sentenceAt('currentPassword')}
        />
        <PasswordField
          label={t('settings.account.newPassword')}
          kind="new"
          value={typed.newPassword}
          onChange={(newPassword) => setTyped({ ...typed, newPassword })}
          fault={sentenceAt('newPassword')}
          help={t('comingIn.passwordLength', {
            least: showNumber(10, isLanguage(i18n.language) ? i18n.language : 'fa'),
          })}
        />
        <div>
          <Button type="submit" variant="outlined" loading={changing.pending}>
            {t('settings.account.changePassword')}
          </Button>
        </div>
      </form>
    </section>
  );
}
