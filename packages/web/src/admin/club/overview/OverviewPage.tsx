import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { worthOf } from '@nardeban/core/programme';
import { useInfiniteQuery, useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ClubIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { CardsSkeleton, RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import { Figures } from '../../insight/chart/Figures.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { navigation } from '../../navigation.ts';
import { useSetting } from '../../setting.ts';
import { booksQuery, redemptionQuery } from '../accounting/queries.ts';
import { GoalTable } from '../programme/GoalTable.tsx';
import { type Club, type Design, designQuery, evaluationsQuery } from '../programme/queries.ts';
import { useProgrammeWords } from '../programme/useProgrammeWords.ts';
import { Budgets } from './Budgets.tsx';
import styles from './Overview.module.css';

/** The club at a glance: what is in force, where its goals stand, what it owes, and what asks for a look. */
export function OverviewPage() {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const design = useQuery(designQuery(asking));
  if (design.data === undefined)
    return design.isError ? (
      <FailureNotice error={design.error} onRetry={() => void design.refetch()} />
    ) : (
      <>
        <PageHeader title={t('navigation.club')} meaning={t('club.meaning')} />
        <CardsSkeleton cards={3} height={150} />
      </>
    );
  const { club } = design.data;
  return club === null ? <NoClub design={design.data} /> : <InForce club={club} design={design.data} />;
}

function NoClub({ design }: { readonly design: Design }) {
  const { t } = useTranslation();
  const { session } = useSetting();
  const may = session?.scopes.includes('club:write') === true;
  const begun = design.draft !== null;
  return (
    <>
      <PageHeader title={t('navigation.club')} meaning={t('club.meaning')} />
      <EmptyState
        icon={<ClubIcon size={30} />}
        title={t(begun ? 'club.none.begun' : 'club.none.title')}
        steps={[t('club.none.choose'), t('club.none.try'), t('club.none.publish')]}
        actions={
          <Button component={Link} to={paths.clubProgramme} variant="contained">
            {t(begun ? 'club.none.goOn' : may ? 'club.none.begin' : 'club.none.look')}
          </Button>
        }
      >
        {t(begun ? 'club.none.begunText' : 'club.none.text')}
      </EmptyState>
    </>
  );
}

function InForce({ club, design }: { readonly club: Club; readonly design: Design }) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { definition, version, publishedAt } = club;
  return (
    <>
      <PageHeader
        title={<bdi style={{ whiteSpace: 'normal' }}>{speech.words(definition.name)}</bdi>}
        tab={t('navigation.club')}
        meaning={t('club.inForce', { version: speech.number(version), day: speech.date(publishedAt) })}
        actions={
          <Button component={Link} to={paths.clubProgramme} variant="outlined">
            {t('navigation.clubProgramme')}
          </Button>
        }
      />
      {design.draft === null ? null : (
        <Alert severity="info" sx={{ marginBlockEnd: 2.5 }}>
          {t('club.draftOpen', {
            by: `\u2068${design.draft.editedBy}\u2069`,
            day: speech.date(design.draft.editedAt, 'short'),
          })}{' '}
          <Link to={paths.clubProgramme} className={spend.link}>
            {t('club.draftLook')}
          </Link>
        </Alert>
      )}
      <Standing club={club} />
      <Goals club={club} />
      <Budgets programme={definition} />
      <Rooms />
    </>
  );
}

/** Members, what is out, what it is worth, and what expires soon. */
function Standing({ club }: { readonly club: Club }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { definition } = club;
  const words = useProgrammeWords(definition);
  const books = useQuery(booksQuery(asking));
  const evaluations = useInfiniteQuery(evaluationsQuery(asking));
  const forecasts = useQueries({
    queries: definition.wallets.map(({ key }) => ({ ...redemptionQuery(asking, key, null), retry: false })),
  });
  if (books.data === undefined)
    return books.isError ? (
      <FailureNotice error={books.error} onRetry={() => void books.refetch()} />
    ) : (
      <CardsSkeleton cards={3} height={110} />
    );
  const latest = evaluations.data?.pages[0]?.evaluations[0];
  const out = definition.wallets.map((wallet, at) => {
    const proof = books.data.proof.find((one) => one.holder === 'person' && one.wallet === wallet.key);
    const soon = forecasts[at]?.data?.forecast.find(({ scheduled }) => scheduled > 0);
    return { wallet, left: proof?.left ?? 0, debts: proof?.debts ?? 0, soon };
  });
  const worth = out.reduce((sum, { wallet, left }) => sum + worthOf(wallet, Math.max(0, left)), 0);
  const soon = out.filter((one) => one.soon !== undefined);
  return (
    <div className={styles.standing}>
      <Figures
        label={t('club.standing')}
        items={[
          {
            label: t('club.members'),
            value: latest === undefined ? '–' : speech.number(latest.figures.members),
            note:
              latest === undefined
                ? t('club.membersUnknown')
                : t('club.membersBought', {
                    shown: speech.number(latest.figures.buyers),
                    count: latest.figures.buyers,
                  }),
          },
          { label: t('club.owed'), value: speech.money(worth), note: t('club.owedNote') },
          ...out.map(({ wallet, left, debts }) => ({
            label: t('club.out', { wallet: `\u2068${speech.words(wallet.name)}\u2069` }),
            value: words.units(wallet.key, left),
            note:
              debts === 0
                ? t('club.outWorth', { worth: speech.money(worthOf(wallet, Math.max(0, left))) })
                : t('club.outDebts', { units: words.units(wallet.key, debts) }),
          })),
        ]}
      />
      {soon.length === 0 ? null : (
        <ul className={styles.soon}>
          {soon.map(({ wallet, soon: next }) => (
            <li key={wallet.key}>
              {t('club.expiresSoon', {
                days: speech.number(next?.days ?? 0),
                units: words.units(wallet.key, next?.scheduled ?? 0),
                worth: speech.money(worthOf(wallet, next?.scheduled ?? 0)),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Goals({ club }: { readonly club: Club }) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const words = useProgrammeWords(club.definition);
  const evaluations = useInfiniteQuery(evaluationsQuery(asking));
  const goals = club.definition.goals ?? [];
  const latest = evaluations.data?.pages[0]?.evaluations[0];
  return (
    <section className={spend.section} aria-labelledby="goals">
      <h2 id="goals">{t('club.goals')}</h2>
      {goals.length === 0 ? (
        <p>
          {t('club.noGoalsYet')}{' '}
          <Link
            to={paths.clubProgramme}
            search={(kept: object) => ({ ...kept, step: 'goals' as const })}
            className={spend.link}
          >
            {t('club.setGoals')}
          </Link>
        </p>
      ) : evaluations.data === undefined ? (
        evaluations.isError ? (
          <FailureNotice error={evaluations.error} onRetry={() => void evaluations.refetch()} />
        ) : (
          <RowsSkeleton rows={2} columns={4} />
        )
      ) : latest === undefined ? (
        <>
          <p>{t('club.notEvaluated')}</p>
          <ul className={styles.soon}>
            {goals.map((goal) => (
              <li key={goal.key}>
                <bdi>{speech.words(goal.name)}</bdi>: {words.goal(goal)}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <GoalTable programme={club.definition} goals={latest.goals} label={t('club.goals')} />
      )}
    </section>
  );
}

/** The other pages of the club. */
function Rooms() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const rooms = navigation.filter(
    ({ group, path, scope }) =>
      group === 'club' && path !== paths.club && session?.scopes.includes(scope) === true,
  );
  return (
    <nav className={spend.section} aria-label={t('club.rooms')}>
      <h2>{t('club.rooms')}</h2>
      <ul className={styles.rooms}>
        {rooms.map(({ id, path, label, icon: Icon }) => (
          <li key={id}>
            <Link to={path} className={styles.room}>
              <Icon size={22} />
              {t(label)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
