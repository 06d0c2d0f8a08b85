/// <reference lib="webworker" />
/*
 * Keeps the files the page is built of, and nothing else: their names hold a hash of what is in them, so what is kept
 * is never old. Answers of the server (/v1, /api), downloads and uploads pass by untouched. A till has to open without
 * network as well, so its page is kept whole. The two names below are filled in when the page is built.
 */
const VERSION = '__VERSION__';
const FIRST = __FIRST__;
const KEPT = `nardeban-${VERSION}`;
const OFFLINE = '/offline.html';
const TILL = '/till';
/** A line that is there and leads nowhere is no line: a till does not wait longer than this for its page. */
const TILL_WAITS_MS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((cache) => cache.addAll([...FIRST, TILL])));
});

// A new worker waits until no page of the old version is open, so an open page never loses the files it may still need.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('nardeban-') && name !== KEPT)
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
    // The page itself always comes from the server, so that a deployment is seen at once; without one, a word on it.
    event.respondWith(
      pathname === TILL
        ? tillPage(request).catch(() => caches.match(TILL))
        : fetch(request).catch(() => caches.match(OFFLINE)),
    );
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(fromKept(request));
  } else if (FIRST.includes(pathname)) {
    event.respondWith(fetch(request).catch(() => caches.match(pathname)));
  }
});

/** The till's page from the server, if one that is well answers soon. */
async function tillPage(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(TILL_WAITS_MS) });
  if (answer.status >= 500) throw new Error('The server is not well.');
  return answer;
}

/** A file with a hash in its name: as kept, else from the server and kept from now on. */
async function fromKept(request) {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(KEPT);
    await cache.put(request, answer.clone());
  }
  return answer;
}
