import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Agreement.module.css';
import { AgreementDeeds } from './AgreementDeeds.tsx';
import { GuardNote } from './GuardNote.tsx';
import { type Agreement, type AgreementListed, agreementQuery, type Wants } from './queries.ts';
import { useAgreementWords } from './useAgreementWords.ts';

/** One agreement of a deal; opened, with what it says, what can be done with it and what happened. */
export function AgreementRow(props: {
  readonly agreement: AgreementListed;
  readonly isOpen: boolean;
  readonly mayWrite: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAgreementWords();
  const inside = useId();
  const { agreement, isOpen } = props;
  const state = words.state(agreement);
  const { amount, title, validUntil, ordered, paid, returned, cancelledAt, returnedAt } = agreement;
  const last = validUntil === null ? null : dayOfAddress(validUntil);
  return (
    <li className={styles.row}>
      <div className={styles.top}>
        <span className={styles.name}>{words.name(agreement)}</span>
        <span className={styles.state} data-kind={state.kind}>
          {state.text}
        </span>
        {amount === null ? null : <span>{speech.money(amount)}</span>}
        {title === '' ? null : <bdi>{title}</bdi>}
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={inside}
          aria-label={t(isOpen ? 'salesAgreement.closeOf' : 'salesAgreement.openOf', {
            name: words.name(agreement),
          })}
          sx={{ marginInlineStart: 'auto' }}
          onClick={() => props.onToggle(!isOpen)}
        >
          {t(isOpen ? 'salesAgreement.close' : 'salesAgreement.open')}
        </Button>
      </div>
      <p className={styles.soft}>
        {last === null || agreement.state === 'accepted'
          ? null
          : t('salesAgreement.until', { day: speech.day(last, 'long') })}
        {agreement.state !== 'sent'
          ? null
          : agreement.openedAt === null
            ? ` ${t('salesAgreement.unseen')}`
            : ` ${t('salesAgreement.seen', { day: speech.date(agreement.openedAt, 'long') })}`}
        {ordered === null || cancelledAt !== null || returnedAt !== null
          ? null
          : paid === ordered
            ? t('salesAgreement.paidAll')
            : t('salesAgreement.paidPart', {
                paid: speech.money(paid ?? 0),
                left: speech.money(ordered - (paid ?? 0)),
              })}
        {cancelledAt === null
          ? null
          : t('salesAgreement.cancel.since', { day: speech.date(cancelledAt, 'long') })}
        {returned === null || returned === 0
          ? null
          : ` ${
              returnedAt === null
                ? t('salesAgreement.back.part', {
                    amount: speech.money(returned),
                    left: speech.money((ordered ?? 0) - returned),
                  })
                : t('salesAgreement.back.since', { day: speech.date(returnedAt, 'long') })
            }`}
      </p>
      <div id={inside} hidden={!isOpen}>
        {isOpen ? <Inside id={agreement.id} mayWrite={props.mayWrite} /> : null}
      </div>
    </li>
  );
}

function Inside({ id, mayWrite }: { readonly id: number; readonly mayWrite: boolean }) {
  const { asking } = useSetting();
  const found = useQuery(agreementQuery(asking, id));
  if (found.data === undefined)
    return found.isError ? (
      <FailureNotice error={found.error} onRetry={() => void found.refetch()} />
    ) : (
      <Skeleton height={70} />
    );
  return <Opened agreement={found.data} mayWrite={mayWrite} />;
}

function Opened({ agreement, mayWrite }: { readonly agreement: Agreement; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useAgreementWords();
  const version = agreement.versions.find((one) => one.version === agreement.version);
  if (version === undefined) return null;
  const { answer, guard } = version;
  return (
    <div className={styles.inside}>
      {agreement.kind === 'wants' ? (
        <ul className={styles.wants}>
          {(version.content as Wants).wants.map(({ text, note }, place) => {
            const said = answer?.wants[place];
            return (
              <li key={place}>
                <bdi>{text}</bdi>
                {note === '' ? null : <bdi className={styles.soft}> · {note}</bdi>}
                {said === undefined ? null : (
                  <span
                    className={styles.state}
                    data-kind={said.right ? 'good' : 'bad'}
                    style={{ marginInlineStart: 8 }}
                  >
                    {t(said.right ? 'salesAgreement.wants.right' : 'salesAgreement.wants.notRight')}
                  </span>
                )}
                {said === undefined || said.comment === '' ? null : <div dir="auto">{said.comment}</div>}
              </li>
            );
          })}
        </ul>
      ) : null}
      {answer === null ? null : (
        <div>
          <p>
            {t('salesAgreement.answered', {
              name: `\u2068${answer.name}\u2069`,
              day: speech.date(version.answeredAt ?? 0, 'long'),
              time: speech.time(version.answeredAt ?? 0),
            })}
            {answer.mobile === null ? null : (
              <>
                {' '}
                {t('salesAgreement.proved')} <bdi dir="ltr">{answer.mobile}</bdi>
              </>
            )}
          </p>
          <p className={styles.soft} dir="auto">
            {answer.wording}
          </p>
          {[answer.reason, answer.comment]
            .filter((text) => text !== '')
            .map((text) => (
              <p key={text} dir="auto">
                {text}
              </p>
            ))}
        </div>
      )}
      {version.state === 'draft' && guard !== null ? <GuardNote guard={guard} /> : null}
      {version.state === 'draft' && version.approvalReason !== '' ? (
        <p className={styles.soft}>
          <bdi>{version.approvalBy}</bdi>: <bdi>{version.approvalReason}</bdi>
        </p>
      ) : null}
      {mayWrite ? <AgreementDeeds agreement={agreement} version={version} /> : null}
      {agreement.payments.length === 0 ? null : (
        <ul className={styles.history} aria-label={t('salesAgreement.payments')}>
          {agreement.payments.map(({ place, at, amount, method, note }) => (
            <li key={place}>
              <time>{speech.date(at, 'short')}</time>
              <span>{speech.money(amount)}</span>
              <bdi>{method}</bdi>
              <bdi>{note}</bdi>
            </li>
          ))}
        </ul>
      )}
      {agreement.returns.length === 0 ? null : (
        <ul className={styles.history} aria-label={t('salesAgreement.back.list')}>
          {agreement.returns.map(({ place, kind, at, amount, method, reason }) => (
            <li key={place}>
              <time>{speech.date(at, 'short')}</time>
              <span>
                {t(
                  kind === 'cancelled' ? 'salesAgreement.back.cancelledOf' : 'salesAgreement.back.returnedOf',
                  { amount: speech.money(amount) },
                )}
              </span>
              <bdi>{method}</bdi>
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('salesAgreement.history')}</summary>
        <ol className={styles.history} style={{ marginBlockStart: 8 }}>
          {agreement.events.map((event) => (
            <li key={event.id}>
              <time>
                {speech.date(event.at, 'short')} {speech.time(event.at)}
              </time>
              <span>{words.event(event)}</span>
              {event.by === '' ? null : <bdi className={styles.soft}>{event.by}</bdi>}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
