import Alert from '@mui/material/Alert';
import TextField from '@mui/material/TextField';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { failureText } from '../../../failure/failure-text.ts';
import { useSetting } from '../../setting.ts';
import { FormDialog } from '../../settings/FormDialog.tsx';
import styles from './Accounting.module.css';
import { type Accounts, ACCOUNTS_CHANGED, accountsQuery } from './queries.ts';

const ACCOUNTS = [
  'sales',
  'deferred-revenue',
  'points-revenue',
  'marketing-cost',
  'points-provision',
  'points-redeemed',
  'opening-balance',
  'receivable',
  'debts-recovered',
  'card-clearing',
  'card-liability',
  'unclaimed',
  'partners',
  'partner-clearing',
] as const satisfies readonly (keyof Accounts['accounts'])[];

type Names = Accounts['accounts'];

/** The numbers and names that the accounts of the journal have in the books of the business. */
export function AccountsDialog(props: { readonly accounts: Accounts; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const [names, setNames] = useState<Names>(props.accounts.accounts);
  const fresh = () => queries.fetchQuery({ ...accountsQuery(asking), staleTime: 0 });
  const saving = useDeed({
    send: (body: { accounts: Names; revision: number }, headers) =>
      answerOf(api.PUT('/v1/club/accounting/accounts', { body, headers })),
    refresh: ACCOUNTS_CHANGED,
    tellsFailure: true,
    said: () => t('clubBooks.accounts.saved'),
    onDone: props.onClose,
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const change = (account: (typeof ACCOUNTS)[number], what: { code?: string; name?: string }) => {
    const { [account]: before, ...others } = names;
    const now = { code: before?.code ?? '', name: before?.name ?? '', ...what };
    setNames(now.code === '' && now.name === '' ? others : { ...others, [account]: now });
  };
  return (
    <FormDialog
      open
      title={t('clubBooks.accounts.title')}
      deed={t('clubBooks.save')}
      pending={saving.pending}
      onClose={props.onClose}
      onSubmit={() => {
        const accounts = Object.fromEntries(
          ACCOUNTS.flatMap((account) => {
            const one = names[account];
            if (one === undefined) return [];
            const name = one.name.trim() === '' ? t(`clubBooks.account.${account}`) : one.name.trim();
            return [[account, { code: one.code.trim(), name }]];
          }),
        );
        void saving.run({ accounts, revision: props.accounts.revision });
      }}
    >
      {saving.failure === null || saving.failure.kind === 'changed' ? null : (
        <Alert severity="error">{failureText(saving.failure, t)}</Alert>
      )}
      {ACCOUNTS.map((account) => (
        <div key={account} className={styles.names}>
          <TextField
            size="small"
            label={t('clubBooks.accounts.code')}
            value={names[account]?.code ?? ''}
            onChange={(event) => change(account, { code: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 40, dir: 'ltr', style: { textAlign: 'start' } } }}
            autoComplete="off"
          />
          <TextField
            size="small"
            label={t(`clubBooks.account.${account}`)}
            value={names[account]?.name ?? ''}
            onChange={(event) => change(account, { name: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 120, dir: 'auto' } }}
            autoComplete="off"
          />
        </div>
      ))}
    </FormDialog>
  );
}
