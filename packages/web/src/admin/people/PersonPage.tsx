import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Skeleton from '@mui/material/Skeleton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { isoDay } from '@nardeban/core/values';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explanationQuery, laddersQuery, personQuery } from '../../api/queries.ts';
import { dayOfAddress } from '../../language/speech.ts';
import { usePart } from '../../loading/usePart.ts';
import { PERSON_TABS } from '../../paths.ts';
import { EditIcon, PinIcon, PlusIcon } from '../../ui/icons.tsx';
import { useTab } from '../../ui/PageHeader.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { EditDialog, type Editing } from '../person/EditDialog.tsx';
import { Files } from '../person/Files.tsx';
import { Notes } from '../person/Notes.tsx';
import { Orders } from '../person/Orders.tsx';
import papers from '../person/Papers.module.css';
import { PinDialog } from '../person/PinDialog.tsx';
import { Relations } from '../person/Relations.tsx';
import { type BegunFact, TellDialog } from '../person/TellDialog.tsx';
import { useActions } from '../palette/actions.ts';
import { useSetting } from '../setting.ts';
import { useShortcuts } from '../shortcuts/shortcuts.ts';
import { AboutPerson } from './AboutPerson.tsx';
import { PersonName } from './naming.tsx';
import type { Forms } from './NextDeeds.tsx';
import styles from './PersonPage.module.css';
import { PersonTools } from './PersonTools.tsx';
import { Standing } from './Standing.tsx';
import { Timeline } from './Timeline.tsx';
import { useLanding } from './useLanding.ts';
import { WhatNext } from './WhatNext.tsx';
import { Why } from './Why.tsx';

const route = getRouteApi('/staff/people/$person');
/** What is foretold of them comes after what is known. */
const loadScores = () => import('../insight/scores/PersonScores.tsx');
/** What sales knows of them is fetched by who looks for it. */
const loadSales = () => import('../sales/person/PersonSales.tsx');
const loadClub = () => import('../person/ClubCard.tsx');

