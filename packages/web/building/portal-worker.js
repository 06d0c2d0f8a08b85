/// <reference lib="webworker" />
/*
 * Keeps the files a customer's pages are built of, so that they open without a connection; what the server knows of a
 * person is never kept here. The two names below are filled in when the pages are built.
 */
const VERSION = '__VERSION__';
const FILES = __FILES__;
const KEPT = `nardeban-portal-${VERSION}`;
const SHELL = '/portal/portal.html';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(KEPT)
      .then((cache) => cache.addAll([SHELL, ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('nardeban-portal-') && name !== KEPT)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    // The page comes from the server, so that a new one is seen at once; without a connection, as it was last.
    event.respondWith(fetch(request).catch(() => caches.match(SHELL)));
  } else if (FILES.includes(pathname)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
