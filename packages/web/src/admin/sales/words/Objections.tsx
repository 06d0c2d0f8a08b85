import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useRoom } from '../../../language/useRoom.ts';
import { PlusIcon } from '../../../ui/icons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { useSetting } from '../../setting.ts';
import { AnswerDialog } from './AnswerDialog.tsx';
import {
  keepRaised,
  objectionsForDealQuery,
  OBJECTIONS_CHANGED,
  type Raised,
  raisedQuery,
} from './queries.ts';
import { RaiseDialog } from './RaiseDialog.tsx';
import { RateLines } from './RateLines.tsx';
import { SimilarWords } from './SimilarWords.tsx';
import styles from './Words.module.css';

/** What holds the customer of a deal back, what was answered, what came of it; and what customers like them say. */
export function Objections({ deal }: { readonly deal: number; readonly person: number }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const isSaid = useRoom('salesWords');
  const title = useId();
  const [isRaising, setRaising] = useState(false);
  const [answering, setAnswering] = useState<Raised | null>(null);
  const found = useQuery(raisedQuery(asking, deal));
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (!isSaid) return null;
  if (found.isError && found.data === undefined)
    return <FailureNotice error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.heading}>
        <h2 id={title}>{t('salesWords.card.title')}</h2>
        {mayWrite ? (
          <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => setRaising(true)}>
            {t('salesWords.card.raise')}
          </Button>
        ) : null}
      </div>
      {found.data === undefined ? (
        <Skeleton height={90} />
      ) : found.data.length === 0 ? (
        <p className={styles.soft}>{t('salesWords.card.none')}</p>
      ) : (
        <ul className={styles.list}>
          {found.data.map((raised) => (
            <li key={raised.id} className={styles.raised}>
              <RaisedOne raised={raised} mayWrite={mayWrite} onAnswer={() => setAnswering(raised)} />
            </li>
          ))}
        </ul>
      )}
      <SimilarWords deal={deal} />
      {isRaising ? <RaiseDialog deal={deal} onDone={setAnswering} onClose={() => setRaising(false)} /> : null}
      {answering === null ? null : (
        <AnswerDialog key={answering.id} raised={answering} onClose={() => setAnswering(null)} />
      )}
    </section>
  );
}

interface Settling {
  readonly state: Raised['state'];
  readonly revision: number;
}

function RaisedOne(props: {
  readonly raised: Raised;
  readonly mayWrite: boolean;
  readonly onAnswer: () => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const { raised, mayWrite, onAnswer } = props;
  const fresh = async () => {
    const all = await queries.fetchQuery({ ...raisedQuery(asking, raised.deal), staleTime: 0 });
    return all.find(({ id }) => id === raised.id) ?? raised;
  };
  const settling = useDeed({
    send: (body: Settling, headers) =>
      answerOf(
        api.PUT('/v1/sales/deals/{id}/objections/{raise}', {
          params: { path: { id: raised.deal, raise: raised.id } },
          body,
          headers,
        }),
      ),
    refresh: OBJECTIONS_CHANGED,
    onDone: (settled) => keepRaised(queries, asking, settled),
    said: ({ state }) => t(state === 'settled' ? 'salesWords.card.settledNow' : 'salesWords.card.openedNow'),
    changed: {
      reload: fresh,
      onTop: async (input) => ({ ...input, revision: (await fresh()).revision }),
    },
  });
  const isOpen = raised.state === 'open';
  return (
    <>
      <div className={styles.heading}>
        <h3>
          <bdi>{raised.title}</bdi>
        </h3>
        <span className={styles.chips}>
          <span className={styles.chip}>{t(`salesWords.kind.${raised.kind}`)}</span>
          <span className={styles.chip} data-good={!isOpen}>
            {t(`salesWords.card.state.${raised.state}`)}
          </span>
        </span>
      </div>
      {isOpen ? <BestAnswer raised={raised} /> : null}
      <Story raised={raised} />
      {mayWrite ? (
        <div className={styles.buttons}>
          {isOpen ? (
            <>
              <Button size="small" variant="outlined" onClick={onAnswer}>
                {t('salesWords.card.answer')}
              </Button>
              <Button
                size="small"
                loading={settling.pending}
                onClick={() => void settling.run({ state: 'settled', revision: raised.revision })}
              >
                {t('salesWords.card.settle')}
              </Button>
            </>
          ) : (
            <Button
              size="small"
              color="inherit"
              loading={settling.pending}
              onClick={() => void settling.run({ state: 'open', revision: raised.revision })}
            >
              {t('salesWords.card.open')}
            </Button>
          )}
        </div>
      ) : null}
    </>
  );
}

/** While it is open, the answer that has won most so far stands there to be said. */
function BestAnswer({ raised }: { readonly raised: Raised }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const library = useQuery(objectionsForDealQuery(asking, raised.deal));
  const given = new Set(raised.events.map(({ answer }) => answer));
  const [best] = library.data?.find(({ id }) => id === raised.objection)?.answers ?? [];
  if (best === undefined || given.has(best.id)) return null;
  return (
    <div className={styles.answer}>
      {best.rate.won === null ? null : <strong>{t('salesWords.card.best')}</strong>}
      <p className={styles.say}>
        <bdi>{best.words}</bdi>
      </p>
      <RateLines rate={best.rate} />
    </div>
  );
}

function Story({ raised }: { readonly raised: Raised }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  return (
    <details className={styles.folded}>
      <summary>{t('salesWords.card.story')}</summary>
      <ol className={styles.list}>
        {raised.events.map((event) => (
          <li key={event.place} className={styles.part}>
            <p className={styles.about}>
              <span>{t(`salesWords.card.event.${event.kind}`)}</span>
              <span>{speech.date(event.at)}</span>
              <bdi>{event.by}</bdi>
            </p>
            {event.words === null ? null : (
              <p className={styles.say}>
                <bdi>{event.words}</bdi>
              </p>
            )}
            {event.note === '' ? null : (
              <p className={styles.about}>
                <bdi>{event.note}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
