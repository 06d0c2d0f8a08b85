import './portal.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { slug } from './api.ts';
import { languageChosen, lightChosen, showLanguage, showLight } from './appearance.ts';

showLight(lightChosen());
const language = languageChosen();
if (language !== null) showLanguage(language);

// Each club is an application of its own on the phone, under its own name.
const manifest = document.createElement('link');
manifest.rel = 'manifest';
manifest.href = `/p/${encodeURIComponent(slug)}/manifest.webmanifest`;
document.head.append(manifest);

const place = document.getElementById('root');
if (place === null) throw new Error('The page has no place for the application.');
createRoot(place).render(<App />);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener('load', () => {
    // Without it the pages work as well, only not offline.
    navigator.serviceWorker.register('/p/worker.js', { scope: '/p/' }).catch(() => undefined);
  });
}
