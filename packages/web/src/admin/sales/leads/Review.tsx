import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { paths } from '../../../paths.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { PeopleIcon } from '../../../ui/icons.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { Views } from '../../insight/spend/Views.tsx';
import { PersonName } from '../../people/naming.tsx';
import { useSetting } from '../../setting.ts';
import { useSourceWord } from '../useSourceWord.ts';
import styles from './Leads.module.css';
import { type LeadReviewPage, reviewQuery, reviewsQuery } from './queries.ts';
import { ReviewSummary } from './ReviewSummary.tsx';
import { useLeadWords } from './useLeadWords.ts';

export const TEAMS = ['marketing', 'sales'] as const;
type Team = (typeof TEAMS)[number];

/** The reviews there were, and the one that is under way. */
export function Reviews(props: {
  readonly review: number | undefined;
  readonly mayManage: boolean;
  readonly onOpen: (review: number | undefined) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const reviews = useQuery(reviewsQuery(asking));
  const { review, mayManage, onOpen } = props;
  const drawing = useDeed({
    send: (_: undefined, headers) => answerOf(api.POST('/v1/sales/lead-reviews', { body: {}, headers })),
    refresh: [['lead-reviews']],
    onDone: (answer) => onOpen(answer.review),
  });
  if (reviews.isError && reviews.data === undefined)
    return <FailureNotice error={reviews.error} onRetry={() => void reviews.refetch()} />;
  if (reviews.data === undefined) return <RowsSkeleton rows={4} columns={3} height={90} />;
  const open = reviews.data.find(({ closedAt }) => closedAt === null);
  const shown = review ?? open?.id;
  const draw =
    mayManage && open === undefined ? (
      <Button variant="contained" loading={drawing.pending} onClick={() => void drawing.run(undefined)}>
        {t('salesLeads.review.draw')}
      </Button>
    ) : null;
  if (reviews.data.length === 0)
    return (
      <EmptyState icon={<PeopleIcon size={30} />} title={t('salesLeads.review.none')} actions={draw}>
        {t('salesLeads.review.noneText')}
      </EmptyState>
    );
  return (
    <div className={styles.editor}>
      {draw === null ? null : <div>{draw}</div>}
      {shown === undefined ? null : <OpenReview key={shown} review={shown} mayManage={mayManage} />}
      <section className={styles.part}>
        <h2>{t('salesLeads.review.all')}</h2>
        <ul className={spend.rows}>
          {reviews.data.map((one) => (
            <li key={one.id}>
              <div className={spend.row}>
                <div className={spend.what}>
                  <button type="button" className={styles.textButton} onClick={() => onOpen(one.id)}>
                    {t('salesLeads.review.of', { day: speech.date(one.madeAt, 'short') })}
                  </button>
                  <div className={spend.about}>
                    <span>
                      {t('salesLeads.review.leads', { count: one.leads, shown: speech.number(one.leads) })}
                    </span>
                    <span>
                      {t('salesLeads.review.votes', { count: one.votes, shown: speech.number(one.votes) })}
                    </span>
                  </div>
                </div>
                <span className={spend.verdict}>
                  {t(one.closedAt === null ? 'salesLeads.review.open' : 'salesLeads.review.closed')}
                </span>
              </div>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function OpenReview({ review, mayManage }: { readonly review: number; readonly mayManage: boolean }) {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const page = useQuery(reviewQuery(asking, review));
  const [team, setTeam] = useState<Team>(session?.role === 'sales' ? 'sales' : 'marketing');
  const [isClosing, setClosing] = useState(false);
  const closing = useDeed({
    send: (id: number, headers) =>
      answerOf(
        api.POST('/v1/sales/lead-reviews/{review}/close', { params: { path: { review: id } }, headers }),
      ),
    refresh: [['lead-reviews']],
    said: () => t('salesLeads.review.closedNow'),
  });
  if (page.isError && page.data === undefined)
    return <FailureNotice error={page.error} onRetry={() => void page.refetch()} />;
  if (page.data === undefined) return <RowsSkeleton rows={5} columns={2} height={110} />;
  const isOpen = page.data.review.closedAt === null;
  const mayVote = isOpen && session?.scopes.includes('sales:write') === true;
  return (
    <section className={styles.part} aria-label={t('salesLeads.review.title')}>
      <p>{t('salesLeads.review.text')}</p>
      {mayVote ? (
        <div className={spend.tools}>
          <Views
            label={t('salesLeads.review.as')}
            value={team}
            views={TEAMS.map((value) => ({ value, label: t(`salesLeads.review.asTeam.${value}`) }))}
            onChange={setTeam}
          />
          {mayManage ? (
            <Button color="inherit" onClick={() => setClosing(true)}>
              {t('salesLeads.review.close')}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ReviewSummary page={page.data} />
      <ul className={styles.list} aria-label={t('salesLeads.review.title')}>
        {page.data.leads.map((lead) => (
          <li key={lead.lead}>
            <ReviewedLead page={page.data} lead={lead} team={mayVote ? team : null} />
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={isClosing}
        title={t('salesLeads.review.closeTitle')}
        deed={t('salesLeads.review.close')}
        onConfirm={() => closing.attempt(review)}
        onClose={() => setClosing(false)}
      >
        {t('salesLeads.review.closeText')}
      </ConfirmDialog>
    </section>
  );
}

interface Said {
  readonly team: Team;
  readonly good: boolean | null;
  readonly note?: string;
}

/** One lead of a review: what it is, what each team says of it, and what the reader says for theirs. */
function ReviewedLead(props: {
  readonly page: LeadReviewPage;
  readonly lead: LeadReviewPage['leads'][number];
  readonly team: Team | null;
}) {
  const { t } = useTranslation();
  const { speech, session } = useSetting();
  const sourceWord = useSourceWord();
  const { page, lead, team } = props;
  const words = useLeadWords([], page.definition);
  const votes = page.votes.filter((vote) => vote.lead === lead.lead);
  const summary = page.summary.leads.find((one) => one.lead === lead.lead);
  const mine = votes.find((vote) => vote.team === team && vote.voter === session?.user?.email);
  const [note, setNote] = useState<string | null>(null);
  const path = { review: page.review.id, lead: lead.lead };
  const saying = useDeed({
    send: (body: Said, headers) =>
      answerOf(api.PUT('/v1/sales/lead-reviews/{review}/leads/{lead}', { params: { path }, body, headers })),
    refresh: [['lead-reviews']],
  });
  const say = (good: boolean) => {
    if (team === null) return;
    const said = (note ?? mine?.note ?? '').trim();
    void saying.run({ team, good, ...(said === '' ? {} : { note: said }) });
  };
  return (
    <article className={styles.review}>
      <div className={styles.who}>
        <h2 className={styles.name}>
          <Link to={paths.salesLeads} search={{ lead: lead.lead }} className={spend.link}>
            <PersonName name={lead.name} id={lead.person} />
          </Link>
          <span className={spend.badge}>{t(`salesLeads.review.drawn.${lead.drawnAs}`)}</span>
        </h2>
        <div className={spend.about}>
          <span>
            {t('salesLeads.handings.scores', {
              fit: speech.number(Math.round(lead.fit)),
              engagement: speech.number(Math.round(lead.engagement)),
            })}
          </span>
          {lead.source === null ? null : (
            <span>
              <bdi>{t('salesLeads.from', { source: sourceWord(lead.source) })}</bdi>
            </span>
          )}
          {lead.drawnAs === 'refused' && lead.reason !== null ? (
            <span>{words.reason(lead.reason)}</span>
          ) : null}
        </div>
        <p className={styles.because}>
          {lead.rules.map((rule) => words.ruleName(rule)).join(t('listSeparator'))}
        </p>
        {votes
          .filter(({ note: said }) => said !== null)
          .map((vote) => (
            <p key={`${vote.team} ${vote.voter}`} className={styles.because}>
              {t(`salesLeads.review.team.${vote.team}`)}: <bdi>{vote.note}</bdi>
            </p>
          ))}
      </div>
      <div className={styles.votes}>
        {TEAMS.map((one) => {
          const says = summary?.[one] ?? null;
          return (
            <div key={one} className={styles.team}>
              <span>{t(`salesLeads.review.team.${one}`)}</span>
              <span
                className={spend.verdict}
                {...(says === 'good' || says === 'bad' ? { 'data-good': says === 'good' } : {})}
              >
                {t(`salesLeads.review.says.${says ?? 'nothing'}`)}
              </span>
            </div>
          );
        })}
        {summary?.disputed === true ? (
          <p className={styles.alone}>{t('salesLeads.review.disputed')}</p>
        ) : null}
        {team === null ? null : (
          <>
            <Views
              label={t('salesLeads.review.yourSay')}
              value={mine === undefined ? '' : mine.good ? 'good' : 'bad'}
              views={(['good', 'bad'] as const).map((value) => ({
                value,
                label: t(`salesLeads.review.says.${value}`),
              }))}
              onChange={(value) => say(value === 'good')}
            />
            <TextField
              size="small"
              label={t('salesLeads.note')}
              value={note ?? mine?.note ?? ''}
              onChange={(event) => setNote(event.target.value)}
              onBlur={() => {
                if (note !== null && mine !== undefined && note.trim() !== (mine.note ?? '')) say(mine.good);
              }}
              slotProps={{ htmlInput: { dir: 'auto', maxLength: 1000 } }}
            />
          </>
        )}
      </div>
    </article>
  );
}
