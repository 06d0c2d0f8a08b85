// Before anything is drawn: the light, the direction and the side bar that this browser chose before, so that nothing
// flashes; and who is there is asked while the page's scripts are still on their way.
(() => {
  const root = document.documentElement;
  const search = new URLSearchParams(location.search);
  let language = search.get('lang');
  let isNight = matchMedia('(prefers-color-scheme: dark)').matches;
  try {
    const light = localStorage.getItem('mui-mode');
    if (light === 'dark' || light === 'light') {
      root.style.colorScheme = light;
      isNight = light === 'dark';
    }
    language ??= localStorage.getItem('nardeban.language');
    if (localStorage.getItem('nardeban.side') === 'folded') root.dataset.side = 'folded';
  } catch {
    // A browser that keeps nothing is shown what its device prefers.
  }
  if (language === 'en') {
    root.lang = 'en';
    root.dir = 'ltr';
  }

  if (isNight) root.dataset.firstNight = '';

  // Pages for strangers have no frame and ask nothing.
  if (/^\/(?:sign-in|welcome|invitation|nowhere)(?:\/|$)/.test(location.pathname)) return;
  root.dataset.first = /^\/(?:ladders\/[^/]+)?\/?$/.test(location.pathname) ? 'ladder' : 'frame';
  const headersFor = (business) => ({
    'accept-language': language === 'en' ? 'en' : 'fa',
    ...(business === null ? {} : { 'nardeban-business': business }),
  });
  const named = search.get('business');
  // A till opens without network too: it does not wait long for a line that leads nowhere.
  const signal = location.pathname === '/till' ? AbortSignal.timeout(4_000) : null;
  const session = fetch('/v1/session', { headers: headersFor(named), signal }).then(
    async (answer) => {
      if (answer.ok) return { is: await answer.json() };
      if (answer.status !== 401) return null;
      // A stranger is led to another page: nothing of this one is promised.
      delete root.dataset.first;
      return { is: null };
    },
    () => null,
  );
  // Every view needs the ladders' names, and the first one their first.
  const ladders = session.then(async (known) => {
    if (!known?.is?.scopes.includes('ladder:read')) return null;
    const business = known.is.businesses.length > 1 ? known.is.business.slug : named;
    const answer = await fetch('/v1/ladders', { headers: headersFor(business) });
    if (!answer.ok) return null;
    const are = (await answer.json()).ladders;
    showTitle(are);
    return { business: business ?? undefined, are };
  });
  // Which ladder it is can be read as soon as it is known; without a key it is the one that the router leads to.
  const showTitle = (listed) => {
    if (root.dataset.first !== 'ladder') return;
    const key = /^\/ladders\/([^/]+)/.exec(location.pathname)?.[1];
    const ladder =
      key === undefined
        ? (listed.find((one) => one.kind === 'ladder') ?? listed[0])
        : listed.find((one) => one.key === decodeURIComponent(key));
    const title = document.getElementById('first-title');
    if (ladder === undefined || title === null) return;
    title.textContent = ladder.name[language === 'en' ? 'en' : 'fa'];
    title.parentElement.dataset.named = '';
  };
  globalThis.nardebanFirst = { session, ladders: ladders.catch(() => null) };
})();
