import '@fontsource-variable/vazirmatn/wght.css';
import './ui/page.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { startQueries } from './api/queries.ts';
import { isLanguage, preferredLanguage, startLanguage } from './language/languages.ts';
import { startRouter } from './router.tsx';
import { Appearance } from './ui/Appearance.tsx';

const languages = startLanguage(preferredLanguage(location.search));
const queries = startQueries();
const router = startRouter(queries, languages);

function Application() {
  const { i18n } = useTranslation();
  return (
    <Appearance language={isLanguage(i18n.language) ? i18n.language : 'fa'}>
      <RouterProvider router={router} />
    </Appearance>
  );
}

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
