import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.ts';
import {
  type Invitation,
  type Member,
  permissionsQuery,
  type Role,
  staffQuery,
} from '../../api/coming-in-queries.ts';
import { useDeed } from '../../api/mutations.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { LeftToRight } from '../../ui/LeftToRight.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { useSetting } from '../setting.ts';
import { Choice } from '../welcome/BusinessFields.tsx';
import { FormDialog } from './FormDialog.tsx';
import styles from './SettingsPage.module.css';
import { ShownOnce } from './ShownOnce.tsx';

const STAFF = ['staff'];

/** Who works here, as what, and who is invited. */
export function StaffSection() {
  const { t } = useTranslation();
  const { asking, session, speech } = useSetting();
  const staff = useQuery(staffQuery(asking));
  const permissions = useQuery(permissionsQuery(asking));
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null);
  const mayGive = (permissions.data?.roles ?? []).filter((one) => one.mayGive).map(({ role }) => role);

  const changing = useDeed({
    send: ({ id, role }: { readonly id: string; readonly role: Role }, headers) =>
      answerOf(api.PATCH('/v1/staff/{id}', { params: { path: { id } }, body: { role }, headers })),
    refresh: [STAFF, ['session'], ['permissions']],
    said: ({ name, role }) =>
      t('settings.staff.roleChanged', { name: isolated(name), role: t(`comingIn.roles.${role}`) }),
  });
  const removing = useDeed({
    send: ({ id }: { readonly id: string }, headers) =>
      answerOf(api.DELETE('/v1/staff/{id}', { params: { path: { id } }, headers })),
    refresh: [STAFF],
    said: ({ name }) => t('settings.staff.removed', { name: isolated(name) }),
    tellsFailure: true,
  });
  const withdrawal = useDeed({
    send: ({ id }: { readonly id: number }, headers) =>
      answerOf(api.DELETE('/v1/invitations/{id}', { params: { path: { id } }, headers })),
    refresh: [STAFF],
    said: () => t('settings.staff.withdrawn'),
    tellsFailure: true,
  });

  return (
    <>
      <PageHeader
        title={t('settings.staff.name')}
        meaning={t('settings.staff.meaning')}
        actions={
          <Button variant="contained" onClick={() => setInviting(true)}>
            {t('settings.staff.invite')}
          </Button>
        }
      />
      {staff.isError ? (
        <FailureNotice error={staff.error} onRetry={() => void staff.refetch()} />
      ) : staff.data === undefined ? (
        <RowsSkeleton rows={4} columns={3} height={72} />
      ) : (
        <>
          <section className={styles.card}>
            <ul className={styles.rows}>
              {staff.data.members.map((member) => (
                <li key={member.id} className={styles.row}>
                  <div className={styles.what}>
                    <strong>
                      <bdi>{member.name}</bdi>
                    </strong>
                    {member.id === session?.user?.id ? (
                      <span className={styles.badge}>{t('settings.staff.you')}</span>
                    ) : null}
                    <div className={styles.about}>
                      <LeftToRight>{member.email}</LeftToRight>
                      <span>{t('settings.staff.joined', { day: speech.date(member.joinedAt, 'long') })}</span>
                      {member.seenAt === null ? null : (
                        <span>{t('settings.staff.seen', { day: speech.date(member.seenAt, 'long') })}</span>
                      )}
                      {member.secondFactor ? <span>{t('settings.staff.secondFactor')}</span> : null}
                    </div>
                  </div>
                  {mayGive.includes(member.role) ? (
                    <>
                      <RoleChoice
                        member={member}
                        roles={mayGive}
                        onChange={(role) => void changing.run({ id: member.id, role })}
                      />
                      <Button
                        color="inherit"
                        aria-label={t('settings.staff.removeOf', { name: isolated(member.name) })}
                        onClick={() => setLeaving(member)}
                      >
                        {t('settings.staff.remove')}
                      </Button>
                    </>
                  ) : (
                    <span>{t(`comingIn.roles.${member.role}`)}</span>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.card}>
            <h2>{t('settings.staff.open')}</h2>
            {staff.data.invitations.length === 0 ? <p>{t('settings.staff.openNone')}</p> : null}
            <ul className={styles.rows}>
              {staff.data.invitations.map((invitation) => (
                <li key={invitation.id} className={styles.row}>
                  <div className={styles.what}>
                    <strong>
                      <bdi>{invitation.invitee ?? t('settings.staff.anybody')}</bdi>
                    </strong>
                    <span className={styles.badge}>{t(`comingIn.roles.${invitation.role}`)}</span>
                    <div className={styles.about}>
                      <span>
                        {t('settings.staff.until', { day: speech.date(invitation.expiresAt, 'long') })}
                      </span>
                      <span>{t('settings.staff.madeBy', { name: isolated(invitation.madeBy) })}</span>
                    </div>
                  </div>
                  <Button color="inherit" onClick={() => setWithdrawing(invitation)}>
                    {t('settings.staff.withdraw')}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
      <Invite open={inviting} roles={mayGive} onClose={() => setInviting(false)} />
      <ConfirmDialog
        open={leaving !== null}
        danger
        title={t('settings.staff.removeTitle', { name: isolated(leaving?.name ?? '') })}
        deed={t('settings.staff.remove')}
        onClose={() => setLeaving(null)}
        onConfirm={() => (leaving === null ? undefined : removing.attempt({ id: leaving.id }))}
      >
        {t('settings.staff.removeText')}
      </ConfirmDialog>
      <ConfirmDialog
        open={withdrawing !== null}
        title={t('settings.staff.withdrawTitle')}
        deed={t('settings.staff.withdraw')}
        onClose={() => setWithdrawing(null)}
        onConfirm={() => (withdrawing === null ? undefined : withdrawal.attempt({ id: withdrawing.id }))}
      >
        {t('settings.staff.withdrawText')}
      </ConfirmDialog>
    </>
  );
}

/** A name inside a sentence, which may run the other way. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

function RoleChoice(props: {
  readonly member: Member;
  readonly roles: readonly Role[];
  readonly onChange: (role: Role) => void;
}) {
  const { t } = useTranslation();
  return (
    <Choice
      size="small"
      label={t('settings.staff.roleOf', { name: isolated(props.member.name) })}
      value={props.member.role}
      onChange={(chosen) => {
        const role = props.roles.find((one) => one === chosen);
        if (role !== undefined) props.onChange(role);
      }}
      options={props.roles.map((role) => [role, t(`comingIn.roles.${role}`)])}
      className={styles.choice ?? ''}
    />
  );
}

function Invite(props: {
  readonly open: boolean;
  readonly roles: readonly Role[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>('sales');
  const [invitee, setInvitee] = useState('');
  const [link, setLink] = useState<string | null>(null);
  const inviting = useDeed({
    send: (body: { readonly role: Role; readonly invitee?: string }, headers) =>
      answerOf(api.POST('/v1/invitations', { body, headers })),
    refresh: [STAFF],
    onDone: ({ token }) => {
      props.onClose();
      setInvitee('');
      if (token !== null) setLink(`${location.origin}/invitation#${token}`);
    },
  });
  const name = invitee.trim();
  return (
    <>
      <FormDialog
        open={props.open}
        title={t('settings.staff.invite')}
        deed={t('settings.staff.makeLink')}
        pending={inviting.pending}
        onClose={props.onClose}
        onSubmit={() => void inviting.run({ role, ...(name === '' ? {} : { invitee: name }) })}
      >
        <Choice
          label={t('settings.staff.role')}
          value={role}
          onChange={(chosen) => setRole(props.roles.find((one) => one === chosen) ?? role)}
          options={props.roles.map((one) => [one, t(`comingIn.roles.${one}`)])}
        />
        <TextField
          label={t('settings.staff.invitee')}
          value={invitee}
          onChange={(event) => setInvitee(event.target.value)}
          helperText={t('settings.staff.inviteeHelp')}
          autoComplete="off"
          slotProps={{ htmlInput: { maxLength: 200, dir: 'auto' } }}
        />
      </FormDialog>
      <ShownOnce
        title={t('settings.staff.linkTitle')}
        text={t('settings.staff.linkText', { role: t(`comingIn.roles.${role}`) })}
        label={t('settings.staff.link')}
        secret={link}
        onClose={() => setLink(null)}
      />
    </>
  );
}
