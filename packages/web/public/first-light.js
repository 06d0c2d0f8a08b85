// Before anything is drawn: the light and the direction that this browser chose before, so that nothing flashes.
(() => {
  const root = document.documentElement;
  try {
    const light = localStorage.getItem('mui-mode');
    if (light === 'dark' || light === 'light') root.style.colorScheme = light;
    const asked =
      new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('nardeban.language');
    if (asked === 'en') {
      root.lang = 'en';
      root.dir = 'ltr';
    }
  } catch {
    // A browser that keeps nothing is shown what its device prefers.
  }
})();
