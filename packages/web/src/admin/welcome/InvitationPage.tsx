import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { accountQuery, invitationQuery, joinAsNew, joinWithAccount } from '../../api/coming-in-queries.ts';
import { asFailure } from '../../failure/failure.ts';
import { changeLanguage, isLanguage } from '../../language/languages.ts';
import { paths } from '../../paths.ts';
import { FormSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import styles from '../sign-in/Entrance.module.css';
import { Entrance } from '../sign-in/Entrance.tsx';
import { Refused, SignInForm } from '../sign-in/SignInForm.tsx';
import { OwnerFields } from './WelcomePage.tsx';

/** Where an invitation's link leads: to a new account, or to the one somebody has. */
export function InvitationPage() {
  const { t, i18n } = useTranslation();
  const { speech } = useSetting();
  const token = useRouterState({ select: (state) => state.location.hash });
  const invitation = useQuery(invitationQuery(i18n.language, token));
  const account = useQuery(accountQuery());
  const [way, setWay] = useState<'fresh' | 'existing'>('fresh');
  const [other, setOther] = useState(false);

  if (
    invitation.isError &&
    asFailure(invitation.error).kind !== 'absent' &&
    asFailure(invitation.error).code !== 'input_invalid'
  ) {
    return (
      <Entrance title={t('brand')}>
        <FailureNotice error={invitation.error} onRetry={() => void invitation.refetch()} />
      </Entrance>
    );
  }
  if (invitation.isError) {
    return (
      <Entrance title={t('comingIn.invitation.gone')} lead={t('comingIn.invitation.goneLead')}>
        {null}
      </Entrance>
    );
  }
  if (invitation.data === undefined || account.data === undefined) {
    return (
      <Entrance title={t('loading')}>
        <FormSkeleton fields={3} />
      </Entrance>
    );
  }
  const { business, role, invitee, expiresAt } = invitation.data;
  const greeting =
    invitee === null ? '' : `${t('comingIn.invitation.greeting', { name: `\u2068${invitee}\u2069` })} `;
  return (
    <Entrance
      title={t('comingIn.invitation.title', { business: `\u2068${business.name}\u2069` })}
      lead={`${greeting}${t('comingIn.invitation.lead', { role: t(`comingIn.roles.${role}`) })}`}
    >
      {account.data !== null && !other ? (
        <JoinSignedIn token={token} email={account.data.email} onOther={() => setOther(true)} />
      ) : (
        <>
          <Tabs
            value={way}
            onChange={(_, next: 'fresh' | 'existing') => setWay(next)}
            sx={{ marginBlockEnd: 3 }}
          >
            <Tab value="fresh" label={t('comingIn.invitation.fresh')} />
            <Tab value="existing" label={t('comingIn.invitation.existing')} />
          </Tabs>
          {way === 'fresh' ? <JoinFresh token={token} /> : <JoinExisting token={token} />}
        </>
      )}
      <p className={styles.after}>
        {t('comingIn.invitation.expires', { day: speech.date(expiresAt, 'long') })}
      </p>
    </Entrance>
  );
}

/** To the workplace of the business one has just joined. */
function useGoOn() {
  const queries = useQueryClient();
  const router = useRouter();
  const { i18n } = useTranslation();
  return async ({ business }: { readonly business: { readonly slug: string } }) => {
    queries.clear();
    // The language somebody came in by is theirs from now on.
    if (isLanguage(i18n.language)) await changeLanguage(i18n, i18n.language);
    await router.navigate({ to: paths.home, search: { business: business.slug }, hash: '', replace: true });
  };
}

function JoinFresh({ token }: { readonly token: string }) {
  const { t, i18n } = useTranslation();
  const goOn = useGoOn();
  const [owner, setOwner] = useState({ name: '', email: '', password: '' });
  const joining = useMutation({
    mutationFn: () =>
      joinAsNew(i18n.language, {
        token,
        ...owner,
        email: owner.email.trim(),
        language: isLanguage(i18n.language) ? i18n.language : 'fa',
      }),
    onSuccess: goOn,
  });
  const failure = joining.isError ? asFailure(joining.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    joining.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      {failure === null || (failure.field !== undefined && failure.field !== 'token') ? null : (
        <Refused error={failure} />
      )}
      <OwnerFields
        owner={owner}
        onChange={setOwner}
        sentenceAt={(field) => (failure?.field === field ? failure.sentence : undefined)}
      />
      <Button type="submit" variant="contained" size="large" loading={joining.isPending}>
        {t('comingIn.invitation.join')}
      </Button>
    </form>
  );
}

function JoinExisting({ token }: { readonly token: string }) {
  const { i18n } = useTranslation();
  const goOn = useGoOn();
  const [error, setError] = useState<Error | null>(null);
  return (
    <>
      {error === null ? null : <Refused error={error} />}
      <SignInForm
        onIn={async () => {
          try {
            await goOn(await joinWithAccount(i18n.language, token));
          } catch (failed) {
            setError(asFailure(failed));
          }
        }}
      />
    </>
  );
}

function JoinSignedIn(props: {
  readonly token: string;
  readonly email: string;
  readonly onOther: () => void;
}) {
  const { t, i18n } = useTranslation();
  const goOn = useGoOn();
  const joining = useMutation({
    mutationFn: () => joinWithAccount(i18n.language, props.token),
    onSuccess: goOn,
  });
  return (
    <div className={styles.form}>
      {joining.isError ? <Refused error={joining.error} /> : null}
      <Button variant="contained" size="large" loading={joining.isPending} onClick={() => joining.mutate()}>
        {t('comingIn.invitation.joinAs', { email: `\u2068${props.email}\u2069` })}
      </Button>
      <Button color="inherit" onClick={props.onOther}>
        {t('comingIn.invitation.other')}
      </Button>
    </div>
  );
}