/** One person: where they stand, why, what would bring them up, and all that happened. */
export function PersonPage() {
  const { t } = useTranslation();
  const { person: id } = route.useParams();
  const search = route.useSearch();
  const { asking, session, speech, today } = useSetting();
  const day = dayOfAddress(search.asOf) ?? today;
  const asOf = day === today ? undefined : isoDay(day);
  const ladders = useQuery(laddersQuery(asking));
  const key = search.ladder ?? (ladders.data?.find((one) => one.kind === 'ladder') ?? ladders.data?.[0])?.key;
  const ladder = ladders.data?.find((one) => one.key === key);
  const person = useQuery(personQuery(asking, id));
  const explanation = useQuery({
    ...explanationQuery(asking, id, key ?? '', asOf),
    enabled: key !== undefined,
  });

  const [open, setOpen] = useState<'tell' | 'pin' | 'name' | null>(null);
  // What a step of "what next" asks for stands in the form that it opens.
  const [begun, setBegun] = useState<BegunFact | null>(null);
  const [trait, setTrait] = useState<Editing | null>(null);
  const navigate = route.useNavigate();
  const may = (scope: 'facts:write' | 'people:write' | 'ladder:write') =>
    session?.scopes.includes(scope) === true;
  const tell = (begin: BegunFact | null) => {
    setBegun(begin);
    setOpen('tell');
  };
  const forms: Forms = {
    record: tell,
    trait: (name, value) => {
      const was = person.data?.traits[name] ?? null;
      setTrait({ trait: name, was: typeof was === 'object' ? null : was, suggested: value });
    },
  };
  const sells = session?.scopes.includes('sales:read') === true;
  const tab = search.tab === 'sales' && !sells ? 'story' : (search.tab ?? 'story');
  // A run knows people as of its own day only.
  const isForetold = day === today && session?.scopes.includes('ladder:read') === true;
  const Scores = usePart(loadScores, isForetold && person.data !== undefined);
  // What somebody has is known as of now only.
  const isInClub = day === today && session?.scopes.includes('club:read') === true;
  const ClubCard = usePart(loadClub, isInClub && person.data !== undefined);
  const Sales = usePart(loadSales, tab === 'sales' && person.data !== undefined);
  useTab(person.data?.name ?? undefined);
  const tabs = useRef<HTMLDivElement>(null);
  useLanding(tabs, id, search.tab !== undefined);

  useActions([
    {
      id: 'person.tell',
      label: t('dossier.tell.open'),
      icon: <PlusIcon size={18} />,
      scope: 'facts:write',
      run: () => tell(null),
    },
    {
      id: 'person.pin',
      label: t('dossier.pin.open'),
      icon: <PinIcon size={18} />,
      scope: 'ladder:write',
      run: () => setOpen('pin'),
    },
  ]);
  useShortcuts(
    may('facts:write') ? [{ code: 'KeyR', label: t('dossier.tell.open'), run: () => tell(null) }] : [],
  );

  const failed = [person, explanation, ladders].find((one) => one.isError && one.data === undefined);
  if (failed !== undefined) {
    return <FailureNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  }

  const about = person.data;
  const answer = explanation.data;
  const places = ladder?.places ?? [];
  return (
    <>
      <div className={styles.head}>
        <div>
          <h1>
            {about === undefined ? <Skeleton width={260} /> : <PersonName name={about.name} id={about.id} />}
            {about !== undefined && may('people:write') ? (
              <IconButton size="small" aria-label={t('dossier.edit.rename')} onClick={() => setOpen('name')}>
                <EditIcon size={18} />
              </IconButton>
            ) : null}
          </h1>
          <p className="soft">
            {about?.knownSince == null
              ? null
              : t('person.knownSince', { day: speech.date(about.knownSince) })}
          </p>
          <div className={papers.actions}>
            {may('facts:write') ? (
              <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => tell(null)}>
                {t('dossier.tell.open')}
              </Button>
            ) : null}
            {may('ladder:write') && answer?.rung != null && ladder !== undefined ? (
              <Button variant="outlined" startIcon={<PinIcon size={18} />} onClick={() => setOpen('pin')}>
                {t('dossier.pin.open')}
              </Button>
            ) : null}
          </div>
        </div>
        <PersonTools ladders={ladders.data ?? []} current={key} day={day} />
      </div>
      {day === today ? null : (
        <p className={styles.past} role="status">
          {t('person.past', { day: speech.day(day, 'full') })}
        </p>
      )}
      <div className={styles.columns}>
        <div className={styles.main}>
          {answer === undefined || ladder === undefined ? (
            <Skeleton variant="rounded" height={280} />
          ) : (
            <>
              <Standing answer={answer} ladder={ladder} />
              {answer.rung === null ? null : (
                <div className={ladder.kind === 'ladder' ? styles.pair : undefined}>
                  <Why because={answer.because} person={id} pinned={answer.pinned !== null} />
                  {ladder.kind === 'ladder' ? (
                    <WhatNext
                      answer={answer}
                      places={places}
                      person={id}
                      acting={about === undefined || day !== today ? null : { about, forms }}
                    />
                  ) : null}
                </div>
              )}
            </>
          )}
          {Scores !== null && isForetold ? <Scores person={id} /> : null}
          {ClubCard !== null && isInClub ? <ClubCard person={id} /> : null}
          <div className={styles.story} ref={tabs}>
            <Tabs
              className={papers.tabs ?? ''}
              value={tab}
              variant="scrollable"
              allowScrollButtonsMobile
              aria-label={t('dossier.tabs')}
              onChange={(_, chosen: (typeof PERSON_TABS)[number]) =>
                void navigate({ search: (kept) => ({ ...kept, tab: chosen }), resetScroll: false })
              }
            >
              {PERSON_TABS.filter((one) => one !== 'sales' || sells).map((one) => (
                <Tab
                  key={one}
                  value={one}
                  id={`tab-${one}`}
                  label={one === 'story' ? t('dossier.story') : t(`dossier.${one}.title`)}
                />
              ))}
            </Tabs>
            <div role="tabpanel" aria-labelledby={`tab-${tab}`}>
              {tab === 'sales' && Sales !== null ? <Sales person={Number(id)} /> : null}
              {tab === 'orders' ? <Orders person={id} /> : null}
              {tab === 'notes' ? <Notes person={id} /> : null}
              {tab === 'files' ? <Files person={id} /> : null}
              {tab === 'story' ? (
                <Timeline
                  person={id}
                  moves={answer?.moves ?? []}
                  ladder={ladder}
                  day={day}
                  onlyMoves={search.show === 'moves'}
                  type={search.type}
                />
              ) : null}
            </div>
          </div>
        </div>
        <aside className={styles.aside}>
          {about === undefined ? <Skeleton height={200} /> : <AboutPerson person={about} />}
          <Relations person={id} />
        </aside>
      </div>
      <TellDialog
        key={JSON.stringify(begun)}
        person={id}
        begin={begun}
        open={open === 'tell'}
        onClose={() => setOpen(null)}
      />
      {trait !== null && about !== undefined ? (
        <EditDialog
          person={about}
          editing={trait}
          label={t('dossier.edit.value')}
          onClose={() => setTrait(null)}
        />
      ) : null}
      {open === 'pin' && answer !== undefined && ladder !== undefined ? (
        <PinDialog person={id} ladder={ladder} answer={answer} open onClose={() => setOpen(null)} />
      ) : null}
      {open === 'name' && about !== undefined ? (
        <EditDialog
          person={about}
          editing={{ trait: 'name', was: about.name }}
          label={t('dossier.edit.name')}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
