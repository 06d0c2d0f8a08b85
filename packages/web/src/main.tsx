import '@fontsource-variable/vazirmatn/wght.css';
import './ui/page.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { startQueries } from './api/queries.ts';
import { isLanguage, preferredLanguage, startLanguage } from './language/languages.ts';
import { watchConnection } from './loading/connection.ts';
import { endFirstLight, firstAnswers, takeFirstAnswers } from './loading/first-light.ts';
import { registerOffline } from './loading/offline.ts';
import { readEverywhere } from './paths.ts';
import { startRouter } from './router.tsx';
import { Appearance } from './ui/Appearance.tsx';
import { ConflictDialog } from './ui/ConflictDialog.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';

const language = preferredLanguage(location.search);
const queries = startQueries();
const { business } = readEverywhere(Object.fromEntries(new URLSearchParams(location.search)));
const [languages] = await Promise.all([
  startLanguage(language),
  takeFirstAnswers(queries, { language, business }),
]);
const router = startRouter(queries, languages);

watchConnection(queries, {
  // Who is signed in may have changed meanwhile: that is known before the views are opened anew.
  onBack: () => void queries.invalidateQueries().then(() => router.invalidate()),
  onStranger: () => {
    // Whoever is signed in no longer goes to the sign-in page and comes back here; their drafts wait for them.
    if (queries.getQueriesData({ queryKey: ['session'] }).every(([, session]) => session === null)) return;
    queries.setQueriesData({ queryKey: ['session'] }, null);
    void router.invalidate();
  },
});
registerOffline();

function Application() {
  const { i18n } = useTranslation();
  useLayoutEffect(endFirstLight, []);
  return (
    <Appearance language={isLanguage(i18n.language) ? i18n.language : 'fa'}>
      <ToastRegion>
        <ConflictDialog>
          <RouterProvider router={router} />
        </ConflictDialog>
      </ToastRegion>
    </Appearance>
  );
}

// What is shown first is known before anything is drawn: otherwise it would be drawn three times, as it becomes known.
await router.load();
await firstAnswers(queries);

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no #root to stand in.');
createRoot(place).render(
  <StrictMode>
    <I18nextProvider i18n={languages}>
      <QueryClientProvider client={queries}>
        <Application />
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
);
