import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { CopyCode } from './CopyCode.tsx';
import { MailboxDialog } from './MailboxDialog.tsx';
import { type Mailbox, mailboxesQuery } from './queries.ts';

/** Addresses whose letters become leads. */
export function Letters({ mayManage }: { readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [changing, setChanging] = useState<Mailbox | 'new' | null>(null);
  const mailboxes = useQuery(mailboxesQuery(asking));
  const rows = mailboxes.data;
  const make = mayManage ? (
    <Button variant="contained" onClick={() => setChanging('new')}>
      {t('salesCapture.newMailbox')}
    </Button>
  ) : null;
  const isOff = rows?.some(({ address }) => address === null) ?? false;
  return (
    <>
      {isOff ? (
        <Alert severity="info" sx={{ marginBlockEnd: 2 }}>
          {t('salesCapture.mailOff')}
        </Alert>
      ) : null}
      {rows === undefined ? (
        mailboxes.isError ? (
          <FailureNotice error={mailboxes.error} onRetry={() => void mailboxes.refetch()} />
        ) : (
          <RowsSkeleton rows={2} columns={2} height={120} />
        )
      ) : rows.length === 0 ? (
        <EmptyState
          icon={<FormsIcon size={30} />}
          title={t('salesCapture.noMailbox')}
          steps={[t('salesCapture.mailStep1'), t('salesCapture.mailStep2'), t('salesCapture.mailStep3')]}
          actions={make}
        >
          {t('salesCapture.noMailboxText')}
        </EmptyState>
      ) : (
        <>
          <div className={`${spend.tools} ${spend.bar} not-printed`}>{make}</div>
          <ul className={spend.rows} aria-label={t('salesCapture.viewOf.letters')}>
            {rows.map((mailbox) => (
              <li key={mailbox.id}>
                <div className={spend.row}>
                  <div className={`${spend.what} ${styles.long}`}>
                    <strong>
                      <bdi>{mailbox.title}</bdi>
                    </strong>{' '}
                    {mailbox.closed ? (
                      <span className={spend.verdict}>{t('salesCapture.stateOf.closed')}</span>
                    ) : null}
                    <div className={spend.about}>
                      <span>
                        <bdi>{mailbox.source}</bdi>
                      </span>
                      {mailbox.campaign === null ? null : (
                        <span>
                          <bdi>{mailbox.campaign}</bdi>
                        </span>
                      )}
                    </div>
                    {mailbox.address === null ? null : (
                      <CopyCode label={t('salesCapture.mailAddress')} code={mailbox.address} />
                    )}
                  </div>
                  {mayManage ? (
                    <span className={`${spend.buttons} not-printed`}>
                      <Button
                        size="small"
                        aria-label={t('salesCapture.changeThis', { name: `\u2068${mailbox.title}\u2069` })}
                        onClick={() => setChanging(mailbox)}
                      >
                        {t('salesCapture.change')}
                      </Button>
                    </span>
                  ) : null}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      {changing === null ? null : (
        <MailboxDialog mailbox={changing === 'new' ? null : changing} onClose={() => setChanging(null)} />
      )}
    </>
  );
}
