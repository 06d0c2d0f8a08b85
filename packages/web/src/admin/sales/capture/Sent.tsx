import Button from '@mui/material/Button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { FormsIcon } from '../../../ui/sales-icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { type CaptureSearch, SENT_STATES, type SentState } from './capture-search.ts';
import { SENT_CHANGED, sentQuery } from './queries.ts';
import { SentRow } from './SentRow.tsx';
import { ShowMore } from './ShowMore.tsx';

const MOST_AT_ONCE = 200;

/** What was sent in. What is doubtful waits here until somebody lets it in or puts it away; nothing of it is lost. */
export function Sent(props: {
  readonly state: SentState;
  readonly list: number | undefined;
  readonly mayWrite: boolean;
  readonly onChange: (
    changes: { readonly [Key in keyof CaptureSearch]?: CaptureSearch[Key] | undefined },
  ) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { state, list, mayWrite, onChange } = props;
  const [isClearing, setClearing] = useState(false);
  const sent = useInfiniteQuery(sentQuery(asking, { state, list }));
  const rows = sent.data?.pages.flatMap((page) => page.submissions) ?? [];
  const letting = useDeed({
    send: (submission: number, headers) =>
      answerOf(
        api.POST('/v1/sales/submissions/{submission}/let-in', { params: { path: { submission } }, headers }),
      ),
    refresh: SENT_CHANGED,
    said: (done) => t(done.state === 'repeated' ? 'salesCapture.letInAgain' : 'salesCapture.letInDone'),
  });
  const discarding = useDeed({
    send: (submissions: number[], headers) =>
      answerOf(api.POST('/v1/sales/submissions/discard', { body: { submissions }, headers })),
    refresh: SENT_CHANGED,
    said: ({ discarded }) =>
      t('salesCapture.discardedNow', { count: discarded, shown: speech.number(discarded) }),
  });
  const shown = rows.slice(0, MOST_AT_ONCE).map(({ id }) => id);
  return (
    <>
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesCapture.state')}
          value={state}
          views={SENT_STATES.map((value) => ({ value, label: t(`salesCapture.sentOf.${value}`) }))}
          onChange={(chosen) =>
            onChange({ state: chosen === 'waiting' ? undefined : chosen, list: undefined })
          }
        />
        {mayWrite && state === 'waiting' && rows.length > 1 ? (
          <Button color="error" onClick={() => setClearing(true)}>
            {t('salesCapture.discardShown')}
          </Button>
        ) : null}
      </div>
      <div className={spend.bar}>
        <p className={spend.plain}>{t(`salesCapture.sentText.${state}`)}</p>
      </div>
      {sent.isError && rows.length === 0 ? (
        <FailureNotice error={sent.error} onRetry={() => void sent.refetch()} />
      ) : sent.data === undefined ? (
        <RowsSkeleton rows={4} columns={2} height={96} />
      ) : rows.length === 0 ? (
        <EmptyState icon={<FormsIcon size={30} />} title={t('salesCapture.nothingSent')}>
          {t('salesCapture.nothingSentText')}
        </EmptyState>
      ) : (
        <ul className={spend.rows} aria-label={t('salesCapture.viewOf.sent')}>
          {rows.map((one) => (
            <li key={one.id}>
              <SentRow
                sent={one}
                busy={letting.input === one.id || (discarding.input?.includes(one.id) ?? false)}
                {...(mayWrite && (state === 'waiting' || state === 'discarded') && one.way !== 'csv'
                  ? { onLetIn: () => void letting.run(one.id) }
                  : {})}
                {...(mayWrite && state === 'waiting'
                  ? { onDiscard: () => void discarding.run([one.id]) }
                  : {})}
              />
            </li>
          ))}
        </ul>
      )}
      <ShowMore list={sent} />
      <ConfirmDialog
        open={isClearing}
        title={t('salesCapture.discardShown')}
        deed={t('salesCapture.discard')}
        danger
        onConfirm={() => discarding.attempt(shown)}
        onClose={() => setClearing(false)}
      >
        {t('salesCapture.discardText', { count: shown.length, shown: speech.number(shown.length) })}
      </ConfirmDialog>
    </>
  );
}
