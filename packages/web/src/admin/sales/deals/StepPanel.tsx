import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { failureText } from '../../../failure/failure-text.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useDraft } from '../../../ui/useDraft.ts';
import panel from '../../people/PersonPage.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Deals.module.css';
import { Evidence } from './Evidence.tsx';
import { dealQuery, type DealPage, DEALS_CHANGED } from './queries.ts';
import type { Filled } from './way.ts';

interface Filling {
  readonly known: Record<string, string | number | null>;
  readonly revision: number;
}

/** The step a deal stands on: what to do there, what has to be known to leave it, and until when. */
export function StepPanel(props: {
  readonly page: DealPage;
  readonly mayWrite: boolean;
  readonly onNext: () => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const queries = useQueryClient();
  const { page, mayWrite } = props;
  const { deal } = page;
  const { steps } = page.pipeline.definition;
  const step = steps.find(({ key }) => key === page.step);
  const [filled, setFilled, draft] = useDraft<Filled>(`deal:${deal.id}:evidence`, {});
  const fresh = () => queries.fetchQuery({ ...dealQuery(asking, deal.id), staleTime: 0 });
  const filling = useDeed({
    send: (body: Filling, headers) =>
      answerOf(api.PATCH('/v1/sales/deals/{id}', { params: { path: { id: deal.id } }, body, headers })),
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    said: () => t('salesDeals.panel.kept'),
    onDone: () => draft.forget(),
    changed: {
      reload: fresh,
      // Fields that nobody else filled in are mine; those that somebody did are put beside each other.
      versions: async ({ known }) => {
        const now = await fresh();
        const asks = steps.flatMap((one) => one.asks).filter(({ key }) => key in known);
        const line = (of: Readonly<Record<string, string | number | null>>) =>
          asks.map((ask) => ({ label: speech.words(ask.name), text: String(of[ask.key] ?? '') }));
        return { mine: line(known), theirs: line(now.deal.known) };
      },
      onTop: async (input) => ({ ...input, revision: (await fresh()).deal.revision }),
    },
  });
  if (step === undefined) return null;
  const isChanged = Object.entries(filled).some(([key, value]) => (deal.known[key] ?? null) !== value);
  const failure = filling.failure?.kind === 'changed' ? null : filling.failure;
  const proofs = page.proofs.find((one) => one.step === step.key)?.proofs ?? [];
  const following = steps[steps.indexOf(step) + 1];
  const isSale = deal.state === 'open' && (following === undefined || following.after === true);
  const isOver = deal.finishedAt !== null;
  return (
    <section className={panel.panel} aria-labelledby="present-step">
      <h2 id="present-step">
        <bdi>{speech.words(step.name)}</bdi>
      </h2>
      {step.guidance === undefined ? null : <p className={styles.guidance}>{speech.words(step.guidance)}</p>}
      {page.dueAt === null ? null : (
        <p className={styles.due} data-late={page.dueAt < Date.now()}>
          {t(page.dueAt < Date.now() ? 'salesDeals.panel.late' : 'salesDeals.panel.due', {
            day: speech.date(page.dueAt),
          })}
        </p>
      )}
      {step.asks.length === 0 ? null : (
        <>
          <h3 className={styles.small}>{t('salesDeals.panel.asks')}</h3>
          {draft.restored && isChanged ? <Alert severity="info">{t('salesDeals.panel.draft')}</Alert> : null}
          {failure === null ? null : <Alert severity="error">{failureText(failure, t)}</Alert>}
          <Evidence
            step={step}
            proofs={proofs}
            known={deal.known}
            filled={filled}
            disabled={!mayWrite}
            onFill={(next) => {
              setFilled(next);
              filling.clear();
            }}
          />
        </>
      )}
      {mayWrite && !isOver ? (
        <div className={styles.deeds}>
          {isChanged ? (
            <Button
              variant="outlined"
              loading={filling.pending}
              onClick={() => void filling.run({ known: { ...filled }, revision: deal.revision })}
            >
              {t('salesDeals.panel.keep')}
            </Button>
          ) : null}
          <Button variant="contained" onClick={props.onNext}>
            {isSale
              ? t('salesDeals.onward.winDeed')
              : following === undefined
                ? t('salesDeals.onward.finishDeed')
                : t('salesDeals.panel.next', { step: speech.words(following.name) })}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
