import { useEffect, useMemo, useState } from 'react';
import type { Me, PortalCard } from './answers.ts';
import { speakTo } from './api.ts';
import { languageChosen, type Light, lightChosen, showLanguage, showLight } from './appearance.ts';
import { Bones, Empty, Failure, To } from './parts.tsx';
import { Codes } from './pages/Codes.tsx';
import { History } from './pages/History.tsx';
import { Home } from './pages/Home.tsx';
import { Invite } from './pages/Invite.tsx';
import { type Choices, Mine } from './pages/Mine.tsx';
import { Rewards } from './pages/Rewards.tsx';
import { SignIn } from './pages/SignIn.tsx';
import { CardContext, type Language, SpeechContext, speechFor, useSpeech } from './speech.ts';
import { forgetMember, goTo, useAnswer, useOnline, useRoom } from './state.ts';

/** A customer's own pages of one business. */
export function App() {
  const card = useAnswer<PortalCard>('');
  const [chosen, setChosen] = useState(languageChosen);
  const [light, setLight] = useState<Light>(lightChosen);
  const language: Language = chosen ?? card.answer?.language ?? 'fa';
  speakTo(language);
  const speech = useMemo(() => speechFor(language, card.answer), [language, card.answer]);
  useEffect(() => showLanguage(language), [language]);
  useEffect(() => showLight(light), [light]);
  useEffect(() => {
    if (card.answer !== undefined) document.title = speech.t('app.club', { name: card.answer.name });
  }, [card.answer, speech]);
  const choices: Choices = {
    light,
    onLight: (wanted) => {
      showLight(wanted, true);
      setLight(wanted);
    },
    onLanguage: (wanted) => {
      showLanguage(wanted, true);
      speakTo(wanted);
      setChosen(wanted);
    },
  };
  return (
    <SpeechContext value={speech}>
      <CardContext value={card.answer}>
        <OfflineBanner />
        {card.refused?.code === 'portal_closed' ? (
          <main className="way-in">
            <Empty title={speech.t('app.closed')} text={speech.t('app.closedText')} />
          </main>
        ) : card.answer === undefined ? (
          <main className="page">
            {card.refused === undefined ? <Bones /> : <Failure refused={card.refused} again={card.again} />}
          </main>
        ) : (
          <Rooms key={language} choices={choices} />
        )}
      </CardContext>
    </SpeechContext>
  );
}

function OfflineBanner() {
  const { t } = useSpeech();
  const isOnline = useOnline();
  return (
    <div role="status" className={isOnline ? '' : 'offline'}>
      {isOnline ? '' : t('app.offline')}
    </div>
  );
}

const TABS = ['', 'rewards', 'codes', 'invite', 'mine'] as const;
const ICONS: Readonly<Record<(typeof TABS)[number], string>> = {
  '': 'M3 11 12 3l9 8v9a1 1 0 0 1-1 1h-5v-6H9v6H4a1 1 0 0 1-1-1z',
  rewards: 'M4 12h16v8H4zM3 7h18v4H3zm9 0v13M12 7S10 2 7.5 3.5 8.5 7 12 7zm0 0s2-5 4.5-3.5S15.5 7 12 7z',
  codes: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
  invite: 'M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 21c0-4 3-7 7-7s7 3 7 7M19 8v6M16 11h6',
  mine: 'M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM4 21c0-4.5 3.5-7 8-7s8 2.5 8 7',
};

/** Everything behind the sign-in. What the phone kept from last time is shown until the answer is there. */
function Rooms({ choices }: { readonly choices: Choices }) {
  const { t } = useSpeech();
  const room = useRoom();
  const { answer: me, refused, again, put } = useAnswer<Me>('/me');
  const [joined, setJoined] = useState(false);
  const isStranger = refused?.code === 'member_sign_in_needed';
  useEffect(() => {
    if (isStranger) forgetMember();
  }, [isStranger]);
  if (isStranger)
    return (
      <SignIn
        onIn={(isNew) => {
          setJoined(isNew);
          goTo('');
          again();
        }}
      />
    );
  if (me === undefined)
    return (
      <main className="page">
        {refused === undefined ? <Bones /> : <Failure refused={refused} again={again} />}
      </main>
    );
  return (
    <>
      <main className="page" key={room}>
        {room === 'rewards' ? (
          <Rewards me={me} onChange={again} />
        ) : room === 'codes' ? (
          <Codes />
        ) : room === 'invite' ? (
          <Invite me={me} />
        ) : room === 'history' ? (
          <History me={me} />
        ) : room === 'mine' ? (
          <Mine
            me={me}
            choices={choices}
            onMe={put}
            onOut={() => {
              forgetMember();
              goTo('');
              again();
            }}
          />
        ) : (
          <Home me={me} joined={joined} />
        )}
      </main>
      <nav className="tabs" aria-label={t('app.navigation')}>
        {TABS.map((tab) => (
          <To key={tab} room={tab} current={room === tab || (tab === '' && room === 'history')}>
            <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
              <path d={ICONS[tab]} />
            </svg>
            <span>{t(`tab.${tab === '' ? 'home' : tab}`)}</span>
          </To>
        ))}
      </nav>
    </>
  );
}
